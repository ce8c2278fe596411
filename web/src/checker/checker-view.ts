// SPDX-License-Identifier: Apache-2.0
// What the parts of the element's view may know and do. The element is the only one that implements it.
import type { ChartAnswer, ChartAnswers } from '../claim/chart-answers.js';
import type { KnownCodes } from '../claim/known-codes.js';
import type { Claim } from '../claim/model.js';
import type { Suggestion } from '../claim/suggestions.js';
import type { Finding, Fix, Summary } from '../findings/model.js';
import type { NotePanel } from '../notes/note-panel.js';
import type { Notice } from './notice.js';
import type { WorkedOff } from './worked-off.js';

export type EngineState = 'starting' | 'ready' | 'failed';

/** The list under the box that is typed in. `at` is the one that Enter takes; -1 for none. */
export interface Suggesting {
  pointer: string;
  items: Suggestion[];
  at: number;
}

export interface CheckerView {
  readonly claim: Claim;
  readonly findings: Finding[];
  readonly summary: Summary | undefined;
  readonly engineState: EngineState;
  /** What is wrong with options or profile, where that is why it failed. */
  readonly engineProblem: string;
  readonly readOnly: boolean;
  /** The day the check is made for. */
  readonly today: string;
  /** What stands in the box that is being typed in, as typed. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Findings by the box that they belong to. */
  readonly tied: ReadonlyMap<string, Finding[]>;
  /** Key of the finding whose box has the focus, or that has it itself. */
  readonly activeKey: string;
  /** Pointer of the box that the active finding is about. */
  readonly activeBox: string;
  /** Key of the question that the chart is asked just now. */
  readonly asking: string;
  /** What the chart was asked and a person answered. */
  readonly answers: ChartAnswers;
  readonly suggesting: Suggesting | undefined;
  readonly codes: KnownCodes | undefined;
  readonly profile: object | string | null | undefined;
  /** On a narrow screen: are the findings shown? */
  readonly stripOpen: boolean;
  /** How many boxes for diagnoses are shown. */
  readonly diagnosisBoxes: number;
  readonly workedOff: WorkedOff;
  /** What is to be said of the host's value or of a file; undefined when nothing is. */
  readonly notice: Notice | undefined;
  /** The note of an injection that was pasted beside the form. */
  readonly note: NotePanel;
  readonly canUndo: boolean;
  readonly canRedo: boolean;

  readonly onInput: (event: Event) => void;
  readonly onLeave: (event: Event) => void;
  focusBox(pointer: string): void;
  focusFinding(key: string): void;
  takeFix(finding: Finding, fix: Fix): void;
  answer(finding: Finding, fix: Fix, yes: boolean): void;
  stopAsking(): void;
  askAgain(answer: ChartAnswer): void;
  suggest(pointer: string, items: Suggestion[], at?: number): void;
  choose(suggestion: Suggestion): void;
  addDiagnosis(): void;
  addLine(after: number): void;
  duplicateLine(index: number): void;
  deleteLine(index: number): void;
  toggleStrip(): void;
  isLineOpen(index: number): boolean;
  toggleLine(index: number): void;
  undo(): void;
  cancelFile(): void;
  clear(): void;
  redo(): void;
}
