// SPDX-License-Identifier: Apache-2.0
// One box of the form: label with its CMS-1500 number, control, and the ties to what is wrong with it.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldKind } from '../claim/fields.js';
import { isWithin, valueAt } from '../claim/pointer.js';
import type { Suggest } from '../claim/suggestions.js';
import type { Finding } from '../findings/model.js';
import { keyOf } from '../findings/verdict.js';
import type { CheckerView } from './checker-view.js';
import { suggestionAttributes, suggestionsView } from './suggestions-view.js';

export interface Field {
  pointer: string;
  kind: FieldKind;
  label: string;
  /** Number of the box on the CMS-1500. */
  box?: string;
  className?: string;
  maxLength?: number;
  /** Small text under the control. */
  hint?: string;
  /** Value and word of each choice: a select instead of a text box. */
  choices?: [string, string][];
  /** What it proposes while it is typed in. */
  suggest?: Suggest;
  /** What its value is called, where a person would ask. */
  title?: string;
}

/** A field in one line: where, how, what it is called, the number of its box, and the rest. */
export function field(
  pointer: string,
  kind: FieldKind,
  label: string,
  box = '',
  more: Omit<Partial<Field>, 'pointer' | 'kind' | 'label' | 'box'> = {},
): Field {
  return { pointer, kind, label, box, ...more };
}

/** The choices of a select, with the empty one first. */
export function choicesOf(words: Record<string, string>, none: string): [string, string][] {
  return [['', none], ...Object.entries(words)];
}

/** A control of the form, with what it needs to make a value of what is typed. */
export type Box = (HTMLInputElement | HTMLSelectElement) & { fieldKind: FieldKind; suggest?: Suggest };

/** A labelled box. */
export function fieldView(view: CheckerView, field: Field): TemplateResult {
  const { pointer, label, box, className = '', hint } = field;
  const id = idOf(pointer);
  return html`<div class="field ${className}">
    <label for=${id}>${label}${box ? boxNumber(box) : nothing}</label>
    ${control(view, field)}${field.suggest ? suggestionsView(view, pointer, id) : nothing}${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}
  </div>`;
}

/** The number of a box, as it stands on the paper form. */
export function boxNumber(box: string): TemplateResult {
  return html` <span class="box">${box}</span>`;
}

/** The worst level of findings about boxes at or inside these pointers: a mark for what is closed over them. */
export function levelWithin(view: CheckerView, ...pointers: string[]): string {
  const about = [...view.tied].filter(([box]) => pointers.some((pointer) => isWithin(box, pointer)));
  return worstLevel(about.flatMap(([, findings]) => findings));
}

function worstLevel(findings: Finding[]): string {
  return ['error', 'warning'].find((level) => findings.some((finding) => finding.level === level)) ?? '';
}

/** The id of a box's control within the element. */
export function idOf(pointer: string): string {
  return `box${pointer.replaceAll('/', '-')}`;
}

function control(
  view: CheckerView,
  { pointer, kind, maxLength, choices, hint, suggest, title }: Field,
): TemplateResult {
  const findings = view.tied.get(pointer) ?? [];
  const level = worstLevel(findings);
  const ids = [
    ...findings.map((finding) => `finding-${keyOf(finding)}`),
    hint ? `${idOf(pointer)}-hint` : '',
  ];
  const described = ids.filter(Boolean).join(' ') || nothing;
  const invalid = level === 'error' ? 'true' : nothing;
  const classes = `${level} ${view.activeBox === pointer ? 'pointed' : ''}`;
  const combo = suggest ? suggestionAttributes(view, pointer, idOf(pointer)) : undefined;
  const shown = view.drafts.get(pointer) ?? kind.show(valueAt(view.claim, pointer));
  if (choices) {
    return html`<select
      id=${idOf(pointer)}
      class=${classes}
      data-pointer=${pointer}
      .fieldKind=${kind}
      aria-describedby=${described}
      aria-invalid=${invalid}
      ?disabled=${view.readOnly}
      @change=${view.onInput}
    >
      ${choices.map(([value, word]) => html`<option value=${value} .selected=${live(value === shown)}>${word}</option>`)}
    </select>`;
  }
  return html`<input
    id=${idOf(pointer)}
    class=${classes}
    data-pointer=${pointer}
    .fieldKind=${kind}
    .suggest=${suggest}
    role=${combo?.role ?? nothing}
    aria-autocomplete=${combo?.autocomplete ?? nothing}
    aria-expanded=${combo?.expanded ?? nothing}
    aria-controls=${combo?.controls ?? nothing}
    aria-activedescendant=${combo?.active ?? nothing}
    title=${title || nothing}
    aria-describedby=${described}
    aria-invalid=${invalid}
    inputmode=${kind.inputMode ?? 'text'}
    maxlength=${maxLength ?? nothing}
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    ?readonly=${view.readOnly}
    .value=${live(shown)}
    @input=${view.onInput}
    @blur=${view.onLeave}
  />`;
}
