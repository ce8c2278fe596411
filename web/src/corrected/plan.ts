// SPDX-License-Identifier: Apache-2.0
// What of a batch can be written back into its 837 files: the fixes that were taken, and those that need no decision.
import { editsOf, needsChart } from '../claim/chart-answers.js';
import type { Checked } from '../engine/tasks.js';
import type { ClaimStore } from '../findings/claim-store.js';
import type { FileSummary, Finding, Fix, Summary } from '../findings/model.js';
import { eachIn, Turns } from '../findings/sorting.js';
import type { FindingStore } from '../findings/store.js';
import type { Approval, FileToWrite } from './write-837.js';

/** What this needs to know of a batch. */
export interface BatchToCorrect {
  readonly claims: ClaimStore;
  readonly store: FindingStore;
  readonly summary: Summary | undefined;
  readonly checked: Checked;
}

/** A fix with the row of its claim. */
export interface PlannedFix extends Pick<Finding, 'rule' | 'line'> {
  row: number;
  fix: Fix;
}

/** One 837. Rows are those of the batch's claims. */
export interface FilePlan {
  file: FileSummary;
  /** In the order in which they were taken, claim by claim. */
  taken: PlannedFix[];
  /** Nobody need be asked about these; they are written when a person wants it. */
  offered: PlannedFix[];
  /** Claims that were typed in: they stay as the file has them. */
  byHand: number[];
  /** Claims that were corrected and then ignored: they stay, too. */
  ignored: number[];
  /** How often each rule of these fixes speaks on its claim now, by keyOf(). */
  said: ReadonlyMap<string, number>;
}

/** Is there an 837 among the files? Only one that was checked to its end can be written again. */
export function files837({ summary }: Pick<BatchToCorrect, 'summary'>): FileSummary[] {
  return (summary?.files ?? []).filter(({ format, claims }) => /^837[PI]?$/.test(format) && claims > 0);
}

/** A plan for each 837, a slice of time at a time. Rejects with the signal's reason when it is aborted. */
export async function planOf(batch: BatchToCorrect, signal: AbortSignal): Promise<FilePlan[]> {
  const { claims, store } = batch;
  const said = new Map<string, number>();
  const plans = new Map(
    files837(batch).map((file) => [
      file.name,
      { file, taken: [], offered: [], byHand: [], ignored: [], said } as FilePlan,
    ]),
  );
  const planFor = (row: number): FilePlan | undefined => plans.get(claims.file(row));
  for (const [row, { path, byHand }] of [...claims.corrections].sort(([a], [b]) => a - b)) {
    const plan = planFor(row);
    if (claims.ignored.has(row)) plan?.ignored.push(row);
    else if (byHand) plan?.byHand.push(row);
    else plan?.taken.push(...(path?.fixes ?? []).map((one) => ({ row, ...one })));
  }
  const turns = new Turns(signal);
  for (let at = 0; at < store.size; at++) {
    if (turns.due) await turns.take();
    const row = store.isAside(at) ? -1 : claims.claimOfFinding(at);
    if (row < 0 || claims.ignored.has(row) || claims.corrections.get(row)?.byHand) continue;
    const finding = store.parse(at);
    const [fix] = finding.fix;
    const { rule, line } = finding;
    if (fix && goesByItself(finding)) planFor(row)?.offered.push({ row, rule, line, fix });
  }
  await countIn(said, batch, [...plans.values()], turns);
  return [...plans.values()];
}

/** Another claim of the batch may have answered a finding that the file alone does not answer: it counts, too. */
async function countIn(
  said: Map<string, number>,
  { claims, store }: BatchToCorrect,
  plans: FilePlan[],
  turns: Turns,
): Promise<void> {
  const rows = new Set<number>();
  for (const { taken, offered } of plans)
    for (const { row, rule } of [...taken, ...offered]) {
      if (turns.due) await turns.take();
      const answered = claims.corrections.get(row)?.company.answeredFindings ?? [];
      said.set(keyOf(row, rule), answered.filter((one) => one.rule === rule).length);
      rows.add(row);
    }
  await eachIn(store.size, turns, (at) => {
    const row = claims.claimOfFinding(at);
    if (!rows.has(row) || store.isAside(at)) return;
    const key = keyOf(row, store.rules[store.rule(at)] ?? '');
    const known = said.get(key);
    if (known !== undefined) said.set(key, known + 1);
  });
}

function keyOf(row: number, rule: string): string {
  return `${row} ${rule}`;
}

/** As the core has it: one alternative that says all, asks nothing of the chart or the payer, and deletes no line. */
function goesByItself({ fix, tags }: Finding): boolean {
  const [only] = fix;
  if (!only || fix.length > 1 || tags.includes('payer') || needsChart(only)) return false;
  return editsOf(only).every(
    ({ op, value }) => op !== 'delete_line' && op !== 'document' && value !== undefined,
  );
}

/** The work of writing a plan's file, with the offered fixes or without; `fixes` are those that it approves, in its order. */
export async function toWrite(
  batch: BatchToCorrect,
  plan: FilePlan,
  withOffered: boolean,
  signal: AbortSignal,
): Promise<{ of: FileToWrite; fixes: PlannedFix[] }> {
  const { file, taken } = plan;
  const { inputs, options } = batch.checked;
  const input = inputs.find(
    ({ name, role }) => role === 'claims' && (file.name === name || file.name.startsWith(`${name}/`)),
  );
  if (!input) throw new Error(file.name);
  const fixes = withOffered ? [...taken, ...plan.offered] : taken;
  // As texts: they may be many, and lists of objects would hold the page up on their way to the worker.
  const approvals: string[] = [];
  const most = new Map(plan.said);
  const asked = new Map<string, Pick<PlannedFix, 'row' | 'rule'>>();
  const turns = new Turns(signal);
  for (const [at, { row, rule, line, fix }] of fixes.entries()) {
    if (turns.due) await turns.take();
    const approval: Approval = { claim_index: batch.claims.index(row), rule, line, fix };
    approvals.push(`${JSON.stringify(approval)}\n`);
    const key = keyOf(row, rule);
    asked.set(key, { row, rule });
    // What was taken in the form has gone from what is said of it already.
    if (at >= taken.length) most.set(key, (most.get(key) ?? 0) - 1);
  }
  const mostLeft: string[] = [];
  for (const [key, { row, rule }] of asked) {
    if (turns.due) await turns.take();
    mostLeft.push(`${batch.claims.index(row)} ${rule} ${most.get(key) ?? 0}\n`);
  }
  const of = {
    tables: inputs.filter(({ role }) => role === 'tables'),
    input,
    file: file.name,
    bytes: file.bytes,
    claims: file.claims,
    options,
    approvals: approvals.join(''),
    taken: taken.length,
    most: mostLeft.join(''),
  };
  return { of, fixes };
}

/** "claims-0915.837" out of "march.zip/in/claims-0915.837.gz" as "claims-0915-corrected.837". */
export function correctedName({ name }: FileSummary): string {
  const own = (name.split(/[/\\]/).pop() ?? '').replace(/\.gz$/i, '');
  const [, stem = own, ending = '.837'] = /^(.+)(\.[A-Za-z0-9]{1,8})$/.exec(own) ?? [];
  return `${stem}-corrected${/^\.zip$/i.test(ending) ? '.837' : ending}`;
}
