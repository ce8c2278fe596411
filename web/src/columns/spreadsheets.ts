// SPDX-License-Identifier: Apache-2.0
// The spreadsheets of a batch, and what was said of their columns. A header means the same in all of them, since a check
// takes one mapping. It lives as long as its batch and is kept nowhere.
import { ask } from '../engine/ask.js';
import type { SessionInput } from '../engine/session.js';
import { enoughToTell, kindOf } from '../files/kinds.js';
import type { Look, Reading, Sheet } from './look.js';
import { type ColumnName, type Columns, lacksNeeded, type PreviewColumn, previewBytes } from './preview.js';

export interface Spreadsheets {
  readonly sheets: readonly Sheet[];
  readonly readings: readonly Reading[];
  readonly names: readonly ColumnName[];
  /** What a person or a file said: only what the headers do not tell by themselves. */
  readonly columns: Columns;
  /** Which sheets are read. */
  readonly taken: ReadonlySet<number>;
  /** The file that said what columns are: it is none of claims. */
  readonly mappingFile: number | undefined;
}

/** Sheets with the same headers: what is said of one is said of all. */
export interface SameColumns {
  /** Numbers of the sheets. */
  of: number[];
  columns: readonly PreviewColumn[];
  first: Reading;
}

/** The spreadsheets among the inputs; undefined where there are none. */
export async function findSpreadsheets(
  inputs: readonly SessionInput[],
  signal: AbortSignal,
): Promise<Spreadsheets | undefined> {
  const may = await Promise.all(inputs.map(mayBe));
  const numbers = inputs.flatMap((_, at) => (may[at] ? [at] : []));
  const asked = inputs.filter((_, at) => may[at]);
  if (asked.length === 0) return undefined;
  const look = await ask({ do: 'look-for-columns', inputs: asked }, signal);
  const numbered = <T extends { input: number }>(one: T): T => ({ ...one, input: numbers[one.input] ?? -1 });
  const { sheets, mapping } = look;
  return sheets.length > 0 || mapping
    ? startWith({ ...look, sheets: sheets.map(numbered), mapping: mapping && numbered(mapping) })
    : undefined;
}

/** What most batches are tells itself without the engine: interchanges and JSON, unless it may be a mapping. */
async function mayBe({ source }: SessionInput): Promise<boolean> {
  if (!(source instanceof Blob)) return false;
  try {
    const bytes = new Uint8Array(await source.slice(0, enoughToTell).arrayBuffer());
    const kind = kindOf(bytes);
    if (kind !== 'plain') return kind === 'gzip' || kind === 'zip';
    const begin = decoder.decode(bytes).trimStart();
    return begin.startsWith('{') ? source.size <= previewBytes : !/^(ISA|\[)/.test(begin);
  } catch {
    return false; // told when it is checked
  }
}

const decoder = new TextDecoder();

function startWith({ sheets, readings, names, mapping }: Look): Spreadsheets {
  const serves = (at: number): boolean => {
    const { hidden = false } = sheets[at] ?? {};
    return !hidden && !lacksNeeded(readings[at]?.missing ?? []);
  };
  const headersOf = (at: number): string => JSON.stringify(readings[at]?.columns.map(({ header }) => header));
  // Of a workbook those that can be checked; where none can, the first is asked about, and what has the same headers.
  const taken = sheets.flatMap((sheet, at) => {
    if (!sheet.ofWorkbook || serves(at)) return [at];
    const others = sheets.flatMap((other, index) => (other.input === sheet.input ? [index] : []));
    const [first = at] = others;
    const isAsked = at === first || (!sheet.hidden && headersOf(at) === headersOf(first));
    return isAsked && !others.some(serves) ? [at] : [];
  });
  return {
    sheets,
    readings,
    names,
    columns: mapping?.columns ?? {},
    taken: new Set(taken),
    mappingFile: mapping?.input,
  };
}

/** The readings of the sheets that are read. */
export function takenReadings({ readings, taken }: Spreadsheets): Reading[] {
  return readings.filter((_, at) => taken.has(at));
}

/** Whether a person must look before anything is checked. */
export function asks(spreadsheets: Spreadsheets): boolean {
  return takenReadings(spreadsheets).some(({ missing }) => missing.length > 0);
}

/** Whether a sheet that is to be read cannot be checked. */
export function isStuck(spreadsheets: Spreadsheets): boolean {
  return takenReadings(spreadsheets).some(({ missing }) => lacksNeeded(missing));
}

/** How many columns are understood, and how many there are. Those without a header and cells are none. */
export function countColumns(spreadsheets: Spreadsheets): { understood: number; all: number } {
  const columns = takenReadings(spreadsheets).flatMap((reading) => reading.columns);
  return {
    understood: columns.filter(({ name }) => name !== '').length,
    all: columns.filter(({ header, samples }) => header !== '' || samples.length > 0).length,
  };
}

/** The sheets that are read, those with the same headers together. */
export function sameColumns({ readings, taken }: Spreadsheets): SameColumns[] {
  const groups = new Map<string, SameColumns>();
  for (const [at, first] of readings.entries()) {
    if (!taken.has(at)) continue;
    const key = JSON.stringify(first.columns.map(({ header }) => header));
    const known = groups.get(key);
    if (known) known.of.push(at);
    else groups.set(key, { of: [at], columns: first.columns, first });
  }
  return [...groups.values()];
}

/** With a column read as something else: '' is not read. */
export function withColumn(columns: Columns, header: string, name: string): Columns {
  const others = Object.entries(columns).filter(([other]) => bareHeader(other) !== bareHeader(header));
  return Object.fromEntries([...others, [header, name || null]]);
}

/** As the engine compares headers: case, blanks, punctuation and what stands in parentheses do not count. */
function bareHeader(header: string): string {
  const bare = header
    .toLowerCase()
    .replace(/\((?!\d)[^)]*\)?/g, '')
    .replace(/[^a-z0-9]/g, '');
  return bare || header.trim();
}

/** Reads the sheets again with another mapping. */
export async function readAgain(
  spreadsheets: Spreadsheets,
  columns: Columns,
  signal: AbortSignal,
): Promise<Spreadsheets> {
  const sheets = spreadsheets.sheets.map(({ start, whole }) => ({ start, whole }));
  return { ...spreadsheets, columns, readings: await ask({ do: 'read-columns', sheets, columns }, signal) };
}

/** The inputs as they are to be read: without what is left out, with the sheets that were chosen. */
export function asChosen(
  inputs: readonly SessionInput[],
  spreadsheets: Spreadsheets | undefined,
): SessionInput[] {
  if (!spreadsheets) return [...inputs];
  const { sheets, taken, mappingFile } = spreadsheets;
  return inputs.flatMap((input, at) => {
    if (at === mappingFile) return [];
    const own = sheets.flatMap((sheet, index) => (sheet.input === at ? [{ ...sheet, index }] : []));
    const namesOf = (read: boolean): string[] =>
      own.filter(({ index }) => taken.has(index) === read).map(({ name }) => name);
    const left = namesOf(false);
    const isWorkbook = own.some(({ ofWorkbook }) => ofWorkbook);
    // Of an archive that holds other files, too, only this one is left out.
    if (left.includes(input.name) || (isWorkbook && left.length === own.length)) return [];
    if (isWorkbook) return [{ ...input, sheets: namesOf(true) }];
    return left.length > 0 ? [{ ...input, without: left }] : [input];
  });
}
