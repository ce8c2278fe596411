// SPDX-License-Identifier: Apache-2.0
// The words of what payers answered, in English.
import { showCount } from '../formats/numbers.js';

const many = (count: number, one: string, more = `${one}s`): string =>
  `${showCount(count)} ${count === 1 ? one : more}`;

export const remittanceWords = {
  title: 'Remittances',
  back: 'Back to the remittances',
  intro: 'What the payers answered, held against what the rules say of these claims.',
  asOf: 'Each file of claims is checked as on the day on which it was made, not as of today: the work queue may say otherwise, of filing limits above all.',
  inEnglish: '',

  none: 'Were these claims answered already?',
  noneHint:
    'Open the remittances (835) and acknowledgements (277CA) that answer them, packed as .zip or .gz too. You then see which denials a rule saw before, which none saw, and what was flagged but paid.',
  open: 'Open remittances',
  noClaims: (files: number) =>
    files === 1
      ? 'This is what a payer answered'
      : `These ${showCount(files)} files are what payers answered`,
  noClaimsHint:
    'Open the claims (837) they answer, too. Both stay on this computer, and nothing is lost meanwhile.',
  openClaims: 'Open claims',
  partial:
    'The check of the claims was stopped, so they cannot be held against the answers. Open the files again.',

  starting: 'Starting …',
  reading: (file: string) => `Reading ${file}`,
  joining: 'Holding answers against claims …',
  progress: (share: number, done: string, total: string) => `${share} % · ${done} of ${total}`,
  cancel: 'Cancel',
  cancelled: 'Stopped. Nothing is shown of half a comparison.',
  again: 'Compare again',
  failed: 'The files could not be compared.',
  noMatch: 'None of these answers belongs to these claims',
  noMatchHint:
    'Either the claims are of another time or practice, or the claim numbers were changed on the way. Each answer is listed below, with the reason it was not joined.',
  noInjections: 'None of these claims has 96372, so there is no rule to compare.',

  figures: {
    answered: 'answered',
    answeredOf: (claims: string) => `of ${claims} claims with 96372`,
    firstPass: 'paid the first time',
    firstPassOf: (paid: string, answered: string) => `${paid} of ${answered} answered`,
    denied: 'lines denied',
    caught: 'seen before',
    missed: 'missed',
    alarms: 'flagged, but paid',
  },

  showIdentifiers: 'Show claim numbers',
  hideIdentifiers: 'Hide claim numbers',
  identifiersHint: 'Saved files have claim numbers only while they are shown.',
  saveReport: 'Save the report (JSON)',
  saveTable: 'Save as CSV',
  saveTableOf: (title: string) => `Save as CSV: ${title}`,
  saved: (name: string, size: string) => `Saved: ${name}, ${size}`,
  notSaved: 'The file could not be written.',
  stem: 'remittances',

  notices: 'About the remittances',
  moreNotices: (count: number) => `${many(count, 'more note')} in the report`,
  unreadable: 'Not everything was read',
  table: 'As a table',
  all: (count: number) => `Show all ${showCount(count)}`,
  fewer: 'Show fewer',
  rows: (shown: number, count: number) =>
    shown === count
      ? many(count, 'row')
      : `${showCount(shown)} of ${many(count, 'row')}, the most money first`,
  more: (count: number) => `Show ${showCount(count)} more`,
  capped: (shown: number, count: number) =>
    `The first ${showCount(shown)} of ${showCount(count)}. The CSV has all.`,
  showLines: (count: string) => `${count}. Show these lines`,

  columns: {
    what: 'What',
    lines: 'Lines',
    injections: 'With 96372',
    money: 'Money',
    reason: 'Payer’s reason',
    cause: 'Cause',
    remarks: 'Remarks',
    seen: 'Seen before',
    missed: 'Missed',
    denied: 'Denied',
    missedMoney: 'Missed money',
    rules: 'Rules that saw it',
    families: 'Rules that look for it',
    rule: 'Rule',
    flags: 'Flags',
    right: 'Denied',
    alarms: 'Paid anyway',
    open: 'Cannot be told',
    precision: 'Right, of those told (precision)',
    recall: 'Found, of its denials (recall)',
    deniedLines: 'Denied lines',
    deniedMoney: 'Denied money',
    paidMoney: 'Flagged, but paid',
    month: 'Month',
    payer: 'Payer',
    claims: 'Claims',
    clean: 'Clean',
    answered: 'Answered',
    firstPass: 'Paid first time',
    deniedClaims: 'Denied',
    rejected: 'Rejected',
    charged: 'Charged',
    paid: 'Paid',
    patient: 'Patient owes',
    claim: 'Claim',
    line: 'Line',
    code: 'Code',
    answer: 'Stands in',
    recovered: 'Paid later',
    charge: 'Charge',
    payment: 'Payment',
    day: 'Date',
    pays: 'It pays',
    comesTo: 'Its claims come to',
    difference: 'Difference',
    expected: 'Should be',
    found: 'Is',
    count: 'How many',
    why: 'Why',
    state: 'State',
    file: 'File',
    format: 'Format',
    size: 'Size',
  },

  verdicts: {
    title: 'What was denied, and what the rules said',
    denied: 'Denied or rejected',
    caught: 'Seen before by a rule',
    missed: 'Missed: no rule spoke',
    alarms: 'Flagged, but paid',
    quiet: 'Not flagged, and paid',
    open: 'Cannot be told',
    money: (charged: string, paid: string, patient: string, contract: string) =>
      `Charged ${charged}: paid ${paid}, left to the patient ${patient}, taken off by contract ${contract}.`,
    precision: (right: string, all: string, share: string) =>
      `Of ${all} lines that a rule flagged and a payer decided, ${right} were denied: ${share} (precision).`,
    recall: (right: string, all: string, share: string) =>
      `Of ${all} denied lines a rule had flagged ${right}: ${share} (recall).`,
    sameReason: (lines: number) =>
      `${many(lines, 'line was', 'lines were')} denied for the very reason that the rule forecast.`,
    recovered: (lines: number, money: string) =>
      `${many(lines, 'denied line was', 'denied lines were')} paid later: ${money}.`,
  },
  outcomes: {
    prior_payer: 'settled by the payer before',
    written_off: 'all written off by contract',
    no_charge: 'without a charge',
    unexplained: 'nothing paid, no reason given',
    no_line_answer: 'line left out of the answer',
    acknowledged: 'acknowledged, not decided yet',
    pending: 'pending',
    forwarded: 'sent on to another payer',
    predetermined: 'a predetermination only',
    other_payer: 'answered by another payer only',
    unanswered: 'no answer',
  } as Record<string, string>,

  reasons: {
    title: 'Why the payers denied',
    hint: 'By the code on the remittance (CARC), or the state of a rejection. A line counts under its largest denial.',
    noReason: 'No reason given',
    remarks: 'Remarks beside the reasons (RARC)',
    nothing: 'No line was denied.',
  },
  causes: { title: 'Root causes', hint: 'Codes that come to the same, put together.' },
  /** In English the report's own words serve. */
  causeNames: {} as Record<string, string>,

  rules: {
    title: 'How the rules did',
    hint: 'A flag is right when one of its lines was denied, and a false alarm when none was and one was paid. Notes are not rated. Recall is of all lines denied for a reason that the rule forecasts.',
    right: 'denied',
    alarms: 'paid anyway',
    ofAll: (part: string, all: string) => `${part} of ${all}`,
    nothing: 'No rule spoke of these claims.',
    forEar: (right: string, decided: string) => `${right} of ${decided} flags were right`,
  },

  months: {
    title: 'Month by month',
    payer: 'Payer',
    allPayers: 'All payers',
    nothing: 'No claim has a date.',
  },
  payers: { title: 'By payer' },
  rates: {
    clean: 'clean before they were sent',
    firstPass: 'paid the first time',
    hint: 'Clean: no rule has an error or warning. Paid the first time: answered, no line denied, and one settled.',
    forEar: (clean: string, pass: string) => `${clean} clean, ${pass} paid the first time`,
    none: '–',
  },

  lines: {
    title: 'Line by line',
    missed: 'Missed',
    caught: 'Seen before',
    alarms: 'Flagged, but paid',
    missedHint: 'Denied, and no rule spoke. The payer’s reason says what the next rule should look at.',
    caughtHint: 'Denied, and a rule had said that something is wrong.',
    alarmsHint: 'A rule spoke, and the payer paid: a false alarm, or luck.',
    only: (what: string) => `Only: ${what}`,
    injections: 'Only lines with 96372',
    onlyEnd: 'Show all',
    none: 'None.',
    wholeClaim: 'claim',
    claimAt: (place: number) => `claim ${showCount(place)}`,
    openClaim: (claim: string, file: string) => `Open ${claim} of ${file}`,
    at: (file: string, segment: number) => `${file}, segment ${showCount(segment)}`,
    picked: (kind: string) => `Remittances: ${kind}`,
  },

  sums: {
    title: 'Do the payments add up?',
    none: 'There is no payment (835) among these files.',
    all: (payments: number, total: string) =>
      payments === 1 ? `1 payment of ${total}.` : `${showCount(payments)} payments, together ${total}.`,
    claims: (claims: string, provider: string) =>
      `Their claims come to ${claims}, provider adjustments (PLB) take ${provider} off.`,
    allBalance: 'Every payment is what its claims and adjustments come to (BPR02).',
    unbalanced: (payments: number, difference: string) =>
      `${many(payments, 'payment does', 'payments do')} not add up (BPR02); all differences together are ${difference}.`,
    sets: 'Payments that do not add up',
    imbalances: 'Claims and lines that do not add up',
    imbalancesHint: 'Charge less adjustments is not what was paid.',
    adjustments: 'Taken or given beside the claims (PLB)',
    linesOfClaim: (count: number) => many(count, 'line'),
    claim: 'claim',
  },

  unmatched: {
    title: 'What found no match',
    none: 'Every answer found its claim, and every claim and line its answer.',
    answers: 'Answers without a claim',
    claims: 'Claims without an answer',
    lines: 'Lines that the answers leave out',
    services: 'Answered lines that the claim does not have',
    why: {
      unknown_claim: 'no claim has this number',
      other_date_or_amount: 'the claim of this number has another date or amount',
      other_practice: 'it is to another practice',
      reversal_alone: 'it takes back an answer that is not here',
    } as Record<string, string>,
  },

  files: { title: 'Files of this comparison', incomplete: 'ends early' },
};
