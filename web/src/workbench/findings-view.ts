// SPDX-License-Identifier: Apache-2.0
// <deltoid-findings-view>: all findings of a batch: what is shown in which order, the table, one finding opened in full.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { orderOf, type Query } from '../findings/order.js';
import { type Verdict, verdicts } from '../findings/verdict.js';
import { batchStyles } from '../styles/batch.js';
import { controlStyles } from '../styles/controls.js';
import { findingStyles } from '../styles/finding.js';
import { tokenStyles } from '../styles/tokens.js';
import '../table/findings-table.js';
import type { DeltoidFindingsTable, OpenRow } from '../table/findings-table.js';
import { words } from '../words/index.js';
import type { Batch } from './batch.js';
import { detailView } from './detail-view.js';
import { filtersView } from './filters-view.js';

const said = words.batch;

const askForSomething: readonly Verdict[] = ['deny', 'may', 'chart', 'payer'];

export class DeltoidFindingsView extends LitElement {
  static override styles = [tokenStyles, controlStyles, findingStyles, batchStyles];

  @property({ attribute: false }) batch: Batch | undefined;
  /** Counts the batch's changes; a batch is not copied when it changes. */
  @property({ attribute: false }) changes = 0;
  /** Nothing is put in order for nobody: that waits until the view is wanted. */
  @property({ attribute: false }) wanted = false;

  @state() private asked: Query = { verdicts: new Set(), rule: -1, text: '', sort: 'money' };
  @state() private order: Uint32Array = new Uint32Array();
  @state() private opened = -1;
  @state() private sorting = false;
  @query('deltoid-findings-table') private table?: DeltoidFindingsTable;

  #ordered: Batch | undefined;
  #running = new AbortController();
  /** Of the store, when it was last put in order. */
  #version = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { batch } = this;
    if (changed.has('batch')) this.#reset();
    // The table waits for the end, so that no row moves while somebody reads it.
    if (!batch || !this.wanted || batch.state === 'running') return;
    if (this.#ordered === batch) this.#follow(batch);
    else {
      this.#ordered = batch;
      this.#version = batch.store.version;
      this.sorting = true;
      // In a frame of its own: figures first, and no task that would hold up a key or a click.
      requestAnimationFrame(() => setTimeout(() => this.#showAsked()));
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { batch } = this;
    if (!batch) return nothing;
    return html`<section class="batch" aria-label=${words.table.label} @keydown=${this.#onKey}>
      ${batch.store.standing > 0 ? this.#findings(batch) : batch.state === 'done' ? this.#empty() : nothing}
    </section>`;
  }

  #empty(): TemplateResult {
    return html`<div class="notice"><p class="lead">${said.nothingFound}</p><p>${said.nothingFoundHint}</p></div>`;
  }

  #findings({ store }: Batch): TemplateResult {
    const finding = this.opened >= 0 ? store.finding(this.opened) : undefined;
    return html`${filtersView(store, this.asked, this.order.length, this.#searching, (change) => void this.#ask(change))}
      <div class="work ${finding ? 'open' : ''}">
        ${
          this.order.length === 0 && !this.sorting
            ? html`<div class="notice none">
                <p>${said.noneLeft}</p>
                <button type="button" @click=${() => void this.#ask(this.#everything())}>${said.resetFilters}</button>
              </div>`
            : html`<deltoid-findings-table
                .store=${store}
                .order=${this.order}
                .opened=${this.opened}
                @open-row=${(event: OpenRow) => this.#open(event.detail)}
              ></deltoid-findings-table>`
        }
        ${
          finding
            ? detailView(finding, {
                position: this.order.indexOf(this.opened),
                count: this.order.length,
                go: (step) => this.#step(step),
                close: () => this.#close(),
              })
            : nothing
        }
      </div>`;
  }

  /** Passing over all sentences takes long enough to be said. */
  get #searching(): boolean {
    return this.sorting && this.asked.text.trim() !== '';
  }

  /** Claims were corrected since the list was put in order: other findings stand. */
  #follow({ store }: Batch): void {
    if (store.version === this.#version) return;
    this.#version = store.version;
    if (this.opened >= 0 && store.isAside(this.opened)) this.opened = -1;
    void this.#ask({});
  }

  #reset(): void {
    this.#running.abort();
    this.#ordered = undefined;
    this.order = new Uint32Array();
    this.opened = -1;
    this.asked = { verdicts: new Set(), rule: -1, text: '', sort: 'money' };
  }

  #showAsked(): void {
    const counts = this.batch?.store.counts ?? new Map<Verdict, number>();
    const asking = askForSomething.filter((verdict) => counts.has(verdict));
    void this.#ask({ verdicts: new Set(asking.length > 0 ? asking : verdicts) });
  }

  #everything(): Partial<Query> {
    return { verdicts: new Set(verdicts), rule: -1, text: '' };
  }

  async #ask(change: Partial<Query>): Promise<void> {
    const store = this.batch?.store;
    if (!store) return;
    this.asked = { ...this.asked, ...change };
    this.#running.abort();
    const running = new AbortController();
    this.#running = running;
    this.sorting = true;
    try {
      this.order = await orderOf(store, this.asked, running.signal);
      this.sorting = false;
    } catch (error) {
      if (!running.signal.aborted) throw error; // else something newer was asked
    }
  }

  #open(row: number): void {
    this.opened = row;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('.detail')?.focus({ preventScroll: this.offsetWidth > 900 }),
    );
  }

  #step(step: 1 | -1): void {
    const at = this.order.indexOf(this.opened) + step;
    const row = this.order[at];
    if (row === undefined) return;
    this.opened = row;
    this.table?.goTo(at);
  }

  #close(): void {
    this.opened = -1;
    void this.updateComplete.then(() => this.table?.focus());
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.opened >= 0) this.#close();
    else if (event.key === 'F8') this.#step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
}

customElements.define('deltoid-findings-view', DeltoidFindingsView);
