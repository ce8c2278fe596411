// SPDX-License-Identifier: Apache-2.0
// <deltoid-queue-table>: any number of claims, a row each, of which only those in sight are drawn.
import { VirtualizerController } from '@tanstack/lit-virtual';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { SortBy, SortKey } from '../findings/claim-order.js';
import { findingStyles } from '../styles/finding.js';
import { queueTableStyles } from '../styles/queue-table.js';
import { tableStyles } from '../styles/table.js';
import { tokenStyles } from '../styles/tokens.js';
import { words } from '../words/index.js';
import { KeptScroll } from './kept-scroll.js';
import { type ColumnId, columns, nameOfClaim, type QueueData, widthsOf } from './queue-columns.js';

const said = words.queue;

/** What a person asks of the rows; the detail of a `queue` event. */
export type QueueRequest =
  | { type: 'open'; row: number }
  | { type: 'sort'; key: SortKey; alone: boolean }
  | { type: 'select'; rows: Iterable<number>; on: boolean }
  | { type: 'ignore'; row: number };

export class DeltoidQueueTable extends LitElement {
  static override styles = [tokenStyles, findingStyles, tableStyles, queueTableStyles];

  @property({ attribute: false }) data: QueueData | undefined;
  /** Rows of the claim store, in the order they are shown. */
  @property({ attribute: false }) order: Uint32Array = new Uint32Array();
  @property({ attribute: false }) shown: readonly ColumnId[] = [];
  @property({ attribute: false }) sort: readonly SortBy[] = [];
  @property({ attribute: false }) selected: ReadonlySet<number> = new Set();
  /** Counts what was done to the claims: rows are drawn again. */
  @property({ attribute: false }) changes = 0;

  /** Position of the row that the keys are at. */
  @state() active = 0;
  @query('.scroller') private scroller!: HTMLElement;
  @query('.head') private head!: HTMLElement;
  @query('.probe') private probe!: HTMLElement;

  readonly #virtual = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    count: 0,
    getScrollElement: () => this.scroller ?? null,
    estimateSize: () => this.#rowHeight,
    overscan: 12,
  });
  #rowHeight = 32;
  #anchor = 0;

  constructor() {
    super();
    new KeptScroll(this, () => this.scroller);
  }

  /** Makes a position of the list the active one and brings it into sight. */
  goTo(position: number): void {
    this.active = Math.max(0, Math.min(this.order.length - 1, position));
    // By hand: the virtualizer would go on scrolling there while somebody scrolls elsewhere already.
    const { scrollTop, clientHeight } = this.scroller;
    const top = this.active * this.#rowHeight;
    const bottom = top + this.#rowHeight + this.head.offsetHeight; // the head stays in sight, over the rows
    if (top < scrollTop) this.scroller.scrollTop = top;
    else if (bottom > scrollTop + clientHeight) this.scroller.scrollTop = bottom - clientHeight;
  }

  /** The list is in sight again, where it was: a position becomes the active one, and is scrolled to if need be. */
  returnTo(position: number): void {
    // The first frame lays the list out again, the second one has its old place.
    requestAnimationFrame(() => requestAnimationFrame(() => this.goTo(position)));
  }

  override focus(options?: FocusOptions): void {
    this.scroller?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('order')) return;
    const virtual = this.#virtual.getVirtualizer();
    virtual.setOptions({ ...virtual.options, count: this.order.length });
    this.active = 0;
    this.#anchor = 0;
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Text may have been made larger, or the rows have become several lines high on a narrow screen.
    const height = this.probe?.getBoundingClientRect().height || this.#rowHeight;
    if (height !== this.#rowHeight) {
      this.#rowHeight = height;
      this.#virtual.getVirtualizer().measure();
    }
    if (changed.has('order') && this.scroller) this.scroller.scrollTop = 0;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { data } = this;
    if (!data) return nothing;
    const virtual = this.#virtual.getVirtualizer();
    const widths = widthsOf(this.shown);
    return html`<div
      class="scroller queue"
      role="grid"
      tabindex="0"
      aria-label=${said.label}
      aria-multiselectable="true"
      aria-rowcount=${this.order.length + 1}
      aria-activedescendant=${this.order.length > 0 ? `row-${this.active}` : nothing}
      .style=${`--columns: ${widths.columns}; --least: ${widths.least}`}
      @keydown=${this.#onKey}
    >
      <div class="row head" role="row" aria-rowindex="1">
        <span role="columnheader" class="pick">${this.#selectAll()}</span>
        ${this.shown.map((id) => this.#head(id))}
      </div>
      <div class="row probe" aria-hidden="true"></div>
      <div class="body" role="rowgroup" .style=${`height: ${virtual.getTotalSize()}px`}>
        ${repeat(
          virtual.getVirtualItems(),
          ({ key }) => key,
          ({ index, start }) => this.#row(data, index, start),
        )}
      </div>
    </div>`;
  }

  #selectAll(): TemplateResult {
    const all = this.order.length > 0 && this.selected.size >= this.order.length;
    return html`<input
      type="checkbox"
      aria-label=${said.selectAll}
      .checked=${live(all)}
      .indeterminate=${!all && this.selected.size > 0}
      @change=${() => this.#select(this.order, !all)}
    />`;
  }

  #head(id: ColumnId): TemplateResult {
    const { sort, number } = columns[id];
    const place = sort ? this.sort.findIndex(({ key }) => key === sort) : -1;
    const by = this.sort[place];
    const direction = by ? (by.down ? 'descending' : 'ascending') : nothing;
    const name = said.columns[id];
    return html`<span role="columnheader" class="${id} ${number ? 'number' : ''}" aria-sort=${direction}>
      ${
        sort
          ? html`<button type="button" title=${said.sortHint} @click=${(event: MouseEvent) => this.#ask({ type: 'sort', key: sort, alone: !event.shiftKey })}>
              ${name}${by ? html`<span class="way" aria-hidden="true">${by.down ? '↓' : '↑'}${this.sort.length > 1 ? place + 1 : ''}</span>` : nothing}
            </button>`
          : name
      }
    </span>`;
  }

  #row(data: QueueData, index: number, start: number): TemplateResult | typeof nothing {
    const row = this.order[index];
    if (row === undefined) return nothing;
    const selected = this.selected.has(row);
    const done = data.claims.isResolved(row);
    const classes = [
      index === this.active ? 'active' : '',
      selected ? 'opened' : '',
      done ? 'done' : '',
    ].join(' ');
    return html`<div
      class="row ${classes}"
      role="row"
      id="row-${index}"
      data-claim=${row}
      aria-rowindex=${index + 2}
      aria-selected=${selected}
      .style=${`transform: translateY(${start}px)`}
      @click=${() => this.#open(index)}
    >
      <span role="gridcell" class="pick" @click=${(event: MouseEvent) => this.#pick(event, index)}>
        <input
          type="checkbox"
          tabindex="-1"
          aria-label=${said.select(nameOfClaim(data.claims, row))}
          .checked=${live(selected)}
        />
      </span>
      ${this.shown.map(
        (id) =>
          html`<span role="gridcell" class="${id} ${columns[id].number ? 'number' : ''}">${columns[id].cell(data, row)}</span>`,
      )}
    </div>`;
  }

  #ask(detail: QueueRequest): void {
    this.dispatchEvent(new CustomEvent<QueueRequest>('queue', { detail }));
  }

  #open(index: number): void {
    const row = this.order[index];
    if (row === undefined) return;
    this.goTo(index);
    this.#ask({ type: 'open', row });
  }

  #select(rows: Iterable<number>, on: boolean): void {
    this.#ask({ type: 'select', rows, on });
  }

  /** A click on the box or around it: this row, or with Shift all from the last one. */
  #pick(event: MouseEvent, index: number): void {
    event.stopPropagation();
    const row = this.order[index];
    if (row === undefined) return;
    const on = !this.selected.has(row);
    const [from, to] = event.shiftKey
      ? [Math.min(this.#anchor, index), Math.max(this.#anchor, index)]
      : [index, index];
    this.#anchor = index;
    this.active = index;
    this.#select(this.order.subarray(from, to + 1), on);
  }

  #extend(step: number): void {
    const before = this.order[this.active];
    this.goTo(this.active + step);
    const after = this.order[this.active];
    if (before !== undefined && after !== undefined) this.#select([before, after], true);
  }

  #command(event: KeyboardEvent): (() => void) | undefined {
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / this.#rowHeight) - 2);
    const row = this.order[this.active];
    const control = event.ctrlKey || event.metaKey;
    if (event.altKey || row === undefined) return undefined;
    if (control) return event.key.toLowerCase() === 'a' ? () => this.#select(this.order, true) : undefined;
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -this.order.length,
      End: this.order.length,
    };
    const step = steps[event.key];
    if (step !== undefined)
      return event.shiftKey ? () => this.#extend(step) : () => this.goTo(this.active + step);
    if (event.key === 'Enter') return () => this.#open(this.active);
    if (event.key === ' ') return () => this.#select([row], !this.selected.has(row));
    if (event.key.toLowerCase() === 'i') return () => this.#ask({ type: 'ignore', row });
    if (event.key === 'Escape' && this.selected.size > 0)
      return () => this.#select([...this.selected], false);
    return undefined;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.target !== this.scroller) return; // the heads' buttons have keys of their own
    const command = this.#command(event);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    command();
  };
}

customElements.define('deltoid-queue-table', DeltoidQueueTable);
