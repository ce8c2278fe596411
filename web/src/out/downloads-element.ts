// SPDX-License-Identifier: Apache-2.0
// <deltoid-downloads>: what is saved as a file, of a batch or of one claim. Files are made in the worker by the core's own
// writers, from the same input with the same options as what is on the screen; nothing is asked of anybody.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ask } from '../engine/ask.js';
import type { Checked, OutputFormat, Written } from '../engine/tasks.js';
import { showBytes } from '../formats/numbers.js';
import { controlStyles } from '../styles/controls.js';
import { downloadStyles } from '../styles/downloads.js';
import { tokenStyles } from '../styles/tokens.js';
import { words } from '../words/index.js';
import { save } from './save.js';
import { workList } from './work-list.js';

const said = words.out;

export type Kind = OutputFormat | 'work-list' | 'corrected';

/** What is saved: as it was checked, and the beginning of the file's name. */
export interface ToSave {
  stem: string;
  /** Something to know before it is saved. */
  note?: string | undefined;
  checked(): Checked;
  /** Claims that were corrected since, whole, where there are any. */
  corrected?: (() => Blob) | undefined;
  /** Shows the panel in which an 837 is written again, where there is one. */
  openCorrected?: (() => void) | undefined;
}

const endings: Record<Kind, [string, string]> = {
  'work-list': ['csv', 'text/csv'],
  html: ['html', 'text/html'],
  csv: ['csv', 'text/csv'],
  json: ['json', 'application/json'],
  sarif: ['sarif', 'application/sarif+json'],
  corrected: ['json', 'application/json'],
};

export class DeltoidDownloads extends LitElement {
  static override styles = [tokenStyles, controlStyles, downloadStyles];

  @property({ attribute: false }) of: ToSave | undefined;
  @property({ attribute: false }) kinds: readonly Kind[] = ['work-list', 'html', 'csv', 'json', 'sarif'];
  @property() label = '';

  @state() private open = false;
  @state() private identifiers = false;
  @state() private writing = false;
  @state() private status = '';
  #abort = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pointerdown', this.#onOutside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pointerdown', this.#onOutside);
    this.#abort.abort();
  }

  protected override render(): TemplateResult {
    return html`<button type="button" aria-expanded=${this.open} aria-controls="panel" @click=${this.#toggle} @keydown=${this.#onKey}>
        ${this.label || said.download}<span class="arrow" aria-hidden="true"></span>
      </button>
      <div id="panel" role="group" aria-label=${said.label} ?hidden=${!this.open} @keydown=${this.#onKey}>
        <ul>
          ${this.of?.openCorrected ? this.#corrected837(this.of.openCorrected) : nothing}
          ${this.kinds.map((kind) => this.#choice(kind))} ${this.of?.corrected ? this.#choice('corrected') : nothing}
        </ul>
        <label class="tick">
          <input type="checkbox" .checked=${this.identifiers} aria-describedby="about-identifiers" @change=${this.#onTick} />
          <span>${said.identifiers}</span>
        </label>
        <p class="hint" id="about-identifiers">${said.identifiersHint}</p>
        ${this.of?.note ? html`<p class="hint note">${this.of.note}</p>` : nothing}
        <p class="status" role="status">${this.status || nothing}</p>
        ${this.writing ? html`<button type="button" class="quiet" @click=${() => this.#abort.abort()}>${said.cancel}</button>` : nothing}
      </div>
      ${this.kinds.includes('work-list') ? html`<p class="print-hint">${said.printHint}</p>` : nothing}`;
  }

  #choice(kind: Kind): TemplateResult {
    const [name, hint] = said.kinds[kind] ?? [kind, ''];
    return html`<li>
      <button type="button" class="choice" aria-describedby="about-${kind}" aria-disabled=${this.writing} @click=${() => this.#save(kind)}>${name}</button>
      <span class="hint" id="about-${kind}">${hint}</span>
    </li>`;
  }

  #corrected837(open: () => void): TemplateResult {
    const [name, hint] = words.corrected.menu;
    const go = (): void => {
      this.open = false;
      open();
    };
    return html`<li>
      <button type="button" class="choice" aria-describedby="about-837" @click=${go}>${name}</button>
      <span class="hint" id="about-837">${hint}</span>
    </li>`;
  }

  readonly #toggle = (): void => {
    this.open = !this.open;
    this.status = '';
  };

  readonly #onTick = (event: Event): void => {
    this.identifiers = (event.target as HTMLInputElement).checked;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.open = false;
    this.renderRoot.querySelector('button')?.focus();
  };

  readonly #onOutside = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.open = false;
  };

  async #save(kind: Kind): Promise<void> {
    const { of } = this;
    if (!of || this.writing) return;
    const [ending, type] = endings[kind];
    this.writing = true;
    this.status = said.writing(said.kinds[kind]?.[0] ?? kind);
    this.#abort = new AbortController();
    try {
      const { content, unreadable } = await this.#write(kind, of.checked());
      if (unreadable.length > 0) {
        this.status = said.unreadable(unreadable.map(({ path }) => path).join(', '));
        return;
      }
      const name = `${of.stem}-${said.stems[kind] ?? said.findings}.${ending}`;
      save(new Blob([content], { type }), name);
      this.status = said.saved(name, showBytes(content.size));
    } catch {
      this.status = this.#abort.signal.aborted ? '' : said.failed;
    } finally {
      this.writing = false;
    }
  }

  async #write(kind: Kind, of: Checked): Promise<Written> {
    const { identifiers } = this;
    const { signal } = this.#abort;
    if (kind === 'corrected') return { content: this.of?.corrected?.() ?? new Blob(), unreadable: [] };
    if (kind !== 'work-list') return ask({ do: 'write', of, format: kind, identifiers }, signal);
    const { content, unreadable } = await ask({ do: 'list-work', of, identifiers }, signal);
    return { content: await workList(content, identifiers), unreadable };
  }
}

customElements.define('deltoid-downloads', DeltoidDownloads);
