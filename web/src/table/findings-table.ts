// SPDX-License-Identifier: Apache-2.0
// <deltoid-findings-table>: any number of findings, of which only those in sight are parsed and drawn.
import { VirtualizerController } from '@tanstack/lit-virtual';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FindingStore } from '../findings/store.js';
import { showCents } from '../formats/money.js';
import { findingStyles } from '../styles/finding.js';
import { tableStyles } from '../styles/table.js';
import { tokenStyles } from '../styles/tokens.js';
import { verdictBadge } from '../view/icons.js';
import { words } from '../words/index.js';

const said = words.table;

/** Fired when a row is opened; the detail is the row's number in the store. */
export type OpenRow = CustomEvent<number>;

export class DeltoidFindingsTable extends LitElement {
  static override styles = [tokenStyles, findingStyles, tableStyles];

  @property({ attribute: false }) store: FindingStore | undefined;
  /** Rows of the store, in the order they are shown. */
  @property({ attribute: false }) order: Uint32Array = new Uint32Array();
  /** Row of the store that is opened beside the table; -1 when none is. */
  @property({ attribute: false }) opened = -1;

  @state() private active = 0;
  @query('.scroller') private scroller!: HTMLElement;
  @query('.probe') private probe!: HTMLElement;

  readonly #virtual = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    count: 0,
    getScrollElement: () => this.scroller ?? null,
    estimateSize: () => this.#rowHeight,
    overscan: 12,
  });
  #rowHeight = 32;

  /** Makes a position of the list the active one and brings it into sight. */
  goTo(position: number): void {
    this.active = Math.max(0, Math.min(this.order.length - 1, position));
    this.#virtual.getVirtualizer().scrollToIndex(this.active, { align: 'auto' });
  }

  override focus(): void {
    this.scroller?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const virtual = this.#virtual.getVirtualizer();
    if (changed.has('order')) {
      virtual.setOptions({ ...virtual.options, count: this.order.length });
      this.active = Math.max(0, this.order.indexOf(this.opened));
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Text may have been made larger, or the rows have become two lines high on a narrow screen.
    const height = this.probe?.getBoundingClientRect().height || 32;
    if (height !== this.#rowHeight) {
      this.#rowHeight = height;
      this.#virtual.getVirtualizer().measure();
    }
    if (changed.has('order')) this.goTo(this.active);
  }

  protected override render(): TemplateResult {
    const virtual = this.#virtual.getVirtualizer();
    const files = (this.store?.files.length ?? 0) > 1;
    return html`<div
      class="scroller ${files ? 'files' : ''}"
      role="grid"
      tabindex="0"
      aria-label=${said.label}
      aria-rowcount=${this.order.length + 1}
      aria-activedescendant=${this.order.length > 0 ? `row-${this.active}` : nothing}
      @keydown=${this.#onKey}
    >
      <div class="row head" role="row" aria-rowindex="1">
        <span role="columnheader">${said.verdict}</span>
        <span role="columnheader">${said.claim}</span>
        ${files ? html`<span role="columnheader" class="file">${said.file}</span>` : nothing}
        <span role="columnheader" class="number">${said.line}</span>
        <span role="columnheader">${said.problem}</span>
        <span role="columnheader" class="rule">${said.rule}</span>
        <span role="columnheader" class="number">${said.amount}</span>
      </div>
      <div class="row probe" aria-hidden="true"></div>
      <div class="body" role="rowgroup" .style=${`height: ${virtual.getTotalSize()}px`}>
        ${repeat(
          virtual.getVirtualItems(),
          ({ key }) => key,
          ({ index, start }) => this.#row(index, start, files),
        )}
      </div>
    </div>`;
  }

  #row(index: number, start: number, files: boolean): TemplateResult | typeof nothing {
    const row = this.order[index];
    const store = this.store;
    if (row === undefined || !store) return nothing;
    const finding = store.finding(row);
    const risk = store.risk(row);
    const classes = [index === this.active ? 'active' : '', row === this.opened ? 'opened' : ''].join(' ');
    return html`<div
      class="row ${classes}"
      role="row"
      id="row-${index}"
      aria-rowindex=${index + 2}
      aria-selected=${row === this.opened}
      .style=${`transform: translateY(${start}px)`}
      @click=${() => this.#open(index)}
    >
      <span role="gridcell">${verdictBadge(store.verdict(row))}</span>
      <span role="gridcell" class="claim">${finding.claim ?? said.wholeFile}</span>
      ${files ? html`<span role="gridcell" class="file">${finding.file}</span>` : nothing}
      <span role="gridcell" class="number line">${finding.line ?? ''}</span>
      <span role="gridcell" class="problem" lang="en">${finding.message}</span>
      <span role="gridcell" class="rule">${finding.rule}</span>
      <span role="gridcell" class="number risk">${risk > 0 ? showCents(risk) : ''}</span>
    </div>`;
  }

  #open(index: number): void {
    this.active = index;
    const row = this.order[index];
    if (row !== undefined) this.dispatchEvent(new CustomEvent('open-row', { detail: row }));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / this.#rowHeight) - 2);
    const steps: Record<string, number> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: this.order.length - 1,
    };
    const target = steps[event.key];
    if (event.key === 'Enter') this.#open(this.active);
    else if (target !== undefined) this.goTo(target);
    else return;
    event.preventDefault();
  };
}

customElements.define('deltoid-findings-table', DeltoidFindingsTable);
