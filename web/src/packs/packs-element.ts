// SPDX-License-Identifier: Apache-2.0
// <deltoid-packs>: tables of one's own: official files and packs are read beside the page, what came of them is said, and
// each can be saved or taken out again. It holds no file; the packs are its host's.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ask } from '../engine/ask.js';
import type { Progress } from '../engine/session.js';
import { askForFiles } from '../files/ask-for-files.js';
import type { TableEdition } from '../findings/model.js';
import { showDate } from '../formats/dates.js';
import type { OwnTable } from '../settings/settings.js';
import { controlStyles } from '../styles/controls.js';
import { packStyles } from '../styles/packs.js';
import { panelStyles } from '../styles/panel.js';
import { tokenStyles } from '../styles/tokens.js';
import { words } from '../words/index.js';
import { type Days, dayWarning } from './days.js';
import type { TableInput, TablesRead } from './import-tables.js';
import { factsOf } from './pack-facts.js';
import { nameOfPack, packView } from './pack-view.js';
import { type Report, reportView } from './report-view.js';
import { savePack, savePacks } from './save-packs.js';

const said = words.packs;

/** The packs as they are to be from now on. */
export type PacksChange = CustomEvent<OwnTable[]>;

export class DeltoidPacks extends LitElement {
  static override styles = [tokenStyles, controlStyles, panelStyles, packStyles];

  @property({ attribute: false }) tables: readonly OwnTable[] = [];
  /** All that are in force, built in and own. */
  @property({ attribute: false }) editions: readonly TableEdition[] = [];
  /** The dates of service on the page. */
  @property({ attribute: false }) days: Days | undefined;

  @state() private progress: Progress | undefined;
  @state() private report: Report | undefined;
  @state() private status = '';
  #reading: { files: readonly File[]; stop: AbortController } | undefined;
  /** By name of a pack of which parts are missing: its files, to be read again with the others. */
  readonly #parts = new Map<string, readonly TableInput[]>();

  /** Reads files; those of a reading that has not ended are read with them. Resolves with whether all were taken. */
  async load(more: readonly File[]): Promise<boolean> {
    if (more.length === 0) return true;
    const files = [...(this.#reading?.files ?? []), ...more];
    this.#reading?.stop.abort();
    const reading = { files, stop: new AbortController() };
    this.#reading = reading;
    this.report = undefined;
    this.status = '';
    this.#showPlace();
    this.progress = { bytes: 0, totalBytes: 0, claims: 0, file: '' };
    try {
      const read = await ask(
        {
          do: 'import-tables',
          inputs: files.map((source) => ({ name: source.name, source })),
          inForce: this.tables,
          parts: this.#parts,
        },
        reading.stop.signal,
        (progress) => {
          if (this.#reading === reading) this.progress = progress;
        },
      );
      if (this.#reading === reading) this.#take(read);
      return read.refused.length === 0;
    } catch {
      if (this.#reading === reading) this.status = said.failed;
      return false;
    } finally {
      if (this.#reading === reading) this.#end();
    }
  }

  /** Ends what runs and forgets the names of files. What is in force stays: it is the host's. */
  forget(): void {
    this.#reading?.stop.abort();
    this.#end();
    this.#parts.clear();
    this.report = undefined;
    this.status = '';
  }

  protected override render(): TemplateResult {
    return html`<h3 tabindex="-1">${words.settings.tables}</h3>
      <p class="hint">${said.hint}</p>
      <div class="row">
        <button type="button" @click=${this.#choose}>${said.load}</button>
      </div>
      ${this.progress ? this.#progressView(this.progress) : nothing}
      <p class=${this.report || this.progress ? 'status' : 'hint'} role="status">${this.progress ? '' : this.status}</p>
      ${this.report ? reportView(this.report) : nothing}
      ${this.tables.length > 0 ? this.#yours() : nothing}
      ${waysView()} ${this.#all()}`;
  }

  #progressView({ bytes, totalBytes, file }: Progress): TemplateResult {
    const share = totalBytes > 0 ? Math.floor((100 * bytes) / totalBytes) : 0;
    return html`<div class="progress">
      <p>${said.reading(file, share)}</p>
      <progress max="100" value=${share} aria-label=${said.load}></progress>
      <button type="button" @click=${this.#cancel}>${said.cancel}</button>
    </div>`;
  }

  #yours(): TemplateResult {
    const all = this.tables.map(factsOf);
    return html`<h4 class="yours">${said.yours}</h4>
      <ul class="packs">
        ${repeat(
          this.tables,
          ({ name }) => name,
          (pack) => packView(pack, dayWarning(factsOf(pack), all, this.days), this.#actions),
        )}
      </ul>
      <div class="row">
        ${
          this.tables.length > 1
            ? html`<button type="button" class="quiet" @click=${() => void this.#saveAll()}>${said.saveAll}</button>`
            : nothing
        }
        <button type="button" class="quiet" @click=${() => this.#takeAllOut()}>${words.settings.removeTables}</button>
      </div>`;
  }

  #all(): TemplateResult {
    if (this.editions.length === 0) return html`<p class="hint">${words.settings.waiting}</p>`;
    const own = new Set(this.tables.map((pack) => `${factsOf(pack).table} ${factsOf(pack).edition}`));
    const heads = [words.settings.table, words.settings.edition, words.settings.days, words.settings.sum];
    return html`<details class="all">
      <summary>${said.allInForce(this.editions.length)}</summary>
      <p class="hint">${words.settings.tablesHint}</p>
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}</tr>
        </thead>
        <tbody role="rowgroup">
          ${this.editions.map((one) => editionRow(one, own.has(`${one.name} ${one.edition}`)))}
        </tbody>
      </table>
    </details>`;
  }

  readonly #choose = (): void => askForFiles('.zip,.txt,.csv,.tsv,.gz', true, (files) => this.load(files));

  readonly #cancel = (): void => {
    this.#reading?.stop.abort();
    this.#end();
    this.status = said.cancelled;
    this.#focusHead();
  };

  readonly #actions = {
    save: (pack: OwnTable): void => {
      this.status = said.saved(savePack(pack));
    },
    takeOut: (pack: OwnTable): void => {
      this.#parts.delete(pack.name);
      this.#put(this.tables.filter((one) => one !== pack));
      this.status = said.takenOut(nameOfPack(factsOf(pack)));
      this.#focusHead(); // its button is gone
    },
  };

  #takeAllOut(): void {
    this.forget();
    this.#put([]);
    this.status = said.allTakenOut;
    this.#focusHead();
  }

  async #saveAll(): Promise<void> {
    this.status = said.saved(await savePacks(this.tables));
  }

  #take({ taken, refused, passedOver }: TablesRead): void {
    for (const { name, inputs } of taken) {
      if (inputs.length > 0) this.#parts.set(name, inputs);
      else this.#parts.delete(name);
    }
    const names = new Set(taken.map(({ name }) => name));
    const kept = this.tables.filter(({ name }) => !names.has(name));
    if (taken.length > 0) this.#put([...kept, ...taken.map(({ name, text }) => ({ name, text }))]);
    const notes = taken
      .map(({ note }) => note)
      .filter((note) => note && !note.startsWith('Of the four files'));
    this.report = { taken: taken.length, refused, notes, passedOver };
    this.status = taken.length > 0 ? said.taken(taken.length) : said.noneTaken;
  }

  #put(tables: OwnTable[]): void {
    this.dispatchEvent(new CustomEvent('packs-change', { detail: tables }));
  }

  #end(): void {
    this.#reading = undefined;
    this.progress = undefined;
    this.#showPlace();
  }

  /** Files that were dropped are told of below the profile: it comes into sight. */
  #showPlace(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('.progress, .status')?.scrollIntoView({ block: 'nearest' }),
    );
  }

  #focusHead(): void {
    this.renderRoot.querySelector<HTMLElement>('h3')?.focus();
  }
}

/** The published files, each with what it is good for. */
function waysView(): TemplateResult {
  return html`<details class="which">
    <summary>${said.which}</summary>
    <dl>
      ${said.ways.map(([file, what]) => html`<div><dt>${what}</dt><dd class="raw">${file}</dd></div>`)}
    </dl>
    <p class="hint">${said.keepNames}</p>
  </details>`;
}

function editionRow({ name, edition, from, to, sha256 }: TableEdition, own: boolean): TemplateResult {
  const days = [from, to].map((day) => (day ? showDate(day) : words.settings.open)).join(' – ');
  return html`<tr role="row" class=${own ? 'own' : ''}>
    <th scope="row" role="rowheader">${words.tables.name(name)}</th>
    <td role="cell">${edition}${own ? html` <b>${words.settings.yours}</b>` : nothing}</td>
    <td role="cell">${days}</td>
    <td role="cell" class="raw" title=${sha256}>${sha256.slice(0, 12)}</td>
  </tr>`;
}

customElements.define('deltoid-packs', DeltoidPacks);
