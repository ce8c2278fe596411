// SPDX-License-Identifier: Apache-2.0
// Claims and what is said of them, brought together: the roster's lines and the findings of one session.
import type { Denial, Fix, Level, Tag } from '../findings/model.js';
import type { RosterLine } from '../findings/roster.js';

/** What a list of work needs of a finding. */
export interface Entry {
  rule: string;
  level: Level;
  tags: Tag[];
  line: number | null;
  field: string | null;
  box: string | null;
  message: string;
  fix: Fix[];
  denial: Denial | null;
}

/** One claim. Of its findings only errors and warnings are kept. */
export interface Account {
  /** Name of its file, once something was said of it. */
  file: string;
  /** Number of its file in the batch, from 0. */
  fileNumber: number;
  index: number;
  id: string;
  payer: { class: string; id: string; name: string };
  /** Days from 1970-01-01. */
  day: number | null;
  lastDay: number | null;
  injection: boolean;
  /** Of its lines, in cents. */
  charges: number[];
  drugs: string[];
  entries: Entry[];
}

interface FindingLine extends Entry {
  kind: 'finding' | 'summary';
  file: string | null;
  claim_index: number | null;
  files: { name: string }[];
}

const decoder = new TextDecoder();

export class Ledger {
  readonly #accounts: Account[][] = [];
  /** Findings by the name of their file, until the summary tells which file has which number. */
  readonly #said = new Map<string, [index: number, entry: Entry][]>();

  /** Whole lines of the roster. */
  addClaims(lines: Uint8Array): void {
    for (const line of linesOf(lines)) {
      const [file, index, id, , payerClass, payerId, name, day, lastDay, injection, charges, drugs] =
        JSON.parse(line) as RosterLine;
      const payer = { class: payerClass, id: payerId, name };
      const of = {
        file: '',
        fileNumber: file,
        index,
        id,
        payer,
        day,
        lastDay,
        injection: injection === 1,
        charges,
        drugs,
      };
      this.#accounts[file] ??= [];
      this.#accounts[file][index] = { ...of, entries: [] };
    }
  }

  /** Whole lines of findings, and at the end the summary. */
  addFindings(lines: Uint8Array): void {
    for (const line of linesOf(lines)) {
      const said = JSON.parse(line) as FindingLine;
      if (said.kind === 'summary') this.#settle(said.files);
      else if (said.claim_index !== null && said.level !== 'info') this.#keep(said, said.claim_index);
    }
  }

  /** All claims, file by file. */
  get accounts(): Account[] {
    return this.#accounts.flat();
  }

  /** The account of one claim, to be replaced when it was corrected; undefined when the claim could not be read. */
  find(fileNumber: number, index: number): Account | undefined {
    return this.#accounts[fileNumber]?.[index];
  }

  replace(account: Account): void {
    const { fileNumber, index } = account;
    this.#accounts[fileNumber] ??= [];
    this.#accounts[fileNumber][index] = account;
  }

  #keep(
    { file, rule, level, tags, line, field, box, message, fix, denial }: FindingLine,
    index: number,
  ): void {
    const name = file ?? '';
    const list = this.#said.get(name) ?? [];
    if (list.length === 0) this.#said.set(name, list);
    list.push([index, { rule, level, tags, line, field, box, message, fix, denial }]);
  }

  /** Two files of one name cannot be told apart by their findings: the first that has the claim gets them. */
  #settle(files: { name: string }[]): void {
    files.forEach(({ name }, number) => {
      for (const account of this.#accounts[number] ?? []) if (account) account.file = name;
      for (const [index, entry] of this.#said.get(name) ?? [])
        this.#accounts[number]?.[index]?.entries.push(entry);
      this.#said.delete(name);
    });
  }
}

/** Which lines will be denied, from 0: a denial of the whole claim takes every line. */
export function deniedLines({ entries, charges }: Account): Set<number> {
  const lines = new Set<number>();
  for (const { level, denial } of entries) {
    if (level !== 'error' || !denial) continue;
    if (denial.line) lines.add(denial.line - 1);
    else for (const line of charges.keys()) lines.add(line);
  }
  return lines;
}

/** The charges of these lines, in cents. */
export function chargesOf({ charges }: Account, lines: Iterable<number>): number {
  let sum = 0;
  for (const line of lines) sum += charges[line] ?? 0;
  return sum;
}

function linesOf(bytes: Uint8Array): string[] {
  return decoder.decode(bytes).split('\n').filter(Boolean);
}
