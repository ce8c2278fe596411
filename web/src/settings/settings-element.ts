// SPDX-License-Identifier: Apache-2.0
// <deltoid-settings>: the profile and the tables in force, how to load one's own, and how to keep them.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Problem } from '../engine/problems.js';
import { sharedClaimEngine } from '../engine/shared-claim-engine.js';
import type { TableEdition } from '../findings/model.js';
import { showDate } from '../formats/dates.js';
import { save } from '../out/save.js';
import { controlStyles } from '../styles/controls.js';
import { panelStyles } from '../styles/panel.js';
import { settingsStyles } from '../styles/settings.js';
import { tokenStyles } from '../styles/tokens.js';
import { words } from '../words/index.js';
import { type PageChoices, pageWith } from './saved-copy.js';
import { builtInProfiles, bytesOfTables, type OwnTable, type Settings } from './settings.js';

const said = words.settings;

/** New settings that the engine has taken. */
export type SettingsChange = CustomEvent<Settings>;

export class DeltoidSettings extends LitElement {
  static override styles = [tokenStyles, controlStyles, panelStyles, settingsStyles];

  @property({ attribute: false }) settings: Settings = { tables: [], kept: false };
  /** What a saved copy carries beside them. */
  @property({ attribute: false }) choices: PageChoices = {};

  @state() private editions: TableEdition[] = [];
  @state() private refusal: { title: string; problems: Problem[] } | undefined;
  @state() private saved = false;

  /** Reads the list of editions; called when somebody looks. */
  async look(): Promise<void> {
    this.saved = false;
    await this.#tryOut(this.settings);
  }

  protected override render(): TemplateResult {
    return html`<p>${said.intro}</p>
      ${this.refusal ? this.#refusal(this.refusal) : nothing} ${this.#profile()} ${this.#tables()} ${this.#keep()}`;
  }

  #profile(): TemplateResult {
    const { profile } = this.settings;
    const own = profile && typeof profile.value === 'object' ? profile.name : '';
    const chosen = profile && !own ? profile.name : '';
    return html`<h3>${said.profile}</h3>
      <div class="row">
        <div class="field">
          <label for="profile">${said.builtIn}</label>
          <select id="profile" @change=${this.#onBuiltIn}>
            ${own ? html`<option value="own" .selected=${true}>${said.ownProfile(own)}</option>` : nothing}
            <option value="" .selected=${!profile}>${said.noProfile}</option>
            ${builtInProfiles.map(
              (name) =>
                html`<option value=${name} .selected=${name === chosen}>${said.builtInNames[name] ?? name}</option>`,
            )}
          </select>
        </div>
        <button type="button" @click=${() => askForFiles('.json', false, (files) => this.#onProfile(files))}>${said.loadProfile}</button>
        ${own ? html`<button type="button" class="quiet" @click=${() => this.#put({ profile: undefined })}>${said.removeProfile}</button>` : nothing}
      </div>
      <p class="hint">${said.profileHint}</p>`;
  }

  #tables(): TemplateResult {
    const built = new Set(this.settings.tables.map(({ text }) => editionOf(text)));
    return html`<h3>${said.tables}</h3>
      <p class="hint">${said.tablesHint}</p>
      ${
        this.editions.length > 0
          ? html`<table role="table">
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader">${said.table}</th>
                  <th scope="col" role="columnheader">${said.edition}</th>
                  <th scope="col" role="columnheader">${said.days}</th>
                  <th scope="col" role="columnheader">${said.sum}</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${this.editions.map((one) => editionRow(one, built.has(`${one.name} ${one.edition}`)))}
              </tbody>
            </table>`
          : html`<p>${said.waiting}</p>`
      }
      <div class="row">
        <button type="button" @click=${() => askForFiles('.tsv,.txt', true, (files) => this.#onTables(files))}>${said.loadTables}</button>
        ${
          this.settings.tables.length > 0
            ? html`<button type="button" class="quiet" @click=${() => this.#put({ tables: [] })}>${said.removeTables}</button>`
            : nothing
        }
      </div>`;
  }

  #keep(): TemplateResult {
    const empty = !this.settings.profile && this.settings.tables.length === 0;
    return html`<h3>${said.keep}</h3>
      <p>${said.keepHint}</p>
      <div class="row">
        <button type="button" class="primary" ?disabled=${empty} @click=${() => void this.#save()}>${said.save}</button>
      </div>
      <p class="hint" role="status">${this.saved ? said.saved : empty ? said.nothingToSave : ''}</p>`;
  }

  #refusal({ title, problems }: { title: string; problems: Problem[] }): TemplateResult {
    return html`<div class="refusal" role="alert">
      <p><b>${title}</b></p>
      <ul>${problems.map(({ path, message }) => html`<li lang="en"><span class="raw">${path}</span> ${message}</li>`)}</ul>
    </div>`;
  }

  readonly #onBuiltIn = (event: Event): void => {
    const name = (event.target as HTMLSelectElement).value;
    if (name !== 'own') void this.#put({ profile: name ? { name, value: name } : undefined }, name);
  };

  async #onProfile([file]: File[]): Promise<void> {
    if (!file) return;
    try {
      const value = JSON.parse(await file.text()) as unknown;
      if (value === null || typeof value !== 'object') throw new SyntaxError();
      const { name } = value as { name?: unknown };
      const known = typeof name === 'string' && name ? name : file.name;
      await this.#put({ profile: { name: known, value } }, file.name);
    } catch {
      this.refusal = { title: said.notJson(file.name), problems: [] };
    }
  }

  async #onTables(files: File[]): Promise<void> {
    if (files.length === 0) return;
    const read = await Promise.all(
      files.map(async (file): Promise<OwnTable> => ({ name: file.name, text: await file.text() })),
    );
    const kept = this.settings.tables.filter(({ name }) => !read.some((one) => one.name === name));
    await this.#put({ tables: [...kept, ...read] }, files.map(({ name }) => name).join(', '));
  }

  /** The engine has the word: what it does not take is not put in force, and its reasons are shown. */
  async #put(change: Partial<Settings>, from = ''): Promise<void> {
    const settings = { ...this.settings, ...change, kept: false };
    const problems = await this.#tryOut(settings);
    this.refusal = problems.length > 0 ? { title: said.refused(from), problems } : undefined;
    this.saved = false;
    if (problems.length > 0) return;
    this.settings = settings;
    this.dispatchEvent(new CustomEvent('settings-change', { detail: settings }));
  }

  async #tryOut(settings: Settings): Promise<Problem[]> {
    const engine = await sharedClaimEngine();
    const { problems, editions } = engine.tryOut(
      { profile: settings.profile?.value },
      bytesOfTables(settings),
    );
    if (problems.length === 0) this.editions = editions;
    return problems;
  }

  async #save(): Promise<void> {
    save(await pageWith(this.settings, this.choices), 'deltoid.html');
    this.saved = true;
  }
}

/** The browser's own dialog, for files of one kind. */
function askForFiles(accept: string, multiple: boolean, take: (files: File[]) => Promise<void>): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = multiple;
  input.addEventListener('change', () => void take([...(input.files ?? [])]));
  input.click();
}

function editionRow({ name, edition, from, to, sha256 }: TableEdition, own: boolean): TemplateResult {
  const days = [from, to].map((day) => (day ? showDate(day) : said.open)).join(' – ');
  return html`<tr role="row" class=${own ? 'own' : ''}>
    <th scope="row" role="rowheader">${words.tables.name(name)}</th>
    <td role="cell">${edition}${own ? html` <b>${said.yours}</b>` : nothing}</td>
    <td role="cell">${days}</td>
    <td role="cell" class="raw" title=${sha256}>${sha256.slice(0, 12)}</td>
  </tr>`;
}

/** "table edition" of a pack's header. */
function editionOf(text: string): string {
  const header = (key: string): string => new RegExp(`^# ${key}: (.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
  return `${header('pack')} ${header('edition')}`;
}

customElements.define('deltoid-settings', DeltoidSettings);
