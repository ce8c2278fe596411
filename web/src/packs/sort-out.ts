// SPDX-License-Identifier: Apache-2.0
// Files that were dropped or chosen, parted: tables go to the tables, and what else there is to the claims.
import { ask } from '../engine/ask.js';
import { enoughToTell, kindOf } from '../files/kinds.js';

export interface Sorted {
  tables: File[];
  others: File[];
}

/** What cannot be told is no table: the check says what is wrong with it. */
export async function sortOut(files: readonly File[]): Promise<Sorted> {
  const open = await Promise.all(files.map(mayBeTable));
  const asked = files.filter((_, at) => open[at]);
  const found = asked.length > 0 ? await findTables(asked) : [];
  const tables = asked.filter((_, at) => found[at]);
  return { tables, others: files.filter((file) => !tables.includes(file)) };
}

/** Claims as X12, JSON or XML tell themselves at once, and most that is dropped is that. */
async function mayBeTable(file: File): Promise<boolean> {
  try {
    const bytes = new Uint8Array(await file.slice(0, enoughToTell).arrayBuffer());
    const kind = kindOf(bytes);
    if (kind !== 'plain') return kind === 'zip' || kind === 'gzip';
    return !/^(ISA|[{[<])/.test(new TextDecoder().decode(bytes).trimStart());
  } catch {
    return false;
  }
}

function findTables(files: readonly File[]): Promise<boolean[]> {
  const inputs = files.map((source) => ({ name: source.name, source }));
  return ask({ do: 'find-tables', inputs }).catch(() => []);
}
