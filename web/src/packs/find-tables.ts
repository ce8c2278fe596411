// SPDX-License-Identifier: Apache-2.0
// Which of some files are tables. The engine says so itself, of the first bytes of each: it knows the layouts.
import type { FullEngine } from '../../../wasm/engine.js';
import { abortError } from '../engine/problems.js';
import { breath, refusing, type SessionHooks } from '../engine/session.js';
import { partsOf } from '../files/parts.js';
import type { TableInput } from './import-tables.js';

/** Above the rows of a table stand at most sixty others. */
const enough = 256 << 10;

/** An archive of tables holds a few files. */
const mostParts = 60;

export async function findTables(
  inputs: readonly TableInput[],
  engine: FullEngine,
  { signal, unzip }: Pick<SessionHooks, 'signal' | 'unzip'>,
): Promise<boolean[]> {
  const found: boolean[] = [];
  for (const { name, source } of inputs) {
    await breath();
    if (signal?.aborted) throw abortError();
    let looked = 0;
    let one = false;
    for await (const part of refusing(name, partsOf(name, source, { taken: 0 }, unzip))) {
      if (!('reason' in part)) one = await isTable(engine, part.name, part.slices);
      if (one || ++looked > mostParts) break;
    }
    found.push(one);
  }
  return found;
}

async function isTable(
  engine: FullEngine,
  name: string,
  slices: AsyncIterable<Uint8Array>,
): Promise<boolean> {
  try {
    for await (const slice of slices) return isPack(slice) || isOfficial(engine, name, slice);
  } catch {
    // What is wrong with the file is told when it is read.
  }
  return false;
}

function isPack(bytes: Uint8Array): boolean {
  return decoder.decode(bytes.subarray(0, 16)).startsWith('# pack: ');
}

function isOfficial(engine: FullEngine, name: string, bytes: Uint8Array): boolean {
  engine.importBegin(name);
  engine.importFeed(bytes.subarray(0, enough));
  const { official } = JSON.parse(decoder.decode(engine.importEnd())) as { official: boolean };
  engine.importFinish();
  return official;
}

const decoder = new TextDecoder();
