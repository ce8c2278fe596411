// SPDX-License-Identifier: Apache-2.0
// All findings of a batch: bytes as they came, and columns of what a table sorts and filters by. A finding is parsed
// when it is shown.
import { Growing } from './growing.js';
import type { FindingBatch } from './indexer.js';
import type { Finding } from './model.js';
import { type Verdict, verdictOf, verdicts } from './verdict.js';

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
  readonly #decoder = new TextDecoder();
  #size = 0;

  get size(): number {
    return this.#size;
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
    for (let row = this.#size; row < this.#size + rows; row++) {
      const verdict = this.verdict(row);
      const rule = this.rule(row);
      this.counts.set(verdict, (this.counts.get(verdict) ?? 0) + 1);
      this.ruleCounts.set(rule, (this.ruleCounts.get(rule) ?? 0) + 1);
    }
    this.#size += rows;
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
    let finding = this.#parsed.get(row);
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
  }

  /** The finding, parsed and not kept: for passing over all of them. */
  parse(row: number): Finding {
    return JSON.parse(this.#decoder.decode(this.bytes(row))) as Finding;
  }
}
