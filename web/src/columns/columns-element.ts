// SPDX-License-Identifier: Apache-2.0
// <deltoid-columns>: what the columns of the spreadsheets of a batch are, and what comes of it. What is said here lives in
// this element and its batch, and goes with them.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { save } from '../out/save.js';
import { columnStyles } from '../styles/columns.js';
import { controlStyles } from '../styles/controls.js';
import { tokenStyles } from '../styles/tokens.js';
import { verdictIcon } from '../view/icons.js';
import { words } from '../words/index.js';
import { labelOf, optionsOf } from './column-names.js';
import type { Reading } from './look.js';
import type { Columns, PreviewColumn } from './preview.js';
import { previewView } from './preview-view.js';
import {
  asks,
  isStuck,
  readAgain,
  type SameColumns,
  type Spreadsheets,
  sameColumns,
  takenReadings,
  withColumn,
} from './spreadsheets.js';

const said = words.columns;

const shownAtOnce = 40;
const groupsShown = 20;
const filledAtOnce = 3;

export class DeltoidColumns extends LitElement {
  static override styles = [tokenStyles, controlStyles, columnStyles];

  @property({ attribute: false }) of: Spreadsheets | undefined;
  /** It was opened from the results, and leads back there. */
  @property({ type: Boolean }) changing = false;

  @state() private now: Spreadsheets | undefined;
  /** What was chosen and is still being read. */
  @state() private chosen: Columns | undefined;
  @state() private shown = shownAtOnce;
  @state() private problem = '';
  @state() private pointed = false;
  #abort = new AbortController();
  #filling = 0;
  /** It was asked for while something was being read. */
  #checkThen = false;
  #options: { language: string; list: DocumentFragment } | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
    clearTimeout(this.#filling);
  }

  /** To its heading, so that it is read out and the next key leads into it. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h2')?.focus());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('of')) this.now = this.of;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { now } = this;
    if (!now) return nothing;
    const groups = sameColumns(now);
    const severalSheets = now.sheets.length > 1;
    return html`<section aria-labelledby="title">
      <header>
        <h2 id="title" tabindex="-1">${said.title}</h2>
        <p id="lead" class=${this.pointed && isStuck(now) ? 'lead pointed' : 'lead'} role="status">${lead(now)}</p>
        ${severalSheets ? this.#files(now) : nothing}
      </header>
      ${groups.slice(0, groupsShown).map((group, at) => this.#group(now, group, at, groups.length > 1 || severalSheets))}
      <footer>
        <p class="status" role="status">${this.problem || (this.chosen ? said.reading : nothing)}</p>
        <div class="actions">
          <button type="button" class="primary" aria-describedby="lead" @click=${this.#check}>${said.check}</button>
          ${this.changing ? html`<button type="button" @click=${() => this.dispatchEvent(new Event('back'))}>${said.back}</button>` : nothing}
        </div>
        <div class="actions aside">
          <button type="button" class="quiet" aria-describedby="save-hint" @click=${() => this.#save(now.columns)}>${said.save}</button>
          <button type="button" class="quiet" @click=${this.#choose}>${said.use}</button>
        </div>
        <p class="hint" id="save-hint">${said.saveHint} ${said.forgotten}</p>
      </footer>
    </section>`;
  }

  /** Each box shows what it says; the lists of a hundred options come after it, a few boxes at a time. */
  protected override updated(): void {
    const { now } = this;
    if (!now) return;
    if (this.#options?.language !== words.language)
      this.#options = { language: words.language, list: optionsOf(now.names) };
    for (const box of this.#boxes()) {
      const { name = '' } = box.dataset;
      if (!this.#isFilled(box) && box.value !== name)
        box.replaceChildren(new Option(name ? labelOf(name, now.names) : said.noName, name));
      box.value = name;
    }
    this.#fillNext();
  }

  #boxes(): HTMLSelectElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLSelectElement>('select[data-name]')];
  }

  #isFilled(box: HTMLSelectElement): boolean {
    return box.dataset.language === this.#options?.language;
  }

  #fill(box: HTMLSelectElement): void {
    if (!this.#options || this.#isFilled(box)) return;
    box.replaceChildren(this.#options.list.cloneNode(true));
    box.dataset.language = this.#options.language;
    box.value = box.dataset.name ?? '';
  }

  #fillNext(): void {
    clearTimeout(this.#filling);
    const boxes = this.#boxes().filter((box) => !this.#isFilled(box));
    for (const box of boxes.slice(0, filledAtOnce)) this.#fill(box);
    if (boxes.length > filledAtOnce) this.#filling = window.setTimeout(() => this.#fillNext());
  }

  #files({ sheets, taken }: Spreadsheets): TemplateResult {
    const toggle = (at: number): void => {
      if (!this.now) return;
      const next = new Set(taken);
      if (!next.delete(at)) next.add(at);
      this.now = { ...this.now, taken: next };
    };
    return html`<fieldset>
      <legend>${said.files}</legend>
      <ul class="sheets">
        ${sheets.map(
          ({ name, hidden }, at) => html`<li>
            <label class="tick">
              <input type="checkbox" .checked=${taken.has(at)} @change=${() => toggle(at)} />
              <span>${name}${hidden ? html` <span class="hint">${said.hidden}</span>` : nothing}</span>
            </label>
          </li>`,
        )}
      </ul>
      <p class="hint">${said.oneMeaning}</p>
    </fieldset>`;
  }

  #group(now: Spreadsheets, group: SameColumns, number: number, named: boolean): TemplateResult {
    const { columns, first, of } = group;
    const name = nameOf(now, of);
    const sheet = now.sheets[of[0] ?? 0];
    return html`<article aria-label=${name}>
      ${named ? html`<h3>${name}</h3>` : nothing} ${this.#needed(first, columns)}
      <table role="table" aria-label=${`${said.title}: ${name}`}>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">${said.column}</th>
            <th scope="col" role="columnheader">${said.samples}</th>
            <th scope="col" role="columnheader">${said.readAs}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${columns.slice(0, this.shown).map((column, at) => this.#row(now, column, `${number}-${at}`))}
        </tbody>
      </table>
      ${
        columns.length > this.shown
          ? html`<button type="button" class="quiet" @click=${this.#showMore}>${said.showMore(Math.min(shownAtOnce, columns.length - this.shown))}</button>`
          : nothing
      }
      ${previewView(first, now.names, sheet?.whole ?? true)}
    </article>`;
  }

  /** The three that everything hangs on, each with the column that has it. */
  #needed({ missing }: Reading, columns: readonly PreviewColumn[]): TemplateResult {
    return html`<ul class="needed">
      ${['code', 'dos', 'claim_id'].map((name) => {
        const column = columns.find((one) => one.name === name);
        const lacking = missing.includes(name) || !column;
        const icon = verdictIcon(lacking ? (name === 'claim_id' ? 'note' : 'may') : 'clean');
        return html`<li class=${lacking ? 'lacking' : ''}>
          ${icon} <span><b>${said.needed[name]}</b> ${column ? said.is(column.header || said.noHeader) : said.missing}</span>
        </li>`;
      })}
    </ul>`;
  }

  #row(now: Spreadsheets, { header, name, how, samples }: PreviewColumn, id: string): TemplateResult {
    const asked = this.chosen && Object.hasOwn(this.chosen, header) ? this.chosen[header] : undefined;
    const shown = asked === undefined ? name : (asked ?? '');
    const state = how === 'mapping' && name === '' ? said.notRead : said.how[how];
    return html`<tr role="row" class=${how === 'none' ? 'open' : ''}>
      <th scope="row" role="rowheader">
        <label for="column-${id}">${header || said.noHeader}</label>
        <span class="hint" id="how-${id}">${state}</span>
      </th>
      <td role="cell" class="samples">
        ${samples.length > 0 ? samples.map((sample) => html`<span>${sample}</span>`) : html`<i>${said.noSamples}</i>`}
      </td>
      <td role="cell">
        <select
          id="column-${id}"
          data-name=${shown}
          title=${labelOf(shown, now.names) || said.noName}
          aria-describedby="how-${id}"
          @focus=${(event: Event) => this.#fill(event.target as HTMLSelectElement)}
          @change=${(event: Event) => this.#say(header, (event.target as HTMLSelectElement).value)}
        ></select>
      </td>
    </tr>`;
  }

  #say(header: string, name: string): void {
    void this.#read(withColumn(this.chosen ?? this.now?.columns ?? {}, header, name));
  }

  /**
   * Reads the first rows again; an earlier reading that is not done is overtaken. What a file says is taken only when the
   * engine knows all its names.
   */
  async #read(columns: Columns, file = ''): Promise<void> {
    const { now } = this;
    if (!now) return;
    this.#abort.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.chosen = columns;
    this.problem = '';
    try {
      const read = await readAgain(now, columns, abort.signal);
      if (abort.signal.aborted) return;
      if (file && read.readings.some(({ problems }) => problems.length > 0))
        this.problem = said.notMapping(file);
      // Which sheets are read may have changed meanwhile.
      else this.now = { ...read, taken: this.now?.taken ?? read.taken };
    } catch {
      if (!abort.signal.aborted) this.problem = said.failed;
    }
    if (abort.signal.aborted) return;
    this.chosen = undefined;
    if (this.#checkThen) this.#check();
  }

  readonly #check = (): void => {
    const { now } = this;
    this.#checkThen = this.chosen !== undefined;
    if (!now || this.chosen) return;
    if (isStuck(now) || takenReadings(now).length === 0) {
      this.pointed = true;
      this.renderRoot.querySelector<HTMLElement>('tr.open select, .sheets input')?.focus();
      return;
    }
    this.dispatchEvent(new CustomEvent<Spreadsheets>('read-columns', { detail: now }));
  };

  readonly #showMore = (): void => {
    this.shown += shownAtOnce;
  };

  #save(columns: Columns): void {
    const text = `${JSON.stringify(columns, null, 2)}\n`;
    save(new Blob([text], { type: 'application/json' }), 'deltoid-columns.json');
  }

  readonly #choose = (): void => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.onchange = () => {
      const [file] = input.files ?? [];
      if (file) void this.#use(file);
    };
    input.click();
  };

  async #use(file: File): Promise<void> {
    const columns = await readMapping(file);
    if (columns) await this.#read(columns, file.name);
    else this.problem = said.notMapping(file.name);
  }
}

/** What a mapping file says; undefined when it has not the shape of one. */
async function readMapping(file: File): Promise<Columns | undefined> {
  try {
    const value: unknown = JSON.parse(await file.text());
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
    return Object.values(value).every((name) => name === null || typeof name === 'string')
      ? (value as Columns)
      : undefined;
  } catch {
    return undefined;
  }
}

function lead(now: Spreadsheets): string {
  if (now.taken.size === 0) return said.lead.none;
  if (isStuck(now)) return said.lead.stuck;
  return asks(now) ? said.lead.noClaim : said.lead.ready;
}

function nameOf({ sheets }: Spreadsheets, of: readonly number[]): string {
  const [first = '', ...others] = of.map((at) => sheets[at]?.name ?? '');
  return others.length > 0 ? `${first} ${said.more(others.length)}` : first;
}

customElements.define('deltoid-columns', DeltoidColumns);
