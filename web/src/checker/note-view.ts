// SPDX-License-Identifier: Apache-2.0
// The place for the note of an injection: the note with the words that were taken, beside what they would fill.
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { nameOf } from '../claim/suggestions.js';
import type { Target } from '../notes/fitting-lines.js';
import type { NotePanel } from '../notes/note-panel.js';
import type { Offer } from '../notes/offers.js';
import { keyOf } from '../notes/reading.js';
import { words } from '../words/index.js';
import type { CheckerView } from './checker-view.js';
import { recordFields } from './documentation-view.js';
import type { Field } from './field-view.js';

const said = words.notes;

/** A button that opens it; then the note and what was read. */
export function noteView(view: CheckerView): TemplateResult | typeof nothing {
  const { note } = view;
  if (view.readOnly) return nothing;
  if (note.state === 'closed')
    return html`<div class="note-way">
      <button type="button" class="quiet" aria-expanded="false" @click=${() => note.open()}>${said.paste}</button>
    </div>`;
  return html`<section class="note-panel" part="note" aria-labelledby="note-title" @keydown=${keepUndo}>
    <div class="note-head">
      <h3 id="note-title">${said.title}</h3>
      <button type="button" class="quiet" @click=${() => close(view)}>${said.close}</button>
    </div>
    ${bodyView(view)}
  </section>`;
}

function bodyView(view: CheckerView): TemplateResult {
  const { note } = view;
  if (note.state === 'reading')
    return html`<p class="note-reading" role="status" tabindex="-1">${said.reading}</p>`;
  return note.state === 'read' ? readView(view) : typingView(note);
}

function close(view: CheckerView): void {
  view.note.close();
  view.focusBox('/lines/0/code');
}

/** In the box for the note, undo is the box's own. */
function keepUndo(event: KeyboardEvent): void {
  const typing = event.target instanceof HTMLTextAreaElement;
  if (typing && (event.ctrlKey || event.metaKey) && ['z', 'y'].includes(event.key.toLowerCase()))
    event.stopPropagation();
}

/** autocomplete: browsers write what is in other boxes to the disk, to have it again after a crash. */
function typingView(note: NotePanel): TemplateResult {
  const box = (event: Event): HTMLTextAreaElement | null | undefined =>
    (event.target as Element).closest('.note-panel')?.querySelector('textarea');
  return html`<label for="note-box">${said.label}</label>
    <textarea
      id="note-box"
      rows="5"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-describedby="note-promise"
      .value=${live(note.note)}
      @input=${(event: Event) => {
        note.note = (event.target as HTMLTextAreaElement).value;
      }}
      @paste=${(event: ClipboardEvent) => takePasted(note, event)}
    ></textarea>
    <p class="hint" id="note-promise">${said.promise}</p>
    ${note.state === 'failed' ? html`<p class="note-problem" role="alert">${said.failed}</p>` : nothing}
    <div class="note-actions">
      <button
        type="button"
        class="primary"
        @click=${(event: Event) => void note.read(box(event)?.value ?? '')}
      >
        ${said.read}
      </button>
    </div>`;
}

/** A pasted note is read at once, and never goes through the box: a long one would hold up the page there. */
function takePasted(note: NotePanel, event: ClipboardEvent): void {
  const pasted = event.clipboardData?.getData('text/plain') ?? '';
  const { value, selectionStart, selectionEnd } = event.target as HTMLTextAreaElement;
  if (pasted.trim() === '') return;
  event.preventDefault();
  void note.read(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
}

function readView(view: CheckerView): TemplateResult {
  const { note } = view;
  const { administrations = [], remarks = [] } = note.reading ?? {};
  const found = administrations.length > 0 ? said.found(administrations.length) : said.nothing;
  return html`<div
      class="note-text"
      role="group"
      tabindex="0"
      aria-label=${said.text}
      @mouseleave=${() => note.point('')}
    >${guard([note.pieces, note.pointed], () =>
      note.pieces.map(({ text, of }) =>
        of.length > 0
          ? html`<mark class=${of.includes(note.pointed) ? 'pointed' : ''} @mouseenter=${() => note.point(of[0] ?? '')}>${text}</mark>`
          : text,
      ),
    )}</div>
    <div class="note-found" tabindex="-1">
      ${remarks.map((remark) => html`<p>${said.sentence(remark)}</p>`)}
      <p>
        ${found}
        <button type="button" class="link" @click=${() => note.change()}>${said.change}</button>
      </p>
    </div>
    ${administrations.map((_, at) => administrationView(view, at))}`;
}

function administrationView(view: CheckerView, at: number): TemplateResult {
  const { note } = view;
  const { documentation = {} } = note.reading?.administrations[at] ?? {};
  const line = note.lineOf(at);
  const name = [documentation.drug ?? said.unnamed, documentation.dose].filter(Boolean).join(', ');
  const count = note.picked(at).length;
  return html`<div class="given" role="group" aria-labelledby="given-${at}">
    <div class="given-head">
      <h4 id="given-${at}" tabindex="-1">${name}</h4>
      ${lineChoice(view, at, line)}
    </div>
    ${note.isAnother(at, line) ? html`<p class="note-problem">${said.another((line ?? 0) + 1)}</p>` : nothing}
    <ul class="offers" @mouseleave=${() => note.point('')}>
      ${note.offers(at).map((offer) => offerView(note, at, offer))}
    </ul>
    <div class="note-actions">
      <button
        type="button"
        class="primary"
        ?disabled=${line === undefined || count === 0}
        @click=${() => note.use(at)}
      >
        ${line === undefined ? said.useNone : said.use(line + 1)}
      </button>
      <p class="hint" role="status">${endOf(note, at, line, count)}</p>
      ${
        line !== undefined && note.filled?.administration === at
          ? html`<button type="button" class="link" @click=${() => view.focusBox(`/lines/${line}/documentation/drug`)}>${said.show(line + 1)}</button>`
          : nothing
      }
    </div>
  </div>`;
}

function endOf(note: NotePanel, at: number, line: number | undefined, count: number): string {
  const { filled } = note;
  if (line === undefined) return note.isUnbilled(at) ? said.unbilled : said.which;
  if (filled?.administration === at && count === 0) return said.filled(filled.count, filled.line + 1);
  return count === 0 ? said.allThere(line + 1) : '';
}

function lineChoice(view: CheckerView, at: number, line: number | undefined): TemplateResult {
  const { note } = view;
  const { targets } = note;
  if (targets.length === 0) return html`<p class="hint">${said.noLines}</p>`;
  const id = `given-line-${at}`;
  const choose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    note.chooseLine(at, value === '' ? undefined : Number(value));
  };
  return html`<div class="given-line">
    <label for=${id}>${said.forLine}</label>
    <select id=${id} @change=${choose}>
      <option value="" .selected=${live(line === undefined)}>${said.chooseLine}</option>
      ${targets.map(
        (target) =>
          html`<option value=${target.index} .selected=${live(target.index === line)}>${nameOfTarget(view, target)}</option>`,
      )}
    </select>
  </div>`;
}

function nameOfTarget(view: CheckerView, { index, code }: Target): string {
  return [`${index + 1}:`, code, nameOf(view.codes, code)].filter(Boolean).join(' ');
}

function offerView(note: NotePanel, at: number, offer: Offer): TemplateResult {
  const key = keyOf(at, offer.field);
  const point = (): void => note.point(key);
  return html`<li class="offer ${offer.state} ${note.pointed === key ? 'pointed' : ''}" @focusin=${point} @mouseenter=${point}>
    ${choiceView(note, at, offer)} ${wordsView(offer)}
  </li>`;
}

/** The words of the note, for who cannot see the marks. */
function wordsView({ words: taken, reason }: Offer): TemplateResult | typeof nothing {
  if (taken.length > 0)
    return html`<span class="offer-words"><span class="visually-hidden">${said.from}</span> ${taken.map((one) => html`<q>${one}</q> `)}</span>`;
  return reason ? html`<span class="offer-words hint">${said.sentence(reason)}</span>` : nothing;
}

function choiceView(note: NotePanel, at: number, offer: Offer): TemplateResult {
  const { field, state, values, standing } = offer;
  const { label, show } = shownAs(field);
  const [value = ''] = values;
  const picked = note.pickOf(at, offer);
  const id = `offer-${keyOf(at, field)}`;
  if (state === 'fills')
    return html`<input
        type="checkbox"
        id=${id}
        .checked=${live(picked !== '')}
        @change=${(event: Event) => note.pick(at, offer, (event.target as HTMLInputElement).checked ? value : '')}
      />
      <label for=${id}><span class="offer-name">${label}</span> <b>${show(value)}</b></label>`;
  if (state === 'same')
    return html`<span class="offer-fixed"><span class="offer-name">${label}</span> <b>${show(value)}</b> <span class="hint">${said.already}</span></span>`;
  if (state === 'dayless')
    return html`<span class="offer-fixed"><span class="offer-name">${label}</span> <b>${show(value)}</b> <span class="hint">${said.dayless}</span></span>`;
  const stay = standing ? said.keep(show(standing)) : said.leave;
  const choice = (value: string, text: string): TemplateResult => html`<label>
    <input type="radio" name=${id} value=${value} .checked=${live(picked === value)} @change=${() => note.pick(at, offer, value)} />
    <span>${text}</span>
  </label>`;
  return html`<fieldset class="offer-choices">
    <legend class="offer-name">${label}</legend>
    ${choice('', stay)} ${values.map((one) => choice(one, state === 'differs' ? said.take(show(one)) : show(one)))}
  </fieldset>`;
}

/** What the form calls a field, and how it writes its values. */
function shownAs(field: string): { label: string; show(value: string): string } {
  const { containers, sources, container, source } = words.claim;
  if (field === 'container') return { label: container, show: (value) => containers[value] ?? value };
  if (field === 'source') return { label: source, show: (value) => sources[value] ?? value };
  const box: Field | undefined = recordFields('').find(({ pointer }) => pointer === `/${field}`);
  const named = new Map(box?.choices ?? []);
  return {
    label: box?.label ?? field,
    show: (value) => named.get(value) ?? box?.kind.show(value) ?? value,
  };
}
