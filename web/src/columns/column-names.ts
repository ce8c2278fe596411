// SPDX-License-Identifier: Apache-2.0
// What a column can be, as a list to choose from: the engine's names with their labels, by what they are about.
import { words } from '../words/index.js';
import type { ColumnName } from './preview.js';

const said = words.columns;

/** Boxes of the CMS-1500 (02/12) by our names, where a column fills one. */
const boxes: Record<string, string> = {
  birth_date: '3',
  billing_npi: '33a',
  charge: '24F',
  claim_id: '26',
  code: '24D',
  dos: '24A',
  dos_to: '24A',
  dx: '21',
  facility_npi: '32a',
  frequency: '22',
  member_id: '1a',
  mod: '24D',
  note: '19',
  ordering_npi: '17b',
  original_reference: '22',
  pointers: '24E',
  pos: '24B',
  prior_authorization: '23',
  referring_npi: '17b',
  rendering_npi: '24J',
  sex: '3',
  supervising_npi: '17b',
  total_charge: '28',
  units: '24G',
};

const groups: [string, RegExp][] = [
  ['needed', /^(code|dos|claim_id)$/],
  ['chart', /^(doc_|hema|hemo)/],
  ['providers', /_(npi|taxonomy|entity)$/],
  ['line', /^(line|mod|units|unit_type|charge|dos_to|pointers|ndc|revenue_code|description)/],
  ['claim', /./],
];

/** What a name is called: "Diagnoses 3 · box 21". */
export function labelOf(name: string, names: readonly ColumnName[]): string {
  const own = names.find((one) => one.name === name);
  if (own) return labelled(own, own.numbered > 0 ? said.allInOne(capital(own.label)) : capital(own.label));
  const [, stem = '', number = ''] = name.match(/^(.*?)(\d+)$/) ?? [];
  const numbered = names.find((one) => one.name === stem);
  return numbered ? labelled(numbered, said.numbered(capital(numbered.label), Number(number))) : name;
}

function labelled({ name }: ColumnName, label: string): string {
  const box = boxes[name];
  // Of a claim and of its line it is called the same.
  const full = name.startsWith('line_') && !label.toLowerCase().includes('line') ? said.ofLine(label) : label;
  return box ? `${full} · ${words.claim.box(box)}` : full;
}

function capital(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** The list's options, to be copied into each box. */
export function optionsOf(names: readonly ColumnName[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(new Option(said.noName, ''));
  for (const [group] of groups) {
    const list = document.createElement('optgroup');
    list.label = said.groups[group] ?? group;
    for (const { name, numbered } of names) {
      if (groups.find(([, own]) => own.test(name))?.[0] !== group) continue;
      for (let number = 0; number <= numbered; number++) {
        const full = number === 0 ? name : `${name}${number}`;
        list.append(new Option(labelOf(full, names), full));
      }
    }
    fragment.append(list);
  }
  return fragment;
}
