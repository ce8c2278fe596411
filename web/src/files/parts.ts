// SPDX-License-Identifier: Apache-2.0
// A file as what is in it: itself, what a .gz holds, the files of a .zip. The same file gives the same parts each time,
// so that one of them can be had again.
import type { Reason } from '../words/en-files.js';
import { enoughToTell, kindOf } from './kinds.js';
import { type Meter, slicesOfBlob, slicesOfStream, streamOf } from './slices.js';
import { reasonOf, Unreadable } from './unreadable.js';

/** One file of claims, as far as its first bytes can tell. */
export interface Part {
  name: string;
  slices: AsyncIterable<Uint8Array>;
}

/** One that is not read. */
export interface Refused {
  name: string;
  reason: Reason;
}

// A text of claims packs ten- to fortyfold. Small files may be oddly regular, so the ratio counts from a size on.
const mostGrowth = 200;
const growthCounts = 64 << 20;
const mostUnpacked = 4 * 2 ** 30;

/** How much may still come out of one archive. */
export interface Budget {
  left: number;
}

export const fullBudget = (): Budget => ({ left: mostUnpacked });

/** A sheet of a workbook, by its first rows as CSV. */
export interface SheetStart {
  name: string;
  hidden: boolean;
  start: Uint8Array;
}

/** Whether a sheet is to be read. */
export type ChooseSheet = (sheet: SheetStart) => boolean;

const firstSheet = (): ChooseSheet => {
  let taken = false;
  return () => {
    const first = !taken;
    taken = true;
    return first;
  };
};

/** The files of a .zip, the sheets of a workbook: zip.ts has it. Only who opens files by himself carries the library. */
export type Unzip = (
  name: string,
  blob: Blob,
  meter: Meter,
  choose: ChooseSheet,
) => AsyncGenerator<Part | Refused>;

/**
 * What is in a file. `meter` counts the bytes taken from the file itself, packed as they are; `choose` says which sheets of
 * a workbook are meant.
 */
export async function* partsOf(
  name: string,
  blob: Blob,
  meter: Meter,
  unzip?: () => Promise<Unzip>,
  choose: ChooseSheet = firstSheet(),
): AsyncGenerator<Part | Refused> {
  const kind = kindOf(new Uint8Array(await blob.slice(0, enoughToTell).arrayBuffer()));
  if (kind === 'gzip') yield* partOfStream(name, unpackGzip(blob, meter), () => meter.taken, fullBudget());
  // What else it may be, a picture say, the engine tells: a file without claims is a finding.
  else if (kind !== 'zip') yield { name, slices: slicesOfBlob(blob, meter) };
  else if (unzip) yield* (await unzip())(name, blob, meter, choose);
  else yield { name, reason: 'packed' };
}

function unpackGzip(blob: Blob, meter: Meter): ReadableStream<Uint8Array> {
  return streamOf(slicesOfBlob(blob, meter)).pipeThrough(new DecompressionStream('gzip'));
}

/** The one part that an unpacked stream is, told by its own first bytes. */
export async function* partOfStream(
  name: string,
  stream: ReadableStream<Uint8Array>,
  packed: () => number,
  budget: Budget,
): AsyncGenerator<Part | Refused> {
  const slices = unpacked(stream, packed, budget);
  try {
    const first = await slices.next();
    const kind = first.done ? 'plain' : kindOf(first.value);
    if (kind === 'plain') yield { name, slices: from(first, slices) };
    else yield { name, reason: kind === 'zip' || kind === 'gzip' ? 'nested' : kind };
  } catch (error) {
    const reason = reasonOf(error);
    if (!reason) throw error;
    yield { name, reason };
  } finally {
    await slices.return(undefined);
  }
}

/** The part, when what it begins with is wanted; undefined when not. Nothing of it is lost by looking. */
export async function peeked(
  { name, slices }: Part,
  wanted: (start: Uint8Array) => boolean,
): Promise<Part | undefined> {
  const reading = slices[Symbol.asyncIterator]();
  const first = await reading.next();
  if (wanted(first.done ? new Uint8Array() : first.value))
    return { name, slices: from(first, { [Symbol.asyncIterator]: () => reading }) };
  await reading.return?.();
  return undefined;
}

async function* from(
  first: IteratorResult<Uint8Array>,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (!first.done) yield first.value;
  yield* rest;
}

/** What an unpacker hands out. Stops what grows beyond all claims, and calls what it throws damage. */
export async function* unpacked(
  stream: ReadableStream<Uint8Array>,
  packed: () => number,
  budget: Budget,
): AsyncGenerator<Uint8Array, undefined> {
  let size = 0;
  try {
    for await (const slice of slicesOfStream(stream)) {
      size += slice.length;
      budget.left -= slice.length;
      if (budget.left < 0) throw new Unreadable('large');
      if (size > growthCounts && size > mostGrowth * packed()) throw new Unreadable('bomb');
      yield slice;
    }
  } catch (error) {
    throw reasonOf(error) ? error : new Unreadable('broken');
  }
}
