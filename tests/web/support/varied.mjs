// SPDX-License-Identifier: Apache-2.0
// A batch of several payers, drugs and defects as contract JSON: invented people, charges that can be summed by head.

const payers = [
  { class: 'medicare_b', name: 'MEDICARE PART B', id: '04402' },
  { class: 'medicare_b', name: 'MEDICARE PART B', id: '04402' },
  { class: 'commercial', name: 'HEALTHY MUTUAL', id: '60054' },
  { class: 'medicaid', name: 'STATE MEDICAID', id: 'SKTX0' },
  { class: 'tricare', name: 'TRICARE EAST', id: 'TREST' },
];
const drugs = [
  ['J1885', '4', '12.00'],
  ['J3420', '1', '9.00'],
  ['J0696', '4', '31.00'],
  ['J1100', '4', '8.00'],
];

/** `count` claims: every third without 25, every fourth without pointer on the injection, every seventh with an odd total. */
export function variedBatch(count) {
  return JSON.stringify(Array.from({ length: count }, (_, at) => variedClaim(at)));
}

function variedClaim(at) {
  const day = `2026-09-${String(10 + (at % 15)).padStart(2, '0')}`;
  const [code, units, charge] = drugs[(at >> 1) % drugs.length];
  const line = (more) => ({ units: '1', from: day, to: day, pointers: ['A'], ...more });
  const lines = [
    line({ code: '99213', charge: '120.00', modifiers: at % 3 ? ['25'] : [] }),
    line({ code: '96372', charge: '40.00', pointers: at % 4 ? ['A'] : [] }),
    line({ code, units, charge, modifiers: ['JZ'], ndc: { code: '00409379501', quantity: '1', unit: 'ML' } }),
  ];
  const sum = lines.reduce((total, { charge: one }) => total + Number(one), 0);
  return {
    id: `V-${1000 + at}`,
    kind: 'professional',
    payer: payers[at % payers.length],
    pos: '11',
    billing: { npi: '1234567893' },
    rendering: { npi: '1234567893', entity: 'person' },
    patient: { id: `P${at}`, birth_date: '1950-02-01', sex: 'F' },
    subscriber: { id: '1EG4TE5MK73' },
    diagnoses: ['M54.50'],
    total_charge: (at % 7 ? sum : sum + 1).toFixed(2),
    lines,
  };
}
