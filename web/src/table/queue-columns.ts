// SPDX-License-Identifier: Apache-2.0
// The work queue's columns: how wide, how sorted, and what stands in a cell.
import { html, nothing } from 'lit';
import type { SortKey } from '../findings/claim-order.js';
import type { ClaimStore } from '../findings/claim-store.js';
import type { FindingStore } from '../findings/store.js';
import { showDay } from '../formats/days.js';
import { showCents } from '../formats/money.js';
import { showCount } from '../formats/numbers.js';
import { verdictBadge } from '../view/icons.js';
import { words } from '../words/index.js';

const said = words.queue;

/** What the cells are made of. */
export interface QueueData {
  claims: ClaimStore;
  findings: FindingStore;
  /** The day of the check, from 1970. */
  today: number;
  /** Are patients' identifiers shown? */
  identifiers: boolean;
}

export const columnIds = [
  'verdict',
  'claim',
  'patient',
  'payer',
  'day',
  'problem',
  'rule',
  'risk',
  'left',
  'billed',
  'lines',
  'file',
] as const;

export type ColumnId = (typeof columnIds)[number];

export interface QueueColumn {
  /** How narrow it may be, in rem, and what it grows to: some rem, or all there is. */
  least: number;
  most?: string;
  sort?: SortKey;
  /** A number: stands at the right. */
  number?: boolean;
  /** Cannot be left out. */
  always?: boolean;
  cell(data: QueueData, row: number): unknown;
}

/** A claim is known by the id that the practice gave it; without one by its place in the file. */
export function nameOfClaim(claims: ClaimStore, row: number): string {
  return claims.id(row) || said.noId(claims.index(row) + 1);
}

export function nameOfPayer(claims: ClaimStore, payer: number): string {
  const { name = '', id = '', class: kind = '' } = claims.payers[payer] ?? {};
  return name || id || (kind && kind !== 'unknown' ? (words.payerClass[kind] ?? kind) : said.unnamedPayer);
}

export const columns: Record<ColumnId, QueueColumn> = {
  verdict: {
    least: 10.25,
    sort: 'verdict',
    always: true,
    cell: ({ claims }, row) => verdictBadge(claims.verdict(row)),
  },
  claim: {
    least: 7,
    most: '8.5rem',
    sort: 'claim',
    always: true,
    cell: ({ claims }, row) => html`<b>${nameOfClaim(claims, row)}</b>`,
  },
  patient: {
    least: 6,
    cell: ({ claims, identifiers }, row) =>
      identifiers
        ? claims.subscriber(row)
        : html`<span aria-hidden="true">••••</span><span class="visually-hidden">${said.hidden}</span>`,
  },
  payer: {
    least: 8,
    most: '10rem',
    sort: 'payer',
    cell: ({ claims }, row) => nameOfPayer(claims, claims.payer(row)),
  },
  day: {
    least: 5.5,
    sort: 'day',
    cell: ({ claims }, row) => optional(claims.day(row), showDay),
  },
  problem: {
    least: 12,
    most: '1fr',
    always: true,
    cell: problem,
  },
  rule: {
    least: 4.75,
    sort: 'rule',
    cell: ({ claims, findings }, row) =>
      claims.top(row) < 0 ? nothing : findings.rules[findings.rule(claims.top(row))],
  },
  risk: {
    least: 5.5,
    sort: 'risk',
    number: true,
    cell: ({ claims }, row) => {
      const risk = claims.risk(row);
      return risk > 0 ? html`<b>${showCents(risk)}</b>` : nothing;
    },
  },
  left: { least: 5.75, sort: 'left', number: true, cell: daysLeft },
  billed: {
    least: 5.5,
    sort: 'billed',
    number: true,
    cell: ({ claims }, row) => showCents(claims.billed(row)),
  },
  lines: { least: 3, number: true, cell: ({ claims }, row) => showCount(claims.lines(row)) },
  file: { least: 6, most: '10rem', sort: 'file', cell: ({ claims }, row) => claims.file(row) },
};

/** As in grid-template-columns, behind the boxes to tick; and how wide a row is at least, its gaps and edges among it. */
export function widthsOf(ids: readonly ColumnId[]): { columns: string; least: string } {
  const widths = ids.map((id) => {
    const { least, most } = columns[id];
    return most ? `minmax(${least}rem, ${most})` : `${least}rem`;
  });
  return { columns: ['2rem', ...widths].join(' '), least: `${leastWidth(ids)}rem` };
}

/** What gives way first where there is little room. */
const givesWay: readonly ColumnId[] = ['rule', 'day', 'payer', 'file'];

/**
 * What is shown when nothing was chosen, in so many rem: a file only where there are several, no patients, and no more
 * than there is room for.
 */
export function usualColumns(files: number, room: number): ColumnId[] {
  const left: ColumnId[] = ['patient', 'billed', 'lines', ...(files > 1 ? [] : (['file'] as const))];
  const shown = (): ColumnId[] => columnIds.filter((id) => !left.includes(id));
  for (const id of givesWay) if (leastWidth(shown()) > room) left.push(id);
  return shown();
}

/** In rem, with gaps, edges and the boxes to tick. */
function leastWidth(ids: readonly ColumnId[]): number {
  return ids.reduce((sum, id) => sum + columns[id].least + 0.75, 2 + 1.5);
}

function problem({ claims, findings }: QueueData, row: number): unknown {
  const reason = claims.ignored.get(row);
  if (reason !== undefined) return html`<span class="soft">${said.ignoredBecause(reason)}</span>`;
  const mark = claims.corrections.has(row) ? html`<span class="mark">${said.corrected}</span> ` : nothing;
  const top = claims.top(row);
  const message = top < 0 ? '' : findings.finding(top).message;
  const more = claims.problems(row) - 1;
  if (!message) return html`${mark}<span class="soft">${said.nothingAgainst}</span>`;
  return html`${mark}${more > 0 ? html`<span class="more">${said.moreProblems(more)}</span> ` : nothing}<span lang="en">${message}</span>`;
}

function daysLeft({ claims, today }: QueueData, row: number): unknown {
  const last = claims.lastDay(row);
  if (last === undefined) return html`<span class="visually-hidden">${said.noLimit}</span>`;
  const left = last - today;
  if (left < 0) return html`<b class="late">${said.passed}</b>`;
  if (left === 0) return html`<b class="soon">${said.today}</b>`;
  // Where there is no head over the column, the number needs a word beside it.
  const days = html`${showCount(left)}<span class="unit"> ${said.daysLeft}</span>`;
  return left > 14 ? days : html`<b class="soon">${days}</b>`;
}

function optional<T>(value: T | undefined, show: (value: T) => string): unknown {
  return value === undefined ? nothing : show(value);
}
