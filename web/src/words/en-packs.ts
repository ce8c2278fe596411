// SPDX-License-Identifier: Apache-2.0
// Tables of one's own, in English: which files there are, what each brings, and what came of reading them.
import { showCount } from '../formats/numbers.js';
import { packFileWords } from './en-pack-files.js';

const many = (count: number, one: string): string => `${showCount(count)} ${one}${count === 1 ? '' : 's'}`;

export const packWords = {
  hint: 'Medicare’s quarterly files bring what is not built in. Choose them as you downloaded them, zipped or not; all parts of a quarter together.',
  load: 'Load tables',
  which: 'Which files, and what each brings',
  keepNames:
    'Keep the names that cms.gov gave them: they tell the edition. Packs that you saved here are read, too.',
  /** A file as it is published, and what it is good for. */
  ways: [
    ['ccipra-v323r0-f1.zip to f4.zip', 'Edit pairs of the quarter: what may not be billed beside 96372.'],
    ['ccioph-v323r0-f1.zip to f4.zip', 'The same for outpatient hospitals.'],
    ['MCR_MUE_PractitionerServices_Eff_10-01-2026.csv', 'Unit limits.'],
    ['icd10cm_order_2027.txt', 'Every diagnosis code is checked.'],
    ['October 2026 ASP NDC-HCPCS Crosswalk.csv', 'Each NDC is held against its drug code.'],
    ['PPRRVU2026_Oct_nonQPP.csv', 'The Medicare amount stands beside the charge at risk.'],
  ] as [string, string][],

  reading: (file: string, share: number) => (file ? `Reading ${file} · ${share} %` : 'Reading …'),
  cancel: 'Cancel',
  cancelled: 'Cancelled. What was in force stays.',
  failed: 'The files could not be read here. What was in force stays.',
  taken: (count: number) => `${many(count, 'table')} now in force`,
  noneTaken: 'Nothing was taken. What was in force stays.',
  refused: 'Not taken',
  passedOver: (names: string[]) =>
    `Passed over in archives: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${showCount(names.length - 3)} more` : ''}.`,
  more: (count: number) => `and ${showCount(count)} more`,
  because: packFileWords as Record<keyof typeof packFileWords, string>,

  yours: 'Yours',
  complete: 'complete',
  partly: 'in part',
  /** Where the official file itself is not exhaustive. */
  published: {
    'mue-practitioner': 'not every limit is published',
    'mue-outpatient': 'not every limit is published',
    'mue-medicaid': 'not every limit is published',
    'ndc-hcpcs': 'not every package is in it',
    'physician-fees': 'codes with an amount',
  } as Record<string, string>,
  rows: (count: number) => many(count, 'row'),
  from: (day: string) => `from ${day}`,
  /** What a table of the engine brings, once it is loaded. */
  brings: {
    'ncci-ptp-practitioner': 'Says which codes may not be billed beside 96372, and which need a modifier.',
    'ncci-ptp-outpatient': 'Says the same of claims of outpatient hospitals.',
    'mue-practitioner': 'Says how many units are paid.',
    'mue-outpatient': 'Says how many units are paid to outpatient hospitals.',
    'mue-medicaid': 'Says how many units Medicaid pays.',
    'icd10-codes': 'Diagnosis codes are checked against it (DX005).',
    'ndc-hcpcs': 'Each NDC is held against the code that it is billed with (NDC008).',
    'ndc-directory': 'Each NDC is checked: was it on the market that day (NDC009).',
    'physician-fees': 'The Medicare amount stands beside the charge at risk.',
  } as Record<string, string>,
  incomplete:
    'Not all four files of the quarter are in it: a pair that it does not have may still have an edit.',
  outside: (window: string, days: string) =>
    `It is for dates of service ${window}. The claims here are of ${days}: load the edition of those days, too.`,
  ended: (day: string) => `It ended on ${day}: for later dates of service load the edition that followed.`,
  sources: (count: number) => `Made from ${many(count, 'file')}`,
  save: 'Save',
  saveName: (name: string) => `Save ${name} as a file`,
  saveAll: 'Save all as one file',
  saved: (name: string) =>
    `Saved as ${name}. Drop it here next time; unpacked it serves the command line’s --tables.`,
  takeOut: 'Take out',
  takeOutName: (name: string) => `Take out ${name}`,
  takenOut: (name: string) => `${name} is out.`,
  allTakenOut: 'Your tables are out. The built-in ones are in force.',
  allInForce: (count: number) => `All editions in force, built in and yours (${showCount(count)})`,

  /** The amount at risk by the fee schedule. */
  byMedicare: (amount: string) => `${amount} by Medicare’s fees`,
  changed: 'Profile or tables changed since these claims were checked.',
  again: 'Check again',
};
