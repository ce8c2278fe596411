// SPDX-License-Identifier: Apache-2.0
// One batch: its files, how far the check has come, what was found, and what was done about it. The views only look.
import type { Claim } from '../claim/model.js';
import { asChosen, asks, findSpreadsheets, type Spreadsheets, sameColumns } from '../columns/spreadsheets.js';
import { ask } from '../engine/ask.js';
import { claimOf, runBatch } from '../engine/client.js';
import type { Joined } from '../engine/joined.js';
import { sessionOptions } from '../engine/options.js';
import { DeltoidError, type Problem } from '../engine/problems.js';
import type { WorkerProgress } from '../engine/protocol.js';
import type { SessionInput } from '../engine/session.js';
import type { Checked } from '../engine/tasks.js';
import { enoughToTell, kindOf } from '../files/kinds.js';
import { reasonOf } from '../files/unreadable.js';
import { type ToldUse, tellUse, type Use } from '../files/uses.js';
import { ClaimStore } from '../findings/claim-store.js';
import { type Correction, nameInClaim } from '../findings/correction.js';
import type { Finding, Summary } from '../findings/model.js';
import { FindingStore } from '../findings/store.js';
import { localDay } from '../formats/dates.js';
import { dayNumber } from '../formats/days.js';
import { bytesOfTables, noSettings, type Settings } from '../settings/settings.js';
import { fileWords, type Reason } from '../words/en-files.js';

/** `asking`: what the columns of a spreadsheet are; `full`: more was found than a page can hold. */
export type BatchState = 'running' | 'asking' | 'done' | 'cancelled' | 'full' | 'failed';

/** A finding takes about a kilobyte: with more of them the browser would end the page. */
const mostFindings = 1_000_000;

/** A file, and what it is called in the batch. */
export interface FileOfBatch {
  name: string;
  file: File;
}

/** A file of administration records. */
export interface RecordFile extends FileOfBatch {
  /** It holds claims, too. */
  both: boolean;
  /** Why it does not serve; '' when it does. */
  problem: string;
}

/** What a person has said of the files of a batch. */
export interface SaidOfFiles {
  /** What files are used for. */
  choices?: ReadonlyMap<File, Use>;
  /** What the columns of spreadsheets are; without it they are looked at. */
  spreadsheets?: Spreadsheets | undefined;
}

export class Batch {
  state: BatchState = 'running';
  progress: WorkerProgress | undefined;
  summary: Summary | undefined;
  /** The summary's line as it came. */
  summaryBytes: Uint8Array<ArrayBuffer> | undefined;
  /** Why it failed, or which files could not be read. */
  problems: Problem[] = [];
  /** How the administration records were joined; undefined without any. */
  recordsJoined: Joined | undefined;
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
  /** What a person has said that files are. */
  readonly choices: ReadonlyMap<File, Use>;
  readonly #uses: ToldUse[] = [];
  /** Files that do not serve as records, with a sentence. */
  readonly #notRecords = new Map<string, string>();
  /** The day of the check, from 1970. */
  readonly today = dayNumber(localDay());
  /** The spreadsheets among the files, once they were looked at. */
  spreadsheets: Spreadsheets | undefined;
  #options: string;
  readonly #tables: SessionInput[];
  /** The tables in force, as the form takes them. */
  readonly packs: readonly Uint8Array<ArrayBuffer>[];
  /** It began again because more files came while it ran. */
  readonly joined: boolean;
  readonly #abort = new AbortController();
  readonly #onChange: () => void;
  /** A batch of the same files and fewer, whose work is carried over. */
  readonly earlier: Batch | undefined;
  /** Two drops of answers are taken in one after the other. */
  #taking: Promise<boolean> = Promise.resolve(true);

  /** `settings`: profile and tables in force; `earlier`: a batch of the same files and fewer, whose work is carried over;
   *  `said`: what a person has said of the files. */
  constructor(
    files: readonly File[],
    onChange: () => void,
    settings: Settings = noSettings,
    earlier?: Batch,
    said: SaidOfFiles = earlier ? { choices: earlier.choices } : {},
  ) {
    this.files = files;
    this.choices = said.choices ?? new Map();
    this.settings = settings;
    this.spreadsheets = said.spreadsheets;
    this.#options = this.#optionsNow();
    const tables = bytesOfTables(settings);
    this.packs = tables.map(({ bytes }) => bytes);
    this.#tables = tables.map(({ name, bytes }) => ({ name, role: 'tables', source: bytes }));
    this.names = differentNames(files);
    this.#onChange = onChange;
    this.earlier = earlier;
    this.joined = earlier?.state === 'running';
    void this.#run();
  }

  /** What was said of its files, for a batch of the same ones. */
  get said(): SaidOfFiles {
    return { choices: this.choices, spreadsheets: this.spreadsheets };
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
    const answers = this.#named().flatMap(({ name, file }): SessionInput[] =>
      this.answers.some((one) => one === name || one.startsWith(`${name}/`))
        ? [{ name, role: 'remits', source: file, only: 'answers' }]
        : [],
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

  /** Files of administration records. */
  get records(): RecordFile[] {
    return this.#named().flatMap(({ name, file, use }) =>
      use === 'claims'
        ? []
        : [{ name, file, both: use === 'both', problem: this.#notRecords.get(name) ?? '' }],
    );
  }

  /** Files that were checked as claims and may be records. */
  get maybeRecords(): FileOfBatch[] {
    return this.#named().filter(({ unsure, use }) => unsure && use === 'claims');
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
    this.spreadsheets = undefined;
  }

  /** Are all of these records for its claims, or is it records that wait for theirs? */
  async belongsWith(files: readonly File[]): Promise<boolean> {
    if (files.length === 0) return false;
    if (this.state !== 'running' && this.#inputs().length === 0) return this.records.length > 0;
    for (const file of files) if ((await tellUse(file)).use !== 'records') return false;
    return true;
  }

  /** A claim as its file has it, with the records that it takes: the file is read again, up to there. */
  async claimAsFiled(row: number): Promise<Claim | undefined> {
    const claim = await claimOf({
      inputs: this.#inputs(),
      options: this.#options,
      file: this.claims.file(row),
      claimIndex: this.claims.index(row),
    });
    // The file may have been written anew since.
    if (claim && (claim.id ?? '').trim() !== this.claims.filedId(row)) throw changed(this.claims.file(row));
    const records = this.#recordInputs();
    return claim && records.length > 0 ? ask({ do: 'join-records', claim, records }) : claim;
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
      for (const file of this.files) this.#uses.push(await tellUse(file));
      this.problems = await this.#refused();
      if (!this.spreadsheets && (await this.#look())) return;
      const some = this.#accepted().length > 0;
      if (some) await this.#check();
      this.state = some ? 'done' : 'failed';
      if (!some && this.problems.length === 0) this.problems = this.#onlyMapping();
      if (this.earlier) this.#takeOver(this.earlier.claims);
    } catch (error) {
      if (this.state !== 'full') this.state = this.#abort.signal.aborted ? 'cancelled' : 'failed';
      if (this.state === 'failed') this.problems = problemsOf(error);
    }
    this.#onChange();
  }

  /** Looks at the spreadsheets; whether a person must say first what their columns are. */
  async #look(): Promise<boolean> {
    this.spreadsheets = await findSpreadsheets(this.#inputs(), this.#abort.signal);
    if (!this.spreadsheets) return false;
    this.#options = this.#optionsNow();
    if (!asks(this.spreadsheets)) return false;
    this.state = 'asking';
    this.#onChange();
    return true;
  }

  #optionsNow(): string {
    const { spreadsheets } = this;
    const columns =
      spreadsheets && Object.keys(spreadsheets.columns).length > 0 ? spreadsheets.columns : undefined;
    const columnsOfMany = spreadsheets !== undefined && sameColumns(spreadsheets).length > 1;
    return sessionOptions(
      { profile: this.settings.profile?.value, columns },
      { roster: true, columnsOfMany },
    );
  }

  /** Records that do not serve keep no claim from being checked. */
  async #check(): Promise<void> {
    try {
      await this.#session();
    } catch (error) {
      if (!this.#leaveOutRecords(error)) throw error;
      await this.#check();
    }
  }

  /** The engine says so before it has read a claim. */
  #leaveOutRecords(error: unknown): boolean {
    if (!(error instanceof DeltoidError)) return false;
    const names = new Set(this.#recordInputs().map(({ name }) => name));
    const refused = error.problems.filter(({ path }) => names.has(path));
    for (const { path, message } of refused) this.#notRecords.set(path, message);
    return refused.length > 0;
  }

  async #session(): Promise<void> {
    const { summary, unreadable, joined, apart } = await runBatch(this.#accepted(), this.#options, {
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
    this.recordsJoined = joined;
    this.problems.push(...unreadable);
    this.answers = apart;
  }

  #stopFull(): void {
    this.state = 'full';
    this.cancel();
  }

  /** Without the files that could not be read. */
  #accepted(): SessionInput[] {
    const claims = asChosen(this.#inputs(), this.spreadsheets).filter(
      ({ name }) => !this.answers.includes(name) && !this.problems.some(({ path }) => path === name),
    );
    return claims.length > 0 ? [...this.#tables, ...this.#recordInputs(), ...claims] : [];
  }

  /** The files that may hold claims. */
  #inputs(): SessionInput[] {
    return this.#named()
      .filter(({ use }) => use !== 'records')
      .map(({ name, file }) => ({ name, role: 'claims', source: file, only: 'claims' }));
  }

  #recordInputs(): SessionInput[] {
    return this.records
      .filter(({ problem }) => problem === '')
      .map(({ name, file }) => ({ name, role: 'documentation', source: file }));
  }

  /** The files by their names, with what they are used for. */
  #named(): (FileOfBatch & ToldUse)[] {
    return this.files.map((file, at) => {
      const { use = 'claims', unsure = false } = this.#uses[at] ?? {};
      const chosen = this.choices.get(file);
      const other = chosen === 'claims' && use !== 'claims';
      return { name: this.names[at] ?? '', file, use: chosen ?? use, unsure: unsure || other };
    });
  }

  /** Files that no claims can be in, told from their first bytes. */
  async #refused(): Promise<Problem[]> {
    const reasons = await Promise.all(this.files.map(reasonAgainst));
    const refused = reasons.flatMap((reason, at) => this.#problemOf(at, reason));
    const alone = this.#inputs().length === 0 && this.files.length > 0;
    return refused.length > 0 || !alone
      ? refused
      : this.files.flatMap((_, at) => this.#problemOf(at, 'records'));
  }

  #problemOf(at: number, reason: Reason | undefined): Problem[] {
    return reason ? [{ path: this.names[at] ?? '', message: fileWords[reason], reason }] : [];
  }

  /** Nothing is left to check: the only file says what the columns of another are. */
  #onlyMapping(): Problem[] {
    const mapping = this.#inputs()[this.spreadsheets?.mappingFile ?? -1];
    return mapping === undefined
      ? []
      : [{ path: mapping.name, message: fileWords.mapping, reason: 'mapping' }];
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
