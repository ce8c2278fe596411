// SPDX-License-Identifier: Apache-2.0
// The form in the order of the CMS-1500: payer, patient and provider boxes, diagnoses, service lines, total.
import { html, nothing, type TemplateResult } from 'lit';
import * as kinds from '../claim/fields.js';
import { payerClasses } from '../claim/model.js';
import { showDate } from '../formats/dates.js';
import { words } from '../words/index.js';
import type { CheckerView } from './checker-view.js';
import { boxNumber, type Field, fieldView, levelWithin } from './field-view.js';
import { linesView } from './lines-view.js';

const said = words.claim;

const mostDiagnoses = 12;

export function formView(view: CheckerView): TemplateResult {
  return html`<form part="form" autocomplete="off" aria-label=${said.form} @submit=${(event: Event) => event.preventDefault()}>
    <div class="row top">
      ${fieldView(view, {
        pointer: '/payer/class',
        kind: kinds.text,
        label: said.payer,
        box: '1',
        className: 'payer',
        choices: payerClasses.map((one) => [one, words.payerClass[one] ?? one]),
      })}
      ${diagnoses(view)}
    </div>
    ${moreBoxes(view)}
    <fieldset class="lines">
      <legend>${said.lines}${boxNumber('24')}</legend>
      <div class="row">${fieldView(view, dayField(view))} ${fieldView(view, placeField(view))}</div>
      ${linesView(view)}
    </fieldset>
    <div class="row foot">
      ${toolsView(view)}
      ${fieldView(view, { pointer: '/total_charge', kind: kinds.money, label: said.total, box: '28', className: 'amount total' })}
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
  const days = new Set((view.claim.lines ?? []).map(({ from }) => from ?? ''));
  return {
    pointer: '/day',
    kind: {
      ...kinds.date,
      show: () => (days.size === 1 ? showDate([...days][0] ?? '') : ''),
    },
    label: said.date,
    box: '24A',
    className: 'date',
    maxLength: 10,
    ...(days.size > 1 ? { hint: said.severalDates } : {}),
  };
}

function placeField(view: CheckerView): Field {
  const name = words.place[view.claim.pos ?? ''];
  return {
    pointer: '/pos',
    kind: kinds.code,
    label: said.place,
    box: '24B',
    className: 'place',
    maxLength: 2,
    hint: name ?? said.noPlaceName,
  };
}

function moreBoxes(view: CheckerView): TemplateResult {
  const choose = (choices: Record<string, string>): [string, string][] => [
    ['', said.notSaid],
    ...Object.entries(choices),
  ];
  const fields: Field[] = [
    { pointer: '/subscriber/id', kind: kinds.code, label: said.memberId, box: '1a', maxLength: 80 },
    {
      pointer: '/patient/birth_date',
      kind: kinds.birthDate(view.today),
      label: said.birthDate,
      box: '3',
      maxLength: 10,
    },
    { pointer: '/patient/sex', kind: kinds.text, label: said.sex, box: '3', choices: choose(said.sexes) },
    { pointer: '/payer/name', kind: kinds.text, label: said.payerName, box: '11c', maxLength: 80 },
    { pointer: '/payer/id', kind: kinds.code, label: said.payerId, maxLength: 80 },
    { pointer: '/ordering/npi', kind: kinds.digits, label: said.orderingNpi, box: '17b', maxLength: 10 },
    {
      pointer: '/supervising/npi',
      kind: kinds.digits,
      label: said.supervisingNpi,
      box: '17b',
      maxLength: 10,
    },
    { pointer: '/note', kind: kinds.text, label: said.note, box: '19', className: 'wide', maxLength: 200 },
    { pointer: '/frequency', kind: kinds.digits, label: said.frequency, box: '22', maxLength: 1 },
    {
      pointer: '/original_reference',
      kind: kinds.code,
      label: said.originalReference,
      box: '22',
      maxLength: 50,
    },
    {
      pointer: '/prior_authorization',
      kind: kinds.code,
      label: said.authorization,
      box: '23',
      maxLength: 50,
    },
    { pointer: '/rendering/npi', kind: kinds.digits, label: said.renderingNpi, box: '24J', maxLength: 10 },
    { pointer: '/billing/npi', kind: kinds.digits, label: said.billingNpi, box: '33a', maxLength: 10 },
    { pointer: '/received_date', kind: kinds.date, label: said.receivedDate, maxLength: 10 },
  ];
  return html`<details class="more-boxes">
    <summary class=${levelWithin(view, ...fields.map(({ pointer }) => pointer))}>
      <span>${said.moreBoxes}</span> <span class="hint">${said.moreBoxesHint}</span></summary>
    <div class="row">${fields.map((field) => fieldView(view, field))}</div>
  </details>`;
}

function diagnoses(view: CheckerView): TemplateResult {
  const letters = [...'ABCDEFGHIJKL'].slice(0, view.diagnosisBoxes);
  return html`<fieldset class="diagnoses">
    <legend>${said.diagnoses}${boxNumber('21')}</legend>
    <div class="letters">
      ${letters.map((letter, index) =>
        fieldView(view, {
          pointer: `/diagnoses/${index}`,
          kind: kinds.code,
          label: letter,
          className: 'diagnosis',
          maxLength: 8,
        }),
      )}
      ${
        view.diagnosisBoxes < mostDiagnoses && !view.readOnly
          ? html`<button type="button" class="quiet add" aria-label=${said.addDiagnosis} title=${said.addDiagnosis} @click=${() => view.addDiagnosis()}>+</button>`
          : nothing
      }
    </div>
  </fieldset>`;
}
