// SPDX-License-Identifier: Apache-2.0
// The defects that the manifest of the corpus states, and what tells of them: a rule, with the words of its message that
// name the element, or the report of a replay.

const envelope = (element) => ({ rule: 'X12001', words: new RegExp(`\\b${element}\\b`) });
const cutOff = { rule: 'X12004', words: /ends|without/, notice: /cut off|trailer is missing/ };
const noHeader = [
  { rule: 'X12002', words: /no ISA header/, notice: /text outside of the interchanges/ },
  { rule: 'X12008', words: /not a segment was passed over/ },
];

/** In this order: the first pattern that fits is the class. */
const classes = [
  { name: 'SE01 is not the number of segments', pattern: /^SE01=/, by: [envelope('SE01')] },
  { name: 'SE02 is not ST02', pattern: /^SE02/, by: [envelope('SE02')] },
  { name: 'GE01 is not the number of sets', pattern: /^GE01=/, by: [envelope('GE01')] },
  { name: 'GE02 is not GS06', pattern: /^GE02/, by: [envelope('GE02')] },
  { name: 'IEA01 is not the number of groups', pattern: /^IEA01=/, by: [envelope('IEA01')] },
  { name: 'IEA02 is not ISA13', pattern: /^IEA02/, by: [envelope('IEA02')] },
  { name: 'no ISA at the start', pattern: /^no ISA at start|^ISA 0/, by: noHeader },
  { name: 'trailers missing (SE, GE, IEA)', pattern: /^missing SE|^(ISA|GS) 1 /, by: [cutOff] },
  {
    name: 'elements of ISA too long or short', pattern: /^ISA element widths/,
    by: [{ rule: 'X12002', words: /ISA\d\d/ }],
  },
  { name: 'CLM02 is not the sum of the lines', pattern: /CLM02 != sum/, by: [{ rule: 'CLM004', words: /./ }] },
  { name: 'HL01 twice', pattern: /^dup HL01/, by: [{ rule: 'X12008', words: /HL01/ }] },
  { name: 'HL02 names no level', pattern: /^HL02 parent/, by: [{ rule: 'X12008', words: /HL02/ }] },
];
const other = { name: 'other', pattern: /^/, by: [] };

const find = (stated) => classes.find(({ pattern }) => pattern.test(stated)) ?? other;
export const classOf = (stated) => find(stated).name;

/** How many findings it takes: "8/18 claims" are eight claims. */
const wanted = (stated) => Number(/^(\d+)\/\d+ claims/.exec(stated)?.[1] ?? 1);

/** { state: "found" | "not read" | "not found", rule }: what tells of a defect of a file. */
export function judge(stated, { kind, checked, replayed }) {
  if (kind === 'other') return { state: 'not read' };
  for (const { rule, words, notice } of find(stated).by) {
    const noticed = notice && replayed?.report.notices.some((sentence) => notice.test(sentence));
    if (noticed) return { state: 'found', rule: 'replay' };
    const found = checked.findings.filter((finding) => finding.rule === rule && words.test(finding.message));
    if (found.length >= wanted(stated)) return { state: 'found', rule };
  }
  return { state: 'not found' };
}

/** Why a defect is not found, for those that were looked into; undefined for any other. */
const answers = ({ kind }) => kind === '835' || kind === '277CA';
const named = (part) => ({ name }) => name.includes(part);
const headingIn = ({ checked, replayed }) =>
  checked.findings.some(({ rule, message }) => rule === 'X12008' && /not a segment/.test(message)) ||
  replayed?.report.notices.some((sentence) => /text outside/.test(sentence));
const reasons = [
  {
    defect: /^ISA 0|^IEA02/, of: headingIn,
    why: 'No defect: the ISA stands behind a heading of text, which is said to be passed over (X12008, or a notice of the ' +
      'replay), and its ISA13 is the IEA02.',
  },
  {
    defect: /CLM02/, of: named('bad-header'),
    why: 'The amounts stand one element too early (an 837P\'s places in an 837I): X12007 says of each line that its charge ' +
      'cannot be read, so there is no sum.',
  },
  {
    defect: /CLM02/, of: named('odd-separator'),
    why: 'The file ends inside the claim (X12004 says so and that it may be incomplete); a total is not held against ' +
      'lines that may be missing.',
  },
  {
    defect: /^(SE|GE|IEA|ISA|no ISA)/, of: answers,
    why: 'A gap: the reader of answers asks of envelopes only whether they are closed. What is lost shows in the sums ' +
      '(BPR02).',
  },
  {
    defect: /HL0/, of: () => true,
    why: 'A gap: loops are read in the order of their segments, whatever numbers they have, and no rule says that a ' +
      'receiver may refuse the numbers.',
  },
];

export const unfound = ({ stated, file }) =>
  reasons.find(({ defect, of }) => defect.test(stated) && of(file))?.why;
