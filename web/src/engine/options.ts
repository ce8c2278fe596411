// SPDX-License-Identifier: Apache-2.0
// What a caller may ask of a check, and how it is put to the core.

import type { PayerClass } from '../claim/model.js';
import { localDay } from '../formats/dates.js';
import { DeltoidError } from './problems.js';

/** Options of a check, as in the package's `check()`. */
export interface CheckOptions {
  /** Payer class for claims whose class cannot be told. */
  payer?: PayerClass | undefined;
  /** A payer profile, or the name of a built-in one. */
  profile?: object | string | undefined;
  /** The day the check is made for, YYYY-MM-DD, or 'file'; the local day if absent. */
  asOf?: string | undefined;
  /** What the claims are; told by their content if absent. */
  format?: 'auto' | 'x12' | 'csv' | 'json' | 'fhir' | undefined;
  /** What columns of a spreadsheet are, where their headers do not tell: `{ 'Their Header': 'dos' }` (docs/csv.md). */
  columns?: Record<string, string | null> | undefined;
  /** Rule ids or families to write, or to leave out. */
  select?: string[] | undefined;
  ignore?: string[] | undefined;
}

/** What the page asks of a session beside a caller's options. */
export interface SessionWishes {
  /** A line about every claim, beside the findings. */
  roster?: boolean;
  /** The packs that the engine's last session has read stay in force. */
  keepTables?: boolean;
  /** What is said of columns is of files with different headers. */
  columnsOfMany?: boolean;
}

/** The options as the core's open() wants them. The core never asks the clock: the day is put in here. */
export function sessionOptions(
  options: CheckOptions,
  { roster = false, keepTables = false, columnsOfMany = false }: SessionWishes = {},
): string {
  const { payer, profile, asOf, format, columns, select, ignore } = options;
  const asked = {
    as_of: asOf || localDay(),
    format: 'jsonl',
    ...(roster ? { roster } : {}),
    ...(format && format !== 'auto' ? { from: format } : {}),
    ...(columns ? { columns } : {}),
    ...(columns && columnsOfMany ? { columns_of_many: true } : {}),
    ...(payer ? { payer } : {}),
    ...(profile ? { profile } : {}),
    ...(select ? { select } : {}),
    ...(ignore ? { ignore } : {}),
    ...(keepTables ? { keep_tables: true } : {}),
  };
  try {
    return JSON.stringify(asked);
  } catch {
    throw new DeltoidError([{ path: '/profile', message: 'This profile cannot be written as JSON.' }]);
  }
}
