// SPDX-License-Identifier: Apache-2.0
// The claim under the fingers: every change makes a new claim, and the old one can be had back.
import { blankClaim, sumOfLines } from './claims.js';
import type { Claim, Line } from './model.js';
import { withValueAt } from './pointer.js';

const deepest = 200;

export class ClaimEditor {
  #claim: Claim = blankClaim();
  #past: Claim[] = [];
  #future: Claim[] = [];
  #typingIn = '';
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get claim(): Claim {
    return this.#claim;
  }

  get lines(): Line[] {
    return this.#claim.lines ?? [];
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Another claim altogether: nothing of the last one is kept. */
  load(claim: Claim): void {
    this.#past = [];
    this.#future = [];
    this.#typingIn = '';
    this.#claim = claim.lines?.length ? claim : { ...claim, lines: [{}] };
    this.#onChange();
  }

  /** A typed change. Key strokes in one box are one step of undo. */
  type(pointer: string, value: unknown): void {
    const changed = withValueAt(this.#claim, pointer, value);
    this.#step(followTotal(this.#claim, changed), pointer);
  }

  /** The date of service of every line. */
  typeDay(day: string): void {
    const lines = this.lines.map((line) => ({ ...line, from: day, to: day }));
    this.#step({ ...this.#claim, lines }, '/day');
  }

  /** A whole new claim as one step: a fix was applied. */
  replace(claim: Claim): void {
    this.#step(claim.lines?.length ? claim : { ...claim, lines: [{}] });
  }

  /** A new line behind line `index`, with its dates. */
  addLine(index: number): void {
    const { from, to } = this.lines[index] ?? {};
    this.#insert(index + 1, { ...(from ? { from } : {}), ...(to ? { to } : {}) });
  }

  duplicateLine(index: number): void {
    const { line, ...copy } = this.lines[index] ?? {};
    this.#insert(index + 1, copy);
  }

  deleteLine(index: number): void {
    const lines = this.lines.filter((_, at) => at !== index);
    this.#step(followTotal(this.#claim, { ...this.#claim, lines: lines.length > 0 ? lines : [{}] }));
  }

  undo(): void {
    this.#travel(this.#past, this.#future);
  }

  redo(): void {
    this.#travel(this.#future, this.#past);
  }

  #insert(at: number, line: Line): void {
    const lines = [...this.lines];
    lines.splice(at, 0, line);
    this.#step(
      followTotal(this.#claim, { ...this.#claim, lines: lines.map(({ line: _, ...rest }) => rest) }),
    );
  }

  #step(claim: Claim, typingIn = ''): void {
    if (!typingIn || typingIn !== this.#typingIn) {
      this.#past.push(this.#claim);
      if (this.#past.length > deepest) this.#past.shift();
    }
    this.#future = [];
    this.#typingIn = typingIn;
    this.#claim = claim;
    this.#onChange();
  }

  #travel(from: Claim[], to: Claim[]): void {
    const claim = from.pop();
    if (!claim) return;
    to.push(this.#claim);
    this.#typingIn = '';
    this.#claim = claim;
    this.#onChange();
  }
}

/** Box 28 follows the lines as long as nobody made it differ. */
function followTotal(before: Claim, after: Claim): Claim {
  if (after.total_charge !== before.total_charge) return after;
  const followed = !before.total_charge || before.total_charge === sumOfLines(before);
  return followed ? { ...after, total_charge: sumOfLines(after) } : after;
}
