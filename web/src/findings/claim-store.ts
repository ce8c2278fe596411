// SPDX-License-Identifier: Apache-2.0
// All claims of a batch, a row each: what the roster says of them, what their findings come to, and what was done about
// them since. Columns of numbers and bytes, so that a hundred thousand rows weigh little and are sorted at once.

import type { Claim } from '../claim/model.js';
import type { SessionBatch } from '../engine/protocol.js';
import { dayNumber } from '../formats/days.js';
import { readCents } from '../formats/money.js';
import { type Bucket, bucketOfCode, buckets } from './buckets.js';
import type { Correction } from './correction.js';
import { Growing } from './growing.js';
import { GrowingTexts } from './growing-texts.js';
import type { Finding } from './model.js';
import { noDay, type RosterPayer } from './roster.js';
import type { FindingStore } from './store.js';
import { type Verdict, verdicts } from './verdict.js';

const clean = verdicts.indexOf('clean');
const note = verdicts.indexOf('note');
const ignored = buckets.indexOf('ignored');

/** What of a row follows its claim when that is corrected. */
interface RowState {
  worst: number;
  top: number;
  problems: number;
  risk: number;
  payer: number;
  day: number;
  lastDay: number;
}

export class ClaimStore {
  readonly files: string[] = [];
  readonly payers: RosterPayer[] = [];
  readonly corrections: ReadonlyMap<number, Correction>;
  /** Why a claim is left alone, in the words of who decided it. */
  readonly ignored = new Map<number, string>();
  readonly #findings: FindingStore;
  readonly #corrections = new Map<number, Correction>();
  /** Of corrected claims: how they were before, and where their findings are now. */
  readonly #before = new Map<number, RowState & { put: number[] }>();

  readonly #file = new Growing(Uint32Array);
  readonly #index = new Growing(Uint32Array);
  readonly #texts = new GrowingTexts(); // two a claim: its id and the subscriber's
  readonly #payer = new Growing(Uint32Array);
  readonly #day = new Growing(Int32Array);
  readonly #lastDay = new Growing(Int32Array);
  readonly #injection = new Growing(Uint8Array);
  readonly #charges = new Growing(Float64Array);
  readonly #denied = new Growing(Uint8Array); // a line's charge is at risk
  readonly #lineEnd = new Growing(Uint32Array);

  readonly #worst = new Growing(Uint8Array);
  readonly #top = new Growing(Int32Array);
  readonly #problems = new Growing(Uint32Array);
  readonly #risk = new Growing(Float64Array);
  readonly #claimOfFinding = new Growing(Int32Array);

  readonly #fileNumbers = new Map<string, number>();
  readonly #firstOfFile: number[] = [];
  #grouped: { end: Uint32Array; rows: Uint32Array } | undefined;
  #size = 0;
  /** Findings of the files; those of corrected claims lie behind them. */
  #fromFiles = 0;

  constructor(findings: FindingStore) {
    this.#findings = findings;
    this.corrections = this.#corrections;
  }

  get size(): number {
    return this.#size;
  }

  /** Claims and findings of one stretch; the finding store has them already, from row `firstFinding` on. */
  add({ claims, columns }: SessionBatch, firstFinding: number): void {
    this.#addClaims(claims);
    const { claim, level, denied } = columns;
    const rows = new Int32Array(claim.length);
    for (let at = 0; at < claim.length; at++) {
      const file = this.#findings.fileOf(firstFinding + at);
      const row = this.#rowOf(this.#fileNumbers.get(file) ?? -1, claim[at] ?? -1);
      rows[at] = row;
      if (row < 0) continue;
      this.#note(row, firstFinding + at);
      if (level[at] === 0 && (denied[at] ?? -1) >= 0) this.#deny(row, denied[at] ?? 0);
    }
    this.#claimOfFinding.append(rows);
    this.#fromFiles = this.#claimOfFinding.length;
    this.#grouped = undefined;
  }

  // What the claim says: as its file has it, or as it was corrected since.

  id(row: number): string {
    const correction = this.corrections.get(row);
    return correction ? (correction.claim.id ?? '').trim() : this.filedId(row);
  }

  /** The id that it has in its file. */
  filedId(row: number): string {
    return this.#texts.at(2 * row);
  }

  subscriber(row: number): string {
    const correction = this.corrections.get(row);
    return correction ? (correction.claim.subscriber?.id ?? '').trim() : this.#texts.at(2 * row + 1);
  }

  file(row: number): string {
    return this.files[this.#file.at(row)] ?? '';
  }

  fileNumber(row: number): number {
    return this.#file.at(row);
  }

  /** From 0 within the file. */
  index(row: number): number {
    return this.#index.at(row);
  }

  /** Index into `payers`. */
  payer(row: number): number {
    return this.#payer.at(row);
  }

  /** First day of service, from 1970; undefined when no line has one. */
  day(row: number): number | undefined {
    return known(this.#day.at(row));
  }

  /** Last day for filing; undefined when no limit is known. */
  lastDay(row: number): number | undefined {
    return known(this.#lastDay.at(row));
  }

  hasInjection(row: number): boolean {
    return this.#injection.at(row) === 1;
  }

  lines(row: number): number {
    const correction = this.corrections.get(row);
    if (correction) return correction.claim.lines?.length ?? 0;
    return this.#lineEnd.at(row) - this.#firstLine(row);
  }

  billed(row: number): number {
    const correction = this.corrections.get(row);
    if (correction) return billedOn(correction.claim);
    let sum = 0;
    for (let line = this.#firstLine(row); line < this.#lineEnd.at(row); line++) sum += this.#charges.at(line);
    return sum;
  }

  // What is said of it, as it stands now.

  /** Index into `verdicts`. */
  verdictCode(row: number): number {
    return this.#worst.at(row);
  }

  verdict(row: number): Verdict {
    return verdicts[this.verdictCode(row)] ?? 'clean';
  }

  /** Cents that an error says will be denied, each line once. */
  risk(row: number): number {
    return this.#risk.at(row);
  }

  /** The finding that decides the verdict, as a row of the finding store; -1 when there is none. */
  top(row: number): number {
    return this.#top.at(row);
  }

  /** How many things ask for something. */
  problems(row: number): number {
    return this.#problems.at(row);
  }

  /** Index into `buckets`; -1 when it is none of ours: no injection, and nothing stands against it. */
  bucketCode(row: number): number {
    const verdict = this.verdictCode(row);
    if (!this.hasInjection(row) && verdict >= note && !this.corrections.has(row)) return -1;
    return this.ignored.has(row) ? ignored : (bucketOfCode[verdict] ?? -1);
  }

  bucket(row: number): Bucket | undefined {
    return buckets[this.bucketCode(row)];
  }

  /** Nothing is left to do: it was ignored, or corrected until nothing stood against it. */
  isResolved(row: number): boolean {
    return this.ignored.has(row) || (this.corrections.has(row) && this.verdictCode(row) >= note);
  }

  /** How many claims lie in each bucket. */
  counts(): Uint32Array {
    const counts = new Uint32Array(buckets.length);
    for (let row = 0; row < this.#size; row++) {
      const bucket = this.bucketCode(row);
      if (bucket >= 0) counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    return counts;
  }

  /** From now on the row is that of the corrected claim; without one, that of the file's claim again. */
  correct(row: number, correction: Correction | undefined): void {
    const before = this.#before.get(row);
    if (before) {
      this.#findings.remove(before.put);
      this.#setState(row, before);
      this.#before.delete(row);
      this.#corrections.delete(row);
      this.#findings.takeBack(this.findingsOf(row));
    }
    if (!correction) return;
    this.#findings.setAside(this.findingsOf(row));
    const put = this.#findings.put(correction.findings.map((finding) => this.#inBatch(row, finding)));
    for (const finding of put) this.#claimOfFinding.put(finding, row);
    this.#before.set(row, { ...this.#stateOf(row), put });
    this.#corrections.set(row, correction);
    this.#setState(row, this.#stateAfter(row, correction, put));
  }

  /** The claim that a finding is about; -1 when it is about a file. */
  claimOfFinding(finding: number): number {
    return this.#claimOfFinding.at(finding);
  }

  /** The batch's findings about a claim as its file has it, as rows of the finding store, in their order. */
  findingsOf(row: number): Uint32Array {
    this.#grouped ??= this.#group();
    const { end, rows } = this.#grouped;
    return rows.subarray(row === 0 ? 0 : end[row - 1], end[row]);
  }

  /** The row of a claim by the name of its file and its place in it; -1 when it has none. */
  find(file: string, index: number): number {
    return this.#rowOf(this.#fileNumbers.get(file) ?? -1, index);
  }

  #addClaims(claims: SessionBatch['claims']): void {
    for (const file of claims.newFiles) this.#fileNumbers.set(file, this.files.push(file) - 1);
    this.payers.push(...claims.newPayers);
    const added = claims.index.length;
    claims.file.forEach((file, at) => {
      this.#firstOfFile[file] ??= this.#size + at;
    });
    this.#file.append(claims.file);
    this.#index.append(claims.index);
    this.#texts.append(claims.texts, claims.textEnds);
    this.#payer.append(claims.payer);
    this.#day.append(claims.day);
    this.#lastDay.append(claims.lastDay);
    this.#injection.append(claims.injection);
    let end = this.#charges.length;
    this.#lineEnd.append(claims.lines.map((lines) => (end += lines)));
    this.#charges.append(claims.charges);
    this.#denied.append(new Uint8Array(claims.charges.length));
    this.#worst.append(new Uint8Array(added).fill(clean));
    this.#top.append(new Int32Array(added).fill(-1));
    this.#problems.append(new Uint32Array(added));
    this.#risk.append(new Float64Array(added));
    this.#size += added;
  }

  /** Claims of a file lie in their order; those that could not be read at all are missing. */
  #rowOf(file: number, index: number): number {
    const first = this.#firstOfFile[file];
    if (first === undefined || index < 0) return -1;
    let low = first;
    let high = Math.min(first + index, this.#size - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#file.at(middle) > file || this.#index.at(middle) > index) high = middle - 1;
      else low = middle;
    }
    return this.#file.at(low) === file && this.#index.at(low) === index ? low : -1;
  }

  /** A finding of the form as one of the batch. */
  #inBatch(row: number, finding: Finding): Finding {
    if (finding.file === this.file(row) && finding.claim_index === this.index(row)) return finding;
    return { ...finding, file: this.file(row), claim_index: this.index(row), at: null };
  }

  #stateOf(row: number): RowState {
    return {
      worst: this.#worst.at(row),
      top: this.#top.at(row),
      problems: this.#problems.at(row),
      risk: this.#risk.at(row),
      payer: this.#payer.at(row),
      day: this.#day.at(row),
      lastDay: this.#lastDay.at(row),
    };
  }

  #setState(row: number, { worst, top, problems, risk, payer, day, lastDay }: RowState): void {
    this.#worst.set(row, worst);
    this.#top.set(row, top);
    this.#problems.set(row, problems);
    this.#risk.set(row, risk);
    this.#payer.set(row, payer);
    this.#day.set(row, day);
    this.#lastDay.set(row, lastDay);
  }

  #stateAfter(row: number, { claim, verdict, problems, risk }: Correction, put: number[]): RowState {
    const worst = verdicts.indexOf(verdict);
    const deciding = put.filter((finding) => this.#findings.verdictCode(finding) === worst);
    const day = firstDay(claim) ?? noDay;
    return {
      worst,
      top: deciding.reduce(
        (top, one) => (top < 0 || this.#findings.risk(one) > this.#findings.risk(top) ? one : top),
        -1,
      ),
      problems,
      risk,
      payer: this.#payerOf(claim, this.#payer.at(row)),
      day,
      // How long another day has, is for the engine to say.
      lastDay: day === this.#day.at(row) ? this.#lastDay.at(row) : noDay,
    };
  }

  /** The payer's index; the class may have been told by the engine, where the claim says none. */
  #payerOf({ payer }: Claim, filed: number): number {
    const { name = '', id = '', class: kind = '' } = payer ?? {};
    const isIt = (one: RosterPayer | undefined): boolean =>
      one?.name === name && one.id === id && (one.class === kind || !kind || kind === 'unknown');
    if (isIt(this.payers[filed])) return filed;
    const known = this.payers.findIndex(isIt);
    return known >= 0 ? known : this.payers.push({ name, id, class: kind }) - 1;
  }

  #note(row: number, finding: number): void {
    const verdict = this.#findings.verdictCode(finding);
    const top = this.#top.at(row);
    const counts = verdict !== note; // what is good to know decides nothing
    if (verdict < note) this.#problems.set(row, this.#problems.at(row) + 1);
    if (!counts || verdict > this.#worst.at(row)) return;
    const worse = verdict < this.#worst.at(row) || top < 0;
    if (worse || this.#findings.risk(finding) > this.#findings.risk(top)) this.#top.set(row, finding);
    this.#worst.set(row, verdict);
  }

  /** A denial of the whole claim (line 0) takes every line. */
  #deny(row: number, line: number): void {
    const first = this.#firstLine(row);
    const end = this.#lineEnd.at(row);
    const from = line === 0 ? first : first + line - 1;
    for (let at = from; at < (line === 0 ? end : Math.min(end, from + 1)); at++) {
      if (this.#denied.at(at) === 1) continue;
      this.#denied.set(at, 1);
      this.#risk.set(row, this.#risk.at(row) + this.#charges.at(at));
    }
  }

  #firstLine(row: number): number {
    return row === 0 ? 0 : this.#lineEnd.at(row - 1);
  }

  #group(): { end: Uint32Array; rows: Uint32Array } {
    const end = new Uint32Array(this.#size);
    const all = this.#fromFiles;
    let about = 0;
    for (let finding = 0; finding < all; finding++) {
      const row = this.#claimOfFinding.at(finding);
      if (row < 0) continue;
      end[row] = (end[row] ?? 0) + 1;
      about++;
    }
    for (let row = 0, sum = 0; row < this.#size; row++) end[row] = sum += end[row] ?? 0;
    const rows = new Uint32Array(about);
    const next = end.slice();
    for (let finding = all - 1; finding >= 0; finding--) {
      const row = this.#claimOfFinding.at(finding);
      if (row < 0) continue;
      const at = (next[row] ?? 0) - 1;
      next[row] = at;
      rows[at] = finding;
    }
    return { end, rows };
  }
}

function billedOn({ lines = [] }: Claim): number {
  return lines.reduce((sum, { charge }) => sum + (readCents(charge) ?? 0), 0);
}

/** From 1970. */
function firstDay({ lines = [] }: Claim): number | undefined {
  const days = lines.map(({ from }) => dayNumber(from ?? '')).filter((day) => Number.isFinite(day));
  return days.length > 0 ? Math.min(...days) : undefined;
}

function known(day: number): number | undefined {
  return day === noDay ? undefined : day;
}
