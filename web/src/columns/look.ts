// SPDX-License-Identifier: Apache-2.0
// Looks for spreadsheets among the files of a batch, and at what their columns are. Runs where the engine is.
import type { FullEngine } from '../../../wasm/engine.js';
import type { Problem } from '../engine/problems.js';
import type { SessionInput } from '../engine/session.js';
import { type ChooseSheet, partsOf, type Unzip } from '../files/parts.js';
import { localDay } from '../formats/dates.js';
import { type ColumnName, type Columns, type PreviewColumn, previewBytes, previewOf } from './preview.js';

/** Rows of cells among the files: a text, one in an archive, a sheet of a workbook. */
export interface Sheet {
  /** Number of its file among those looked at. */
  input: number;
  /** As findings call it. */
  name: string;
  ofWorkbook: boolean;
  hidden: boolean;
  /** Its first bytes, in UTF-8 where that could be told. */
  start: Uint8Array;
  /** Whether that is all of it. */
  whole: boolean;
}

/** What its columns are understood as, and what comes of its first rows. */
export interface Reading {
  headerRow: number;
  columns: PreviewColumn[];
  /** Of claim_id, dos and code. */
  missing: string[];
  rows: string[][];
  /** Of the mapping. */
  problems: Problem[];
  trial: Trial;
}

/** The first rows, read as claims. */
export interface Trial {
  claims: number;
  lines: number;
  /** What is said of their cells; the first few of `count`. */
  said: string[];
  count: number;
}

export interface Look {
  sheets: Sheet[];
  readings: Reading[];
  /** All that a column can be. */
  names: ColumnName[];
  /** A file that says what columns are, and its number. */
  mapping: { input: number; columns: Columns } | undefined;
}

interface Hooks {
  signal?: AbortSignal | undefined;
  unzip?: (() => Promise<Unzip>) | undefined;
}

/** As many as are looked at: a batch of more spreadsheets is checked as it is. */
const mostSheets = 200;

export async function lookForColumns(
  inputs: readonly SessionInput[],
  engine: FullEngine,
  { signal, unzip }: Hooks,
): Promise<Look> {
  const found: Sheet[] = [];
  let mapping: Look['mapping'];
  for (const [input, { name, source }] of inputs.entries()) {
    if (!(source instanceof Blob) || found.length >= mostSheets) continue;
    for await (const sheet of sheetsOf(name, source, unzip)) {
      signal?.throwIfAborted();
      const columns = sheet.whole ? columnsOfFile(sheet.start, engine) : undefined;
      if (columns) mapping ??= { input, columns };
      else if (!isOther(sheet.start)) found.push({ ...sheet, input });
      if (found.length >= mostSheets) break;
    }
  }
  const columns = mapping?.columns ?? {};
  const sheets = found.filter(({ start }) => isTable(engine, start, columns));
  return {
    sheets,
    readings: readColumns(sheets, columns, engine),
    names: previewOf(engine, new Uint8Array(), {}).names,
    mapping,
  };
}

/** Reads spreadsheets again, with what is said of their columns. */
export function readColumns(
  sheets: readonly Pick<Sheet, 'start' | 'whole'>[],
  columns: Columns,
  engine: FullEngine,
): Reading[] {
  return sheets.map(({ start, whole }) => {
    const { preview, shown } = headerOf(engine, start, columns);
    return {
      headerRow: shown.header_row,
      columns: shown.columns,
      missing: preview.missing,
      rows: shown.rows,
      problems: preview.problems,
      trial: tryOut(engine, start, whole, columns),
    };
  });
}

/** A file that holds nothing but headers and names of columns; undefined when it is another one. */
export function columnsOfFile(bytes: Uint8Array, engine: FullEngine): Columns | undefined {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const names = Object.values(value);
  const isMapping = names.every((name) => name === null || typeof name === 'string') && names.some(Boolean);
  return isMapping && previewOf(engine, new Uint8Array(), value).problems.length === 0
    ? (value as Columns)
    : undefined;
}

async function* sheetsOf(
  name: string,
  blob: Blob,
  unzip: Hooks['unzip'],
): AsyncGenerator<Omit<Sheet, 'input'>> {
  const ofWorkbook: Omit<Sheet, 'input'>[] = [];
  const keep: ChooseSheet = (sheet) => {
    const start = sheet.start.slice(0, previewBytes);
    ofWorkbook.push({ ...sheet, start, ofWorkbook: true, whole: sheet.start.length <= previewBytes });
    return false;
  };
  try {
    for await (const part of partsOf(name, blob, { taken: 0 }, unzip, keep)) {
      if ('reason' in part || ofWorkbook.length > 0) continue; // told when it is checked
      const { bytes, whole } = await startOf(part.slices);
      yield { name: part.name, ofWorkbook: false, hidden: false, start: inUtf8(bytes), whole };
    }
  } catch {
    // A file that cannot be read is told of when it is checked.
  }
  yield* ofWorkbook;
}

async function startOf(slices: AsyncIterable<Uint8Array>): Promise<{ bytes: Uint8Array; whole: boolean }> {
  for await (const slice of slices)
    return { bytes: slice.slice(0, previewBytes), whole: slice.length <= previewBytes };
  return { bytes: new Uint8Array(), whole: true };
}

/** Excel's "Unicode text" is UTF-16; rows are counted in bytes here. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isUtf16
    ? new TextEncoder().encode(new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes))
    : bytes;
}

/** An interchange, or JSON. */
function isOther(start: Uint8Array): boolean {
  return /^(ISA|[{[])/.test(new TextDecoder().decode(start.subarray(0, 1024)).trimStart());
}

const headerRows = 10;
const columnsOfTable = 3;

function isTable(engine: FullEngine, start: Uint8Array, columns: Columns): boolean {
  const { preview, shown } = headerOf(engine, start, columns);
  return (preview.csv || shown.csv) && shown.rows.length > 0;
}

/**
 * As the engine reads it; and where it understands no column at all, the first row that looks like a header: a title may
 * stand above it.
 */
function headerOf(
  engine: FullEngine,
  start: Uint8Array,
  columns: Columns,
): { preview: ReturnType<typeof previewOf>; shown: ReturnType<typeof previewOf> } {
  const preview = previewOf(engine, start, columns);
  const understood = preview.columns.some(({ how }) => how !== 'none');
  if (understood || preview.columns.length >= columnsOfTable) return { preview, shown: preview };
  let at = 0;
  for (let row = 2; row <= headerRows; row++) {
    at = start.indexOf(newLine, at) + 1;
    if (at === 0) break;
    const shown = previewOf(engine, start.subarray(at), columns);
    if (!shown.csv || shown.columns.length < columnsOfTable || shown.rows.length === 0) continue;
    return { preview, shown: { ...shown, header_row: shown.header_row + row - 1 } };
  }
  return { preview, shown: preview };
}

const newLine = 10;
const mostSaid = 5;

interface FindingLine {
  kind: string;
  rule: string;
  level: string;
  claim_index: number | null;
  message: string;
  claims: number;
  lines: number;
}

/** The first rows as a session of their own: how many claims they make, and which cells are not read as they are. */
function tryOut(engine: FullEngine, start: Uint8Array, whole: boolean, columns: Columns): Trial {
  const options = { as_of: localDay(), format: 'jsonl', from: 'csv', columns, select: ['SRC001', 'SRC002'] };
  if (engine.open(JSON.stringify(options)) !== '') return { claims: 0, lines: 0, said: [], count: 0 };
  // The last row may be cut, and its claim with it.
  const rows = whole ? start : start.subarray(0, start.lastIndexOf(newLine) + 1);
  engine.begin('claims', 'rows');
  engine.buffer(rows.length).set(rows);
  const decoder = new TextDecoder();
  const lines = (decoder.decode(engine.feed(rows.length)) + decoder.decode(engine.finish()))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as FindingLine);
  const { claims, lines: ofClaims } = lines.at(-1) ?? { claims: 0, lines: 0 };
  const said = lines.filter(
    ({ rule, level, claim_index }) =>
      rule === 'SRC002' && level !== 'info' && (whole || claim_index !== claims - 1),
  );
  return {
    claims,
    lines: ofClaims,
    said: said.slice(0, mostSaid).map(({ message }) => message),
    count: said.length,
  };
}
