// SPDX-License-Identifier: Apache-2.0
// Findings that a fix has cleared stay where they were, as done, so that nothing moves under the pointer.
import type { Finding } from '../findings/model.js';
import { keyOf } from '../findings/verdict.js';

/** One place of the list: a finding that stands, or one that was worked off. */
export interface Place {
  key: string;
  finding: Finding;
  done: boolean;
  /** Cleared by the very last step, which undo would take back. */
  latest: boolean;
}

export class WorkedOff {
  #places: Place[] = [];

  /** The list as it is shown. */
  get places(): readonly Place[] {
    return this.#places;
  }

  /** New findings after a change. Those that `byFix` cleared stay as done; otherwise what is gone is gone. */
  update(findings: Finding[], byFix: boolean): void {
    const now = new Map(findings.map((finding) => [keyOf(finding), finding]));
    const kept = this.#places.flatMap((place): Place[] => {
      const finding = now.get(place.key);
      if (finding) return [{ key: place.key, finding, done: false, latest: false }];
      return place.done || byFix ? [{ ...place, done: true, latest: byFix && !place.done }] : [];
    });
    const known = new Set(kept.map(({ key }) => key));
    const order = [...now.keys()];
    for (const [key, finding] of now) {
      if (known.has(key)) continue;
      // Behind the one that precedes it in the engine's order.
      const before = new Set(order.slice(0, order.indexOf(key)));
      const at = kept.findLastIndex((place) => before.has(place.key)) + 1;
      kept.splice(at, 0, { key, finding, done: false, latest: false });
    }
    this.#places = kept;
  }

  /** Forgets what was done. */
  clear(): void {
    this.#places = [];
  }
}
