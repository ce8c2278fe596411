// SPDX-License-Identifier: Apache-2.0
// Tables read beside the page: official files are cut to what is asked of them, packs are taken as they are, and what
// does not go with the tables in force is left out. Bytes go to the engine as they come; no file is held.
import type { FullEngine } from '../../../wasm/engine.js';
import { ClaimEngine } from '../engine/claim-engine.js';
import { abortError, type Problem } from '../engine/problems.js';
import { breath, refusing, type SessionHooks } from '../engine/session.js';
import { type Part, partsOf } from '../files/parts.js';
import type { Meter } from '../files/slices.js';
import { reasonOf } from '../files/unreadable.js';
import type { OwnTable } from '../settings/settings.js';
import { fileWords, type Reason } from '../words/en-files.js';
import { type PackReason, packFileWords } from '../words/en-pack-files.js';
import { beginsPack, factsOf } from './pack-facts.js';

/** A file that is a table, a pack, or an archive of these. */
export interface TableInput {
  name: string;
  source: Blob;
}

export interface TablesToRead {
  inputs: readonly TableInput[];
  /** The packs that the new ones must go with. */
  inForce: readonly OwnTable[];
  /** By name of a pack in force of which parts are missing: the files that it was made from. */
  parts: ReadonlyMap<string, readonly TableInput[]>;
}

/** Why something was not taken; `because` for hosts that have words of their own. */
export interface Refusal extends Problem {
  because?: PackReason;
}

/** A pack that is to be in force: in the place of one of the same name, where there is one. */
export interface TakenPack extends OwnTable {
  /** A sentence that a person should read; mostly ''. */
  note: string;
  /** Where parts of the edition are missing: its files, to be read again with the others. */
  inputs: readonly TableInput[];
}

export interface TablesRead {
  taken: TakenPack[];
  refused: Refusal[];
  /** Names of files in archives that are none of the tables. */
  passedOver: string[];
}

/** What the engine tells of a file, and of a pack. */
interface ImportedFile {
  table: string;
  edition: string;
  not_read: string;
}
interface ImportedPack {
  file_name: string;
  table: string;
  edition: string;
  complete: boolean;
  note: string;
  text: string;
}

type Hooks = Pick<SessionHooks, 'signal' | 'unzip' | 'onProgress'>;

// Our own packs are at most a few megabytes.
const mostPackBytes = 64 << 20;

// Of what lies in an archive beside the tables nothing need be said: workbooks, instructions.
const notMeant: readonly Reason[] = ['nested', 'office', 'pdf', 'image', 'program', 'packed', 'empty'];

/** Reads all inputs, and tries out what came of them. Rejects with an AbortError. */
export async function importTables(
  { inputs, inForce, parts }: TablesToRead,
  engine: FullEngine,
  hooks: Hooks,
): Promise<TablesRead> {
  let reading = await new Reading(engine, hooks).run(inputs);
  const more = reading.taken.flatMap((pack) =>
    lacksPartsOf(pack, inForce) ? (parts.get(pack.name) ?? []) : [],
  );
  if (more.length > 0) reading = await new Reading(engine, hooks).run([...inputs, ...more]);
  const { taken, refused, passedOver } = reading;
  const whole = taken.filter((pack) => !lacksPartsOf(pack, inForce));
  for (const pack of taken)
    if (!whole.includes(pack)) refused.push(because('parts', factsOf(pack).sources[0]?.name ?? pack.name));
  return { taken: goingWith(inForce, whole, new ClaimEngine(engine), refused), refused, passedOver };
}

/** Would it take the place of a pack in force and know fewer of the quarter's files? */
function lacksPartsOf(pack: OwnTable, inForce: readonly OwnTable[]): boolean {
  const before = inForce.find(({ name }) => name === pack.name);
  const { table, complete, sources } = factsOf(pack);
  if (!before || complete || !table.startsWith('ncci-ptp')) return false;
  return factsOf(before).sources.some((one) => !sources.some(({ sha256 }) => sha256 === one.sha256));
}

/** The packs without those that contradict the tables in force or one another; what is wrong is added to `refused`. */
function goingWith(
  inForce: readonly OwnTable[],
  packs: readonly TakenPack[],
  engine: ClaimEngine,
  refused: Refusal[],
): TakenPack[] {
  let left = [...packs];
  while (left.length > 0) {
    const names = new Set(left.map(({ name }) => name));
    const all = [...inForce.filter(({ name }) => !names.has(name)), ...left];
    const tables = all.map(({ name, text }) => ({ name, bytes: encoder.encode(text) }));
    const { problems } = engine.tryOut({}, tables);
    if (problems.length === 0) break;
    const about = left.filter(({ name }) => problems.some(({ path }) => isOf(path, name)));
    const wrong = about.length > 0 ? about : left;
    refused.push(...problems.map(({ path, message }) => ({ path: sourceAt(path, wrong), message })));
    left = left.filter((pack) => !wrong.includes(pack));
  }
  return left;
}

/** "name" or "name:12" */
function isOf(path: string, name: string): boolean {
  return path === name || (path.startsWith(name) && /^:\d+$/.test(path.slice(name.length)));
}

/** A place in a pack that was made here is none that anybody knows: its file is. */
function sourceAt(path: string, packs: readonly TakenPack[]): string {
  const pack = packs.find(({ name }) => isOf(path, name));
  return (pack && factsOf(pack).sources[0]?.name) || path;
}

/** One pass over the inputs. */
class Reading {
  readonly taken: TakenPack[] = [];
  readonly refused: Refusal[] = [];
  readonly passedOver: string[] = [];
  readonly #engine: FullEngine;
  readonly #hooks: Hooks;
  readonly #meter: Meter = { taken: 0 };
  /** Which table and edition came out of which input. */
  readonly #from: (ImportedFile & { input: TableInput })[] = [];
  #before = 0;
  #totalBytes = 0;
  #packBytes = 0;

  constructor(engine: FullEngine, hooks: Hooks) {
    this.#engine = engine;
    this.#hooks = hooks;
  }

  async run(inputs: readonly TableInput[]): Promise<this> {
    this.#totalBytes = inputs.reduce((sum, { source }) => sum + source.size, 0);
    for (const input of inputs) {
      await this.#read(input);
      this.#before += this.#meter.taken;
      this.#meter.taken = 0;
    }
    this.#finish();
    return this;
  }

  async #read(input: TableInput): Promise<void> {
    const { name, source } = input;
    const { refused, passedOver } = this;
    if (await isWorkbook(source)) {
      refused.push(because('workbook', name));
      return;
    }
    const [told, passed] = [refused.length, passedOver.length];
    let found = false;
    for await (const part of refusing(name, partsOf(name, source, this.#meter, this.#hooks.unzip))) {
      const inArchive = part.name !== name;
      if (!('reason' in part)) found = (await this.#readPart(part, input, inArchive)) || found;
      else if (inArchive && notMeant.includes(part.reason)) passedOver.push(part.name);
      else refused.push(notOpened(part.name, part.reason));
    }
    if (found || refused.length > told) return;
    passedOver.length = passed;
    refused.push(because('none', name));
  }

  /** Whether it is one of the tables, be there something wrong with it or not. */
  async #readPart(part: Part, input: TableInput, inArchive: boolean): Promise<boolean> {
    let pack: PackText | undefined;
    let begun = false;
    const begin = (): void => {
      if (!begun) this.#engine.importBegin(part.name);
      begun = true;
    };
    try {
      for await (const slice of part.slices) {
        await this.#breathe(part.name);
        if (!begun && !pack && beginsPack(slice)) pack = new PackText();
        if (pack) this.#add(pack, slice);
        else {
          begin();
          this.#engine.importFeed(slice);
        }
      }
    } catch (error) {
      return this.#brokenOff(part.name, error, begun);
    }
    if (pack) return this.#takePack(part.name, pack);
    begin();
    const file = JSON.parse(decoder.decode(this.#engine.importEnd())) as ImportedFile;
    if (file.not_read === '') this.#from.push({ ...file, input });
    else if (inArchive) this.passedOver.push(part.name);
    else this.refused.push({ path: part.name, message: file.not_read });
    return file.not_read === '';
  }

  /** So that a cancel is heard between slices, on a page without workers too. */
  async #breathe(file: string): Promise<void> {
    await breath();
    if (this.#hooks.signal?.aborted) throw abortError();
    const bytes = this.#before + this.#meter.taken;
    this.#hooks.onProgress?.({ bytes, totalBytes: Math.max(bytes, this.#totalBytes), claims: 0, file });
  }

  /** What was read of it until then must not pass for the whole: half a row is put behind it, which the engine refuses. */
  #brokenOff(name: string, error: unknown, begun: boolean): true {
    const reason = error instanceof TooLarge ? undefined : reasonOf(error);
    if (!reason && !(error instanceof TooLarge)) throw error;
    if (begun) {
      this.#engine.importFeed(encoder.encode('"'));
      this.#engine.importEnd();
    }
    this.refused.push(reason ? notOpened(name, reason) : because('large', name));
    return true;
  }

  #add(pack: PackText, slice: Uint8Array): void {
    this.#packBytes += slice.length;
    if (this.#packBytes > mostPackBytes) throw new TooLarge();
    pack.add(slice);
  }

  #takePack(path: string, pack: PackText): true {
    const own = path.slice(path.lastIndexOf('/') + 1);
    const name = this.taken.some((one) => one.name === own) ? path : own;
    this.taken.push({ name, text: pack.end(), note: '', inputs: [] });
    return true;
  }

  #finish(): void {
    const { packs, problems } = JSON.parse(decoder.decode(this.#engine.importFinish())) as {
      packs: ImportedPack[];
      problems: Problem[];
    };
    const broken = this.refused.map(({ path }) => path);
    for (const problem of problems)
      if (!broken.some((name) => isOf(problem.path, name))) this.refused.push(problem);
    for (const { file_name, table, edition, complete, note, text } of packs) {
      const of = this.#from.filter((one) => one.table === table && one.edition === edition);
      const inputs = complete ? [] : [...new Set(of.map(({ input }) => input))];
      this.taken.push({ name: file_name, text, note, inputs });
    }
  }
}

/** Its cells are not the published text: zeros before a code may be gone. Excel puts this name first into each. */
async function isWorkbook(source: Blob): Promise<boolean> {
  const start = await source
    .slice(0, 64)
    .text()
    .catch(() => ''); // what cannot be opened is told when it is read
  return start.startsWith('PK') && start.includes('[Content_Types].xml');
}

class TooLarge extends Error {}

/** A pack's text as it comes. */
class PackText {
  readonly #decoder = new TextDecoder();
  #text = '';

  add(slice: Uint8Array): void {
    this.#text += this.#decoder.decode(slice, { stream: true });
  }

  end(): string {
    return this.#text + this.#decoder.decode();
  }
}

// What the page says of these when they are claims is not true of tables.
const ownReasons: Partial<Record<Reason, PackReason>> = {
  pdf: 'none',
  image: 'none',
  program: 'none',
  office: 'workbook',
  broken: 'broken',
  changed: 'changed',
  bomb: 'bomb',
  large: 'large',
};

function notOpened(path: string, reason: Reason): Refusal {
  const own = ownReasons[reason];
  return own ? because(own, path) : { path, message: fileWords[reason], reason };
}

function because(reason: PackReason, path: string): Refusal {
  return { path, message: packFileWords[reason], because: reason };
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
