// SPDX-License-Identifier: Apache-2.0
// The work queue's words, in English.
import { showCount } from '../formats/numbers.js';

const many = (count: number, one: string, more = `${one}s`): string =>
  `${showCount(count)} ${count === 1 ? one : more}`;

export const queueWords = {
  byClaim: 'Work queue',
  label: 'Claims',

  bucketsLabel: 'What the claims need',
  buckets: {
    all: 'All',
    fix: 'Needs a fix',
    chart: 'Needs the chart',
    payer: 'Depends on the payer',
    clean: 'Clean',
    ignored: 'Ignored',
    unchecked: 'Not all checked',
  },

  columns: {
    verdict: 'verdict',
    claim: 'claim',
    patient: 'patient',
    payer: 'payer',
    day: 'date',
    problem: 'problem',
    rule: 'rule',
    risk: 'at risk',
    left: 'days left',
    billed: 'billed',
    lines: 'lines',
    file: 'file',
  },
  columnNames: {
    verdict: 'Verdict',
    claim: 'Claim',
    patient: 'Patient (box 1a)',
    payer: 'Payer',
    day: 'Date of service',
    problem: 'Problem',
    rule: 'Rule',
    risk: 'Money at risk',
    left: 'Days left to file',
    billed: 'Billed',
    lines: 'Lines',
    file: 'File',
  },
  chooseColumns: 'Columns',
  columnsHint: 'These columns are shown',
  showIdentifiers: 'Show patient identifiers',
  hideIdentifiers: 'Hide patient identifiers',
  hidden: 'hidden',
  selectAll: 'Select all claims of this list',
  select: (claim: string) => `Select claim ${claim}`,
  noId: (place: number) => `claim ${showCount(place)}`,
  moreProblems: (count: number) => `+${showCount(count)}`,
  passed: 'passed',
  today: 'today',
  daysLeft: 'days left',
  noLimit: 'no limit known',
  corrected: 'corrected',
  ignoredBecause: (reason: string) => `Ignored: ${reason}`,
  nothingAgainst: 'Nothing stands against it',

  sortHint: 'Sorts by this column. With Shift, sorts by it as well.',
  sortBy: 'Sort by',
  sort: {
    risk: 'Money at risk',
    left: 'Days left to file',
    verdict: 'Verdict',
    claim: 'Claim',
    payer: 'Payer',
    day: 'Date of service',
    rule: 'Rule',
    billed: 'Billed',
    file: 'Order of the file',
  },
  search: 'Search',
  searchHint: 'claim, patient, payer or problem',
  rule: 'Rule',
  allRules: 'All rules',
  payer: 'Payer',
  allPayers: 'All payers',
  unnamedPayer: 'no payer named',
  hideResolved: 'Hide what is done',

  shown: (claims: number, risk: string) => `${many(claims, 'claim')} · ${risk} at risk`,
  resolved: (count: number) => `${showCount(count)} done`,
  sorting: 'sorting …',
  selected: (count: number, risk: string) => `${many(count, 'claim')} selected · ${risk} at risk`,
  ignore: 'Ignore …',
  restore: 'Take back',
  clearSelection: 'Select none',

  asOpened: (count: number) =>
    `These figures are of the files as you opened them. Queue, pictures and work list show ${count === 1 ? 'the claim that you corrected as it is' : `the ${showCount(count)} claims that you corrected as they are`} now.`,
  saveCorrected: (count: number) => `Save ${many(count, 'corrected claim')}`,

  aboutFiles: 'About the files',
  showAll: (count: number) => `Show all ${showCount(count)}`,

  empty: {
    noClaims: 'No claims in these files',
    noClaimsHint: 'What was found in them is said above. Open an 837P file, or claims as JSON.',
    noInjections: 'No claim with 96372 in these files',
    noInjectionsHint: (claims: number) =>
      `${many(claims, 'claim')} were read and passed over: deltoid checks injection claims.`,
    allClean: 'Every injection claim is clean',
    allCleanHint: 'Nothing stands against them. The other lists show what was not checked, and why.',
    allDone: 'All done here',
    allDoneHint: 'Every claim that needed a fix was corrected or ignored.',
    chart: 'No claim waits for the chart',
    payer: 'No claim depends on its payer',
    clean: 'No clean claims',
    cleanHint: 'Something stands against every injection claim of these files.',
    ignored: 'Nothing is ignored',
    ignoredHint: 'Press I on a claim to leave it alone, and say why.',
    unchecked: 'Everything could be checked',
    nothingMatches: 'No claim matches the filters',
    nothingMatchesHint: 'Nothing is gone: the other lists and filters have it.',
    resetFilters: 'Show all',
    goTo: (bucket: string) => `Go to “${bucket}”`,
  },

  ignoreTitle: (count: number) => (count === 1 ? 'Ignore this claim' : `Ignore ${many(count, 'claim')}`),
  ignoreWhy: 'Why? It is noted beside the claim.',
  reasons: [
    'Our payer pays it as it is',
    'It was sent already',
    'It will be corrected in our own system',
    'The chart was checked, it is right',
  ],
  otherReason: 'Another reason',
  otherReasonText: 'The reason in a few words',
  ignoreDo: 'Ignore',
  cancel: 'Cancel',

  claim: {
    back: 'Back to the queue',
    title: (id: string) => `Claim ${id}`,
    place: (position: number, count: number) => `${showCount(position)} of ${showCount(count)}`,
    inFile: (file: string, place: number) => `${file}, claim ${showCount(place)}`,
    next: 'Next claim',
    previous: 'Previous claim',
    opening: 'Fetching the claim out of its file …',
    changed:
      'The file changed, moved or vanished since it was checked, so the claim cannot be had from it. Open the file again. What you corrected elsewhere is kept.',
    gone: 'This claim could not be read out of its file as a whole. Its findings are in “By finding”.',
    asInFile: 'Back to what the file has',
    left: (days: string) => `${days} left to file`,
    days: (days: number) => many(days, 'day'),
    passed: 'filing limit passed',
    atRisk: (amount: string) => `${amount} at risk`,
    inBatch: 'From the batch',
    inBatchHint:
      'The form below checks the claim alone. This was seen beside other claims, or in the file’s own bytes, and stays until the files are checked again.',
    openOther: (id: string) => `Open claim ${id}`,
    answered: 'Answered by the batch',
    answeredHint:
      'The form says this of the claim alone. Another claim of the same day answers it, so it does not count.',
    kept: 'Kept. Save corrected claims from the queue, or enter the change in your own system.',
  },

  leave: {
    title: 'The batch holds work of yours',
    text: (corrected: number, ignored: number) =>
      `${[
        corrected > 0 ? `${many(corrected, 'claim')} corrected` : '',
        ignored > 0 ? `${showCount(ignored)} ignored` : '',
      ]
        .filter(Boolean)
        .join(', ')}. It is kept nowhere but here.`,
    together: 'Check the new files with it, and keep the work',
    instead: 'Put the new files in its place',
    clear: 'Clear it all',
    stay: 'Leave it as it is',
  },

  full: 'More than a million findings: the check was stopped there, because no browser holds more. What was found until then is below. Check the file in parts.',
  nothingChecked: 'Nothing was checked',
  partly: 'Not everything was read',
  whileRunning: 'New files join the check that is running: it starts again with all of them.',

  keys: [
    ['Arrows, Page Up, Page Down', 'go through the queue'],
    ['Enter', 'open the claim'],
    ['Escape', 'back to the queue, at the same place'],
    ['Alt+Page Down, Alt+Page Up', 'next claim, previous claim'],
    ['Space, Ctrl+A', 'select the claim, select all'],
    ['I', 'ignore with a reason, or take it back'],
  ] as [string, string][],
};
