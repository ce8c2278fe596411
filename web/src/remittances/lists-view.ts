// SPDX-License-Identifier: Apache-2.0
// Line by line: what was missed, seen before, or flagged and paid; what does not add up; what found no match.
import { html, nothing, type TemplateResult } from 'lit';
import { showDate } from '../formats/dates.js';
import { readCents, showCents } from '../formats/money.js';
import { showBytes, showCount } from '../formats/numbers.js';
import { ruleLink } from '../view/rule-link.js';
import { words } from '../words/index.js';
import type { ClaimPlace, Kind, Look } from './look.js';
import { causeName } from './reasons-view.js';
import type { Denied, FalseAlarm, ListName, RemitFile } from './report.js';
import { type Column, claimColumn, listView, money, tableView } from './table-view.js';

const said = words.remittances;
const named = said.columns;

const at = ({ remit_file, segment }: { remit_file: string; segment: number }): string =>
  said.lines.at(remit_file, segment);

const chargeColumn = (): Column<{ charge: string }> => ({
  name: named.charge,
  number: true,
  cell: ({ charge }) => money(charge),
});

/** Denied lines and false alarms, each with a way to its claim. */
export function linesView(look: Look): TemplateResult {
  const { kind, only, digest } = look;
  const texts = said.lines;
  const counts: Record<Kind, number> = {
    missed: digest.verdicts.missed,
    caught: digest.verdicts.caught,
    alarms: digest.byRule.reduce((sum, { false_alarms }) => sum + false_alarms, 0),
  };
  return html`<section class="chart wide" id="lines" aria-labelledby="chart-lines" tabindex="-1">
    <h2 id="chart-lines">${texts.title}</h2>
    <div class="chips" role="group" aria-label=${texts.title}>
      ${(['missed', 'caught', 'alarms'] as const).map(
        (
          one,
        ) => html`<button type="button" class="chip" aria-pressed=${one === kind} @click=${() => look.showLines(one, fits(one, look) ? only : undefined)}>
          ${texts[one]} <b>${showCount(counts[one])}</b>
        </button>`,
      )}
    </div>
    ${
      only
        ? html`<p class="only">
            <span>${texts.only(only.name)}</span>
            <button type="button" class="quiet" @click=${() => look.showLines(kind)}>${texts.onlyEnd}</button>
          </p>`
        : nothing
    }
    <p class="hint">${texts[`${kind}Hint`]}</p>
    ${
      kind === 'alarms'
        ? nothing
        : html`<label class="tick">
            <input type="checkbox" .checked=${look.injections} @change=${(event: Event) => look.showInjections((event.target as HTMLInputElement).checked)} />
            ${texts.injections}
          </label>`
    }
    ${kind === 'alarms' ? alarmsList(look) : denialsList(look)}
  </section>`;
}

/** A rule narrows false alarms, a reason what was denied. */
function fits(kind: Kind, { only }: Look): boolean {
  return (only?.by === 'rule') === (kind === 'alarms');
}

function picked(look: Look): string {
  const { kind, only } = look;
  return said.lines.picked([said.lines[kind], only?.name].filter(Boolean).join(', '));
}

function denialsList(look: Look): TemplateResult {
  const { rows, count } = look.lists.denials;
  if (count === 0) return html`<p>${said.lines.none}</p>`;
  const columns: Column<Denied>[] = [
    claimColumn(look, rows, picked(look)),
    { name: named.line, number: true, cell: ({ line }) => showCount(line) },
    { name: named.code, cell: ({ code }) => code ?? '' },
    {
      name: named.reason,
      cell: ({ reason, rarcs }) => html`<b>${reason ?? said.reasons.noReason}</b> ${rarcs.join(' ')}`,
    },
    { name: named.cause, cell: ({ cause }) => causeName(cause, look) },
    { name: named.denied, number: true, cell: ({ denied }) => money(denied) },
    {
      name: named.recovered,
      number: true,
      cell: ({ recovered }) => (readCents(recovered) ? money(recovered) : ''),
    },
    { name: named.answer, cell: at },
  ];
  return listView(look, { list: 'denials', id: 'chart-lines', title: said.lines.title }, columns);
}

function alarmsList(look: Look): TemplateResult {
  const { rows, count } = look.lists.false_alarms;
  if (count === 0) return html`<p>${said.lines.none}</p>`;
  const columns: Column<FalseAlarm>[] = [
    claimColumn(look, rows, picked(look)),
    {
      name: named.line,
      number: true,
      cell: ({ line }) => (line === null ? said.lines.wholeClaim : showCount(line)),
    },
    { name: named.rule, cell: ({ rule }) => ruleLink(rule) },
    chargeColumn(),
  ];
  return listView(look, { list: 'false_alarms', id: 'chart-lines', title: said.lines.title }, columns);
}

/** A list under its own heading; nothing where it is empty. */
function part<L extends ListName>(
  look: Look,
  list: L,
  title: string,
  columns: Parameters<typeof listView<L>>[2],
  hint = '',
): TemplateResult | typeof nothing {
  const { count } = look.lists[list];
  if (count === 0) return nothing;
  const id = `list-${list.replace('.', '-')}`;
  return html`<div class="part">
    <h3 id=${id}>${title} <span class="count">${showCount(count)}</span></h3>
    ${hint ? html`<p class="hint">${hint}</p>` : nothing} ${listView(look, { list, id, title }, columns)}
  </div>`;
}

/** Charges, claims and payments, each against what it is made of. */
export function sumsView(look: Look): TemplateResult {
  const { sums, adjustments } = look.digest;
  const texts = said.sums;
  const name = ({ trace, segment }: { trace: string; segment: number }): unknown => trace || segment;
  return html`<section class="chart wide" aria-labelledby="chart-sums">
    <h2 id="chart-sums">${texts.title}</h2>
    ${
      sums.payments === 0
        ? html`<p>${texts.none}</p>`
        : html`<div class="sentences">
            <p>
              ${texts.all(sums.payments, money(sums.payment))}
              ${texts.claims(money(sums.claims_paid), money(sums.provider_adjustments))}
            </p>
            <p>
              <b>${sums.unbalanced === 0 ? texts.allBalance : texts.unbalanced(sums.unbalanced, money(sums.difference))}</b>
            </p>
          </div>`
    }
    ${part(look, 'reconciliation.sets', texts.sets, [
      { name: named.payment, cell: (row) => html`<b>${name(row)}</b>` },
      { name: named.payer, cell: ({ payer }) => payer },
      { name: named.day, cell: ({ day }) => (day ? showDate(day) : '') },
      { name: named.pays, number: true, cell: ({ payment }) => money(payment) },
      { name: named.comesTo, number: true, cell: (row) => sumOf(row) },
      { name: named.difference, number: true, cell: ({ difference }) => html`<b>${money(difference)}</b>` },
      { name: named.answer, cell: ({ file, segment }) => said.lines.at(file, segment) },
    ])}
    ${part(
      look,
      'reconciliation.imbalances',
      texts.imbalances,
      [
        { name: named.answer, cell: ({ file, segment }) => said.lines.at(file, segment) },
        { name: named.claim, cell: ({ claim }) => (look.identifiers ? (claim ?? '') : '••••') },
        {
          name: named.what,
          cell: ({ what, count }) => (what === 'line' ? texts.linesOfClaim(count) : texts.claim),
        },
        {
          name: named.expected,
          number: true,
          cell: ({ what, expected }) => (what === 'line' ? '' : money(expected)),
        },
        { name: named.found, number: true, cell: ({ what, found }) => (what === 'line' ? '' : money(found)) },
      ],
      texts.imbalancesHint,
    )}
    ${
      adjustments.count === 0
        ? nothing
        : html`<div class="part">
            <h3 id="list-plb">${texts.adjustments}</h3>
            ${tableView(
              'list-plb',
              texts.adjustments,
              [
                { name: named.reason, cell: ({ reason }) => html`<b>${reason}</b>` },
                { name: named.count, number: true, cell: ({ count }) => showCount(count) },
                { name: named.money, number: true, cell: ({ amount }) => money(amount) },
              ],
              adjustments.rows,
            )}
          </div>`
    }
  </section>`;
}

/** What a payment's claims less its provider adjustments come to. */
function sumOf({
  claims_paid,
  provider_adjustments,
}: {
  claims_paid: string;
  provider_adjustments: string;
}): string {
  return showCents((readCents(claims_paid) ?? 0) - (readCents(provider_adjustments) ?? 0));
}

/** Nothing is dropped: what could not be joined is here, with the reason. */
export function unmatchedView(look: Look): TemplateResult {
  const texts = said.unmatched;
  const { lists } = look;
  const none =
    lists['unmatched.answers'].count +
      lists['unmatched.claims'].count +
      lists['unmatched.lines'].count +
      lists['unmatched.services'].count ===
    0;
  const claim = <T extends ClaimPlace>(rows: readonly T[], title: string): Column<T> =>
    claimColumn(look, rows, said.lines.picked(title));
  const day = { name: named.day, cell: (row: { day: string | null }) => (row.day ? showDate(row.day) : '') };
  return html`<section class="chart wide" aria-labelledby="chart-unmatched">
    <h2 id="chart-unmatched">${texts.title}</h2>
    ${none ? html`<p>${texts.none}</p>` : nothing}
    ${part(look, 'unmatched.answers', texts.answers, [
      { name: named.answer, cell: at },
      { name: named.claim, cell: ({ claim }) => (look.identifiers ? (claim ?? '') : '••••') },
      { name: named.why, cell: ({ why }) => texts.why[why] ?? why },
      day,
      chargeColumn(),
      { name: named.paid, number: true, cell: ({ paid }) => money(paid) },
    ])}
    ${part(look, 'unmatched.claims', texts.claims, [
      claim(lists['unmatched.claims'].rows, texts.claims),
      { name: named.payer, cell: ({ payer }) => payer },
      { name: named.state, cell: ({ state }) => said.outcomes[state] ?? state },
      day,
      chargeColumn(),
    ])}
    ${part(look, 'unmatched.lines', texts.lines, [
      claim(lists['unmatched.lines'].rows, texts.lines),
      { name: named.line, number: true, cell: ({ line }) => showCount(line) },
      { name: named.code, cell: ({ code }) => code ?? '' },
      chargeColumn(),
    ])}
    ${part(look, 'unmatched.services', texts.services, [
      claim(lists['unmatched.services'].rows, texts.services),
      { name: named.answer, cell: at },
      chargeColumn(),
    ])}
  </section>`;
}

export function filesView({ digest: { remitFiles } }: Look): TemplateResult {
  const columns: Column<RemitFile>[] = [
    { name: named.file, cell: ({ name }) => html`<b>${name}</b>` },
    {
      name: named.format,
      cell: ({ format, complete }) => `${format}${complete ? '' : ` · ${said.files.incomplete}`}`,
    },
    { name: named.size, number: true, cell: ({ bytes }) => showBytes(bytes) },
    { name: named.claims, number: true, cell: ({ claims }) => showCount(claims) },
    { name: named.lines, number: true, cell: ({ lines }) => showCount(lines) },
  ];
  const { title } = said.files;
  return html`<details class="files">
    <summary id="chart-files">${title}</summary>
    ${tableView('chart-files', title, columns, remitFiles.rows)}
  </details>`;
}
