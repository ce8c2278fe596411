// SPDX-License-Identifier: Apache-2.0
// How many claims were clean before they were sent, and how many were paid the first time: by month and by payer.
import { html, type TemplateResult } from 'lit';
import { showCount } from '../formats/numbers.js';
import { percentText } from '../pictures/bars-view.js';
import { words } from '../words/index.js';
import { type Bar, type Bars, barsView } from './bars.js';
import type { Look } from './look.js';
import type { Period, Rows } from './report.js';
import { type Column, chartTable, money } from './table-view.js';

const said = words.remittances;
const named = said.columns;

/** A longer list helps nobody. */
const mostPayers = 200;

/** Of a payer in `look.payer`. */
export function payerKey({ payer, payer_class }: Pick<Period, 'payer' | 'payer_class'>): string {
  return `${payer_class}\t${payer}`;
}

function payerName({ payer, payer_class }: Pick<Period, 'payer' | 'payer_class'>): string {
  return payer || (words.payerClass[payer_class] ?? payer_class);
}

const share = (part: number, all: number): string => percentText(part, all) || said.rates.none;

function barOf(row: Period, name: string, more?: string): Bar {
  const { claims, clean, answered, first_pass } = row;
  const [cleanShare, passShare] = [share(clean, claims), share(first_pass, answered)];
  return {
    name,
    more,
    parts: [
      { colour: 'seen', value: claims > 0 ? clean / claims : 0 },
      { colour: 'pass', value: answered > 0 ? first_pass / answered : 0 },
    ],
    figure: `${cleanShare} · ${passShare}`,
    ear: said.rates.forEar(cleanShare, passShare),
  };
}

function scale(): Pick<Bars, 'top' | 'marks' | 'legend' | 'apart'> {
  return {
    top: 1,
    marks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: `${100 * at} %` })),
    legend: [
      ['seen', said.rates.clean],
      ['pass', said.rates.firstPass],
    ],
    apart: true,
  };
}

function columns(first: Column<Period>): Column<Period>[] {
  return [
    first,
    { name: named.claims, number: true, cell: ({ claims }) => showCount(claims) },
    {
      name: named.clean,
      number: true,
      cell: ({ clean, claims }) =>
        html`${showCount(clean)} <span class="soft">${share(clean, claims)}</span>`,
    },
    { name: named.answered, number: true, cell: ({ answered }) => showCount(answered) },
    {
      name: named.firstPass,
      number: true,
      cell: ({ first_pass, answered }) =>
        html`${showCount(first_pass)} <span class="soft">${share(first_pass, answered)}</span>`,
    },
    { name: named.deniedClaims, number: true, cell: ({ denied }) => showCount(denied) },
    { name: named.rejected, number: true, cell: ({ rejected }) => showCount(rejected) },
    { name: named.charged, number: true, cell: ({ charged }) => money(charged) },
    { name: named.paid, number: true, cell: ({ paid }) => money(paid) },
    { name: named.patient, number: true, cell: ({ patient }) => money(patient) },
    { name: named.deniedMoney, number: true, cell: ({ denied_money }) => money(denied_money) },
  ];
}

export function monthsView(look: Look): TemplateResult {
  const { byMonth, byPayer } = look.digest;
  // What was shown before stays until the payer's months are there.
  const { by_payer_month: ofPayer } = look.lists;
  const shown: Rows<Period> = look.payer && ofPayer.count > 0 ? ofPayer : byMonth;
  const { title } = said.months;
  return barsView(look, {
    id: 'months',
    title,
    hint: said.rates.hint,
    ...scale(),
    nothing: said.months.nothing,
    always: shown.rows.length <= 13,
    narrow: true,
    choice: html`<div class="by-payer">
      <label for="months-payer">${said.months.payer}</label>
      <select id="months-payer" @change=${(event: Event) => look.showPayer((event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${look.payer === ''}>${said.months.allPayers}</option>
        ${byPayer.rows.slice(0, mostPayers).map((row) => {
          const key = payerKey(row);
          return html`<option value=${key} ?selected=${key === look.payer}>${payerName(row)}</option>`;
        })}
      </select>
    </div>`,
    bars: shown.rows.map((row) => barOf(row, monthName(row.month))),
    table: chartTable(
      look,
      { id: 'months', title, table: look.payer ? 'by_payer_month' : 'by_month' },
      columns({ name: named.month, cell: ({ month }) => html`<b>${monthName(month)}</b>` }),
      shown,
    ),
  });
}

export function payersView(look: Look): TemplateResult {
  const { byPayer } = look.digest;
  const { title } = said.payers;
  return barsView(look, {
    id: 'payers',
    title,
    ...scale(),
    nothing: said.months.nothing,
    bars: byPayer.rows.map((row) =>
      barOf(row, payerName(row), row.payer ? words.payerClass[row.payer_class] : ''),
    ),
    table: chartTable(
      look,
      { id: 'payers', title, table: 'by_payer' },
      columns({ name: named.payer, cell: (row) => html`<b>${payerName(row)}</b>` }),
      byPayer,
    ),
  });
}

/** 2024-07 as 07/2024, as dates are written here. */
function monthName(month: string): string {
  const parts = /^(\d{4})-(\d{2})$/.exec(month);
  return parts ? `${parts[2]}/${parts[1]}` : month || said.rates.none;
}
