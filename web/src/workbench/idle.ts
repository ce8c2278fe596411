// SPDX-License-Identifier: Apache-2.0
// Clears the page when nobody has touched it for a while. Nothing of it is stored: a fresh page begins with ten minutes.

export interface IdleHooks {
  /** Is there anything that could be cleared? */
  occupied(): boolean;
  /** Is the page at work? Then its user is waiting, not gone. */
  busy(): boolean;
  /** Seconds left, in the last minute; undefined when there is more time or nothing to clear. */
  onCountdown(left: number | undefined): void;
  onEnd(): void;
}

/** Choices of minutes; 0 is never. */
export const idleChoices = [5, 10, 30, 60, 0] as const;

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'drop'] as const;
const warning = 60;

export class IdleClock {
  #minutes = 10;
  #touched = Date.now();
  #timer = 0;
  #shown: number | undefined;
  readonly #hooks: IdleHooks;

  constructor(hooks: IdleHooks) {
    this.#hooks = hooks;
  }

  get minutes(): number {
    return this.#minutes;
  }

  set minutes(minutes: number) {
    this.#minutes = minutes;
    this.touch();
  }

  start(): void {
    for (const sign of signs) addEventListener(sign, this.#hear, { capture: true, passive: true });
    document.addEventListener('visibilitychange', this.#tick);
    this.touch();
  }

  stop(): void {
    for (const sign of signs) removeEventListener(sign, this.#hear, { capture: true });
    document.removeEventListener('visibilitychange', this.#tick);
    clearTimeout(this.#timer);
  }

  /** Somebody is there. */
  readonly touch = (): void => {
    this.#touched = Date.now();
    this.#tick();
  };

  readonly #hear = (event: Event): void => {
    // A moving pointer tells often; once a second is enough.
    if (this.#shown === undefined && Date.now() - this.#touched < 1000) return;
    // In the last minute the way to its buttons must not take them away.
    const inCountdown = event
      .composedPath()
      .some((node) => node instanceof HTMLElement && node.classList.contains('countdown'));
    if (this.#shown !== undefined && (event.type === 'pointermove' || inCountdown)) return;
    this.touch();
  };

  /** By the clock on the wall: a timer sleeps with the computer, and the patient's data must not outlast it. */
  readonly #tick = (): void => {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#minutes === 0) {
      this.#show(undefined);
      return;
    }
    if (this.#hooks.busy()) this.#touched = Date.now();
    const left = Math.ceil((this.#touched + this.#minutes * 60_000 - Date.now()) / 1000);
    if (left <= 0 && this.#hooks.occupied()) {
      this.#touched = Date.now();
      this.#show(undefined);
      this.#hooks.onEnd();
      this.#timer = window.setTimeout(this.#tick, 1000);
      return;
    }
    this.#show(left <= warning && this.#hooks.occupied() ? left : undefined);
    this.#timer = window.setTimeout(this.#tick, left > warning ? (left - warning) * 1000 : 1000);
  };

  #show(left: number | undefined): void {
    if (left === this.#shown) return;
    this.#shown = left;
    this.#hooks.onCountdown(left);
  }
}
