// SPDX-License-Identifier: Apache-2.0
// <deltoid-settings>: the profile and the tables in force, how to load a profile, and how to keep both.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Problem } from '../engine/problems.js';
import { sharedClaimEngine } from '../engine/shared-claim-engine.js';
import { askForFiles } from '../files/ask-for-files.js';
import type { TableEdition } from '../findings/model.js';
import { save } from '../out/save.js';
import type { Days } from '../packs/days.js';
import '../packs/packs-element.js';
import type { DeltoidPacks, PacksChange } from '../packs/packs-element.js';
import { controlStyles } from '../styles/controls.js';
import { panelStyles } from '../styles/panel.js';
import { settingsStyles } from '../styles/settings.js';
import { tokenStyles } from '../styles/tokens.js';
import { words } from '../words/index.js';
import { type PageChoices, pageWith } from './saved-copy.js';
import { builtInProfiles, bytesOfTables, type Settings } from './settings.js';

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
  @state() private days: Days | undefined;
  @query('deltoid-packs') private packs!: DeltoidPacks;
  #putting: Promise<void> = Promise.resolve();

  /** Reads the list of editions; called when somebody looks. `days`: the dates of service on the page. */
  async look(days?: Days): Promise<void> {
    this.days = days;
    this.saved = false;
    await this.#tryOut(this.settings);
  }

  /** Reads tables, official files or packs; resolves, once they are in force, with whether all were taken. */
  async loadTables(files: readonly File[]): Promise<boolean> {
    const well = await this.packs.load(files);
    await this.#putting;
    return well;
  }

  /** Forgets what was said of files; what is in force stays. */
  forget(): void {
    this.packs.forget();
  }

  protected override render(): TemplateResult {
    return html`<p>${said.intro}</p>
      ${this.refusal ? this.#refusal(this.refusal) : nothing} ${this.#profile()}
      <deltoid-packs
        .tables=${this.settings.tables}
        .editions=${this.editions}
        .days=${this.days}
        @packs-change=${({ detail }: PacksChange) => {
          this.#putting = this.#put({ tables: detail });
        }}
      ></deltoid-packs>
      ${this.#keep()}`;
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
    const tables = bytesOfTables(settings);
    await engine.prepare(tables);
    const { problems, editions } = engine.tryOut({ profile: settings.profile?.value }, tables);
    if (problems.length === 0) this.editions = editions;
    return problems;
  }

  async #save(): Promise<void> {
    save(await pageWith(this.settings, this.choices), 'deltoid.html');
    this.saved = true;
  }
}

customElements.define('deltoid-settings', DeltoidSettings);
