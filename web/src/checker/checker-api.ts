// SPDX-License-Identifier: Apache-2.0
// The public face of <deltoid-checker>: what a host page may read, set, call and hear. It names no library, so that its
// types serve hosts that have none installed; the element is held to it by its `implements`.
import type { Claim, ClaimInput, PayerClass } from '../claim/model.js';
import type { WorkerProgress } from '../engine/protocol.js';
import type { TableSource } from '../engine/tables.js';
import type { Finding, Summary } from '../findings/model.js';

/** What a check says. `summary` is undefined while there is no code on the claim, and so nothing to check. */
export interface CheckResult {
  findings: Finding[];
  summary: Summary | undefined;
}

export type { TableSource };

/** The events, by name. All bubble, cross shadow roots and carry plain data of their own, yours to keep or change. */
export interface DeltoidCheckerEventMap {
  /** The claim in the form was checked: after every change of it or of the options, at most once a frame. */
  'deltoid-check': CustomEvent<CheckResult>;
  /** A finding that was not there at the last check, or that was found in a file given to open(). */
  'deltoid-finding': CustomEvent<Finding>;
  /** How far the check of a file given to open() has come, at most ten times a second. */
  'deltoid-progress': CustomEvent<WorkerProgress>;
  /** The form was emptied, by its Clear button or by clear(). */
  'deltoid-clear': CustomEvent<null>;
}

/** The properties and methods of <deltoid-checker> beside those of every element. */
export interface DeltoidCheckerApi {
  /**
   * The claim, as an object of its own. Setting another one begins afresh; null empties the form. JSON text is read.
   * What is no claim is left out and said in the findings' pane.
   */
  get value(): Claim;
  set value(claim: ClaimInput | string | null | undefined);
  /** Findings of the claim in the form, as of its last check. */
  readonly findings: readonly Finding[];
  /** Summary of that check; undefined while there is no code on the claim. */
  readonly summary: Summary | undefined;
  /** Class of payer for claims that do not say one. Attribute `payer-class`. */
  payerClass: PayerClass | '';
  /** The day to check for, YYYY-MM-DD; the local day if empty. Attribute `as-of`. */
  asOf: string;
  /** A payer profile, or the name of a built-in one. Attribute `profile`: a name, or JSON. */
  profile: object | string | null | undefined;
  /** Table packs, or official files as published, that are read over the built-in tables. */
  tables: readonly TableSource[] | null | undefined;
  /** Shows the claim without letting it be changed. Attribute `readonly`. */
  readOnly: boolean;
  /** Its name in the form around it. Attribute `name`. */
  name: string;
  /** The form that it belongs to. */
  readonly form: HTMLFormElement | null;
  readonly labels: NodeList;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;

  /** Checks the claim as it stands. Rejects with a DeltoidError when profile, tables, options or engine do not serve. */
  check(): Promise<CheckResult>;
  /**
   * Checks a whole file beside the page, with deltoid-progress and deltoid-finding as it goes, and puts its first claim
   * into the form, whatever its format: `value`, `findings` and `summary` are of that claim alone. Resolves with all that
   * was found in all claims of the file; rejects with a DeltoidError, or with an AbortError when
   * `signal`, clear() or another open() ended it.
   */
  open(file: Blob, options?: { signal?: AbortSignal }): Promise<CheckResult>;
  /** Empties the form, ends what runs, and lets go of the engine's memory. */
  clear(): void;
  checkValidity(): boolean;
  reportValidity(): boolean;
}

/**
 * The form of one claim in CMS-1500 order, with its findings beside it as one types.
 *
 * @slot tools - Buttons of the host, beside Undo, Redo and Clear.
 *
 * @csspart form - The form on the left.
 * @csspart line - One service line, box 24.
 * @csspart note - The place for the note of an injection, once it is opened.
 * @csspart summary - The totals over the findings: how many will deny, billed, at risk.
 * @csspart notice - What is said of the host's value or of a file, under the totals.
 * @csspart findings - All that is said of the claim.
 * @csspart finding - One finding.
 * @csspart fix - A button that takes a fix.
 *
 * @cssprop --deltoid-font - The type family; the system's if not set.
 * @cssprop --deltoid-paper - The ground.
 * @cssprop --deltoid-surface - Cards and boxes on the ground.
 * @cssprop --deltoid-raised - What lies on a card.
 * @cssprop --deltoid-ink - Text.
 * @cssprop --deltoid-ink-soft - Lesser text.
 * @cssprop --deltoid-line - Lines that part.
 * @cssprop --deltoid-edge - Edges of boxes to type in; 3:1 against the surface.
 * @cssprop --deltoid-accent - The one colour for actions.
 * @cssprop --deltoid-accent-ink - Text on the accent.
 * @cssprop --deltoid-accent-wash - A pale ground in the accent's hue.
 * @cssprop --deltoid-deny - "Will deny".
 * @cssprop --deltoid-deny-wash - Its pale ground.
 * @cssprop --deltoid-may - "May deny", and what depends on chart or payer.
 * @cssprop --deltoid-may-wash - Its pale ground.
 * @cssprop --deltoid-clean - "Clean".
 * @cssprop --deltoid-clean-wash - Its pale ground.
 * @cssprop --deltoid-radius - How round corners are.
 */
export interface DeltoidChecker extends HTMLElement, DeltoidCheckerApi {
  addEventListener<Name extends keyof DeltoidCheckerEventMap>(
    type: Name,
    listener: (this: DeltoidChecker, event: DeltoidCheckerEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: DeltoidChecker, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}
