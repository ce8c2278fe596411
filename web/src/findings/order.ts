// SPDX-License-Identifier: Apache-2.0
// Which findings are shown and in which order, a slice of time at a time.
import { ranksOfFew, rowsThat, sortedBy, Turns } from './sorting.js';
import type { FindingStore } from './store.js';
import { type Verdict, verdicts } from './verdict.js';

export type SortBy = 'money' | 'claim' | 'rule';

export interface Query {
  verdicts: ReadonlySet<Verdict>;
  /** Index into the store's rules; -1 for all. */
  rule: number;
  text: string;
  sort: SortBy;
}

/** The rows that match, in order. Rejects with the signal's reason when it is aborted. */
export async function orderOf(store: FindingStore, query: Query, signal: AbortSignal): Promise<Uint32Array> {
  const turns = new Turns(signal);
  const wanted = verdicts.map((verdict) => query.verdicts.has(verdict));
  const matching = await rowsThat(
    store.size,
    turns,
    (row) =>
      wanted[store.verdictCode(row)] === true &&
      (query.rule < 0 || store.rule(row) === query.rule) &&
      !store.isAside(row),
  );
  const rows = await searched(store, matching, query.text, turns);
  if (query.sort === 'money') return sortedBy(rows, (row) => store.risk(row), true, turns);
  if (query.sort === 'claim') return rows;
  const ranks = ranksOfFew(store.rules);
  return sortedBy(rows, (row) => ranks[store.rule(row)], false, turns);
}

/** Those of `rows` whose claim, rule, name or message holds the text. */
async function searched(
  store: FindingStore,
  rows: Uint32Array,
  text: string,
  turns: Turns,
): Promise<Uint32Array> {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return rows;
  const found: number[] = [];
  for (const row of rows) {
    const { claim, rule, name, message, file } = store.parse(row);
    if ([claim, rule, name, message, file].some((part) => part?.toLowerCase().includes(wanted)))
      found.push(row);
    if (turns.due) await turns.take();
  }
  return Uint32Array.from(found);
}
