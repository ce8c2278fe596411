// SPDX-License-Identifier: Apache-2.0
// Which findings are shown and in which order.
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

/** The rows that match all but the text, in order. 100,000 rows take a few milliseconds. */
export function orderOf(store: FindingStore, { verdicts: asked, rule, sort }: Query): Uint32Array {
  const wanted = verdictCodes(asked);
  const rows = new Uint32Array(store.size);
  let found = 0;
  for (let row = 0; row < store.size; row++) {
    if (rule >= 0 && store.rule(row) !== rule) continue;
    if (wanted[store.verdictCode(row)]) rows[found++] = row;
  }
  const matching = rows.subarray(0, found);
  if (sort === 'money')
    return grouped(
      matching,
      (row) => store.riskGroup(row),
      ranksOf(store.risks, (a, b) => b - a),
    );
  if (sort === 'rule')
    return grouped(
      matching,
      (row) => store.rule(row),
      ranksOf(store.rules, (a, b) => (a < b ? -1 : 1)),
    );
  return matching;
}

/** Rows by the rank of their group, those of one group in their order. Groups are few: nothing needs comparing. */
function grouped(rows: Uint32Array, groupOf: (row: number) => number, ranks: Uint32Array): Uint32Array {
  const next = new Uint32Array(ranks.length + 1);
  const rankOf = (row: number): number => ranks[groupOf(row)] ?? 0;
  for (const row of rows) count(next, rankOf(row) + 1);
  for (let rank = 1; rank < next.length; rank++) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) sorted[count(next, rankOf(row))] = row;
  return sorted;
}

/** Adds one at a place; what stood there before. */
function count(numbers: Uint32Array, at: number): number {
  const before = numbers[at] ?? 0;
  numbers[at] = before + 1;
  return before;
}

/** Those of `rows` whose claim, rule, name or message holds the text; a slice of time at a time. */
export async function searchIn(
  store: FindingStore,
  rows: Uint32Array,
  text: string,
  signal: AbortSignal,
): Promise<Uint32Array | undefined> {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return rows;
  const found: number[] = [];
  let sliceEnd = performance.now() + 8;
  for (const row of rows) {
    const { claim, rule, name, message, file } = store.parse(row);
    if ([claim, rule, name, message, file].some((part) => part?.toLowerCase().includes(wanted)))
      found.push(row);
    if (performance.now() > sliceEnd) {
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return undefined;
      sliceEnd = performance.now() + 8;
    }
  }
  return Uint32Array.from(found);
}

function verdictCodes(wanted: ReadonlySet<Verdict>): boolean[] {
  return verdicts.map((verdict) => wanted.has(verdict));
}

/** The rank of each group when their values are sorted. */
function ranksOf<T>(values: readonly T[], compare: (a: T, b: T) => number): Uint32Array {
  const ranks = new Uint32Array(values.length);
  [...values.entries()]
    .sort(([, a], [, b]) => compare(a, b))
    .forEach(([group], rank) => {
      ranks[group] = rank;
    });
  return ranks;
}
