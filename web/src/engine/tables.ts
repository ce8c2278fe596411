// SPDX-License-Identifier: Apache-2.0
// Tables as a host gives them, packs or official files, read into memory as packs.
import type { TableInput } from '../packs/import-tables.js';
import { beginsPack } from '../packs/pack-facts.js';
import type { TablePack } from './claim-engine.js';
import { DeltoidError } from './problems.js';
import { sharedClaimEngine } from './shared-claim-engine.js';

/** A table pack or an official file as published, packed or not; or the bytes of one. */
export type TableSource = Blob | Uint8Array;

/** Reads them. Throws a DeltoidError that names what is no file, no table, or could not be read. */
export async function readTables(given: unknown, signal?: AbortSignal): Promise<TablePack[]> {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) throw refused('/tables', 'Tables are a list of files, or of their bytes.');
  const read = await Promise.all(given.map(readPack));
  const official = read.flatMap(({ input }) => (input ? [input] : []));
  const packs = read.flatMap(({ pack }) => (pack ? [pack] : []));
  return official.length > 0 ? [...packs, ...(await packsOf(official, packs, signal))] : packs;
}

/** The same for a form: its engine has read them by then, so that the first check is as quick as the others. */
export async function tablesForForm(given: unknown): Promise<TablePack[]> {
  const packs = await readTables(given);
  if (packs.length > 0)
    await sharedClaimEngine()
      .then((engine) => engine.prepare(packs))
      .catch(() => {}); // what is wrong with the engine the check tells
  return packs;
}

/** A pack with its bytes; an official file as it is, to be read beside the page with the other parts of its edition. */
async function readPack(source: unknown, index: number): Promise<{ pack?: TablePack; input?: TableInput }> {
  const name = typeof File !== 'undefined' && source instanceof File ? source.name : `tables-${index + 1}`;
  if (source instanceof Uint8Array)
    return beginsPack(source)
      ? { pack: { name, bytes: source } }
      : { input: { name, source: new Blob([source.slice()]) } };
  if (!(source instanceof Blob)) throw refused(`/tables/${index}`, 'A table is a file, or the bytes of one.');
  try {
    if (!beginsPack(new Uint8Array(await source.slice(0, 4).arrayBuffer())))
      return { input: { name, source } };
    return { pack: { name, bytes: new Uint8Array(await source.arrayBuffer()) } };
  } catch {
    throw refused(name, 'The file changed, moved or vanished while it was read.');
  }
}

/** The packs of official files. What was refused stops the check: half of what was asked for would pass for all of it. */
async function packsOf(
  inputs: TableInput[],
  packs: readonly TablePack[],
  signal: AbortSignal | undefined,
): Promise<TablePack[]> {
  const inForce = packs.map(({ name, bytes }) => ({ name, text: decoder.decode(bytes) }));
  const { ask } = await import('./ask.js'); // most hosts give packs, or nothing
  const { taken, refused: problems } = await ask(
    { do: 'import-tables', inputs, inForce, parts: new Map() },
    signal,
  );
  if (problems.length > 0) throw new DeltoidError(problems.map(({ path, message }) => ({ path, message })));
  return taken.map(({ name, text }) => ({ name, bytes: encoder.encode(text) }));
}

function refused(path: string, message: string): DeltoidError {
  return new DeltoidError([{ path, message }]);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
