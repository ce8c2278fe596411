// SPDX-License-Identifier: Apache-2.0
// <deltoid-batch>: one batch on the screen: progress, figures, and one of the views of batch-views.ts.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import '../columns/columns-element.js';
import { columnsNote } from '../columns/columns-note.js';
import type { Spreadsheets } from '../columns/spreadsheets.js';
import '../corrected/corrected-element.js';
import type { DeltoidCorrected } from '../corrected/corrected-element.js';
import { showBytes } from '../formats/numbers.js';
import type { SomeClaims } from '../pictures/pictures-element.js';
import { batchStyles } from '../styles/batch.js';
import { controlStyles } from '../styles/controls.js';
import { findingStyles } from '../styles/finding.js';
import { recordsStyles } from '../styles/records.js';
import { tokenStyles } from '../styles/tokens.js';
import { words } from '../words/index.js';
import type { Batch } from './batch.js';
import { type BatchPage, batchViews, remittances } from './batch-views.js';
import { downloadsView } from './downloads.js';
import { fileNotesView, problemsView } from './file-notes.js';
import { recordsView } from './records-view.js';
import { filesView, summaryView } from './summary-view.js';

const said = words.batch;

export class DeltoidBatch extends LitElement {
  static override styles = [tokenStyles, controlStyles, findingStyles, batchStyles, recordsStyles];

  @property({ attribute: false }) batch: Batch | undefined;
  /** Counts the batch's changes; a batch is not copied when it changes. */
  @property({ attribute: false }) changes = 0;

  @state() private view = batchViews[0]?.id ?? '';
  @state() private only: SomeClaims | undefined;
  /** What the columns of its spreadsheets are is on the screen, in the place of its results. */
  @state() private columns = false;
  /** One claim has the page to itself: figures and switches stand back. */
  @state() private oneClaim = false;

  #answers = 0;
  /** What was looked at before the queue was narrowed. */
  #left = { view: '', top: 0 };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('batch')) {
      this.view = batchViews[0]?.id ?? '';
      this.only = undefined;
      this.columns = false;
      this.#answers = 0;
    }
    // Who opens what payers answered wants to see what came of it.
    const answers = this.batch?.answers.length ?? 0;
    if (answers > this.#answers) this.view = remittances.id;
    this.#answers = answers;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { batch } = this;
    if (!batch) return nothing;
    return html`<section class="batch" aria-label=${said.title} @corrected-837=${this.#openCorrected}>
      <header class="top" ?hidden=${this.oneClaim}>
        <h1>${batch.names.length === 1 ? batch.names[0] : said.files(batch.names.length)}</h1>
        <div class="tools">
          ${this.#hasDownloads(batch) ? downloadsView(batch, this.#openCorrected) : nothing}
          <button type="button" @click=${() => this.dispatchEvent(new Event('clear'))}>${said.clear}</button>
        </div>
      </header>
      <p class="visually-hidden" role="status">${said.status[batch.state]}</p>
      ${this.#body(batch)}
      <deltoid-corrected .batch=${batch}></deltoid-corrected>
    </section>`;
  }

  #hasDownloads(batch: Batch): boolean {
    return !['running', 'asking', 'failed'].includes(batch.state) && !batch.awaitsClaims && !this.columns;
  }

  #body(batch: Batch): TemplateResult {
    if (batch.state === 'asking' || this.columns)
      return html`${batch.state === 'asking' ? this.#records(batch) : nothing} ${this.#columns(batch)}`;
    return html`<div class="columns-note" ?hidden=${this.oneClaim}>${columnsNote(batch.spreadsheets, () => this.#showColumns(true))}</div>
      ${batch.state === 'running' ? this.#progress(batch) : this.#result(batch)}`;
  }

  /** Narrows the work queue to some claims. */
  #showOnly(only: SomeClaims | undefined): void {
    this.only = only;
    this.#left = { view: this.view, top: scrollY };
    this.#show('queue');
  }

  #records(batch: Batch): TemplateResult | typeof nothing {
    return recordsView(batch, {
      change: (detail) => this.dispatchEvent(new CustomEvent('use-file', { detail })),
      showOnly: (only) => this.#showOnly(only),
    });
  }

  #columns(batch: Batch): TemplateResult {
    return html`<deltoid-columns
      .of=${batch.spreadsheets}
      .changing=${batch.state !== 'asking'}
      @back=${() => this.#showColumns(false)}
      @read-columns=${(event: CustomEvent<Spreadsheets>) => this.dispatchEvent(new CustomEvent('read-columns', { detail: event.detail }))}
    ></deltoid-columns>`;
  }

  #showColumns(on: boolean): void {
    this.columns = on;
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>(on ? 'deltoid-columns' : '.columns-note button')?.focus();
    });
  }

  #progress(batch: Batch): TemplateResult {
    const { bytes = 0, totalBytes = 0, claims = 0, findings = 0, file = '' } = batch.progress ?? {};
    const share = totalBytes > 0 ? Math.floor((100 * bytes) / totalBytes) : 0;
    return html`<div class="progress">
      ${batch.joined ? html`<p class="hint">${words.queue.whileRunning}</p>` : nothing}
      <p>${file ? said.reading(file) : said.starting}</p>
      <progress max="100" value=${share} aria-label=${said.title}>${share} %</progress>
      <p class="hint">
        ${share} % · ${said.progress(showBytes(bytes), showBytes(totalBytes))} · ${said.claimsSoFar(claims, findings)}
      </p>
      <button type="button" @click=${() => batch.cancel()}>${said.cancel}</button>
    </div>`;
  }

  #result(batch: Batch): TemplateResult {
    const { state } = batch;
    const corrected = batch.claims.corrections.size;
    const page: BatchPage = {
      batch,
      changes: this.changes,
      show: (id) => this.#show(id),
      standBack: (on) => {
        this.oneClaim = on;
      },
      only: this.only,
      showOnly: (only) => this.#showOnly(only),
      goBack: () => {
        this.#show(this.#left.view);
        void this.updateComplete.then(() => scrollTo(0, this.#left.top));
      },
      choose: () => this.dispatchEvent(new Event('choose')),
    };
    // Of claims that were answered the check of today is beside the point, and without claims there is none.
    const aside = this.view === remittances.id;
    return html`
      ${state === 'cancelled' ? html`<p class="notice">${said.cancelled}</p>` : nothing}
      ${state === 'full' ? html`<p class="notice problem" role="alert">${words.queue.full}</p>` : nothing}
      ${problemsView(batch)}
      <div class="batch" ?hidden=${this.oneClaim}>
        ${aside ? nothing : summaryView(batch)}
        ${corrected > 0 ? html`<p class="hint">${words.queue.asOpened(corrected)}</p>` : nothing}
        ${this.#records(batch)}
        ${aside ? nothing : fileNotesView(batch, () => this.#show('findings'))}
        ${words.findings.inEnglish ? html`<p class="hint">${words.findings.inEnglish}</p>` : nothing}
        <div class="ways">${state === 'failed' || batch.awaitsClaims ? nothing : this.#switch()} ${batch.awaitsClaims ? nothing : filesView(batch)}</div>
      </div>
      ${state === 'failed' ? nothing : batchViews.map((view) => view.render(page, view.id === this.view))}
    `;
  }

  #switch(): TemplateResult | typeof nothing {
    if (batchViews.length < 2) return nothing;
    return html`<div class="views" role="group" aria-label=${said.views}>
      ${batchViews.map(
        ({ id, button }) =>
          html`<button type="button" class="quiet" aria-pressed=${id === this.view} @click=${() => this.#show(id)}>${button()}</button>`,
      )}
    </div>`;
  }

  readonly #openCorrected = (): void => {
    void this.renderRoot.querySelector<DeltoidCorrected>('deltoid-corrected')?.open();
  };

  #show(id: string): void {
    this.view = id;
  }
}

customElements.define('deltoid-batch', DeltoidBatch);
