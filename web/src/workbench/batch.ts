// SPDX-License-Identifier: Apache-2.0
// One batch: its files, how far the check has come, what was found, and what was done about it. The views only look.
import type { Claim } from '../claim/model.js';
import { ask } from '../engine/ask.js';
import { claimOf, runBatch } from '../engine/client.js';
import { sessionOptions } from '../engine/options.js';
import { DeltoidError, type Problem } from '../engine/problems.js';
import type { WorkerProgress } from '../engine/protocol.js';
import type { SessionInput } from '../engine/session.js';
import type { Checked } from '../engine/tasks.js';
import { enoughToTell, kindOf } from '../files/kinds.js';
import { reasonOf } from '../files/unreadable.js';
import { ClaimStore } from '../findings/claim-store.js';
import { type Correction, nameInClaim } from '../findings/correction.js';
import type { Finding, Summary } from '../findings/model.js';
import { FindingStore } from '../findings/store.js';
import { localDay } from '../formats/dates.js';
import { dayNumber } from '../formats/days.js';
import { bytesOfTables, noSettings, type Settings } from '../settings/settings.js';
import { fileWords, type Reason } from '../words/en-files.js';

/** `full`: more was found than a page can hold. */
export type BatchState = 'running' | 'done' | 'cancelled' | 'full' | 'failed';

/** A finding takes about a kilobyte: with more of them the browser would end the page. */
const mostFindings = 1_000_000;

export class Batch {
  state: BatchState = 'running';
  progress: WorkerProgress | undefined;
  summary: Summary | undefined;
  /** The summary's line as it came. */
  summaryBytes: Uint8Array<ArrayBuffer> | undefined;
  /** Why it failed, or which files could not be read. */
  problems: Problem[] = [];
  /** Findings about files, not claims: rows of the store. */
  readonly aboutFiles: number[] = [];
  readonly store = new FindingStore();
  readonly claims = new ClaimStore(this.store);
  files: readonly File[];
  names: readonly string[];
  /** Names of what payers answered among the files: no claims are in there. */
  answers: readonly string[] = [];
  /** What was in force when it was checked. */
  readonly settings: Settings;
  /** The day of the check, from 1970. */
  readonly today = dayNumber(localDay());
  readonly #options: string;
  readonly #tables: SessionInput[];
  /** The tables in force, as the form takes them. */
  readonly packs: readonly Uint8Array<ArrayBuffer>[];
  /** It began again because more files came while it ran. */
  readonly joined: boolean;
  readonly #abort = new AbortController();
  readonly #onChange: () => void;
  readonly #earlier: Batch | undefined;
  /** Two drops of answers are taken in one after the other. */
  #taking: Promise<boolean> = Promise.resolve(true);

  /** `settings`: profile and tables in force; `earlier`: a batch of the same files and fewer, whose work is carried over. */
  constructor(
    files: readonly File[],
    onChange: () => void,
    settings: Settings = noSettings,
    earlier?: Batch,
  ) {
    this.files = files;
    this.settings = settings;
    this.#options = sessionOptions({ profile: settings.profile?.value }, { roster: true });
    const tables = bytesOfTables(settings);
    this.packs = tables.map(({ bytes }) => bytes);
    this.#tables = tables.map(({ name, bytes }) => ({ name, role: 'tables', source: bytes }));
    this.names = differentNames(files);
    this.#onChange = onChange;
    this.#earlier = earlier;
    this.joined = earlier?.state === 'running';
    void this.#run();
  }

  /** What was checked, and how: for what is made of it afterwards. */
  get checked(): Checked {
    const { claims } = this;
    const places = [...claims.ignored.keys()].flatMap((row) => [claims.fileNumber(row), claims.index(row)]);
    return {
      inputs: this.#accepted(),
      options: this.#options,
      ignored: Uint32Array.from(places),
      corrected: Array.from(claims.corrections, ([row, { claim, company }]) => ({
        file: claims.fileNumber(row),
        index: claims.index(row),
        claim,
        standing: company.standing.map(nameInClaim),
        answered: [...company.answered],
      })),
    };
  }

  /** What a replay reads: the claims, then what payers answered; undefined as long as one of them is missing. */
  get replayed(): Checked | undefined {
    if (this.state !== 'done' || this.claims.size === 0 || this.answers.length === 0) return undefined;
    const answers = this.#inputs('answers').filter(({ name }) =>
      this.answers.some((one) => one === name || one.startsWith(`${name}/`)),
    );
    return { inputs: [...this.#accepted(), ...answers], options: this.#options };
  }

  /** There are answers, and no claims yet. */
  get awaitsClaims(): boolean {
    return this.state === 'done' && this.claims.size === 0 && this.answers.length > 0;
  }

  /** Takes in files with nothing but what payers answered; false, and nothing is done, when there may be claims in them. */
  takeAnswers(files: readonly File[]): Promise<boolean> {
    const taken = this.#taking.then(() => this.#take(files));
    this.#taking = taken.catch(() => false);
    return taken;
  }

  async #take(files: readonly File[]): Promise<boolean> {
    if (this.state !== 'done') return false;
    const all = [...this.files, ...files];
    const names = differentNames(all);
    const inputs = files.map((source, at) => ({
      name: names[this.files.length + at] ?? '',
      role: 'remits' as const,
      source,
    }));
    const { answers, others, unreadable } = await ask({ do: 'tell-apart', inputs }, this.#abort.signal);
    if (answers.length === 0 || others.length > 0) return false;
    this.files = all;
    this.names = names;
    this.answers = [...this.answers, ...answers];
    this.problems.push(...unreadable);
    this.#onChange();
    return true;
  }

  /** Has anything been done that only this page knows? */
  get holdsWork(): boolean {
    return this.claims.corrections.size > 0 || this.claims.ignored.size > 0;
  }

  /** Stops; what was found until then stays. */
  cancel(): void {
    this.#abort.abort();
  }

  /** Stops and lets go of what was found: for one that nobody looks at any more. */
  drop(): void {
    this.cancel();
    this.store.release();
  }

  /** A claim as its file has it: the file is read again, up to there. */
  async claimAsFiled(row: number): Promise<Claim | undefined> {
    const claim = await claimOf(this.#inputs(), this.claims.file(row), this.claims.index(row));
    // The file may have been written anew since.
    if (claim && (claim.id ?? '').trim() !== this.claims.filedId(row)) throw changed(this.claims.file(row));
    return claim;
  }

  /** What the batch says of a claim. */
  findingsOf(row: number): Finding[] {
    return Array.from(this.claims.findingsOf(row), (finding) => this.store.finding(finding));
  }

  correct(row: number, correction: Correction | undefined): void {
    this.claims.correct(row, correction);
    this.#onChange();
  }

  /** Leaves claims alone, for a reason; without one they are taken up again. */
  ignore(rows: Iterable<number>, reason: string | undefined): void {
    for (const row of rows) {
      if (reason === undefined) this.claims.ignored.delete(row);
      else this.claims.ignored.set(row, reason);
    }
    this.#onChange();
  }

  async #run(): Promise<void> {
    try {
      this.problems = await this.#refused();
      const inputs = this.#accepted();
      if (inputs.length > 0) await this.#check(inputs);
      this.state = inputs.length > 0 ? 'done' : 'failed';
      if (this.#earlier) this.#takeOver(this.#earlier.claims);
    } catch (error) {
      if (this.state !== 'full') this.state = this.#abort.signal.aborted ? 'cancelled' : 'failed';
      if (this.state === 'failed') this.problems = problemsOf(error);
    }
    this.#onChange();
  }

  async #check(inputs: SessionInput[]): Promise<void> {
    const { summary, unreadable, apart } = await runBatch(inputs, this.#options, {
      signal: this.#abort.signal,
      onBatch: (batch, progress) => {
        const first = this.store.size;
        this.store.add(batch);
        this.claims.add(batch, first);
        for (let row = first; row < this.store.size; row++)
          if (this.claims.claimOfFinding(row) < 0) this.aboutFiles.push(row);
        if (progress.totalBytes > 0) this.progress = progress;
        if (this.store.size > mostFindings) this.#stopFull();
        this.#onChange();
      },
    });
    this.summaryBytes = summary;
    this.summary = JSON.parse(new TextDecoder().decode(summary)) as Summary;
    this.problems.push(...unreadable);
    this.answers = apart;
  }

  #stopFull(): void {
    this.state = 'full';
    this.cancel();
  }

  /** Without the files that could not be read. */
  #accepted(): SessionInput[] {
    const claims = this.#inputs().filter(({ name }) => !this.problems.some(({ path }) => path === name));
    return claims.length > 0 ? [...this.#tables, ...claims] : [];
  }

  /** Each file for what of it is wanted; one that is an answer as a whole has no claims. */
  #inputs(only: 'claims' | 'answers' = 'claims'): SessionInput[] {
    const role = only === 'claims' ? only : 'remits';
    return this.files
      .map((source, at) => ({ name: this.names[at] ?? '', role, source, only }) satisfies SessionInput)
      .filter(({ name }) => only === 'answers' || !this.answers.includes(name));
  }

  /** Files that no claims can be in, told from their first bytes. */
  async #refused(): Promise<Problem[]> {
    const reasons = await Promise.all(this.files.map(reasonAgainst));
    return reasons.flatMap((reason, at) =>
      reason ? [{ path: this.names[at] ?? '', message: fileWords[reason], reason }] : [],
    );
  }

  #takeOver(earlier: ClaimStore): void {
    const here = (row: number): number => this.claims.find(earlier.file(row), earlier.index(row));
    for (const [row, correction] of earlier.corrections)
      if (here(row) >= 0) this.claims.correct(here(row), correction);
    for (const [row, reason] of earlier.ignored)
      if (here(row) >= 0) this.claims.ignored.set(here(row), reason);
  }
}

async function reasonAgainst(file: File): Promise<Reason | undefined> {
  try {
    const kind = kindOf(new Uint8Array(await file.slice(0, enoughToTell).arrayBuffer()));
    return kind === 'plain' || kind === 'gzip' || kind === 'zip' ? undefined : kind;
  } catch (error) {
    return reasonOf(error) ?? 'changed';
  }
}

/** Findings name their file: two of one name are told apart. */
function differentNames(files: readonly File[]): string[] {
  const taken = new Set<string>();
  return files.map(({ name }) => {
    let own = name;
    for (let number = 2; taken.has(own); number++) own = `${name} (${number})`;
    taken.add(own);
    return own;
  });
}

function changed(path: string): DeltoidError {
  return new DeltoidError([{ path, message: fileWords.changed, reason: 'changed' }]);
}

function problemsOf(error: unknown): Problem[] {
  if (error instanceof DeltoidError) return error.problems;
  return [{ path: '', message: error instanceof Error ? error.message : String(error) }];
}
