// SPDX-License-Identifier: Apache-2.0
// <deltoid-findings-table>: any number of findings, of which only those in sight are parsed and drawn.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { FindingStore } from '../findings/store.js';
import { showCents } from '../formats/money.js';
import { findingStyles } from '../styles/finding.js';
import { tableStyles } from '../styles/table.js';
import { tokenStyles } from '../styles/tokens.js';
import { verdictBadge } from '../view/icons.js';
import { words } from '../words/index.js';
import { rowId, VirtualRows } from './virtual-rows.js';

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

  readonly #rows = new VirtualRows(this);

  /** Makes a position of the list the active one and brings it into sight. */
  goTo(position: number): void {
    this.#rows.goTo(position);
  }

  override focus(): void {
    this.#rows.scroller?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('order')) this.#rows.begin(this.order.length, this.order.indexOf(this.opened));
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('order')) this.#rows.goTo(this.#rows.active);
  }

  protected override render(): TemplateResult {
    const files = (this.store?.files.length ?? 0) > 1;
    return html`<div
      class="scroller ${files ? 'files' : ''}"
      role="grid"
      tabindex="0"
      aria-label=${said.label}
      aria-rowcount=${this.order.length + 1}
      aria-activedescendant=${this.#rows.activeId ?? nothing}
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
      ${this.#rows.body((index) => this.#row(index, files))}
    </div>`;
  }

  #row(index: number, files: boolean): TemplateResult | typeof nothing {
    const row = this.order[index];
    const store = this.store;
    if (row === undefined || !store) return nothing;
    const finding = store.finding(row);
    const risk = store.risk(row);
    const classes = [index === this.#rows.active ? 'active' : '', row === this.opened ? 'opened' : ''].join(
      ' ',
    );
    return html`<div
      class="row ${classes}"
      role="row"
      id=${rowId(index)}
      aria-rowindex=${index + 2}
      aria-selected=${row === this.opened}
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
    this.#rows.active = index;
    const row = this.order[index];
    if (row !== undefined) this.dispatchEvent(new CustomEvent('open-row', { detail: row }));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const target = this.#rows.targetOf(event.key);
    if (event.key === 'Enter') this.#open(this.#rows.active);
    else if (target !== undefined) this.#rows.goTo(target);
    else return;
    event.preventDefault();
  };
}

customElements.define('deltoid-findings-table', DeltoidFindingsTable);
