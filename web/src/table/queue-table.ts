// SPDX-License-Identifier: Apache-2.0
// <deltoid-queue-table>: any number of claims, a row each, of which only those in sight are drawn.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { SortBy, SortKey } from '../findings/claim-order.js';
import { findingStyles } from '../styles/finding.js';
import { queueTableStyles } from '../styles/queue-table.js';
import { tableStyles } from '../styles/table.js';
import { tokenStyles } from '../styles/tokens.js';
import { words } from '../words/index.js';
import { type ColumnId, columns, nameOfClaim, type QueueData, widthsOf } from './queue-columns.js';
import { rowId, VirtualRows } from './virtual-rows.js';

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

  readonly #rows = new VirtualRows(this);
  /** Where a selection with Shift began. */
  #anchor = 0;

  /** The list is in sight again, where it was: a position becomes the active one, and is scrolled to if need be. */
  returnTo(position: number): void {
    // The first frame lays the list out again, the second one has its old place.
    requestAnimationFrame(() => requestAnimationFrame(() => this.#rows.goTo(position)));
  }

  override focus(options?: FocusOptions): void {
    this.#rows.scroller?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('order')) return;
    this.#rows.begin(this.order.length, 0);
    this.#anchor = 0;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('order')) this.#rows.toTop();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { data } = this;
    if (!data) return nothing;
    const widths = widthsOf(this.shown);
    return html`<div
      class="scroller queue"
      role="grid"
      tabindex="0"
      aria-label=${said.label}
      aria-multiselectable="true"
      aria-rowcount=${this.order.length + 1}
      aria-activedescendant=${this.#rows.activeId ?? nothing}
      .style=${`--columns: ${widths.columns}; --least: ${widths.least}`}
      @keydown=${this.#onKey}
    >
      <div class="row head" role="row" aria-rowindex="1">
        <span role="columnheader" class="pick">${this.#selectAll()}</span>
        ${this.shown.map((id) => this.#head(id))}
      </div>
      ${this.#rows.body((index) => this.#row(data, index))}
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

  #row(data: QueueData, index: number): TemplateResult | typeof nothing {
    const row = this.order[index];
    if (row === undefined) return nothing;
    const selected = this.selected.has(row);
    const done = data.claims.isResolved(row);
    const classes = [
      index === this.#rows.active ? 'active' : '',
      selected ? 'opened' : '',
      done ? 'done' : '',
    ].join(' ');
    return html`<div
      class="row ${classes}"
      role="row"
      id=${rowId(index)}
      data-claim=${row}
      aria-rowindex=${index + 2}
      aria-selected=${selected}
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
    this.#rows.goTo(index);
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
    this.#rows.active = index;
    this.#select(this.order.subarray(from, to + 1), on);
    this.focus({ preventScroll: true }); // the box may soon belong to another row; the keys go on from here
  }

  #extend(target: number): void {
    const before = this.order[this.#rows.active];
    this.#rows.goTo(target);
    const after = this.order[this.#rows.active];
    if (before !== undefined && after !== undefined) this.#select([before, after], true);
  }

  #command(event: KeyboardEvent): (() => void) | undefined {
    const { active } = this.#rows;
    const row = this.order[active];
    const control = event.ctrlKey || event.metaKey;
    if (event.altKey || row === undefined) return undefined;
    if (control) return event.key.toLowerCase() === 'a' ? () => this.#select(this.order, true) : undefined;
    const target = this.#rows.targetOf(event.key);
    if (target !== undefined) return () => (event.shiftKey ? this.#extend(target) : this.#rows.goTo(target));
    if (event.key === 'Enter') return () => this.#open(active);
    if (event.key === ' ') return () => this.#select([row], !this.selected.has(row));
    if (event.key.toLowerCase() === 'i') return () => this.#ask({ type: 'ignore', row });
    if (event.key === 'Escape' && this.selected.size > 0)
      return () => this.#select([...this.selected], false);
    return undefined;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.target !== this.#rows.scroller) return; // the heads' buttons have keys of their own
    const command = this.#command(event);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    command();
  };
}

customElements.define('deltoid-queue-table', DeltoidQueueTable);
