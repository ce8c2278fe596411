// SPDX-License-Identifier: Apache-2.0
// Every word of the page, in English. Another language is another file of this shape.
import { showCount } from '../formats/numbers.js';
import { codeWords } from './en-codes.js';
import { columnWords } from './en-columns.js';
import { correctedWords } from './en-corrected.js';
import { documentationWords } from './en-documentation.js';
import { elementWords } from './en-element.js';
import { fileWords } from './en-files.js';
import { fixWords } from './en-fixes.js';
import { idleWords } from './en-idle.js';
import { noteWords } from './en-notes.js';
import { outWords } from './en-out.js';
import { packWords } from './en-packs.js';
import { pictureWords } from './en-pictures.js';
import { privacyWords } from './en-privacy.js';
import { queueWords } from './en-queue.js';
import { recordWords } from './en-records.js';
import { remittanceWords } from './en-remittances.js';
import { ruleWords, trialWords } from './en-rules.js';
import { settingsWords } from './en-settings.js';
import { tableWords } from './en-tables.js';
import { whatIfWords } from './en-what-if.js';

/** A box of the CMS-1500; a form locator of the UB-04 ("FL 44") is called so already. */
const placeName = (box: string): string => (box.startsWith('FL ') ? box : `box ${box}`);

const many = (count: number, one: string, more = `${one}s`): string =>
  `${showCount(count)} ${count === 1 ? one : more}`;

export const en = {
  language: 'en',

  app: {
    name: 'deltoid',
    title: 'deltoid: check injection claims',
    language: 'Language',
    promise: 'check injection claims · nothing leaves this computer',
    howDoIKnow: 'How do I know?',
    openFiles: 'Open files',
    oneClaim: 'One claim',
    batch: 'Batch',
    start: 'Start',
    keys: 'Keys',
    close: 'Close',
    dropHere: 'Drop the files to check them',
    skip: 'Skip to the content',
  },

  start: {
    question: 'What do you have?',
    drop: 'Drop an 837 file, a spreadsheet or a remittance here, or choose',
    dropHint:
      'CSV and .xlsx, FHIR and JSON, 835 and 277CA, injection records, official tables; packed as .zip or .gz, too. Several at once are one batch.',
    choose: 'Choose files',
    type: 'Type one claim',
    typeHint: 'Box by box as on the CMS-1500. Findings appear as you type.',
    example: 'Show me an example',
    exampleHint: 'A claim with three defects, and how to fix each.',
    rulesAsOf: (version: string, rulebook: string) => `deltoid ${version}, rulebook ${rulebook}`,
    offline: 'Works offline',
    limits: 'What it does not check',
    limitsText: [
      'Whether the patient is covered, and what the plan pays.',
      'Whether the chart supports what is billed. Where only the chart can decide, it says so and leaves the answer to you.',
      'Claims without CPT 96372, except for damage to the file and faults of the claim itself, such as a wrong total. They are counted and passed over.',
      'Edits and tables that are neither built in nor loaded by you. Each finding names the edition that it rests on, and “not checked” says which one is missing.',
      'It is no coding or legal advice, and has no tie to CMS or to any payer. CPT is a registered trademark of the American Medical Association; no code descriptions are shipped.',
    ],
  },

  payerClass: {
    medicare_b: 'Medicare Part B',
    medicare_advantage: 'Medicare Advantage',
    medicaid: 'Medicaid',
    commercial: 'Commercial',
    tricare: 'TRICARE',
    va: 'VA',
    workers_comp: 'Workers’ compensation',
    auto: 'Auto insurance',
    unknown: 'Not known',
  } as Record<string, string>,

  place: {
    '02': 'Telehealth, not at home',
    '10': 'Telehealth at home',
    '11': 'Office',
    '12': 'Home',
    '13': 'Assisted living',
    '19': 'Off-campus outpatient hospital',
    '20': 'Urgent care',
    '21': 'Inpatient hospital',
    '22': 'On-campus outpatient hospital',
    '23': 'Emergency room',
    '24': 'Surgical center',
    '31': 'Skilled nursing facility',
    '32': 'Nursing facility',
    '49': 'Independent clinic',
    '50': 'Federally qualified health center',
    '60': 'Mass immunization center',
    '65': 'Dialysis facility',
    '71': 'Public health clinic',
    '72': 'Rural health clinic',
  } as Record<string, string>,

  verdict: {
    deny: 'will deny',
    may: 'may deny',
    chart: 'check the chart',
    payer: 'depends on the payer',
    note: 'good to know',
    unchecked: 'not checked',
    clean: 'clean',
  },

  claim: {
    title: 'One claim',
    form: 'The claim',
    payer: 'Payer',
    payerClass: 'Kind of payer',
    diagnoses: 'Diagnoses',
    diagnosis: (letter: string) => `Diagnosis ${letter}`,
    addDiagnosis: 'Add a diagnosis',
    date: 'Date of service',
    severalDates: 'several dates',
    place: 'Place of service',
    noPlaceName: 'two digits',
    lines: 'Service lines',
    line: (number: number) => `Line ${number}`,
    code: 'Code',
    modifiers: 'Modifiers',
    pointers: 'Pointer',
    charge: 'Charge',
    units: 'Units',
    verdict: 'Verdict',
    more: (number: number) => `More of line ${number}`,
    moreShort: 'NDC, note',
    ndc: 'NDC',
    ndcQuantity: 'NDC quantity',
    ndcUnit: 'NDC unit',
    lineDate: 'Date of this line',
    lineNote: 'Note',
    container: 'Container',
    containers: { single_dose: 'Single-dose', multi_dose: 'Multi-dose' } as Record<string, string>,
    source: 'Drug came from',
    sources: {
      stock: 'Our own stock',
      patient: 'Brought by the patient',
      specialty_pharmacy: 'Specialty pharmacy',
      sample: 'Sample',
      state_supplied: 'Supplied by the state',
    } as Record<string, string>,
    notSaid: 'not said',
    addLine: 'Add a line',
    deleteLine: (number: number) => `Delete line ${number}`,
    duplicateLine: (number: number) => `Duplicate line ${number}`,
    total: 'Total charge',
    moreBoxes: 'Patient, payer and provider boxes',
    moreBoxesHint: '1a, 3, 11, 17, 19, 22, 23, 24J, 32, 33',
    memberId: 'Insured’s ID',
    birthDate: 'Birth date',
    sex: 'Sex',
    sexes: { F: 'Female', M: 'Male', U: 'Unknown' } as Record<string, string>,
    payerName: 'Payer name',
    payerId: 'Payer ID',
    referringNpi: 'Referring NPI',
    orderingNpi: 'Ordering NPI',
    supervisingNpi: 'Supervising NPI',
    note: 'Note on the claim',
    frequency: 'Resubmission code',
    originalReference: 'Original reference',
    authorization: 'Prior authorization',
    renderingNpi: 'Rendering NPI',
    facilityNpi: 'Facility NPI',
    billingNpi: 'Billing NPI',
    receivedDate: 'Received by the payer',
    box: placeName,
    undo: 'Undo',
    redo: 'Redo',
    copy: 'Copy findings',
    copied: 'Copied',
    print: 'Print',
    clear: 'Clear',
    save: 'Save as JSON',
  },

  findings: {
    title: 'What is wrong with it',
    /** Said in every other language; findings come from the engine. */
    inEnglish: '',
    blank: 'Nothing to check yet',
    blankHint: 'Type the codes in box 24D. Findings appear as you type.',
    noInjection: 'No 96372 on this claim',
    noInjectionHint: 'deltoid checks injection claims. Add a line with 96372 to have this one checked.',
    clean: 'Clean',
    cleanHint: (payer: string) => `Nothing stands against this claim for ${payer}.`,
    checkedBy: (rules: string, tables: string) =>
      `Checked by ${rules}${tables ? `, against ${tables}` : ''}.`,
    starting: 'Starting the checker …',
    failed: 'The checker could not start',
    failedHint: 'This browser, or a policy of this computer, does not let WebAssembly run.',
    totals: (denied: number, may: number) =>
      [denied ? `${showCount(denied)} will deny` : '', may ? `${showCount(may)} to look at` : ''].filter(
        Boolean,
      ),
    allClean: 'clean',
    billed: (amount: string) => `${amount} billed`,
    atRisk: (amount: string) => `${amount} at risk`,
    notes: 'Good to know',
    unchecked: 'Not checked',
    done: 'done',
    forecast: 'Forecast',
    forecastOn: (line: number) => `on line ${line}`,
    forecastOnClaim: 'on the claim',
    why: 'Why, and where it says so',
    sources: 'Sources',
    since: (day: string) => `since ${day}`,
    until: (day: string) => `until ${day}`,
    evidence: 'Rests on',
    place: 'Place',
    others: 'Together with',
    confidence: { verified: 'source read', professional: 'professional knowledge' } as Record<string, string>,
    confidenceLabel: 'Confidence',
    rule: 'Rule',
    goTo: 'Show the box',
    lineAndBox: (line: number | null, box: string | null) =>
      [line ? `line ${line}` : 'claim', box ? placeName(box) : ''].filter(Boolean).join(', '),
    strip: 'Findings',
    show: (open: boolean) => (open ? 'Hide' : 'Show'),
    status: (problems: number) => (problems === 0 ? 'No problems' : many(problems, 'problem')),
    needsPerson: 'No edit of the claim clears this by itself.',
    showFinding: (line: number, verdict: string) => `Line ${line}: ${verdict}. Show the finding`,
    answers: 'What you answered from the chart',
    answersHint: 'For this claim only. It goes when the claim goes.',
    answer: (yes: boolean) => (yes ? 'Yes' : 'No'),
    askAgain: 'Ask again',
    undone: 'Undone',
    redone: 'Done again',
  },

  batch: {
    title: 'Batch',
    views: 'Look at it',
    byFinding: 'By finding',
    reading: (file: string) => `Reading ${file}`,
    starting: 'Starting …',
    progress: (done: string, total: string) => `${done} of ${total}`,
    claimsSoFar: (claims: number, findings: number) =>
      [claims ? many(claims, 'claim') : '', `${many(findings, 'finding')} so far`]
        .filter(Boolean)
        .join(' · '),
    cancel: 'Cancel',
    clear: 'Clear',
    cancelled: 'Cancelled. What was found until then is below; it is not the whole file.',
    failed: 'The check could not be made.',
    status: {
      running: 'Checking',
      asking: 'Waiting: what are the columns?',
      done: 'Checked',
      cancelled: 'Cancelled',
      full: 'Stopped',
      failed: 'The check could not be made',
    },
    files: (count: number) => many(count, 'file'),
    incomplete: 'ends early',
    claims: 'claims',
    claimsWith: (count: number) => `${showCount(count)} with 96372`,
    injectionLines: 'injection lines',
    clean: 'clean injection lines',
    cleanShare: (share: string) => share,
    errors: 'will deny',
    warnings: 'may deny or ask',
    unchecked: (count: number) => `${showCount(count)} not checked`,
    atRisk: 'at risk',
    details: 'Files and tables of this check',
    format: 'Format',
    bytes: 'Size',
    nothingFound: 'Nothing found',
    nothingFoundHint: 'No finding in these files. Claims without 96372 were counted and passed over.',
    noneLeft: 'No finding matches the filters.',
    resetFilters: 'Show all',
  },

  table: {
    label: 'Findings',
    verdict: 'verdict',
    claim: 'claim',
    line: 'line',
    problem: 'problem',
    rule: 'rule',
    amount: 'at risk',
    sortBy: 'Sort by',
    sort: { money: 'money at risk', claim: 'order of the file', rule: 'rule' },
    show: 'Show',
    allRules: 'All rules',
    ruleFilter: 'Rule',
    search: 'Search',
    searchHint: 'claim, message or rule',
    shown: (shown: number, all: number) =>
      shown === all ? many(all, 'finding') : `${showCount(shown)} of ${many(all, 'finding')}`,
    searching: 'searching …',
    file: 'file',
    wholeFile: 'the file',
  },

  detail: {
    label: 'One finding',
    back: 'Back to the list',
    next: 'Next',
    previous: 'Previous',
    fixes: 'What to do',
    inFile: 'Place in the file',
    claim: 'Claim',
    box: 'Box',
    segment: (segment: number) => `segment ${showCount(segment)}`,
    textLine: (line: number) => `text line ${showCount(line)}`,
    byte: (offset: number) => `byte ${showCount(offset)}`,
    element: 'Element',
    field: 'Field',
    amount: 'Charge of the line',
  },

  keys: {
    title: 'Keys',
    list: [
      ['Enter', 'next line, same box'],
      ['Ctrl+D', 'duplicate the line'],
      ['Ctrl+Backspace', 'delete the line'],
      ['Ctrl+Z, Ctrl+Y', 'undo, redo'],
      ['F8, Shift+F8', 'next problem, previous problem'],
      ['Alt+1 … Alt+9', 'take that fix of the problem you are at'],
      ['Ctrl+O', 'open files'],
      ['Ctrl+P', 'print'],
      ['?', 'these keys'],
    ] as [string, string][],
    queueTitle: 'In the work queue',
    dates: 'Dates are typed as digits: 091526 is September 15, 2026.',
  },

  print: {
    phi: 'Contains PHI',
    page: 'page',
    of: 'of',
    rulebook: (version: string, rulebook: string) => `deltoid ${version} · rulebook ${rulebook}`,
  },

  codes: codeWords,
  columns: columnWords,
  idle: idleWords,
  settings: settingsWords,
  documentation: documentationWords,
  notes: noteWords,
  records: recordWords,
  element: elementWords,
  tables: tableWords,
  packs: packWords,
  files: fileWords as Record<keyof typeof fileWords, string>,
  queue: queueWords,
  fixes: fixWords,
  out: outWords,
  corrected: correctedWords,
  pictures: pictureWords,
  remittances: remittanceWords,
  rules: ruleWords,
  trial: trialWords,
  whatIf: whatIfWords,
  privacy: privacyWords,
};

/** The shape of a catalogue: what every language must have. */
export type Words = Wide<typeof en>;

/** Any text where English has its own. */
type Wide<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Wide<Said>
    : { [Key in keyof T]: Wide<T[Key]> };
