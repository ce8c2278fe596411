// SPDX-License-Identifier: Apache-2.0
// What a fix says on its button, in English. One that claims a clinical fact says the fact: pressing it is an answer.
import { pointers } from '../claim/fields.js';
import type { Fix } from '../findings/model.js';

const facts: Record<string, string> = {
  '24': 'the visit had nothing to do with the operation',
  '25': 'the note shows a separate visit',
  '57': 'the visit decided on the operation',
  '59': 'the note shows a separate injection',
  '76': 'the same injection was given again',
  '77': 'another practitioner gave it again',
  XE: 'the note shows another encounter',
  XP: 'the note shows another practitioner',
  XS: 'the note shows another site',
  XU: 'the note shows a service that does not overlap',
  EA: 'anemia from chemotherapy',
  EB: 'anemia from radiotherapy',
  EC: 'anemia from neither',
  JA: 'the record shows it was given into a vein',
  JB: 'the record shows it was given under the skin',
  JW: 'the record shows what was discarded',
  JZ: 'the record shows nothing was discarded',
};

/** What the chart is asked before a modifier is added. */
const questions: Record<string, string> = {
  '24': 'Does the note show that the visit had nothing to do with the operation?',
  '25': 'Does the note show a visit of its own, with its own reason and findings?',
  '57': 'Was the operation decided on at this visit?',
  '59': 'Does the note show a separate injection: another drug, another site or another time?',
  '76': 'Was the same injection given again, by the same practitioner?',
  '77': 'Was the same injection given again, by another practitioner?',
  XE: 'Was it given at another encounter of the same day?',
  XP: 'Was it given by another practitioner?',
  XS: 'Was it given at another site of the body?',
  XU: 'Does the note show a service that does not overlap with the other one?',
  EA: 'Does the chart say that the anemia comes from chemotherapy?',
  EB: 'Does the chart say that the anemia comes from radiotherapy?',
  EC: 'Does the chart say that the anemia comes from neither chemotherapy nor radiotherapy?',
  JA: 'Does the record show that it was given into a vein?',
  JB: 'Does the record show that it was given under the skin?',
  JW: 'Does the record show how much was discarded?',
  JZ: 'Does the record show that nothing was discarded?',
};

const fields: [RegExp, string][] = [
  [/\/total_charge$/, 'box 28'],
  [/\/pos$/, 'the place of service'],
  [/\/pointers(\/\d+)?$/, 'the pointer'],
  [/\/charge$/, 'the charge'],
  [/\/units$/, 'the units'],
  [/\/unit_type$/, 'the unit type'],
  [/\/modifiers(\/\d+)?$/, 'the modifiers'],
  [/\/ndc\/code$/, 'the NDC'],
  [/\/ndc\/unit$/, 'the NDC unit'],
  [/\/ndc\/quantity$/, 'the NDC quantity'],
  [/\/diagnoses(\/\d+)?$/, 'box 21'],
  [/\/npi$/, 'the NPI'],
  [/\/note$/, 'the note'],
  [/\/from$/, 'the date'],
  [/\/documentation\/container$/, 'the container'],
  [/\/documentation\/source$/, 'where the drug came from'],
  [/\/documentation\/given_at$/, 'the time it was given'],
  [/\/documentation\/given_by$/, 'who gave it'],
  [/\/documentation\/ordered_by$/, 'who ordered it'],
  [/\/documentation\/order_date$/, 'the date of the order'],
  [/\/documentation\/supervised_by$/, 'who supervised'],
  [/\/documentation\/lot$/, 'the lot number'],
  [/\/documentation\/expiration$/, 'the expiration date'],
  [/\/documentation\/indication$/, 'the reason for the drug'],
  [/\/documentation\/visit_documented_separately$/, 'whether the visit is documented separately'],
  [/\/documentation\/reason_distinct$/, 'why there was a second injection'],
  [/\/documentation\/(\w+)$/, 'the record'],
  [/\/prior_authorization$/, 'the authorization, box 23'],
  [/\/birth_date$/, 'the birth date'],
  [/\/sex$/, 'the sex'],
  [/\/class$/, 'the kind of payer'],
];

function fieldName(pointer = ''): string {
  return fields.find(([pattern]) => pattern.test(pointer))?.[1] ?? pointer.split('/').pop() ?? '';
}

function one(fix: Fix, ofLine: number | null): string {
  const { op, line, field, value } = fix;
  const text = typeof value === 'object' ? (value.code ?? '') : shown(value ?? '', field);
  const there = line && line !== ofLine ? ` on line ${line}` : '';
  switch (op) {
    case 'add_modifier':
      return `Add ${text}${there}`;
    case 'remove_modifier':
      return `Remove ${text}${there}`;
    case 'replace_code':
      return `Replace the code with ${text}${there}`;
    case 'set_units':
      return text ? `Set the units to ${text}${there}` : `Correct the units${there} from the chart`;
    case 'set_field':
      return text
        ? `Set ${fieldName(field)} to ${text}${there}`
        : `Fill in ${fieldName(field)}${there} from the chart`;
    case 'add_line':
      return text ? `Add a line with ${text}` : 'Add the missing line';
    case 'delete_line':
      return `Delete line ${line}`;
    case 'add_diagnosis':
      return 'Add the diagnosis that the chart documents';
    case 'document':
      return `Fill in ${fieldName(field)}${there}`;
  }
}

/** Pointers are letters on the form. */
function shown(value: string, field = ''): string {
  return /\/pointers(\/\d+)?$/.test(field) ? pointers.show([...value]) : value;
}

/** `ofLine`: the line that the finding is about, which need not be said again. */
function label(fix: Fix, ofLine: number | null): string {
  const edits = [fix, ...(fix.also ?? [])];
  const said = edits
    .map((edit, at) => (at === 0 ? one(edit, ofLine) : lowerFirst(one(edit, ofLine))))
    .join(' and ');
  if (!edits.some(({ needs }) => needs === 'chart')) return said;
  const known = edits
    .map(({ op, value }) => (op === 'add_modifier' ? facts[String(value)] : undefined))
    .filter(Boolean);
  if (known.length > 0) return `${said}: ${known.join(', ')}`;
  return fix.value === undefined ? said : `${said}: the chart documents it`;
}

/** What the chart must bear out before an alternative is applied, as one question. */
function question(fix: Fix, ofLine: number | null): string {
  const asked = [fix, ...(fix.also ?? [])].filter(({ needs }) => needs === 'chart');
  return asked.map((edit) => ask(edit, ofLine)).join(' ');
}

function ask({ op, line, field, value }: Fix, ofLine: number | null): string {
  const text = typeof value === 'object' ? (value.code ?? '') : shown(value ?? '', field);
  const there = line && line !== ofLine ? ` on line ${line}` : '';
  switch (op) {
    case 'add_modifier':
      return questions[text] ?? `Does the chart show what ${text}${there} says?`;
    case 'remove_modifier':
      return `Is it so that the chart does not show what ${text}${there} says?`;
    case 'replace_code':
      return `Does the chart show that ${text} is what was done${there}?`;
    case 'set_units':
      return `Does the chart show ${text} units${there}?`;
    case 'add_line':
      return `Does the chart show that ${text} was done?`;
    case 'delete_line':
      return `Is it so that the chart does not show what line ${line} bills?`;
    default:
      if (/\/pointers(\/\d+)?$/.test(field ?? ''))
        return `Does the chart show that this was done for diagnosis ${text}?`;
      return `Does the chart say that ${fieldName(field)}${there} is ${text}?`;
  }
}

/** "Yes: add 25" */
function yes(fix: Fix, ofLine: number | null): string {
  const edits = [fix, ...(fix.also ?? [])].map((edit) => lowerFirst(one(edit, ofLine)));
  return `Yes: ${edits.join(' and ')}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export const fixWords = {
  label,
  field: fieldName,
  question,
  yes,
  no: 'No',
  later: 'Not now',
  chart: 'A question for the chart',
};
