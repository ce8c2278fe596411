// SPDX-License-Identifier: Apache-2.0
// What the engine understands of a spreadsheet's columns, by its first rows (core/include/deltoid/csv.hpp).
import type { FullEngine } from '../../../wasm/engine.js';
import type { Problem } from '../engine/problems.js';

/** A column of a file. */
export interface PreviewColumn {
  header: string;
  /** What it is read as: "dos", "dx3"; '' when it is not read. */
  name: string;
  label: string;
  /** By what it is understood; "twice": another one tells the same and is read. */
  how: 'mapping' | 'header' | 'none' | 'twice';
  /** Its first different cells. */
  samples: string[];
}

/** What a column can be read as. Those that are numbered, 12 say, have one for each: dx1 to dx12. */
export interface ColumnName {
  name: string;
  label: string;
  numbered: number;
}

export interface CsvPreview {
  /** False: it is something else, and what follows is a guess. */
  csv: boolean;
  separator: string;
  header_row: number;
  columns: PreviewColumn[];
  /** Of claim_id, dos and code. */
  missing: string[];
  rows: string[][];
  names: ColumnName[];
  problems: Problem[];
}

/** A mapping of columns as the session option has it: headers, and what each is; null is not to be read. */
export type Columns = Record<string, string | null>;

/** As much of a file as tells. */
export const previewBytes = 64 << 10;

const decoder = new TextDecoder();

export function previewOf(engine: FullEngine, start: Uint8Array, columns: object): CsvPreview {
  const json = engine.csvPreview(start.subarray(0, previewBytes), JSON.stringify(columns));
  return JSON.parse(decoder.decode(json)) as CsvPreview;
}

/** Without these nothing can be checked. */
export function lacksNeeded(missing: readonly string[]): boolean {
  return missing.includes('code') || missing.includes('dos');
}

/** Whether these are rows of claims. */
export function holdsClaims(engine: FullEngine, start: Uint8Array, columns: object): boolean {
  const { csv, missing } = previewOf(engine, start, columns);
  return csv && !lacksNeeded(missing);
}
