// SPDX-License-Identifier: Apache-2.0
// The words of what leaves the page as a file, in English.
import { showCount } from '../formats/numbers.js';

export const outWords = {
  download: 'Download',
  claimDownload: 'Report, findings',
  label: 'Save as a file',
  kinds: {
    'work-list': ['Work list', 'CSV, one row a claim: what is wrong and what to do'],
    html: ['Report to print', 'HTML, a claim a page; open it in any browser'],
    csv: ['Findings as CSV', 'One row a finding, with its fixes'],
    json: ['Findings as JSON', 'As the command line and the package write them'],
    sarif: ['Findings as SARIF', 'SARIF 2.1.0, for tools that track findings'],
    corrected: ['Corrected claims', 'JSON, each claim whole with all it holds; Open files takes it again'],
  } as Record<string, [string, string]>,
  identifiers: 'With claim numbers and patient identifiers',
  identifiersHint:
    'Left out unless you tick this. Findings then name the claim by its place in the file. Dates, codes and charges stay: treat the file as patient data.',
  printHint: 'This is what was on the screen. All findings stand in the report: Download, Report to print.',
  writing: (kind: string) => `Writing: ${kind} …`,
  saved: (name: string, size: string) => `Saved: ${name}, ${size}`,
  failed: 'The file could not be written.',
  unreadable: (names: string) =>
    `${names} could not be read again, so nothing was saved. Open the files once more.`,
  partial: 'The check was stopped. What is saved here is made of the whole files all the same.',
  asOpened: (corrected: number) =>
    `The work list has ${corrected === 1 ? 'the claim that you corrected as it is' : `the ${showCount(corrected)} claims that you corrected as they are`} now; report, CSV, JSON and SARIF are of the files as you opened them.`,
  cancel: 'Cancel',
  stems: { 'work-list': 'work-list', html: 'report', corrected: 'corrected' } as Record<string, string>,
  findings: 'findings',
  workList: {
    columns: [
      'file',
      'claim_number_in_file',
      'claim',
      'payer',
      'date_of_service',
      'last_filing_day',
      'verdict',
      'at_risk',
      'problems',
      'what_is_wrong',
      'what_to_do',
      'rules',
    ],
    or: '; or: ',
    person: 'A person must look at it: no edit of the claim clears this by itself',
  },
};
