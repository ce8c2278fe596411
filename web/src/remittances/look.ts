// SPDX-License-Identifier: Apache-2.0
// What the parts of the view share: what is shown, and what they may ask for.
import type { Asked, Digest, ListName, Table } from './report.js';

/** Which lines are looked at one by one. */
export type Kind = 'missed' | 'caught' | 'alarms';

/** What they are narrowed to: a bar. */
export interface Only {
  by: 'carc' | 'cause' | 'rule';
  key: string | null;
  /** In words. */
  name: string;
}

export interface Look {
  readonly digest: Digest;
  /** The rows of each list that are shown, and what was asked for to have them. */
  readonly lists: Digest['lists'];
  readonly asked: { readonly [L in ListName]: Asked<L> };
  /** Are claim numbers shown? */
  readonly identifiers: boolean;
  readonly kind: Kind;
  readonly only: Only | undefined;
  /** Of what was denied only lines with 96372 are listed. */
  readonly injections: boolean;
  /** "class, tab, name" of the payer whose months are shown; '' for all. */
  readonly payer: string;
  /** Ids of charts that show all of their bars. */
  readonly whole: ReadonlySet<string>;
  toggleWhole(id: string): void;
  /** Shows more of a list, or other rows of it. */
  ask(asked: Asked): void;
  /** Shows lines of a kind, narrowed to a bar or not. */
  showLines(kind: Kind, only?: Only): void;
  showInjections(only: boolean): void;
  showPayer(key: string): void;
  save(table: Table | undefined): void;
  /** The claim of a shown row can be opened: the batch has it. */
  canOpen(row: ClaimPlace): boolean;
  /** Opens the claim of one of these rows in the work queue, which is narrowed to all of them. */
  open(rows: readonly ClaimPlace[], at: number, name: string): void;
}

export interface ClaimPlace {
  file: string;
  claim_index: number;
  claim: string | null;
}
