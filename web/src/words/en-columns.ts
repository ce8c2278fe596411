// SPDX-License-Identifier: Apache-2.0
// What the columns of a spreadsheet are, in English.
import { showCount } from '../formats/numbers.js';

const many = (count: number, one: string): string => `${showCount(count)} ${one}${count === 1 ? '' : 's'}`;

export const columnWords = {
  title: 'What the columns are',
  needed: {
    code: 'Procedure code',
    dos: 'Date of service',
    claim_id: 'Claim',
  } as Record<string, string>,
  lead: {
    stuck: 'Say which columns hold what is still missing. Without codes and dates nothing can be checked.',
    noClaim:
      'No column says which claim a row belongs to. Say which one does; without it, neighbouring rows of the same patient, payer and day are taken as one claim.',
    ready: 'All that is needed was understood. Change what is not as it should be.',
    none: 'No spreadsheet is chosen. Tick the ones that hold claims.',
  },
  missing: 'not found yet',
  is: (header: string) => `column “${header}”`,

  files: 'Which hold claims',
  hidden: 'hidden',
  more: (count: number) => `and ${showCount(count)} more`,
  oneMeaning:
    'A heading means the same in all of them. Where it does not, check the files one after another.',

  column: 'Column of the file',
  samples: 'First values',
  readAs: 'Read as',
  noHeader: '(no heading)',
  noSamples: 'empty',
  noName: 'Not read',
  how: {
    mapping: 'as you said',
    header: 'by its heading',
    none: 'not understood',
    twice: 'not read: another column says the same',
  } as Record<string, string>,
  notRead: 'not read',
  showMore: (count: number) => `Show ${many(count, 'more column')}`,
  allInOne: (label: string) => `${label}, all in one cell`,
  numbered: (label: string, number: number) => `${label} ${number}`,
  ofLine: (label: string) => `${label} of the line`,
  groups: {
    needed: 'Needed',
    line: 'The line',
    claim: 'Claim, patient and payer',
    providers: 'Providers',
    chart: 'From the chart',
  } as Record<string, string>,

  preview: 'The first rows, as they will be read',
  headerRow: (row: number) => `The headings stand in row ${showCount(row)}.`,
  comesTo: (lines: number, claims: number, whole: boolean) =>
    `${whole ? '' : 'As far as was looked: '}${many(lines, 'line')}, ${many(claims, 'claim')}.`,
  problems: 'What is not read as it stands',
  moreProblems: (count: number) => `And ${showCount(count)} more. The check names them all.`,
  reading: 'Reading the columns …',
  failed: 'The columns could not be read again. Try it once more.',

  check: 'Check with these columns',
  back: 'Back to the results',
  save: 'Save as a mapping file',
  saveHint:
    'Headings and what they are, nothing of a patient. Open it together with the next spreadsheet, or give it to deltoid check --columns.',
  use: 'Use a mapping file',
  notMapping: (name: string) => `${name} does not say what columns are, so it was not taken.`,
  forgotten: 'Nothing of this is remembered: it goes with Clear, and when the page is closed.',

  note: (understood: number, all: number) =>
    `Columns: ${showCount(understood)} of ${showCount(all)} understood`,
  sheets: (read: number, all: number) => `Sheets: ${showCount(read)} of ${showCount(all)} read`,
  change: 'change',
};
