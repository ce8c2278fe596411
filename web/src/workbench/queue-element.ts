// SPDX-License-Identifier: Apache-2.0
// <deltoid-queue>: the work queue of a batch: lists, filters, the table of claims, and one of them opened in the form.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { files837 } from '../corrected/plan.js';
import { type Bucket, buckets } from '../findings/buckets.js';
import { type ClaimQuery, orderOfClaims, withSort } from '../findings/claim-order.js';
import type { ClaimStore } from '../findings/claim-store.js';
import { showCents } from '../formats/money.js';
import type { SomeClaims } from '../pictures/pictures-element.js';
import { batchStyles } from '../styles/batch.js';
import { controlStyles } from '../styles/controls.js';
import { findingStyles } from '../styles/finding.js';
import { queueStyles } from '../styles/queue.js';
import { tokenStyles } from '../styles/tokens.js';
import { type ColumnId, columnIds, usualColumns } from '../table/queue-columns.js';
import '../table/queue-table.js';
import type { DeltoidQueueTable, QueueRequest } from '../table/queue-table.js';
import { words } from '../words/index.js';
import type { Batch } from './batch.js';
import './claim-element.js';
import type { DeltoidBatchClaim } from './claim-element.js';
import { saveCorrected } from './downloads.js';
import './ignore-dialog.js';
import type { DeltoidIgnoreDialog } from './ignore-dialog.js';
import { emptyView } from './queue-empty.js';
import { bucketsView, filtersView, type QueueFilters } from './queue-filters.js';

const said = words.queue;

const everything: ClaimQuery = {
  bucket: 'all',
  rule: -1,
  payer: -1,
  text: '',
  hideResolved: false,
  sort: [
    { key: 'risk', down: true },
    { key: 'left', down: false },
  ],
};

export class DeltoidQueue extends LitElement {
  static override styles = [tokenStyles, controlStyles, findingStyles, batchStyles, queueStyles];

  @property({ attribute: false }) batch: Batch | undefined;
  /** Counts the batch's changes; a batch is not copied when it changes. */
  @property({ attribute: false }) changes = 0;

  /** A bar of a picture that the list is narrowed to. */
  @property({ attribute: false }) only: SomeClaims | undefined;

  @state() private asked: ClaimQuery = everything;
  @state() private order: Uint32Array = new Uint32Array();
  @state() private sorting = false;
  /** Columns that somebody chose; none as long as nobody has. */
  @state() private chosen: readonly ColumnId[] | undefined;
  /** In rem. */
  @state() private room = 80;
  @state() private identifiers = false;
  @state() private selected: ReadonlySet<number> = new Set();
  /** Row of the claim that is open in the form; -1 when none is. */
  @state() private opened = -1;
  /** The claim was opened from elsewhere: what the way back there is called. */
  @state() private back = '';
  @query('deltoid-queue-table') private table?: DeltoidQueueTable;
  @query('deltoid-batch-claim') private claim?: DeltoidBatchClaim;
  @query('deltoid-ignore-dialog') private ignoring!: DeltoidIgnoreDialog;

  #ordered: Batch | undefined;
  /** Of the lists, and of the one that is shown; passing over all claims is done once a change. */
  #counts: Uint32Array = new Uint32Array();
  #done = 0;
  #risk = '';
  #running = new AbortController();
  readonly #size = new ResizeObserver(() => {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    // Hidden it has no width, which says nothing.
    if (this.clientWidth > 0) this.room = Math.floor(this.clientWidth / rem);
  });
  #pageTop = 0;

  /** Shows the claims of a filter, from elsewhere: a bar of a chart, say. Fields that are not named are set free. */
  show(wanted: Partial<ClaimQuery>): void {
    this.#turnTo(-1);
    void this.#ask({ ...everything, sort: this.asked.sort, ...wanted });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
    this.#running.abort();
  }

  get columns(): readonly ColumnId[] {
    return this.chosen ?? usualColumns(this.batch?.claims.files.length ?? 1, this.room);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { batch } = this;
    if (changed.has('batch')) this.#reset();
    else if (changed.has('only') && batch) this.#narrow(batch, this.only);
    if (batch && ['batch', 'changes', 'order'].some((name) => changed.has(name as 'batch')))
      this.#count(batch);
    // The list waits for the end, so that no row moves while somebody reads it.
    if (batch && batch.state !== 'running' && this.#ordered !== batch) {
      this.#ordered = batch;
      this.sorting = true;
      // In a frame of its own: figures first, and no task that would hold up a key or a click.
      requestAnimationFrame(() => setTimeout(() => void this.#ask({ bucket: this.#firstBucket() })));
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { batch, opened } = this;
    if (!batch) return nothing;
    const counts = this.#counts;
    return html`<section class="batch" aria-label=${said.byClaim} @keydown=${this.#onKey}>
      <div class="batch list" ?hidden=${opened >= 0}>
        ${this.#onlyView()} ${counts.some((count) => count > 0) ? this.#controls(batch, counts) : nothing} ${this.#list(batch, counts)}
      </div>
      ${
        opened >= 0
          ? html`<deltoid-batch-claim
              .batch=${batch}
              .row=${opened}
              .position=${this.order.indexOf(opened)}
              .count=${this.order.length}
              .changes=${this.changes}
              .back=${this.back}
              @claim-back=${() => this.#back()}
              @claim-next=${() => this.#step(1)}
              @claim-previous=${() => this.#step(-1)}
              @claim-other=${(event: CustomEvent<number>) => this.#open(event.detail)}
              @claim-ignore=${() => void this.#ignore([opened])}
            ></deltoid-batch-claim>`
          : nothing
      }
      <deltoid-ignore-dialog></deltoid-ignore-dialog>
    </section>`;
  }

  #narrow({ claims }: Batch, only: SomeClaims | undefined): void {
    this.show({ among: rowsOf(claims, only) });
    const row = only?.open ? rowAt(claims, only.where, 2 * only.open.at) : -1;
    if (row < 0) return;
    this.#open(row);
    this.back = only?.open?.back ?? '';
  }

  #onlyView(): TemplateResult | typeof nothing {
    if (!this.only || !this.asked.among) return nothing;
    return html`<p class="only">
      <span>${words.pictures.only(this.only.name)}</span>
      <button type="button" class="quiet" @click=${() => this.dispatchEvent(new Event('show-all'))}>${words.pictures.onlyEnd}</button>
    </p>`;
  }

  #controls(batch: Batch, counts: Uint32Array): TemplateResult {
    const filters: QueueFilters = {
      batch,
      query: this.asked,
      counts,
      columns: this.columns,
      identifiers: this.identifiers,
      ask: (change) => void this.#ask(change),
      showColumns: (columns) => {
        this.chosen = columns;
      },
      showIdentifiers: (shown) => {
        this.identifiers = shown;
        const { columns } = this;
        if (shown) this.chosen = columnIds.filter((id) => id === 'patient' || columns.includes(id));
      },
    };
    return html`${bucketsView(filters)} ${filtersView(filters)}
      <div class="status">
        ${this.selected.size > 0 ? this.#selection(batch) : this.#shown()}
        ${
          batch.claims.corrections.size > 0 && files837(batch).length > 0
            ? html`<button type="button" class="quiet" @click=${this.#openCorrected}>${words.corrected.open}</button>`
            : nothing
        }
        ${
          batch.claims.corrections.size > 0
            ? html`<button type="button" class="quiet" @click=${() => saveCorrected(batch)}>
                ${said.saveCorrected(batch.claims.corrections.size)}
              </button>`
            : nothing
        }
      </div>`;
  }

  readonly #openCorrected = (): void => {
    this.dispatchEvent(new Event('corrected-837', { bubbles: true, composed: true }));
  };

  #shown(): TemplateResult {
    const parts = [
      said.shown(this.order.length, this.#risk),
      this.#done > 0 ? said.resolved(this.#done) : '',
    ];
    return html`<p class="hint" role="status">
      ${this.sorting ? said.sorting : parts.filter(Boolean).join(' · ')}
    </p>`;
  }

  #selection({ claims }: Batch): TemplateResult {
    const rows = [...this.selected];
    const allIgnored = rows.every((row) => claims.ignored.has(row));
    return html`<p role="status">${said.selected(rows.length, this.#riskOf(rows))}</p>
      <button type="button" class="quiet" @click=${() => void this.#ignore(rows)}>
        ${allIgnored ? said.restore : said.ignore}
      </button>
      <button type="button" class="quiet" @click=${() => this.#select(rows, false)}>${said.clearSelection}</button>`;
  }

  #count({ claims }: Batch): void {
    this.#counts = claims.counts();
    this.#done = this.order.reduce((count, row) => (claims.isResolved(row) ? count + 1 : count), 0);
    this.#risk = this.#riskOf(this.order);
  }

  #riskOf(rows: Iterable<number>): string {
    let sum = 0;
    for (const row of rows) sum += this.batch?.claims.risk(row) ?? 0;
    return showCents(sum);
  }

  #list(batch: Batch, counts: Uint32Array): TemplateResult {
    if (this.order.length === 0 && !this.sorting)
      return emptyView(batch, this.asked, counts, (change) => void this.#ask(change));
    return html`<div class="work">
      <deltoid-queue-table
        .data=${{ claims: batch.claims, findings: batch.store, today: batch.today, identifiers: this.identifiers }}
        .order=${this.order}
        .shown=${this.columns}
        .sort=${this.asked.sort}
        .selected=${this.selected}
        .changes=${this.changes}
        @queue=${(event: CustomEvent<QueueRequest>) => this.#onRequest(event.detail)}
      ></deltoid-queue-table>
    </div>`;
  }

  #onRequest(request: QueueRequest): void {
    if (request.type === 'open') this.#open(request.row);
    else if (request.type === 'select') this.#select(request.rows, request.on);
    else if (request.type === 'sort')
      void this.#ask({ sort: withSort(this.asked.sort, request.key, request.alone) });
    else void this.#ignore(this.selected.has(request.row) ? [...this.selected] : [request.row]);
  }

  #reset(): void {
    this.#running.abort();
    this.#ordered = undefined;
    this.order = new Uint32Array();
    this.selected = new Set();
    this.#turnTo(-1);
    this.asked = everything;
  }

  /** The first list that holds something to do, else the first that holds anything. */
  #firstBucket(): Bucket | 'all' {
    const [first] = (['fix', 'chart', 'payer', 'unchecked', 'clean'] as const).filter(
      (bucket) => (this.#counts[buckets.indexOf(bucket)] ?? 0) > 0,
    );
    return first ?? 'all';
  }

  async #ask(change: Partial<ClaimQuery>): Promise<void> {
    const { batch } = this;
    if (!batch) return;
    this.asked = { ...this.asked, ...change };
    this.#running.abort();
    const running = new AbortController();
    this.#running = running;
    this.sorting = true;
    try {
      this.order = await orderOfClaims(batch.claims, batch.store, this.asked, running.signal);
      this.sorting = false;
      if (this.selected.size > 0) this.#keepSelected();
    } catch (error) {
      if (!running.signal.aborted) throw error; // else something newer was asked
    }
  }

  /** What is not in the list any more is not selected: nobody acts on what he does not see. */
  #keepSelected(): void {
    const shown = new Set(this.order);
    this.selected = new Set([...this.selected].filter((row) => shown.has(row)));
  }

  #select(rows: Iterable<number>, on: boolean): void {
    const selected = new Set(this.selected);
    for (const row of rows) {
      if (on) selected.add(row);
      else selected.delete(row);
    }
    this.selected = selected;
  }

  async #ignore(rows: number[]): Promise<void> {
    const { batch } = this;
    if (!batch || rows.length === 0) return;
    if (rows.every((row) => batch.claims.ignored.has(row))) {
      batch.ignore(rows, undefined);
      return;
    }
    const reason = await this.ignoring.ask(rows.length);
    if (reason !== undefined) {
      batch.ignore(rows, reason);
      this.#select(rows, false);
    }
    if (this.opened < 0) this.table?.focus({ preventScroll: true });
  }

  #open(row: number): void {
    if (this.opened < 0) this.#pageTop = scrollY;
    this.#turnTo(row);
    scrollTo(0, 0);
  }

  /** A claim, or the list (-1). What stands around the list need not stand around a claim. */
  #turnTo(row: number): void {
    this.opened = row;
    if (row < 0) this.back = '';
    this.dispatchEvent(new CustomEvent('claim-open', { detail: row >= 0 }));
  }

  #step(step: 1 | -1): void {
    const row = this.order[this.order.indexOf(this.opened) + step];
    if (row !== undefined) this.#open(row);
  }

  /** Back to the list as it was left; the row is that of the claim that was open last. */
  #back(): void {
    if (this.back) {
      this.#turnTo(-1);
      this.dispatchEvent(new Event('claim-left'));
      return;
    }
    const position = this.order.indexOf(this.opened);
    this.#turnTo(-1);
    void this.updateComplete.then(() => {
      scrollTo(0, this.#pageTop);
      if (position >= 0) this.table?.returnTo(position);
      this.table?.focus({ preventScroll: true });
    });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (this.opened < 0 || event.defaultPrevented) return;
    if (event.key === 'Escape') this.#back();
    else if (event.key === 'F8') this.claim?.focusProblem();
    else if (event.altKey && event.key === 'PageDown') this.#step(1);
    else if (event.altKey && event.key === 'PageUp') this.#step(-1);
    else return;
    event.preventDefault();
  };
}

/** A bar's claims as rows of the store; undefined for all. */
function rowsOf(claims: ClaimStore, only: SomeClaims | undefined): Uint8Array | undefined {
  if (!only) return undefined;
  const { where } = only;
  const rows = new Uint8Array(claims.size);
  for (let at = 0; at < where.length; at += 2) {
    const row = rowAt(claims, where, at);
    if (row >= 0) rows[row] = 1;
  }
  return rows;
}

function rowAt(claims: ClaimStore, where: Uint32Array, at: number): number {
  return claims.find(claims.files[where[at] ?? 0] ?? '', where[at + 1] ?? 0);
}

customElements.define('deltoid-queue', DeltoidQueue);
