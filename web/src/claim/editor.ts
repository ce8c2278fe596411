// SPDX-License-Identifier: Apache-2.0
// The claim under the fingers: every change makes a new claim, and the old one can be had back.

import type { Finding, Fix } from '../findings/model.js';
import type { ChartAnswers } from './chart-answers.js';
import { blankClaim, sumOfLines, withoutBlankEnd } from './claims.js';
import { type FixPath, pathTo, type TakenFix, withFix } from './fix-path.js';
import type { Claim, Line } from './model.js';
import { withValueAt } from './pointer.js';

const deepest = 200;

/** What undo brings back: the claim, what was answered about it, and the fixes that were taken. */
interface State {
  claim: Claim;
  answers: ChartAnswers;
  path: FixPath | undefined;
}

export class ClaimEditor {
  #claim: Claim = blankClaim();
  #answers: ChartAnswers = [];
  #path: FixPath | undefined;
  /** What was said of a claim that fixes alone have made. */
  readonly #offered = new WeakMap<FixPath, readonly Finding[]>();
  #past: State[] = [];
  #future: State[] = [];
  #typingIn = '';
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get claim(): Claim {
    return this.#claim;
  }

  /** What the chart was asked and a person answered, for this claim. */
  get answers(): ChartAnswers {
    return this.#answers;
  }

  /** The fixes that were taken; undefined where nobody asked for it. */
  get path(): FixPath | undefined {
    return this.#path;
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

  /** Another claim altogether: nothing of the last one is kept. With a `path`, fixes are noted from there on. */
  load(claim: Claim, path?: FixPath): void {
    this.#path = path;
    this.#past = [];
    this.#future = [];
    this.#typingIn = '';
    this.#answers = [];
    this.#claim = claim.lines?.length ? claim : { ...claim, lines: [{}] };
    this.#onChange();
  }

  /** A typed change. Key strokes in one box are one step of undo. */
  type(pointer: string, value: unknown): void {
    const changed = withValueAt(this.#claim, pointer, value);
    this.#step(followTotal(this.#claim, changed), pointer);
  }

  /** A suggestion was taken: its value and what it says into other boxes, as one step. */
  choose(values: [pointer: string, value: unknown][]): void {
    const changed = values.reduce(
      (claim, [pointer, value]) => withValueAt(claim, pointer, value),
      this.#claim,
    );
    this.#step(followTotal(this.#claim, changed));
  }

  /** The date of service of every line. */
  typeDay(day: string): void {
    const lines = this.lines.map((line) => ({ ...line, from: day, to: day }));
    this.#step({ ...this.#claim, lines }, '/day');
  }

  /** A whole new claim as one step: a fix was applied, with what was answered for it. */
  replace(claim: Claim, answers: ChartAnswers = this.#answers, taken?: TakenFix): void {
    const path = this.#path && taken && withFix(this.#path, withoutBlankEnd(this.#claim), taken, claim);
    this.#step(claim.lines?.length ? claim : { ...claim, lines: [{}] }, '', answers, path);
  }

  /** What the check says of the claim; it may be one that a fix would have made, too. */
  checked(found: readonly Finding[], apply: (claim: Claim, fix: Fix) => Claim | undefined): void {
    const path = this.#path && pathTo(withoutBlankEnd(this.#claim), this.#path, this.#offered, apply);
    if (!path) return;
    this.#path = path;
    this.#offered.set(path, found);
  }

  /** The chart was asked, or is to be asked again; the claim stays. */
  answer(answers: ChartAnswers): void {
    this.#step(this.#claim, '', answers);
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

  #step(claim: Claim, typingIn = '', answers: ChartAnswers = this.#answers, path = this.#path): void {
    if (!typingIn || typingIn !== this.#typingIn) {
      this.#past.push(this.#state);
      if (this.#past.length > deepest) this.#past.shift();
    }
    this.#future = [];
    this.#typingIn = typingIn;
    this.#claim = claim;
    this.#answers = answers;
    this.#path = path;
    this.#onChange();
  }

  get #state(): State {
    return { claim: this.#claim, answers: this.#answers, path: this.#path };
  }

  #travel(from: State[], to: State[]): void {
    const state = from.pop();
    if (!state) return;
    to.push(this.#state);
    this.#typingIn = '';
    this.#claim = state.claim;
    this.#answers = state.answers;
    this.#path = state.path;
    this.#onChange();
  }
}

/** Box 28 follows the lines as long as nobody made it differ. */
function followTotal(before: Claim, after: Claim): Claim {
  if (after.total_charge !== before.total_charge) return after;
  const followed = !before.total_charge || before.total_charge === sumOfLines(before);
  return followed ? { ...after, total_charge: sumOfLines(after) } : after;
}
