// SPDX-License-Identifier: Apache-2.0
// Files of injection records beside the claims of a batch, in English.
import { showCount } from '../formats/numbers.js';

const many = (count: number, one: string, more: string): string =>
  `${showCount(count)} ${count === 1 ? one : more}`;

export const recordWords = {
  title: 'Injection records',
  joined: (records: number, joined: number) =>
    `${many(records, 'record', 'records')} read, ${joined === records ? (records === 1 ? 'and joined to its line.' : 'and all of them joined to their lines.') : `${showCount(joined)} joined to ${joined === 1 ? 'its line' : 'their lines'}.`}`,
  bothHint: 'It holds claims and records; each was taken for what it is.',
  leaveOut: 'Leave out',
  asClaims: 'Check as claims instead',
  asRecords: 'Use as injection records',
  onlyClaims: 'Leave its records out',
  withoutRecord: 'no injection record',
  showInQueue: 'Show these claims in the queue',
  maybe: (file: string) =>
    `${file} is read as claims. It looks as if it could be records of injections instead.`,
  refused: (file: string) => `${file} does not serve as injection records, and was left out.`,
  apart: (count: number) => `${many(count, 'record was', 'records were')} joined to no claim line`,
  row: (row: number, claim: string) => (claim ? `row ${row}, claim ${claim}` : `row ${row}`),
  /** Why a record stayed apart. */
  why: {
    no_line: 'No drug or injection line of that claim and number was found among the claims.',
    no_claim: 'No claim of that id has a line that it belongs to.',
    nobody: 'It names neither a claim nor a patient.',
    no_day: 'It names no claim, and no day that can be read.',
    no_drug: 'No claim of that patient and day bills the drug.',
  },
  more: (count: number) => `and ${showCount(count)} more.`,
  without: (count: number, of: number) =>
    `${showCount(count)} of ${many(of, 'line', 'lines')} of 96372 ${count === 1 ? 'has' : 'have'} no record`,
  claim: (place: number, id: string) =>
    id ? `claim ${id} (number ${showCount(place)} in the file)` : `claim number ${showCount(place)}`,
  moreLines: 'Only the first hundred claims are named.',
};
