// SPDX-License-Identifier: Apache-2.0
// Denials by the payer's reason and by root cause, and the rules by how often they were right: charts with their tables.
import { nice, ticks } from 'd3-array';
import { html, nothing, type TemplateResult } from 'lit';
import { readCents, showCents } from '../formats/money.js';
import { showCount } from '../formats/numbers.js';
import { percentText } from '../pictures/bars-view.js';
import { ruleLink } from '../view/rule-link.js';
import { words } from '../words/index.js';
import { type Bars, barsView } from './bars.js';
import type { Look } from './look.js';
import type { ByCause, ByReason, ByRemark, ByRule } from './report.js';
import { type Column, chartTable, few, money } from './table-view.js';

const said = words.remittances;
const named = said.columns;

/** A root cause in words. */
export function causeName(cause: string, look: Look): string {
  return said.causeNames[cause] ?? look.digest.causes.find((one) => one.cause === cause)?.words ?? cause;
}

function legend(): Bars['legend'] {
  return [
    ['seen', named.seen],
    ['missed', named.missed],
  ];
}

/** Round steps up to the largest amount. */
function moneyScale(rows: readonly { denied: string }[]): Pick<Bars, 'top' | 'marks'> {
  const largest = Math.max(0, ...rows.map(({ denied }) => readCents(denied) ?? 0));
  const [, top] = nice(0, largest, 4);
  return { top, marks: ticks(0, top, 4).map((at) => ({ at, text: showCents(at).replace(/\.00$/, '') })) };
}

type Counted = Pick<ByReason, 'lines' | 'lines_injection' | 'denied' | 'caught' | 'missed' | 'missed_money'>;

/** A bar's length is money, its parts are what a rule saw before and what none did. */
function partsOf({ denied, missed_money }: Counted): Bars['bars'][number]['parts'] {
  const missed = readCents(missed_money) ?? 0;
  return [
    { colour: 'seen', value: (readCents(denied) ?? 0) - missed },
    { colour: 'missed', value: missed },
  ];
}

function earOf({ lines, caught, missed, denied }: Counted): string {
  const counts = `${named.seen}: ${showCount(caught)}, ${named.missed}: ${showCount(missed)}`;
  return said.showLines(`${money(denied)}; ${named.lines}: ${showCount(lines)}, ${counts}`);
}

function countColumns(): Column<Counted>[] {
  return [
    { name: named.lines, number: true, cell: ({ lines }) => showCount(lines) },
    { name: named.injections, number: true, cell: ({ lines_injection: lines }) => showCount(lines) },
    { name: named.seen, number: true, cell: ({ caught }) => showCount(caught) },
    { name: named.missed, number: true, cell: ({ missed }) => showCount(missed) },
    { name: named.denied, number: true, cell: ({ denied }) => money(denied) },
    { name: named.missedMoney, number: true, cell: ({ missed_money }) => money(missed_money) },
  ];
}

const rulesColumn = ({ rules }: Pick<ByReason, 'rules'>): unknown =>
  rules.slice(0, 6).map(({ rule }, at) => html`${at > 0 ? ' ' : nothing}${ruleLink(rule)}`);

export function reasonsView(look: Look): TemplateResult {
  const { byReason } = look.digest;
  const { title, hint, noReason, nothing: none } = said.reasons;
  const wordsOf = ({ causes }: ByReason): string => causeName(causes[0]?.cause ?? '', look);
  const table = chartTable<ByReason>(
    look,
    { id: 'reasons', title, table: 'by_reason' },
    [
      { name: named.reason, cell: ({ shown }) => html`<b>${shown ?? noReason}</b>` },
      { name: named.cause, text: true, cell: (row) => wordsOf(row) },
      { name: named.remarks, cell: ({ rarcs }) => few(rarcs.map(({ rarc }) => rarc)) },
      ...countColumns(),
      { name: named.rules, text: true, cell: rulesColumn },
    ],
    byReason,
  );
  return barsView(look, {
    id: 'reasons',
    title,
    hint,
    legend: legend(),
    nothing: none,
    ...moneyScale(byReason.rows),
    bars: byReason.rows.map((row) => ({
      name: row.shown ?? noReason,
      more: wordsOf(row),
      parts: partsOf(row),
      figure: money(row.denied),
      ear: earOf(row),
      pick: () =>
        look.showLines(row.missed > 0 ? 'missed' : 'caught', {
          by: 'carc',
          key: row.reason,
          name: row.shown ?? noReason,
        }),
    })),
    table: html`${table}${remarksTable(look)}`,
  });
}

/** Remarks stand beside a reason, and a line may have several: they have a table of their own. */
function remarksTable(look: Look): TemplateResult | typeof nothing {
  const { byRemark } = look.digest;
  if (byRemark.count === 0) return nothing;
  return chartTable<ByRemark>(
    look,
    { id: 'reasons', title: said.reasons.remarks, table: 'by_rarc' },
    [
      { name: named.remarks, cell: ({ rarc }) => html`<b>${rarc}</b>` },
      { name: named.lines, number: true, cell: ({ lines }) => showCount(lines) },
      { name: named.missed, number: true, cell: ({ missed }) => showCount(missed) },
    ],
    byRemark,
    said.reasons.remarks,
  );
}

export function causesView(look: Look): TemplateResult {
  const { causes } = look.digest;
  const { title, hint } = said.causes;
  const table = chartTable<ByCause>(
    look,
    { id: 'causes', title, table: 'causes' },
    [
      { name: named.cause, text: true, cell: ({ cause }) => html`<b>${causeName(cause, look)}</b>` },
      ...countColumns(),
      {
        name: named.reason,
        cell: ({ reasons }) => few(reasons.map(({ reason }) => reason ?? said.rates.none)),
      },
      { name: named.families, cell: ({ families }) => families ?? '' },
    ],
    { rows: causes, count: causes.length },
  );
  return barsView(look, {
    id: 'causes',
    title,
    hint,
    legend: legend(),
    nothing: said.reasons.nothing,
    ...moneyScale(causes),
    bars: causes.map((row) => ({
      name: causeName(row.cause, look),
      parts: partsOf(row),
      figure: money(row.denied),
      ear: earOf(row),
      pick: () =>
        look.showLines(row.missed > 0 ? 'missed' : 'caught', {
          by: 'cause',
          key: row.cause,
          name: causeName(row.cause, look),
        }),
    })),
    table,
  });
}

export function rulesView(look: Look): TemplateResult {
  const { byRule } = look.digest;
  const texts = said.rules;
  const share = (part: number, all: number): string =>
    all > 0 ? `${texts.ofAll(showCount(part), showCount(all))} · ${percentText(part, all)}` : said.rates.none;
  const table = chartTable<ByRule>(
    look,
    { id: 'rules', title: texts.title, table: 'by_rule' },
    [
      {
        name: named.rule,
        text: true,
        cell: ({ rule, name }) => html`<span lang="en">${ruleLink(rule, name.replaceAll('-', ' '))}</span>`,
      },
      { name: named.flags, number: true, cell: ({ flags }) => showCount(flags) },
      { name: named.right, number: true, cell: ({ right }) => showCount(right) },
      { name: named.alarms, number: true, cell: ({ false_alarms }) => showCount(false_alarms) },
      { name: named.open, number: true, cell: ({ not_comparable }) => showCount(not_comparable) },
      {
        name: named.precision,
        number: true,
        cell: ({ right, false_alarms }) => share(right, right + false_alarms),
      },
      {
        name: named.recall,
        number: true,
        cell: ({ forecast_caught, forecast_lines }) => share(forecast_caught, forecast_lines),
      },
      { name: named.deniedLines, number: true, cell: ({ denied_lines }) => showCount(denied_lines) },
      { name: named.deniedMoney, number: true, cell: ({ denied }) => money(denied) },
      { name: named.paidMoney, number: true, cell: ({ flagged_but_paid }) => money(flagged_but_paid) },
    ],
    { rows: byRule, count: byRule.length },
  );
  const sorted = byRule.toSorted((a, b) => b.right + b.false_alarms - a.right - a.false_alarms);
  const [, top] = nice(0, Math.max(1, ...sorted.map((row) => row.right + row.false_alarms)), 4);
  return barsView(look, {
    id: 'rules',
    title: texts.title,
    hint: texts.hint,
    legend: [
      ['seen', texts.right],
      ['alarm', texts.alarms],
    ],
    nothing: texts.nothing,
    top,
    marks: ticks(0, top, 4)
      .filter(Number.isInteger)
      .map((at) => ({ at, text: showCount(at) })),
    bars: sorted.map((row) => {
      const { rule, name, right, false_alarms } = row;
      const counts = [showCount(right), showCount(right + false_alarms)] as const;
      const ear = texts.forEar(...counts);
      return {
        name: rule,
        more: name.replaceAll('-', ' '),
        english: true,
        parts: [
          { colour: 'seen', value: right },
          { colour: 'alarm', value: false_alarms },
        ],
        figure: texts.ofAll(...counts),
        ear: false_alarms > 0 ? said.showLines(ear) : ear,
        pick:
          false_alarms > 0
            ? () => look.showLines('alarms', { by: 'rule', key: rule, name: rule })
            : undefined,
      };
    }),
    table,
  });
}
