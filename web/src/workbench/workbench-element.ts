// SPDX-License-Identifier: Apache-2.0
// <deltoid-workbench>: the whole page: a thin bar, one of the views of views.ts, the panels.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { DeltoidChecker } from '../checker/checker-element.js';
import { blankClaim, exampleClaim, hasCodes } from '../claim/claims.js';
import type { Claim } from '../claim/model.js';
import type { Spreadsheets } from '../columns/spreadsheets.js';
import { engineModule } from '../engine/assets.js';
import type { About } from '../engine/claim-engine.js';
import { sharedClaimEngine } from '../engine/shared-claim-engine.js';
import { droppedFiles } from '../files/dropped.js';
import { localDay } from '../formats/dates.js';
import { daysOfClaims } from '../packs/days.js';
import { sortOut } from '../packs/sort-out.js';
import type { DeltoidPrivacy } from '../privacy/privacy-element.js';
import { ruleAsked } from '../rules/address.js';
import { savedSettings } from '../settings/saved-copy.js';
import { bytesOfTables, noSettings, type Settings } from '../settings/settings.js';
import type { DeltoidSettings } from '../settings/settings-element.js';
import { controlStyles } from '../styles/controls.js';
import { showPagePaper } from '../styles/page.js';
import { tokenStyles } from '../styles/tokens.js';
import { workbenchStyles } from '../styles/workbench.js';
import { haveRulePages } from '../view/rule-link.js';
import { type Language, languageOf, showAgain, useLanguage, words } from '../words/index.js';
import { Batch, type SaidOfFiles } from './batch.js';
import { ClaimTools } from './claim-tools.js';
import { keysDialog, privacyDialog, settingsDialog } from './dialogs.js';
import { countdownView, footerView } from './footer-view.js';
import { IdleClock } from './idle.js';
import './leave-dialog.js';
import type { DeltoidLeaveDialog } from './leave-dialog.js';
import { logo } from './logo.js';
import type { UseOfFile } from './records-view.js';
import { type Trial, Trials } from './trial.js';
import { type Page, type View, views } from './views.js';

const said = words.app;

export class DeltoidWorkbench extends LitElement implements Page {
  static override styles = [tokenStyles, controlStyles, workbenchStyles];

  @state() private view = 'start';
  @state() batch: Batch | undefined;
  @state() changes = 0;
  @state() about: About | undefined;
  @state() private imports: string[] = [];
  @state() private dropping = false;
  @state() settings: Settings = noSettings;
  /** The packs as the form takes them; the same list until they change. */
  tables: Uint8Array[] = [];
  @state() private minutes = 10;
  @state() private language: Language = 'en';
  @state() private secondsLeft: number | undefined;
  /** Something that the page did by itself and must say. */
  @state() private notice = '';
  /** The form is made when it is first wanted, and stays. */
  @state() typed = false;
  @state() rule = '';

  @query('input[type=file]') private files!: HTMLInputElement;
  @query('deltoid-checker') private checker?: DeltoidChecker;
  @query('deltoid-leave-dialog') private leaving!: DeltoidLeaveDialog;
  readonly #tools = new ClaimTools(this, () => this.checker);
  readonly #trials = new Trials();
  #beforeRules = 'start';
  #frame = 0;
  readonly #idle = new IdleClock({
    occupied: () => this.batch !== undefined || (this.checker !== undefined && holdsSomething(this.checker)),
    busy: () => this.batch?.state === 'running',
    onCountdown: (left) => {
      this.secondsLeft = left;
    },
    onEnd: () => this.#clearAll(words.idle.cleared(this.minutes)),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#idle.start();
    const language = languageOf(navigator.language);
    if (language !== this.language) void this.#speak(language);
    addEventListener('keydown', this.#onKey);
    addEventListener('beforeunload', this.#onLeave);
    addEventListener('dragover', this.#onDrag);
    addEventListener('dragleave', this.#onDrag);
    addEventListener('drop', this.#onDrop);
    addEventListener('hashchange', this.#onAddress);
    this.addEventListener('deltoid-clear', this.#onClear);
    haveRulePages();
    this.#onAddress();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#idle.stop();
    removeEventListener('keydown', this.#onKey);
    removeEventListener('beforeunload', this.#onLeave);
    removeEventListener('dragover', this.#onDrag);
    removeEventListener('dragleave', this.#onDrag);
    removeEventListener('drop', this.#onDrop);
    removeEventListener('hashchange', this.#onAddress);
    this.removeEventListener('deltoid-clear', this.#onClear);
  }

  protected override firstUpdated(): void {
    // After the first picture, so that the page is there at once and the engine when it is wanted.
    requestAnimationFrame(() => setTimeout(() => void this.#wake()));
  }

  protected override render(): TemplateResult {
    return html`<header class="bar">
        <button type="button" class="skip" @click=${this.#skip}>${said.skip}</button>
        <button type="button" class="brand" @click=${() => this.show('start')}>${logo()}<b>${said.name}</b></button>
        <p class="promise">
          ${said.promise}
          <button type="button" class="link" @click=${() => this.#dialog('privacy')}>${said.howDoIKnow}</button>
        </p>
        <nav aria-label=${said.name}>
          ${views.map((view) => this.#tab(view))}
          <button type="button" class="quiet" @click=${() => this.choose()}>${said.openFiles}</button>
          <button type="button" class="quiet" @click=${() => this.#dialog('keys')}>${said.keys}</button>
        </nav>
        <input type="file" multiple hidden aria-label=${said.openFiles} @change=${this.#onFiles} />
      </header>
      <main id="content" tabindex="-1" class=${this.dropping ? 'dropping' : ''}>
        ${this.notice && this.view === 'start' ? html`<p class="notice">${this.notice}</p>` : nothing}
        <p class="visually-hidden" role="status">${this.notice}</p>
        ${views.map((view) => view.render(this, view.id === this.view))}
        ${this.dropping ? html`<p class="drop-here">${said.dropHere}</p>` : nothing}
      </main>
      ${footerView({
        inForce: this.#inForce(),
        minutes: this.minutes,
        language: this.language,
        openSettings: () => this.#dialog('settings'),
        setMinutes: (minutes) => this.#setMinutes(minutes),
        setLanguage: (language) => void this.#speak(language),
      })}
      ${countdownView(this.secondsLeft, this.#idle.touch, () => this.#clearAll(''))}
      ${privacyDialog(this.imports, this.about, this.settings.kept)} ${keysDialog()}
      ${settingsDialog(this.settings, { minutes: this.minutes, language: this.language }, (settings) => this.#putInForce(settings))}
      <deltoid-leave-dialog></deltoid-leave-dialog>`;
  }

  tools(): TemplateResult {
    return this.#tools.view(() => this.show('what-if'));
  }

  #tab(view: View): TemplateResult | typeof nothing {
    const name = view.button(this);
    if (!name) return nothing;
    const go = (): void => (view.open ? view.open(this) : this.show(view.id));
    return html`<button type="button" class="quiet tab" aria-current=${this.view === view.id ? 'page' : nothing} @click=${go}>
      ${name}
    </button>`;
  }

  async #wake(): Promise<void> {
    try {
      const saved = await savedSettings();
      if (saved) this.#putInForce(saved.settings);
      if (saved?.choices.minutes !== undefined) this.#setMinutes(saved.choices.minutes);
      if (saved?.choices.language) await this.#speak(languageOf(saved.choices.language));
    } catch {
      this.notice = words.settings.damaged;
    }
    try {
      this.about = (await sharedClaimEngine()).about();
      this.imports = WebAssembly.Module.imports(await engineModule('everything')).map(({ name }) => name);
    } catch {
      // The form and the batch say so where it matters.
    }
  }

  #inForce(): string {
    const { profile, tables, kept } = this.settings;
    const name = profile ? (words.settings.builtInNames[profile.name] ?? profile.name) : '';
    return words.settings.inForce(name, tables.length, kept);
  }

  #putInForce(settings: Settings): void {
    this.settings = settings;
    this.tables = bytesOfTables(settings).map(({ bytes }) => bytes);
  }

  async #speak(language: Language): Promise<void> {
    await useLanguage(language);
    this.language = language;
    document.documentElement.lang = language;
    document.title = words.app.title;
    showPagePaper();
    showAgain(this.renderRoot as ShadowRoot);
  }

  #setMinutes(minutes: number): void {
    this.minutes = minutes;
    this.#idle.minutes = minutes;
  }

  /** Nothing of any claim is left: neither on the page nor in the engine's memory. */
  #clearAll(notice: string): void {
    this.checker?.clear();
    this.typed = false;
    this.dropBatch();
    for (const open of this.renderRoot.querySelectorAll('dialog')) open.close();
    this.leaving.close();
    this.#idle.touch();
    this.notice = notice;
  }

  show(id: string): void {
    if (id !== 'rules' && ruleAsked(location.hash) !== undefined) history.pushState(null, '', '#');
    this.notice = '';
    this.view = id;
    scrollTo(0, 0);
  }

  readonly form = (): DeltoidChecker | undefined => this.checker;

  showRules(): void {
    history.pushState(null, '', '#rules');
    this.#onAddress();
  }

  /** The address of a rule, which says nothing of a claim, and the way back from it. */
  readonly #onAddress = (): void => {
    const rule = ruleAsked(location.hash);
    if (rule !== undefined) {
      if (this.view !== 'rules') this.#beforeRules = this.view;
      this.rule = rule;
      this.view = 'rules';
    } else if (this.view === 'rules') this.show(this.#beforeRules);
  };

  tryClaim(trial: Trial): void {
    const first = !this.typed;
    this.typed = true;
    this.show('claim');
    void this.updateComplete.then(() => {
      if (!this.checker) return;
      if (first) this.checker.value = blankClaim();
      this.#trials.start(this.checker, trial);
      this.requestUpdate();
      this.renderRoot.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    });
  }

  trial(): TemplateResult | typeof nothing {
    const back = (): void => {
      if (this.checker) this.#trials.back(this.checker);
      this.requestUpdate();
    };
    return this.#trials.view(back, () => this.endTrial());
  }

  endTrial(): void {
    if (this.checker) this.#trials.end(this.checker);
    this.requestUpdate();
  }

  type(): void {
    const first = !this.typed;
    this.typed = true;
    this.show('claim');
    void this.updateComplete.then(() => {
      if (first && this.checker) this.checker.value = blankClaim();
      this.checker?.focusBox('/payer/class');
    });
  }

  putClaim(claim: Claim): void {
    this.typed = true;
    this.show('claim');
    void this.updateComplete.then(() => {
      this.endTrial();
      this.checker?.begin(claim);
      this.renderRoot.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    });
  }

  example(): void {
    this.putClaim(exampleClaim(localDay()));
  }

  choose(): void {
    this.files.value = '';
    this.files.click();
  }

  /** Tables are put in force first, and records belong to the claims that are there, whichever came first. */
  async #take(files: File[]): Promise<void> {
    // What is dropped while the panel is open is meant for it.
    const open = this.#settings?.closest('dialog')?.open;
    const { tables, others } = open ? { tables: files, others: [] } : await sortOut(files);
    if (tables.length > 0) {
      if (!open) this.#dialog('settings');
      const well = await this.#settings?.loadTables(tables);
      if (others.length > 0 && well) this.#settings?.closest('dialog')?.close();
    }
    const { batch } = this;
    const belong = batch !== undefined && (await batch.belongsWith(others));
    if (belong && batch === this.batch) this.#begin([...batch.files, ...others], batch);
    else this.#check(others);
  }

  useFile({ file, use }: UseOfFile): void {
    const { batch } = this;
    if (!batch) return;
    if (use === 'none')
      this.#begin(
        batch.files.filter((one) => one !== file),
        batch,
      );
    else this.#begin(batch.files, batch, { choices: new Map(batch.choices).set(file, use) });
    this.renderRoot.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }

  #check(files: File[], answersRead = false): void {
    if (files.length === 0) return;
    const { batch } = this;
    // Two drops at once are one batch: the check begins again with all of them.
    if (batch?.state === 'asking') this.#begin([...batch.files, ...files], batch.earlier);
    else if (batch?.state === 'running' || batch?.awaitsClaims)
      this.#begin([...batch.files, ...files], batch);
    else if (batch?.state === 'done' && !answersRead) void this.#takeAnswers(batch, files);
    else if (batch?.holdsWork)
      void this.leaving.ask(batch, true).then((answer) => {
        if (answer === 'together') this.#begin([...batch.files, ...files], batch);
        else if (answer === 'instead') this.#begin(files);
      });
    else this.#begin(files);
  }

  /** What payers answered joins the claims that are there; anything else is another batch. */
  async #takeAnswers(batch: Batch, files: File[]): Promise<void> {
    const taken = await batch.takeAnswers(files).catch(() => false);
    if (!this.batch) return; // cleared meanwhile, these files with it
    if (taken && this.batch === batch) this.show('batch');
    else this.#check(files, this.batch === batch);
  }

  #begin(files: readonly File[], earlier?: Batch, said?: SaidOfFiles): void {
    this.batch?.drop();
    const batch: Batch = new Batch(
      files,
      () => {
        if (this.batch === batch) this.#changed();
      },
      this.settings,
      earlier,
      said,
    );
    this.batch = batch;
    this.show('batch');
  }

  /** The same files by what is in force now; what was done about them is carried over. */
  checkAgain(): void {
    if (this.batch) this.#begin([...this.batch.files], this.batch, this.batch.said);
  }

  /** Other columns may make other claims, so work that was done about these is not carried over. */
  async readColumns(spreadsheets: Spreadsheets): Promise<void> {
    const { batch } = this;
    if (!batch || (batch.holdsWork && (await this.leaving.ask(batch, false)) === 'stay')) return;
    this.#begin(batch.files, batch.state === 'asking' ? batch.earlier : undefined, {
      ...batch.said,
      spreadsheets,
    });
    this.renderRoot.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }

  /** Once a frame is enough to look at. */
  #changed(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.changes++;
    });
  }

  /** Asks first when work would be lost. */
  async clearBatch(): Promise<void> {
    if (this.batch?.holdsWork && (await this.leaving.ask(this.batch, false)) === 'stay') return;
    this.dropBatch();
  }

  /** Lets go of the batch and of all that was done about it, without a question. */
  dropBatch(): void {
    this.#settings?.forget();
    this.batch?.drop();
    this.batch = undefined;
    this.files.value = '';
    this.show('start');
  }

  #dialog(id: string): void {
    this.renderRoot.querySelector<HTMLDialogElement>(`dialog#${id}`)?.showModal();
    if (id === 'settings') void this.#settings?.look(daysOfClaims(this.checker?.claim, this.batch?.claims));
    if (id === 'privacy') void this.renderRoot.querySelector<DeltoidPrivacy>('deltoid-privacy')?.look();
  }

  get #settings(): DeltoidSettings | null {
    return this.renderRoot.querySelector<DeltoidSettings>('deltoid-settings');
  }

  readonly #skip = (): void => {
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  };

  /** The browser asks before it closes the page, as long as work is kept nowhere else. */
  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.batch?.holdsWork) event.preventDefault();
  };

  /** The form's own Clear: names of files go, too. */
  readonly #onClear = (): void => this.#settings?.forget();

  readonly #onFiles = (): void => {
    void this.#take([...(this.files.files ?? [])]);
  };

  readonly #onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dropping = event.type === 'dragover';
  };

  readonly #onDrop = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dropping = false;
    void droppedFiles(event.dataTransfer).then((files) => this.#take(files));
  };

  /** Undo and redo while nothing has the focus; the form hears its own keys. */
  #travels(event: KeyboardEvent): boolean {
    const away = event.target === document.body || event.composedPath()[0] === this;
    if (this.view !== 'claim' || !away || !(event.ctrlKey || event.metaKey)) return false;
    const key = event.key.toLowerCase();
    if (key === 'y' || (key === 'z' && event.shiftKey)) this.checker?.redo();
    else if (key === 'z') this.checker?.undo();
    else return false;
    event.preventDefault();
    return true;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const typing = (event.composedPath()[0] as Element | undefined)?.matches?.('input, select, textarea');
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'o') this.choose();
    else if (event.key === '?' && !typing) this.#dialog('keys');
    else if (this.#travels(event)) return;
    else return;
    event.preventDefault();
  };
}

/** A claim, or the note of an injection. */
function holdsSomething({ claim, note }: DeltoidChecker): boolean {
  return hasCodes(claim) || note.state !== 'closed';
}

if (!customElements.get('deltoid-checker')) customElements.define('deltoid-checker', DeltoidChecker);
customElements.define('deltoid-workbench', DeltoidWorkbench);
