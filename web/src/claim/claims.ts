// SPDX-License-Identifier: Apache-2.0
// Claims to begin with: a blank one, and the example with three defects. And what a claim comes to.
import { addDays } from '../formats/dates.js';
import { plainCents, readCents } from '../formats/money.js';
import type { Claim, Line } from './model.js';

/** A claim form with nothing on it but what most claims of an office share. */
export function blankClaim(): Claim {
  return { kind: 'professional', payer: { class: 'medicare_b' }, pos: '11', diagnoses: [], lines: [{}] };
}

/**
 * The example: a visit without 25, a drug line without JZ, and an injection that points to no diagnosis. Its day is
 * always a fortnight ago, so that no filing limit has passed.
 */
export function exampleClaim(today: string): Claim {
  const day = { from: addDays(today, -14), to: addDays(today, -14) };
  return {
    id: 'EXAMPLE-1',
    kind: 'professional',
    payer: { class: 'medicare_b' },
    total_charge: '172.00',
    pos: '11',
    billing: { npi: '1234567893' },
    rendering: { npi: '1234567893', entity: 'person' },
    patient: { birth_date: '1950-02-01', sex: 'F' },
    subscriber: { id: '1EG4TE5MK73' },
    diagnoses: ['M54.50'],
    lines: [
      { code: '99213', units: '1', charge: '120.00', pointers: ['A'], ...day },
      { code: '96372', units: '1', charge: '40.00', ...day },
      { code: 'J1885', units: '4', charge: '12.00', pointers: ['A'], ...day },
    ],
  };
}

/** Does the line hold anything that was typed for it? Dates are carried from line to line and do not count. */
export function isBlankLine({ from, to, line, ...rest }: Line): boolean {
  return isEmpty(rest);
}

/** The claim as it goes to the engine: without the empty lines at its end. */
export function withoutBlankEnd(claim: Claim): Claim {
  const lines = [...(claim.lines ?? [])];
  while (lines.length > 0 && isBlankLine(lines.at(-1) as Line)) lines.pop();
  return { ...claim, lines };
}

/** Is there anything at all to check? */
export function hasCodes(claim: Claim): boolean {
  return (claim.lines ?? []).some(({ code }) => code);
}

/** The sum of the lines' charges, as a claim carries it. */
export function sumOfLines(claim: Claim): string {
  return plainCents((claim.lines ?? []).reduce((sum, { charge }) => sum + (readCents(charge) ?? 0), 0));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
