// SPDX-License-Identifier: Apache-2.0
// One session, fed in slices: the same loop in the worker, in Node and on a page whose policy forbids workers.
import type { FullEngine, Role } from '../../../wasm/engine.js';
import { holdsClaims } from '../columns/preview.js';
import { answersClaims } from '../files/answers.js';
import { type ChooseSheet, type Part, partsOf, peeked, type Refused, type Unzip } from '../files/parts.js';
import { type Meter, slicesOfBlob, slicesOfBytes, slicesOfHost } from '../files/slices.js';
import { BrokenStream, reasonOf, Unreadable } from '../files/unreadable.js';
import { fileWords } from '../words/en-files.js';
import { abortError, DeltoidError, type Problem, readProblems } from './problems.js';

/** One input of a batch. */
export interface SessionInput {
  name: string;
  role: Role;
  source: Blob | Uint8Array | ReadableStream<Uint8Array>;
  /** Of what is in it only this is read, told by the content: claims, or what payers answered. All of it if absent. */
  only?: 'claims' | 'answers';
  /** Of a workbook, the sheets that are to be read, as "book.xlsx/Sheet1"; without it those that have codes and dates. */
  sheets?: readonly string[] | undefined;
  /** Files of an archive that are not to be read, as "archive.zip/file". */
  without?: readonly string[] | undefined;
}

/** How far a session has come. */
export interface Progress {
  bytes: number;
  totalBytes: number;
  claims: number;
  file: string;
}

export interface SessionHooks {
  /** New output. A view: valid only during the call. */
  onOutput(view: Uint8Array): void;
  /** A line about each claim that was read, when the options ask for it. A view, too. */
  onRoster?: ((view: Uint8Array) => void) | undefined;
  /** A file of claims begins. */
  onFile?: ((name: string) => void) | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  /** A part was left out, because its input is to give the other kind only. */
  onApart?: ((name: string) => void) | undefined;
  /** Opens a .zip; without it one is refused. */
  unzip?: (() => Promise<Unzip>) | undefined;
  signal?: AbortSignal | undefined;
}

/** Runs a session to its end; returns the inputs that could not be read, or not to their end, each with a sentence. */
export async function runSession(
  engine: FullEngine,
  inputs: SessionInput[],
  options: string,
  hooks: SessionHooks,
): Promise<Problem[]> {
  refuse(engine.open(options));
  const unreadable: Problem[] = [];
  const totalBytes = inputs.reduce((sum, { source }) => sum + sizeOf(source), 0);
  const meter: Meter = { taken: 0 };
  let before = 0;
  for (const input of inputs) {
    for await (const part of partsOfInput(input, meter, hooks.unzip, sheetsOf(input, engine, options))) {
      if (input.without?.includes(part.name)) continue;
      if ('reason' in part) {
        unreadable.push(refusal(part));
        continue;
      }
      const wanted = await ofKind(part, input.only);
      if (!wanted) {
        hooks.onApart?.(part.name);
        continue;
      }
      if ('path' in wanted) {
        unreadable.push(wanted);
        continue;
      }
      engine.begin(input.role, part.name);
      refuse(engine.problems()); // of the input before it: not after a large file of claims
      if (input.role === 'claims') hooks.onFile?.(part.name);
      const failed = await feed(engine, wanted, hooks, () => ({
        bytes: before + meter.taken,
        totalBytes: Math.max(before + meter.taken, totalBytes),
      }));
      if (failed) unreadable.push(failed);
      refuse(engine.problems());
    }
    before += Math.max(meter.taken, sizeOf(input.source)); // what was left out is behind us, too
    meter.taken = 0;
  }
  if (hooks.signal?.aborted) throw abortError();
  hooks.onOutput(engine.finish());
  hooks.onRoster?.(engine.roster());
  refuse(engine.problems());
  return unreadable;
}

/** The part, when it is of the kind that is read; why it could not be read as far as to tell. */
async function ofKind(part: Part, only: SessionInput['only']): Promise<Part | Problem | undefined> {
  if (!only) return part;
  try {
    return await peeked(part, (start) => answersClaims(start) === (only === 'answers'));
  } catch (error) {
    const problem = problemOf(part.name, error);
    if (!problem) throw error;
    return problem;
  }
}

/** Feeds one part; what is said when it could not be read to its end. */
async function feed(
  engine: FullEngine,
  { name, slices }: Part,
  hooks: SessionHooks,
  bytes: () => Pick<Progress, 'bytes' | 'totalBytes'>,
): Promise<Problem | undefined> {
  try {
    for await (const slice of slices) {
      await breath();
      if (hooks.signal?.aborted) throw abortError();
      engine.buffer(slice.length).set(slice);
      hooks.onOutput(engine.feed(slice.length));
      hooks.onRoster?.(engine.roster());
      hooks.onProgress?.({ ...bytes(), claims: engine.claims(), file: name });
    }
    return undefined;
  } catch (error) {
    const problem = problemOf(name, error);
    if (!problem) throw error;
    return problem;
  }
}

/** Which sheets of a workbook an input means: the ones it says; of claims those with codes and dates; else the first. */
function sheetsOf(
  { role, sheets }: SessionInput,
  engine: FullEngine,
  options: string,
): ChooseSheet | undefined {
  if (sheets) return ({ name }) => sheets.includes(name);
  if (role !== 'claims' && role !== 'history') return undefined;
  const { columns = {} } = JSON.parse(options) as { columns?: object };
  return ({ hidden, start }) => !hidden && holdsClaims(engine, start, columns);
}

/** Where a claim of a batch lies, and how its inputs are read. */
export interface ClaimPlace {
  inputs: SessionInput[];
  file: string;
  claimIndex: number;
  /** The session's. */
  options?: string | undefined;
}

/** Reads the inputs again up to one claim; its JSON, or nothing when it is not there any more. */
export async function findClaim(
  engine: FullEngine,
  { inputs, file, claimIndex, options }: ClaimPlace,
  unzip?: () => Promise<Unzip>,
): Promise<string> {
  const meter: Meter = { taken: 0 };
  for (const input of inputs) {
    // A part's name begins with its input's.
    if (input.role !== 'claims' || !file.startsWith(input.name)) continue;
    for await (const part of partsOfInput(input, meter, unzip, ({ name }) => name === file)) {
      if ('reason' in part) {
        // The archive itself, or the file that the claim lies in: another one does not matter.
        if (file.startsWith(part.name)) throw new Unreadable(part.reason);
        continue;
      }
      if (part.name !== file) continue;
      engine.seek(claimIndex, options);
      for await (const slice of part.slices) {
        engine.seekBuffer(slice.length).set(slice);
        const found = engine.seekFeed(slice.length);
        if (found.length > 0) return decoder.decode(found);
      }
      return decoder.decode(engine.seekFinish());
    }
  }
  return '';
}

const decoder = new TextDecoder();

/** What is in the inputs: names of what payers answered and of what is anything else, and what cannot be read. */
export interface Kinds {
  answers: string[];
  others: string[];
  unreadable: Problem[];
}

export async function kindsOf(inputs: SessionInput[], unzip?: () => Promise<Unzip>): Promise<Kinds> {
  const found: Kinds = { answers: [], others: [], unreadable: [] };
  for (const input of inputs)
    for await (const part of partsOfInput(input, { taken: 0 }, unzip)) {
      const answer = 'reason' in part ? refusal(part) : await ofKind(part, 'answers');
      if (answer && 'path' in answer) found.unreadable.push(answer);
      else (answer ? found.answers : found.others).push(part.name);
    }
  return found;
}

function refusal({ name, reason }: Refused): Problem {
  return { path: name, message: fileWords[reason], reason };
}

/** Tables and streams are taken as they are; a file may be packed, or be none of claims at all. */
export async function* partsOfInput(
  { name, role, source }: SessionInput,
  meter: Meter,
  unzip: (() => Promise<Unzip>) | undefined,
  choose?: ChooseSheet,
): AsyncGenerator<Part | Refused> {
  if (source instanceof Uint8Array) yield { name, slices: slicesOfBytes(source, meter) };
  else if (!(source instanceof Blob)) yield { name, slices: slicesOfHost(source, meter) };
  else if (role === 'tables') yield { name, slices: slicesOfBlob(source, meter) };
  else yield* refusing(name, partsOf(name, source, meter, unzip, choose));
}

/** What cannot even be opened is refused, too. */
export async function* refusing(
  name: string,
  parts: AsyncIterable<Part | Refused>,
): AsyncGenerator<Part | Refused> {
  try {
    yield* parts;
  } catch (error) {
    const reason = reasonOf(error);
    if (!reason) throw error;
    yield { name, reason };
  }
}

function refuse(json: string): void {
  const problems = readProblems(json);
  if (problems.length > 0) throw new DeltoidError(problems);
}

function problemOf(path: string, error: unknown): Problem | undefined {
  const reason = reasonOf(error);
  if (reason) return { path, message: fileWords[reason], reason };
  return error instanceof BrokenStream ? { path, message: error.message } : undefined;
}

function sizeOf(source: SessionInput['source']): number {
  if (source instanceof Uint8Array) return source.length;
  return source instanceof Blob ? source.size : 0;
}

interface NodeTurn {
  setImmediate?(done: () => void): void;
}

/** A turn of the event loop, so that a cancel is heard between slices. Timers would cost four milliseconds each. */
export function breath(): Promise<void> {
  const { setImmediate } = globalThis as NodeTurn;
  return new Promise((resolve) => {
    if (setImmediate) {
      setImmediate(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
