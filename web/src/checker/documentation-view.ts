// SPDX-License-Identifier: Apache-2.0
// What the administration record says of a line: opened when wanted, or when a finding asks for a part of it.
import { html, nothing, type TemplateResult } from 'lit';
import * as kinds from '../claim/fields.js';
import { words } from '../words/index.js';
import type { CheckerView } from './checker-view.js';
import { choicesOf, type Field, field, fieldView, levelWithin } from './field-view.js';

export function documentationView(view: CheckerView, index: number): TemplateResult {
  const said = words.documentation;
  const fields = recordFields(`/lines/${index}/documentation`);
  return html`<details class="record">
    <summary class=${levelWithin(view, ...fields.map(({ pointer }) => pointer))}>${said.title}</summary>
    <p class="hint">${said.hint}</p>
    ${
      view.readOnly
        ? nothing
        : html`<button type="button" class="quiet" @click=${() => view.note.open(index)}>${words.notes.paste}</button>`
    }
    <div class="row">${fields.map((one) => fieldView(view, one))}</div>
  </details>`;
}

/** The boxes of a record that stands at a pointer. */
export function recordFields(at: string): Field[] {
  const said = words.documentation;
  const yesNo = { choices: choicesOf(said.yesNo, words.claim.notSaid) };
  const supervisions = choicesOf(said.supervisions, words.claim.notSaid);
  return [
    field(`${at}/drug`, kinds.text, said.drug),
    field(`${at}/dose`, kinds.text, said.dose),
    field(`${at}/route`, kinds.text, said.route),
    field(`${at}/site`, kinds.text, said.site),
    field(`${at}/lot`, kinds.text, said.lot),
    field(`${at}/expiration`, kinds.date, said.expiration),
    field(`${at}/given_at`, kinds.moment, said.givenAt, '', { hint: said.givenAtHint }),
    field(`${at}/given_by`, kinds.text, said.givenBy),
    field(`${at}/credential`, kinds.text, said.credential),
    field(`${at}/ordered_by`, kinds.text, said.orderedBy),
    field(`${at}/order_date`, kinds.date, said.orderDate),
    field(`${at}/supervised_by`, kinds.text, said.supervisedBy),
    field(`${at}/supervision`, kinds.text, said.supervision, '', { choices: supervisions }),
    field(`${at}/discarded`, kinds.text, said.discarded),
    field(`${at}/injections`, kinds.whole, said.injections),
    field(`${at}/visit_documented_separately`, kinds.yesNo, said.separateVisit, '', yesNo),
    field(`${at}/new_problem`, kinds.yesNo, said.newProblem, '', yesNo),
    field(`${at}/indication`, kinds.text, said.indication, '', { className: 'wide' }),
    field(`${at}/reason_distinct`, kinds.text, said.reasonDistinct, '', { className: 'wide' }),
    field(`${at}/response`, kinds.text, said.response, '', { className: 'wide' }),
  ];
}
