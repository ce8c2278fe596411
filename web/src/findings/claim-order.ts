// SPDX-License-Identifier: Apache-2.0
// Which claims the work queue shows and in which order: by several columns at once, a slice of time at a time.
//
// Rows are sorted by counting, the last column first: each pass keeps the order of the one before. So what a column
// costs is to rank its values once, and nothing compares rows.
import { type Bucket, buckets } from './buckets.js';
import type { ClaimStore } from './claim-store.js';
import type { FindingStore } from './store.js';

export const sortKeys = [
  'risk',
  'left',
  'verdict',
  'claim',
  'payer',
  'day',
  'rule',
  'billed',
  'file',
] as const;

export type SortKey = (typeof sortKeys)[number];

export interface SortBy {
  key: SortKey;
  /** The other way round. */
  down: boolean;
}

export interface ClaimQuery {
  bucket: Bucket | 'all';
  /** Index into the finding store's rules; -1 for all. */
  rule: number;
  /** Index into the claim store's payers; -1 for all. */
  payer: number;
  /** Some claims: a 1 for each row that is meant; all of them if absent. */
  among?: Uint8Array | undefined;
  text: string;
  hideResolved: boolean;
  /** The first column is the main one. */
  sort: readonly SortBy[];
}

/** The column's natural way: the most money, the worst verdict and the nearest limit come first. */
export function naturally(key: SortKey): SortBy {
  return { key, down: key === 'risk' || key === 'billed' };
}

/** Adds a column behind the others, or turns it round; alone, it takes the place of all. */
export function withSort(sort: readonly SortBy[], key: SortKey, alone: boolean): SortBy[] {
  const known = sort.find((one) => one.key === key);
  const next = known ? { key, down: !known.down } : naturally(key);
  if (alone) return [known && sort.length > 1 ? known : next];
  return known ? sort.map((one) => (one.key === key ? next : one)) : [...sort, next];
}

/** A turn for the page, now and then; throws when nobody waits any more. */
export class Turns {
  #end = performance.now() + 8;
  constructor(readonly signal: AbortSignal) {}

  /** Is it time? */
  get due(): boolean {
    return performance.now() > this.#end;
  }

  async take(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.signal.throwIfAborted();
    this.#end = performance.now() + 8;
  }
}

/** The rows that match, in order. Rejects with the signal's reason when it is aborted. */
export async function orderOfClaims(
  claims: ClaimStore,
  findings: FindingStore,
  query: ClaimQuery,
  signal: AbortSignal,
): Promise<Uint32Array> {
  const turns = new Turns(signal);
  let rows = matching(claims, findings, query);
  if (query.text.trim() !== '') rows = await searched(claims, findings, rows, query.text, turns);
  for (const { key, down } of [...query.sort].reverse()) {
    if (key === 'file') {
      if (down)
        rows = byRank(
          rows,
          Uint32Array.from(rows, (_, at) => rows.length - at),
        );
      continue;
    }
    rows = byRank(rows, await ranksOf(claims, findings, rows, key, down, turns));
    if (turns.due) await turns.take();
  }
  return rows;
}

function matching(claims: ClaimStore, findings: FindingStore, query: ClaimQuery): Uint32Array {
  const { rule, payer, among, hideResolved } = query;
  const bucket = query.bucket === 'all' ? -1 : buckets.indexOf(query.bucket);
  const named = rule < 0 ? undefined : claimsWith(claims, findings, rule);
  const rows = new Uint32Array(claims.size);
  let found = 0;
  for (let row = 0; row < claims.size; row++) {
    const own = claims.bucketCode(row);
    if (own < 0 || (bucket >= 0 && own !== bucket)) continue;
    if (among && among[row] !== 1) continue;
    if (payer >= 0 && claims.payer(row) !== payer) continue;
    if (named && named[row] !== 1) continue;
    if (hideResolved && claims.isResolved(row)) continue;
    rows[found++] = row;
  }
  return rows.subarray(0, found);
}

function claimsWith(claims: ClaimStore, findings: FindingStore, rule: number): Uint8Array {
  const named = new Uint8Array(claims.size);
  for (let finding = 0; finding < findings.size; finding++) {
    if (findings.rule(finding) !== rule) continue;
    const row = claims.claimOfFinding(finding);
    if (row >= 0) named[row] = 1;
  }
  return named;
}

/** Those whose id, subscriber, payer or first problem holds the text. */
async function searched(
  claims: ClaimStore,
  findings: FindingStore,
  rows: Uint32Array,
  text: string,
  turns: Turns,
): Promise<Uint32Array> {
  const wanted = text.trim().toLowerCase();
  const holds = (part: string): boolean => part.toLowerCase().includes(wanted);
  const payers = claims.payers.map(({ id, name }) => holds(id) || holds(name));
  const problem = (row: number): boolean => {
    const correction = claims.corrections.get(row);
    if (correction) return holds(correction.message) || holds(correction.rule);
    const top = claims.top(row);
    if (top < 0) return false;
    const { message, rule, name } = findings.parse(top);
    return holds(message) || holds(rule) || holds(name);
  };
  const found: number[] = [];
  for (const row of rows) {
    if (payers[claims.payer(row)] || holds(claims.id(row)) || holds(claims.subscriber(row)) || problem(row))
      found.push(row);
    if (turns.due) await turns.take();
  }
  return Uint32Array.from(found);
}

/** A rank for each of `rows`, from 0; equal values have equal ranks. */
async function ranksOf(
  claims: ClaimStore,
  findings: FindingStore,
  rows: Uint32Array,
  key: Exclude<SortKey, 'file'>,
  down: boolean,
  turns: Turns,
): Promise<Uint32Array> {
  if (key === 'claim') {
    const ranks = await ranksOfTexts(rows.length, (at) => claims.id(rows[at] ?? 0), turns);
    return down ? turned(ranks) : ranks;
  }
  const valueIn = valuesOf(claims, findings, key);
  const values = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const value = valueIn(rows[at] ?? 0);
    values[at] = value === undefined ? Number.POSITIVE_INFINITY : down ? -value : value;
  }
  return ranksOfNumbers(values);
}

/** What a column sorts by, as a number. What is not known comes last, whichever way round. */
function valuesOf(
  claims: ClaimStore,
  findings: FindingStore,
  key: Exclude<SortKey, 'claim' | 'file'>,
): (row: number) => number | undefined {
  switch (key) {
    case 'risk':
      return (row) => claims.risk(row);
    case 'billed':
      return (row) => claims.billed(row);
    case 'left':
      return (row) => claims.lastDay(row);
    case 'day':
      return (row) => claims.day(row);
    case 'verdict':
      return (row) => claims.verdictCode(row);
    case 'payer': {
      const ranks = ranksOfFew(claims.payers.map(({ name, id }) => name || id));
      return (row) => ranks[claims.payer(row)];
    }
    case 'rule': {
      const ranks = ranksOfFew(findings.rules);
      return (row) => (claims.top(row) < 0 ? undefined : ranks[findings.rule(claims.top(row))]);
    }
  }
}

/** Rows by rank, those of one rank in their order. */
function byRank(rows: Uint32Array, ranks: Uint32Array): Uint32Array {
  const next = new Uint32Array(rows.length + 2);
  for (const rank of ranks) next[rank + 1] = (next[rank + 1] ?? 0) + 1;
  for (let rank = 1; rank < next.length; rank++) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const rank = ranks[at] ?? 0;
    const place = next[rank] ?? 0;
    next[rank] = place + 1;
    sorted[place] = rows[at] ?? 0;
  }
  return sorted;
}

/** Numbers are sorted by the browser itself, which takes a few milliseconds for a hundred thousand. */
function ranksOfNumbers(values: Float64Array): Uint32Array {
  const different = values.slice().sort();
  let count = 0;
  for (const value of different)
    if (count === 0 || value !== different[count - 1]) different[count++] = value;
  const sorted = different.subarray(0, count);
  return Uint32Array.from(values, (value) => placeOf(sorted, value));
}

function placeOf(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const collator = new Intl.Collator('en', { numeric: true });

function ranksOfFew(texts: readonly string[]): Uint32Array {
  const ranks = new Uint32Array(texts.length);
  [...texts.entries()]
    .sort(([, a], [, b]) => collator.compare(a, b))
    .forEach(([index], rank) => {
      ranks[index] = rank;
    });
  return ranks;
}

/** Many texts: sorted in short runs, which are then merged, so that the page has its turns in between. */
async function ranksOfTexts(
  count: number,
  textOf: (at: number) => string,
  turns: Turns,
): Promise<Uint32Array> {
  const texts: string[] = [];
  for (let at = 0; at < count; at++) {
    texts.push(textOf(at));
    if (turns.due) await turns.take();
  }
  const compare = (a: number, b: number): number => collator.compare(texts[a] ?? '', texts[b] ?? '');
  let runs: number[][] = [];
  for (let at = 0; at < count; at += 1000) {
    const run = Array.from({ length: Math.min(1000, count - at) }, (_, more) => at + more);
    runs.push(run.sort(compare));
    if (turns.due) await turns.take();
  }
  while (runs.length > 1) {
    const merged: number[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(await merge(runs[at] ?? [], runs[at + 1] ?? [], compare, turns));
    runs = merged;
  }
  const ranks = new Uint32Array(count);
  const [sorted = []] = runs;
  for (const [place, at] of sorted.entries()) {
    const before = sorted[place - 1];
    ranks[at] = before !== undefined && compare(before, at) === 0 ? (ranks[before] ?? 0) : place;
    if (turns.due) await turns.take();
  }
  return ranks;
}

async function merge(
  left: number[],
  right: number[],
  compare: (a: number, b: number) => number,
  turns: Turns,
): Promise<number[]> {
  const merged: number[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    const a = left[l] ?? 0;
    const b = right[r] ?? 0;
    if (compare(a, b) <= 0) {
      merged.push(a);
      l++;
    } else {
      merged.push(b);
      r++;
    }
    if ((merged.length & 255) === 0 && turns.due) await turns.take();
  }
  return merged.concat(left.slice(l), right.slice(r));
}

function turned(ranks: Uint32Array): Uint32Array {
  const highest = ranks.reduce((most, rank) => Math.max(most, rank), 0);
  return ranks.map((rank) => highest - rank);
}
