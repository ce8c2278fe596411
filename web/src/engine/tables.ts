// SPDX-License-Identifier: Apache-2.0
// Table packs as a host gives them, read into memory for the form's checks.
import type { TablePack } from './claim-engine.js';
import { DeltoidError } from './problems.js';

/** Reads packs. Throws a DeltoidError that names what is no file and no bytes, or could not be read. */
export async function readTables(given: unknown): Promise<TablePack[]> {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) throw refused('/tables', 'Tables are a list of files, or of their bytes.');
  return Promise.all(given.map(readTable));
}

async function readTable(source: unknown, index: number): Promise<TablePack> {
  const name = typeof File !== 'undefined' && source instanceof File ? source.name : `tables-${index + 1}`;
  if (source instanceof Uint8Array) return { name, bytes: source };
  if (!(source instanceof Blob))
    throw refused(`/tables/${index}`, 'A table pack is a file, or the bytes of one.');
  try {
    return { name, bytes: new Uint8Array(await source.arrayBuffer()) };
  } catch {
    throw refused(name, 'The file changed, moved or vanished while it was read.');
  }
}

function refused(path: string, message: string): DeltoidError {
  return new DeltoidError([{ path, message }]);
}
