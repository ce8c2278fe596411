// SPDX-License-Identifier: Apache-2.0
// One's own claim with another payer, place or date, and how what is said of it differs.
import type { Claim, Documentation, Line, PayerClass } from '../claim/model.js';
import type { ClaimResult } from '../engine/claim-engine.js';
import type { Finding } from '../findings/model.js';
import { type Verdict, verdictOfFinding, verdicts } from '../findings/verdict.js';
import { addDays } from '../formats/dates.js';

export interface Variant {
  payer: PayerClass;
  place: string;
  /** ISO; '' when the lines have no date. */
  day: string;
}

export type Change = 'added' | 'gone' | 'changed';

export interface Difference {
  change: Change;
  finding: Finding;
}

export interface Outcome {
  verdict: Verdict;
  differences: Difference[];
  /** Findings that are said of both. */
  unchanged: number;
  atRisk: string;
}

/** What the claim says itself. */
export function variantOf(claim: Claim): Variant {
  const { payer, pos, lines = [] } = claim;
  return {
    payer: payer?.class || 'unknown',
    place: pos ?? '',
    day: lines.map(({ from }) => from ?? '').find((day) => /^\d{4}-\d\d-\d\d$/.test(day)) ?? '',
  };
}

/** The claim with what differs put in. All lines move by the same number of days. */
export function withVariant(claim: Claim, { payer, place, day }: Variant): Claim {
  const own = variantOf(claim);
  let changed = claim;
  // Name and number belong to the payer that it was.
  if (payer !== own.payer)
    changed = { ...changed, payer: { ...changed.payer, class: payer, id: '', name: '' } };
  if (place !== own.place) {
    const lines = (changed.lines ?? []).map((line) => ({ ...line, pos: '' }));
    changed = { ...changed, pos: place, lines };
  }
  if (day && own.day && day !== own.day) {
    const days = (Date.parse(day) - Date.parse(own.day)) / 86_400_000;
    changed = { ...changed, lines: (changed.lines ?? []).map((line) => moved(line, days)) };
  }
  return changed;
}

/** The record of what was given moves along: it is the same injection on another day. */
function moved(line: Line, days: number): Line {
  const shift = (text: unknown): string =>
    String(text ?? '').replace(/^\d{4}-\d\d-\d\d/, (day) => addDays(day, days));
  const { documentation } = line;
  const record: Documentation = { ...documentation };
  for (const name of ['given_at', 'order_date']) if (record[name]) record[name] = shift(record[name]);
  return {
    ...line,
    ...(line.from ? { from: shift(line.from) } : {}),
    ...(line.to ? { to: shift(line.to) } : {}),
    ...(documentation ? { documentation: record } : {}),
  };
}

/** What a variant comes to beside the claim as typed. What is only good to know does not count. */
export function outcomeOf({ findings, summary }: ClaimResult, base: ClaimResult): Outcome {
  const here = told(findings);
  const there = told(base.findings);
  const differences: Difference[] = [];
  let unchanged = 0;
  for (const [key, finding] of here) {
    const other = there.get(key);
    if (!other) differences.push({ change: 'added', finding });
    else if (verdictOfFinding(other) !== verdictOfFinding(finding))
      differences.push({ change: 'changed', finding });
    else unchanged++;
  }
  for (const [key, finding] of there) if (!here.has(key)) differences.push({ change: 'gone', finding });
  const said = [...here.values()].map(verdictOfFinding);
  const verdict = verdicts.find((one) => said.includes(one)) ?? 'clean';
  return { verdict, differences, unchanged, atRisk: summary.amount_at_risk };
}

function told(findings: Finding[]): Map<string, Finding> {
  const wanted = findings.filter((finding) => verdictOfFinding(finding) !== 'note');
  return new Map(
    wanted.map((finding) => [`${finding.rule} ${finding.line ?? 0} ${finding.field ?? ''}`, finding]),
  );
}
