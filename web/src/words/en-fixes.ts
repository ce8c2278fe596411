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

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export const fixWords = { label };
