// SPDX-License-Identifier: Apache-2.0
// Any number of rows of one height, of which only those in sight and a few around them are drawn; one of them is where
// the keys are. What scrolls, its head and its rows are the host's; how they are drawn is one and the same.
//
// A frame of scrolling must not cost much. So rows follow each other in a block that moves as a whole; nothing is measured
// while it scrolls; and where most rows change, they are filled with others instead of being made anew.
import { type Range, VirtualizerController } from '@tanstack/lit-virtual';
import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { KeptScroll } from './kept-scroll.js';

/** Rows that are drawn above and below those in sight. */
const around = 8;

/** Of the row at a position. */
export function rowId(position: number): string {
  return `row-${position}`;
}

export class VirtualRows implements ReactiveController {
  readonly #host: LitElement;
  readonly #virtual: VirtualizerController<HTMLElement, HTMLElement>;
  #count = 0;
  #active = 0;
  #height = 32;
  #keys: number[] = [];
  #first = 0;
  #nextKey = 0;
  #probe: Element | undefined;
  readonly #size = new ResizeObserver(([entry]) => this.#onSize(entry?.borderBoxSize[0]?.blockSize ?? 0));

  /** The host draws a `.scroller` with a `.head`, and body() in it. */
  constructor(host: LitElement) {
    this.#host = host;
    this.#virtual = new VirtualizerController<HTMLElement, HTMLElement>(host, {
      count: 0,
      getScrollElement: () => this.scroller ?? null,
      estimateSize: () => this.#height,
      overscan: around,
      rangeExtractor: (range) => this.#rangeOf(range),
    });
    new KeptScroll(host, () => this.scroller);
    host.addController(this);
  }

  get scroller(): HTMLElement | undefined {
    return this.#host.renderRoot?.querySelector<HTMLElement>('.scroller') ?? undefined;
  }

  get count(): number {
    return this.#count;
  }

  /** Other rows: how many there are, and which of them is the active one. */
  begin(count: number, active: number): void {
    const virtual = this.#virtual.getVirtualizer();
    virtual.setOptions({ ...virtual.options, count });
    this.#count = count;
    this.active = active;
  }

  /** Position of the row that the keys are at. */
  get active(): number {
    return this.#active;
  }

  set active(position: number) {
    this.#active = Math.max(0, Math.min(this.#count - 1, position));
    this.#host.requestUpdate();
  }

  /** The id of the active row, where it is drawn: a screen reader is not led to what is not there. */
  get activeId(): string | undefined {
    const drawn = this.#virtual.getVirtualizer().getVirtualItems();
    return drawn.some(({ index }) => index === this.#active) ? rowId(this.#active) : undefined;
  }

  /** Makes a position the active one and brings it into sight. */
  goTo(position: number): void {
    this.active = position;
    const { scroller } = this;
    if (!scroller) return;
    // By hand: the virtualizer would go on scrolling there while somebody scrolls elsewhere already.
    const head = scroller.querySelector<HTMLElement>('.head')?.offsetHeight ?? 0; // it stays in sight, over the rows
    const { scrollTop, clientHeight } = scroller;
    const top = this.active * this.#height;
    const bottom = top + this.#height + head;
    if (top < scrollTop) scroller.scrollTop = top;
    else if (bottom > scrollTop + clientHeight) scroller.scrollTop = bottom - clientHeight;
  }

  toTop(): void {
    if (this.scroller) this.scroller.scrollTop = 0;
  }

  /** The position that a key leads to; undefined for keys that lead nowhere. */
  targetOf(key: string): number | undefined {
    const page = Math.max(1, Math.floor((this.scroller?.clientHeight ?? 0) / this.#height) - 2);
    const targets: Record<string, number> = {
      ArrowDown: this.#active + 1,
      ArrowUp: this.#active - 1,
      PageDown: this.#active + page,
      PageUp: this.#active - page,
      Home: 0,
      End: this.#count - 1,
    };
    return targets[key];
  }

  /** The rows, to be drawn behind the head. */
  body(row: (index: number) => unknown): TemplateResult {
    const virtual = this.#virtual.getVirtualizer();
    const items = virtual.getVirtualItems();
    const [first] = items;
    this.#reuse(first?.index ?? 0, items.length);
    return html`<div class="row probe" aria-hidden="true"></div>
      <div class="body" role="rowgroup" .style=${`height: ${virtual.getTotalSize()}px`}>
        <div class="drawn" role="presentation" .style=${`transform: translateY(${first?.start ?? 0}px)`}>
          ${repeat(
            items,
            (_, at) => this.#keys[at],
            ({ index }) => row(index),
          )}
        </div>
      </div>`;
  }

  hostUpdated(): void {
    const probe = this.#host.renderRoot.querySelector('.probe') ?? undefined;
    if (probe === this.#probe) return;
    this.#size.disconnect();
    this.#probe = probe;
    if (probe) this.#size.observe(probe);
  }

  hostDisconnected(): void {
    this.#size.disconnect();
    this.#probe = undefined;
  }

  /** Always as many, wherever it stands: so none comes or goes because a row is half in sight. */
  #rangeOf({ startIndex, overscan, count }: Range): number[] {
    const room = this.#virtual.getVirtualizer().scrollRect?.height ?? 0;
    const length = Math.min(count, Math.ceil(room / this.#height) + 1 + 2 * overscan);
    const first = Math.max(0, Math.min(startIndex - overscan, count - length));
    return Array.from({ length }, (_, at) => first + at);
  }

  /** Which row on the page shows which of the list. Few new ones are made, many are filled with others. */
  #reuse(first: number, length: number): void {
    const moved = first - this.#first;
    this.#first = first;
    if (length !== this.#keys.length) {
      while (this.#keys.length < length) this.#keys.push(this.#nextKey++);
      this.#keys.length = length;
    } else if (moved !== 0 && Math.abs(moved) < length / 2) {
      const fresh = Array.from({ length: Math.abs(moved) }, () => this.#nextKey++);
      this.#keys =
        moved > 0 ? [...this.#keys.slice(moved), ...fresh] : [...fresh, ...this.#keys.slice(0, moved)];
    }
  }

  /** Text was made larger, or rows have become several lines high on a narrow screen; a hidden one says nothing. */
  #onSize(height: number): void {
    if (height === 0 || height === this.#height) return;
    this.#height = height;
    this.#virtual.getVirtualizer().measure();
  }
}
