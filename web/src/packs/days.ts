// SPDX-License-Identifier: Apache-2.0
// The dates of service on the page, held against the days of a table: one of another year says nothing of them.
import type { Claim } from '../claim/model.js';
import type { ClaimStore } from '../findings/claim-store.js';
import { localDay, showDate } from '../formats/dates.js';
import { words } from '../words/index.js';
import type { PackFacts } from './pack-facts.js';

/** ISO days, both included. */
export interface Days {
  first: string;
  last: string;
}

/** First and last day of service on the page; undefined when there is none. */
export function daysOfClaims(claim: Claim | undefined, claims: ClaimStore | undefined): Days | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < (claims?.size ?? 0); row++) {
    const day = claims?.day(row);
    if (day === undefined) continue;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  const days = (claim?.lines ?? [])
    .map(({ from }) => from ?? '')
    .filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day));
  if (first <= last) days.push(isoOf(first), isoOf(last));
  days.sort();
  const [earliest, latest] = [days[0], days.at(-1)];
  return earliest && latest ? { first: earliest, last: latest } : undefined;
}

/** What is to be said of a table's days; '' when they are those of the claims. */
export function dayWarning(pack: PackFacts, all: readonly PackFacts[], claims: Days | undefined): string {
  const said = words.packs;
  const today = localDay();
  const asked = claims ?? { first: today, last: today };
  const covers = (one: PackFacts): boolean =>
    one.table === pack.table && one.from <= asked.last && (one.to === '' || heldUntil(one) >= asked.first);
  if (pack.from === '' || all.some(covers)) return '';
  if (claims) return said.outside(showWindow(pack), showWindow({ from: claims.first, to: claims.last }));
  return pack.to !== '' && heldUntil(pack) < today ? said.ended(showDate(pack.to)) : '';
}

/** An amount of the fee schedule holds to the end of its year. */
function heldUntil({ table, to }: PackFacts): string {
  return table === 'physician-fees' ? `${to.slice(0, 4)}-12-31` : to;
}

/** "10/01/2026 – 12/31/2026" */
export function showWindow({ from, to }: Pick<PackFacts, 'from' | 'to'>): string {
  if (to === '') return words.packs.from(showDate(from));
  return from === to ? showDate(from) : `${showDate(from)} – ${showDate(to)}`;
}

function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
