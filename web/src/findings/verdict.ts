// SPDX-License-Identifier: Apache-2.0
// The one word for a finding, for a line and for a claim.
import type { Finding } from './model.js';

/** Worst first. Each has a word, a shape and a colour of its own. */
export const verdicts = ['deny', 'may', 'chart', 'payer', 'note', 'unchecked', 'clean'] as const;

export type Verdict = (typeof verdicts)[number];

/** Bits as in the indexer's columns. */
export const tagBit = { chart: 1, payer: 2, not_evaluated: 4 } as const;

/** By level (0 error, 1 warning, 2 info) and tag bits: what a table row knows without parsing. */
export function verdictOf(level: number, tags: number): Verdict {
  if (level === 0) return 'deny';
  if (level === 1) return tags & tagBit.payer ? 'payer' : tags & tagBit.chart ? 'chart' : 'may';
  return tags & tagBit.not_evaluated ? 'unchecked' : 'note';
}

export function verdictOfFinding({ level, tags }: Pick<Finding, 'level' | 'tags'>): Verdict {
  const bits = tags.reduce((sum, tag) => sum | tagBit[tag], 0);
  return verdictOf(level === 'error' ? 0 : level === 'warning' ? 1 : 2, bits);
}

/** The line a finding is about: the one that will be denied, else the one it names; 0 for the claim as a whole. */
export function lineOf(finding: Finding): number {
  return finding.denial?.line ?? finding.line ?? 0;
}

/** The worst that is said of a line (from 1), or of the claim as a whole (0). Notes do not spoil a clean line. */
export function verdictOfLine(findings: Finding[], line: number): Verdict {
  const said = findings.filter((finding) => lineOf(finding) === line).map(verdictOfFinding);
  return verdicts.find((verdict) => verdict !== 'note' && said.includes(verdict)) ?? 'clean';
}

/** Something that a person has to do: F8 goes from one to the next. */
export function isProblem(finding: Finding): boolean {
  return finding.level !== 'info';
}

/** A name for a finding that stays while others come and go. */
export function keyOf({
  rule,
  claim_index,
  line,
  field,
}: Pick<Finding, 'rule' | 'claim_index' | 'line' | 'field'>): string {
  return `${rule}-${claim_index ?? 'file'}-${line ?? 0}-${(field ?? '').replaceAll('/', '.')}`;
}
