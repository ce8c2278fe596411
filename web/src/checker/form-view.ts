// SPDX-License-Identifier: Apache-2.0
// The form in the order of the CMS-1500: payer, patient and provider boxes, diagnoses, service lines, total.
import { html, nothing, type TemplateResult } from 'lit';
import * as kinds from '../claim/fields.js';
import { payerClasses } from '../claim/model.js';
import { suggestPayers, suggestPlaces } from '../claim/suggestions.js';
import { showDate } from '../formats/dates.js';
import { words } from '../words/index.js';
import type { CheckerView } from './checker-view.js';
import { boxNumber, choicesOf, type Field, field, fieldView, levelWithin } from './field-view.js';
import { linesView } from './lines-view.js';
import { noteView } from './note-view.js';

const said = words.claim;

const mostDiagnoses = 12;

const payer = (): Field =>
  field('/payer/class', kinds.text, said.payer, '1', {
    className: 'payer',
    choices: payerClasses.map((one) => [one, words.payerClass[one] ?? one]),
  });

const total = (): Field =>
  field('/total_charge', kinds.money, said.total, '28', { className: 'amount total', maxLength: 12 });

export function formView(view: CheckerView): TemplateResult {
  return html`<form part="form" autocomplete="off" aria-label=${said.form} @submit=${(event: Event) => event.preventDefault()}>
    <div class="row top">
      ${fieldView(view, payer())}
      ${diagnoses(view)}
    </div>
    ${moreBoxes(view)}
    <fieldset class="lines">
      <legend>${said.lines}${boxNumber('24')}</legend>
      <div class="row">${fieldView(view, dayField(view))} ${fieldView(view, placeField(view))}</div>
      ${linesView(view)}
    </fieldset>
    ${noteView(view)}
    <div class="row foot">
      ${toolsView(view)}
      ${fieldView(view, total())}
    </div>
  </form>`;
}

function toolsView(view: CheckerView): TemplateResult {
  if (view.readOnly) return html`<div class="tools"></div>`;
  return html`<div class="tools">
    <button type="button" class="quiet" ?disabled=${!view.canUndo} @click=${() => view.undo()}>${said.undo}</button>
    <button type="button" class="quiet" ?disabled=${!view.canRedo} @click=${() => view.redo()}>${said.redo}</button>
    <slot name="tools"></slot>
    <button type="button" class="quiet" @click=${() => view.clear()}>${said.clear}</button>
  </div>`;
}

/** One date for all lines; a line with another one says so itself. */
function dayField(view: CheckerView): Field {
  const days = [...new Set((view.claim.lines ?? []).map(({ from }) => from ?? ''))];
  const kind = { ...kinds.date, show: () => (days.length === 1 ? showDate(days[0] ?? '') : '') };
  const hint = days.length > 1 ? { hint: said.severalDates } : {};
  return field('/day', kind, said.date, '24A', { className: 'date', maxLength: 10, ...hint });
}

function placeField(view: CheckerView): Field {
  const place = view.claim.pos ?? '';
  const hint = words.place[place] ?? view.codes?.places.get(place)?.name ?? said.noPlaceName;
  const suggest = suggestPlaces(view.codes);
  return field('/pos', kinds.place, said.place, '24B', { className: 'place', maxLength: 20, hint, suggest });
}

function moreBoxes(view: CheckerView): TemplateResult {
  const npi = { maxLength: 10 };
  const sexes = choicesOf(said.sexes, said.notSaid);
  const fields = [
    field('/subscriber/id', kinds.code, said.memberId, '1a', { maxLength: 80 }),
    field('/patient/birth_date', kinds.birthDate(view.today), said.birthDate, '3', { maxLength: 10 }),
    field('/patient/sex', kinds.text, said.sex, '3', { choices: sexes }),
    field('/payer/name', kinds.text, said.payerName, '11c', {
      maxLength: 80,
      suggest: suggestPayers(view.profile, 'name'),
    }),
    field('/payer/id', kinds.code, said.payerId, '', {
      maxLength: 80,
      suggest: suggestPayers(view.profile, 'id'),
    }),
    field('/referring/npi', kinds.digits, said.referringNpi, '17b', npi),
    field('/ordering/npi', kinds.digits, said.orderingNpi, '17b', npi),
    field('/supervising/npi', kinds.digits, said.supervisingNpi, '17b', npi),
    field('/note', kinds.text, said.note, '19', { className: 'wide', maxLength: 200 }),
    field('/frequency', kinds.digits, said.frequency, '22', { maxLength: 1 }),
    field('/original_reference', kinds.code, said.originalReference, '22', { maxLength: 50 }),
    field('/prior_authorization', kinds.code, said.authorization, '23', { maxLength: 50 }),
    field('/rendering/npi', kinds.digits, said.renderingNpi, '24J', npi),
    field('/facility/npi', kinds.digits, said.facilityNpi, '32a', npi),
    field('/billing/npi', kinds.digits, said.billingNpi, '33a', npi),
    field('/received_date', kinds.date, said.receivedDate, '', { maxLength: 10 }),
  ];
  return html`<details class="more-boxes">
    <summary class=${levelWithin(view, ...fields.map(({ pointer }) => pointer))}>
      <span>${said.moreBoxes}</span> <span class="hint">${said.moreBoxesHint}</span></summary>
    <div class="row">${fields.map((one) => fieldView(view, one))}</div>
  </details>`;
}

function diagnoses(view: CheckerView): TemplateResult {
  const letters = [...'ABCDEFGHIJKL'].slice(0, view.diagnosisBoxes);
  return html`<fieldset class="diagnoses">
    <legend>${said.diagnoses}${boxNumber('21')}</legend>
    <div class="letters">
      ${letters.map((letter, index) =>
        fieldView(
          view,
          field(`/diagnoses/${index}`, kinds.code, letter, '', { className: 'diagnosis', maxLength: 8 }),
        ),
      )}
      ${
        view.diagnosisBoxes < mostDiagnoses && !view.readOnly
          ? html`<button type="button" class="quiet add" aria-label=${said.addDiagnosis} title=${said.addDiagnosis} @click=${() => view.addDiagnosis()}>+</button>`
          : nothing
      }
    </div>
  </fieldset>`;
}
