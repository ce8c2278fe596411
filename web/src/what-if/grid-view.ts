// SPDX-License-Identifier: Apache-2.0
// The grid of variants: a row a payer, a column a place, side by side for each date. What differs is marked by word,
// sign and frame; the arrow keys walk it.
import { html, nothing, type TemplateResult } from 'lit';
import type { PayerClass } from '../claim/model.js';
import { showDate } from '../formats/dates.js';
import { verdictBadge } from '../view/icons.js';
import { words } from '../words/index.js';
import type { Change, Outcome, Variant } from './variants.js';

const said = words.whatIf;

const signsShown = 3;

export interface GridView {
  payers: PayerClass[];
  places: string[];
  days: string[];
  own: Variant;
  outcome(variant: Variant): Outcome | undefined;
  /** The cell that is reached by Tab, and the one that is opened. */
  active: Variant;
  opened: Variant | undefined;
  go(variant: Variant): void;
  open(variant: Variant): void;
}

export function gridView(view: GridView): TemplateResult {
  const { payers, places, days } = view;
  return html`<div class="scroll">
    <table role="grid" aria-label=${said.grid} @keydown=${(event: KeyboardEvent) => onKey(view, event)}>
      <thead>
        ${
          days.length > 1 || days[0]
            ? html`<tr class="days">
                <td></td>
                ${days.map((day) => html`<th scope="colgroup" colspan=${places.length}>${showDate(day)}</th>`)}
              </tr>`
            : nothing
        }
        <tr>
          <th scope="col" class="payer">${said.payer}</th>
          ${days.map((_, at) =>
            places.map(
              (place, first) =>
                html`<th scope="col" class=${at > 0 && first === 0 ? 'first' : ''}>
                  <b>${place || said.noPlace}</b> <span>${words.place[place] ?? ''}</span>
                </th>`,
            ),
          )}
        </tr>
      </thead>
      <tbody>
        ${payers.map(
          (payer) => html`<tr>
            <th scope="row" class="payer">${words.payerClass[payer]}</th>
            ${days.map((day, at) => places.map((place, first) => cell(view, { payer, place, day }, at > 0 && first === 0)))}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cell(view: GridView, variant: Variant, first: boolean): TemplateResult {
  const outcome = view.outcome(variant);
  const own = isSame(variant, view.own);
  const opened = view.opened !== undefined && isSame(variant, view.opened);
  const differs = (outcome?.differences.length ?? 0) > 0;
  const marks = [
    own ? 'own' : differs ? 'differs' : '',
    outcome && outcome.verdict !== view.outcome(view.own)?.verdict ? 'verdict-differs' : '',
    opened ? 'opened' : '',
  ];
  return html`<td role="gridcell" class=${first ? 'first' : ''}>
    <button
      type="button"
      class="cell ${marks.join(' ')}"
      data-cell=${idOf(variant)}
      tabindex=${isSame(variant, view.active) ? 0 : -1}
      aria-expanded=${opened}
      @click=${() => view.open(variant)}
      @focus=${() => view.go(variant)}
    >
      ${outcome ? verdictBadge(outcome.verdict) : html`<span class="hint">…</span>`}
      ${outcome ? html`<span class="what">${own ? said.asTyped : whatDiffers(outcome)}</span>` : nothing}
    </button>
  </td>`;
}

/** Rules by sign, each once: a rule may say its sentence of several lines. */
function whatDiffers({ differences }: Outcome): TemplateResult {
  if (differences.length === 0) return html`<span aria-hidden="true">=</span> ${said.same}`;
  const grouped = [
    ...Map.groupBy(differences, ({ change, finding }) => `${change} ${finding.rule}`).values(),
  ];
  const shown = grouped.slice(0, signsShown);
  const more = grouped.length - shown.length;
  return html`<span class="visually-hidden">${said.differs}: </span>${shown.map(
    ([one, ...others]) =>
      one &&
      html`<span class="change">${sign(one.change)}${one.finding.rule}${others.length > 0 ? html`<small> ×${others.length + 1}</small>` : nothing}</span> `,
  )}${more > 0 ? said.more(more) : nothing}`;
}

/** The sign for the eye, the word for the ear. */
export function sign(change: Change): TemplateResult {
  return html`<span aria-hidden="true">${said.signs[change]}</span><span class="visually-hidden">${said.changes[change]} </span>`;
}

/** The name of a variant within the grid. */
export function idOf({ payer, place, day }: Variant): string {
  return [payer, place, day].join(' ');
}

export function isSame(one: Variant, other: Variant): boolean {
  return idOf(one) === idOf(other);
}

function onKey(view: GridView, event: KeyboardEvent): void {
  const { payers, places, days, active } = view;
  const row = payers.indexOf(active.payer);
  const column = days.indexOf(active.day) * places.length + places.indexOf(active.place);
  const last = days.length * places.length - 1;
  const steps: Record<string, [row: number, column: number]> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    Home: [row, 0],
    End: [row, last],
  };
  const [toRow, toColumn] = steps[event.key] ?? [];
  if (toRow === undefined || toColumn === undefined) return;
  event.preventDefault();
  const payer = payers[toRow];
  const day = days[Math.floor(toColumn / places.length)];
  const place = places[toColumn % places.length];
  if (payer !== undefined && day !== undefined && place !== undefined && toColumn >= 0)
    view.go({ payer, place, day });
}
