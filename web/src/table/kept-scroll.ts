// SPDX-License-Identifier: Apache-2.0
// Keeps where a scroller stands while it is hidden: browsers forget that.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class KeptScroll implements ReactiveController {
  #top = 0;
  #hidden = false;
  #observer: ResizeObserver | undefined;
  #seen: HTMLElement | undefined;
  readonly #scroller: () => HTMLElement | undefined;

  constructor(host: ReactiveControllerHost, scroller: () => HTMLElement | undefined) {
    this.#scroller = scroller;
    host.addController(this);
  }

  hostUpdated(): void {
    const scroller = this.#scroller();
    if (!scroller || scroller === this.#seen) return;
    this.#forget();
    this.#seen = scroller;
    scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    this.#observer = new ResizeObserver(() => this.#onResize(scroller));
    this.#observer.observe(scroller);
  }

  hostDisconnected(): void {
    this.#forget();
  }

  #onResize(scroller: HTMLElement): void {
    const hidden = scroller.clientHeight === 0;
    if (this.#hidden && !hidden) {
      scroller.scrollTop = this.#top;
      // A browser that has put it back by itself tells nobody, and the rows in sight would not be drawn.
      scroller.dispatchEvent(new Event('scroll'));
    }
    this.#hidden = hidden;
  }

  readonly #onScroll = (): void => {
    if (this.#seen && this.#seen.clientHeight > 0) this.#top = this.#seen.scrollTop;
  };

  #forget(): void {
    this.#observer?.disconnect();
    this.#seen?.removeEventListener('scroll', this.#onScroll);
    this.#seen = undefined;
  }
}
