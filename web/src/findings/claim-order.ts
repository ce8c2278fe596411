// SPDX-License-Identifier: Apache-2.0
// Which claims the work queue shows and in which order: by several columns at once, a slice of time at a time.
import { type Bucket, buckets } from './buckets.js';
import type { ClaimStore } from './claim-store.js';
import { eachIn, ranksOfFew, ranksOfTexts, rowsThat, sortedBy, Turns } from './sorting.js';
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

/** The rows that match, in order. Rejects with the signal's reason when it is aborted. */
export async function orderOfClaims(
  claims: ClaimStore,
  findings: FindingStore,
  query: ClaimQuery,
  signal: AbortSignal,
): Promise<Uint32Array> {
  const turns = new Turns(signal);
  let rows = await matching(claims, findings, query, turns);
  if (query.text.trim() !== '') rows = await searched(claims, findings, rows, query.text, turns);
  for (const { key, down } of [...query.sort].reverse())
    rows = await sortedBy(rows, await valuesOf(claims, findings, rows, key, turns), down, turns);
  return rows;
}

async function matching(
  claims: ClaimStore,
  findings: FindingStore,
  { bucket, rule, payer, among, hideResolved }: ClaimQuery,
  turns: Turns,
): Promise<Uint32Array> {
  const wanted = bucket === 'all' ? -1 : buckets.indexOf(bucket);
  const named = rule < 0 ? undefined : await claimsWith(claims, findings, rule, turns);
  return rowsThat(claims.size, turns, (row) => {
    const own = claims.bucketCode(row);
    if (own < 0 || (wanted >= 0 && own !== wanted)) return false;
    if (among && among[row] !== 1) return false;
    if (payer >= 0 && claims.payer(row) !== payer) return false;
    if (named && named[row] !== 1) return false;
    return !(hideResolved && claims.isResolved(row));
  });
}

async function claimsWith(
  claims: ClaimStore,
  findings: FindingStore,
  rule: number,
  turns: Turns,
): Promise<Uint8Array> {
  const named = new Uint8Array(claims.size);
  await eachIn(findings.size, turns, (finding) => {
    if (findings.rule(finding) !== rule || findings.isAside(finding)) return;
    const row = claims.claimOfFinding(finding);
    if (row >= 0) named[row] = 1;
  });
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

/** What a column sorts by, as a whole number; undefined where it is not known. */
async function valuesOf(
  claims: ClaimStore,
  findings: FindingStore,
  rows: Uint32Array,
  key: SortKey,
  turns: Turns,
): Promise<(row: number) => number | undefined> {
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
    case 'claim': {
      const ranks = await ranksOfTexts(rows.length, (at) => claims.id(rows[at] ?? 0), turns);
      const places = new Uint32Array(claims.size);
      await eachIn(rows.length, turns, (at) => {
        places[rows[at] ?? 0] = ranks[at] ?? 0;
      });
      return (row) => places[row];
    }
    case 'payer': {
      const ranks = ranksOfFew(claims.payers.map(({ name, id }) => name || id));
      return (row) => ranks[claims.payer(row)];
    }
    case 'rule': {
      const ranks = ranksOfFew(findings.rules);
      return (row) => (claims.top(row) < 0 ? undefined : ranks[findings.rule(claims.top(row))]);
    }
    case 'file':
      return (row) => row;
  }
}
