// SPDX-License-Identifier: Apache-2.0
// All findings of a batch: bytes as they came, and columns of what a table sorts and filters by. A finding is parsed
// when it is shown. Those of claims that were corrected are set aside, and others put in their place.

import { readCents } from '../formats/money.js';
import { Growing } from './growing.js';
import type { FindingBatch } from './indexer.js';
import type { Finding } from './model.js';
import { type Verdict, verdictOf, verdictOfFinding, verdicts } from './verdict.js';

const parsedAtOnce = 400;

/** Verdict by level and tag bits, as an index into `verdicts`. */
const codeOf = Uint8Array.from({ length: 3 * 8 }, (_, at) => verdicts.indexOf(verdictOf(at >> 3, at & 7)));

export class FindingStore {
  readonly rules: string[] = [];
  readonly files: string[] = [];
  readonly counts = new Map<Verdict, number>();
  readonly ruleCounts = new Map<number, number>();
  readonly #chunks: Uint8Array<ArrayBuffer>[] = [];
  readonly #chunk = new Growing(Uint32Array);
  readonly #start = new Growing(Uint32Array);
  readonly #end = new Growing(Uint32Array);
  readonly #verdict = new Growing(Uint8Array);
  readonly #risk = new Growing(Float64Array);
  readonly #rule = new Growing(Uint16Array);
  readonly #file = new Growing(Uint16Array);
  readonly #parsed = new Map<number, Finding>();
  /** Findings that were put in as objects, by their row. */
  readonly #put = new Map<number, Finding>();
  readonly #aside = new Set<number>();
  #free: number[] = [];
  readonly #decoder = new TextDecoder();
  #size = 0;
  #version = 0;

  /** How many rows there are, those set aside among them. */
  get size(): number {
    return this.#size;
  }

  /** How many findings stand. */
  get standing(): number {
    return this.#size - this.#aside.size;
  }

  /** Counts the times that rows were put in or set aside. */
  get version(): number {
    return this.#version;
  }

  add({ bytes, columns }: FindingBatch): void {
    this.rules.push(...columns.newRules);
    this.files.push(...columns.newFiles);
    const rows = columns.start.length;
    if (rows === 0) return;
    this.#chunk.append(new Uint32Array(rows).fill(this.#chunks.push(bytes) - 1));
    this.#start.append(columns.start);
    this.#end.append(columns.end);
    this.#verdict.append(
      columns.level.map((level, row) => codeOf[level * 8 + (columns.tags[row] ?? 0)] ?? 0),
    );
    this.#risk.append(columns.cents.map((cents, row) => (columns.level[row] === 2 ? 0 : Math.max(0, cents))));
    this.#rule.append(columns.rule);
    this.#file.append(columns.file);
    for (let row = this.#size; row < this.#size + rows; row++) this.#count(row, 1);
    this.#size += rows;
  }

  /** Takes findings in as objects, once all of the batch have come; their rows. */
  put(findings: readonly Finding[]): number[] {
    this.#version++;
    return findings.map((finding) => {
      const row = this.#free.pop() ?? this.#size++;
      this.#put.set(row, finding);
      this.#aside.delete(row);
      this.#verdict.put(row, verdicts.indexOf(verdictOfFinding(finding)));
      this.#risk.put(row, finding.level === 'info' ? 0 : Math.max(0, readCents(finding.amount) ?? 0));
      this.#rule.put(row, numberIn(this.rules, finding.rule));
      this.#file.put(row, numberIn(this.files, finding.file ?? ''));
      this.#count(row, 1);
      return row;
    });
  }

  /** Lets go of findings that were put in. */
  remove(rows: readonly number[]): void {
    this.setAside(rows);
    for (const row of rows) this.#put.delete(row);
    this.#free.push(...rows);
  }

  /** Takes findings out of all counts and lists. */
  setAside(rows: Iterable<number>): void {
    this.#version++;
    for (const row of rows) {
      if (this.#aside.has(row)) continue;
      this.#aside.add(row);
      this.#count(row, -1);
    }
  }

  /** Takes findings in again that were set aside. */
  takeBack(rows: Iterable<number>): void {
    this.#version++;
    for (const row of rows) if (this.#aside.delete(row)) this.#count(row, 1);
  }

  isAside(row: number): boolean {
    return this.#aside.has(row);
  }

  verdict(row: number): Verdict {
    return verdicts[this.verdictCode(row)] ?? 'note';
  }

  /** Index into `verdicts`. */
  verdictCode(row: number): number {
    return this.#verdict.at(row);
  }

  /** Index into `rules`. */
  rule(row: number): number {
    return this.#rule.at(row);
  }

  /** Name of the finding's file. */
  fileOf(row: number): string {
    return this.files[this.#file.at(row)] ?? '';
  }

  /** What stands to be lost, in cents: nothing for what is only good to know. */
  risk(row: number): number {
    return this.#risk.at(row);
  }

  /** The finding's line of JSON. */
  bytes(row: number): Uint8Array<ArrayBuffer> {
    const chunk = this.#chunks[this.#chunk.at(row)] ?? new Uint8Array();
    return chunk.subarray(this.#start.at(row), this.#end.at(row));
  }

  /** The finding, parsed. The last few hundred are kept. */
  finding(row: number): Finding {
    let finding = this.#put.get(row) ?? this.#parsed.get(row);
    if (!finding) {
      finding = this.parse(row);
      this.#parsed.set(row, finding);
      const [oldest] = this.#parsed.keys();
      if (this.#parsed.size > parsedAtOnce && oldest !== undefined) this.#parsed.delete(oldest);
    }
    return finding;
  }

  /**
   * Gives the findings' memory back at once, and with it what they say of patients; the browser by itself would wait until
   * it is short of it. Nothing can be read here any more.
   */
  release(): void {
    // Firefox has transfer() since 122.
    for (const { buffer } of this.#chunks) (buffer as Partial<ArrayBuffer>).transfer?.(0);
    this.#chunks.length = 0;
    this.#parsed.clear();
    this.#put.clear();
  }

  /** The finding, parsed and not kept: for passing over all of them. */
  parse(row: number): Finding {
    return this.#put.get(row) ?? (JSON.parse(this.#decoder.decode(this.bytes(row))) as Finding);
  }

  #count(row: number, more: 1 | -1): void {
    const verdict = this.verdict(row);
    const rule = this.rule(row);
    this.counts.set(verdict, (this.counts.get(verdict) ?? 0) + more);
    this.ruleCounts.set(rule, (this.ruleCounts.get(rule) ?? 0) + more);
  }
}

/** The place of a name in a list, to which it is added if need be. */
function numberIn(names: string[], name: string): number {
  const at = names.indexOf(name);
  return at >= 0 ? at : names.push(name) - 1;
}
