// SPDX-License-Identifier: Apache-2.0
// What a replay comes to: the figures, and what was denied beside what the rules had said.
import { html, nothing, svg, type TemplateResult } from 'lit';
import { readCents, showCents } from '../formats/money.js';
import { showCount } from '../formats/numbers.js';
import { percent, percentText } from '../pictures/bars-view.js';
import { verdictIcon } from '../view/icons.js';
import { words } from '../words/index.js';
import type { Look } from './look.js';
import type { Digest } from './report.js';
import { money, tableView } from './table-view.js';

const said = words.remittances;

export function figuresView({ claims, verdicts, money: sums, byMonth }: Digest): TemplateResult {
  const pass = byMonth.rows.reduce((sum, { first_pass }) => sum + first_pass, 0);
  const { figures } = said;
  return html`<ul class="figures">
    ${figure(showCount(claims.answered), figures.answered, figures.answeredOf(showCount(claims.injection)))}
    ${figure(
      percentText(pass, claims.answered) || said.rates.none,
      figures.firstPass,
      figures.firstPassOf(showCount(pass), showCount(claims.answered)),
    )}
    ${figure(showCount(verdicts.denied), figures.denied, money(sums.denied))}
    ${figure(showCount(verdicts.caught), figures.caught, money(sums.caught), verdictIcon('clean'))}
    ${figure(showCount(verdicts.missed), figures.missed, money(sums.missed), verdictIcon('deny'))}
    ${figure(showCount(verdicts.flagged_but_paid), figures.alarms, money(sums.flagged_but_paid), verdictIcon('may'))}
  </ul>`;
}

function figure(value: string, name: string, more: string, icon?: TemplateResult): TemplateResult {
  return html`<li>
    <span class="value">${value}</span><span class="name">${icon ?? nothing} ${name}</span><span class="hint">${more}</span>
  </li>`;
}

interface Row {
  name: string;
  className?: string;
  lines: number;
  injections: number;
  cents: number;
}

const settled = ['paid', 'patient', 'partly_denied', 'denied', 'rejected'];

/** Denied lines by whether a rule had spoken; beneath it everything that there is, so that nothing is left out. */
export function verdictsView({ digest }: Look): TemplateResult {
  const { verdicts, money: sums } = digest;
  const { denied, caught, missed, flagged_but_paid: alarms } = verdicts;
  const texts = said.verdicts;
  return html`<section class="chart verdicts" aria-labelledby="chart-verdicts">
    <h2 id="chart-verdicts">${texts.title}</h2>
    <svg class="track stack" aria-hidden="true" focusable="false">
      <rect class="seen" width=${percent(caught, denied + alarms)} height="100%" />
      ${svg`<rect class="missed" x=${percent(caught, denied + alarms)} width=${percent(missed, denied + alarms)} height="100%" />`}
      ${svg`<rect class="alarm" x=${percent(denied, denied + alarms)} width=${percent(alarms, denied + alarms)} height="100%" />`}
    </svg>
    ${tableView(
      'chart-verdicts',
      texts.title,
      [
        {
          name: said.columns.what,
          cell: ({ name, className }) =>
            html`<span class=${className ?? nothing}>${swatchOf(className)}${name}</span>`,
        },
        { name: said.columns.lines, number: true, cell: ({ lines }) => showCount(lines) },
        { name: said.columns.injections, number: true, cell: ({ injections }) => showCount(injections) },
        { name: said.columns.money, number: true, cell: ({ cents }) => showCents(cents) },
      ],
      rowsOf(digest),
    )}
    <div class="sentences">
      <p>${texts.money(money(sums.charged), money(sums.paid), money(sums.patient), money(sums.contract))}</p>
      ${
        caught + alarms > 0
          ? html`<p>${texts.precision(showCount(caught), showCount(caught + alarms), percentText(caught, caught + alarms))}</p>`
          : nothing
      }
      ${denied > 0 ? html`<p>${texts.recall(showCount(caught), showCount(denied), percentText(caught, denied))}</p>` : nothing}
      ${verdicts.same_reason > 0 ? html`<p>${texts.sameReason(verdicts.same_reason)}</p>` : nothing}
      ${verdicts.recovered > 0 ? html`<p>${texts.recovered(verdicts.recovered, money(sums.recovered))}</p>` : nothing}
    </div>
  </section>`;
}

function swatchOf(className: string | undefined): TemplateResult | typeof nothing {
  if (!className?.startsWith('part ')) return nothing;
  return html`<svg class="track swatch" aria-hidden="true" focusable="false"><rect class=${className.slice(5)} width="100%" height="100%" rx="2" /></svg> `;
}

function rowsOf({ verdicts, money: sums, lines }: Digest): Row[] {
  const texts = said.verdicts;
  const cents = (text: string | undefined): number => readCents(text) ?? 0;
  const of = (
    name: string,
    key: 'denied' | 'caught' | 'missed' | 'flagged_but_paid',
    className?: string,
  ): Row => ({
    name,
    ...(className ? { className } : {}),
    lines: verdicts[key],
    injections: verdicts[`${key}_injection`],
    cents: cents(sums[key]),
  });
  const open = Object.entries(lines).filter(([outcome, row]) => !settled.includes(outcome) && row.lines > 0);
  const sum = (pick: (row: Digest['lines'][string]) => number): number =>
    open.reduce((all, [, row]) => all + pick(row), 0);
  return [
    of(texts.denied, 'denied'),
    of(texts.caught, 'caught', 'part seen'),
    of(texts.missed, 'missed', 'part missed'),
    of(texts.alarms, 'flagged_but_paid', 'part alarm'),
    {
      name: texts.quiet,
      lines: verdicts.quiet_and_paid,
      injections: verdicts.quiet_and_paid_injection,
      cents: cents(lines.paid?.charge) + cents(lines.patient?.charge) - cents(sums.flagged_but_paid),
    },
    ...(open.length > 0
      ? [
          {
            name: texts.open,
            lines: sum((row) => row.lines),
            injections: sum((row) => row.lines_injection),
            cents: sum((row) => cents(row.charge)),
          },
        ]
      : []),
    ...open.map(([outcome, row]) => ({
      name: said.outcomes[outcome] ?? outcome,
      className: 'under',
      lines: row.lines,
      injections: row.lines_injection,
      cents: cents(row.charge),
    })),
  ];
}
