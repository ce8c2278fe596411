// SPDX-License-Identifier: Apache-2.0
// Small 837P files for the tests of the page: invented people, and only what a claim needs to be read.

const place = ['N3*1 MAIN ST', 'N4*BUFFALO*NY*14202'];

/** One claim of `lines`: [code with modifiers, charge, units, pointers]. */
export function claim({ id = 'A-1', day = '20260915', diagnoses = ['M5450'], lines, payer = 'MB' }) {
  const total = lines.reduce((sum, [, charge]) => sum + Number(charge), 0).toFixed(2);
  return [
    `HL*${'{hl}'}*1*22*0`,
    `SBR*P*18*******${payer}`,
    `NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73`,
    ...place,
    'DMG*D8*19500201*F',
    'NM1*PR*2*MEDICARE PART B*****PI*04402',
    `CLM*${id}*${total}***11:B:1*Y*A*Y*Y`,
    `HI*${diagnoses.map((code, at) => `${at === 0 ? 'ABK' : 'ABF'}:${code}`).join('*')}`,
    'NM1*82*1*ROE*RICHARD****XX*1234567893',
    ...lines.flatMap(([code, charge, units, pointers], at) => [
      `LX*${at + 1}`,
      `SV1*HC:${code}*${charge}*UN*${units}***${pointers}`,
      `DTP*472*D8*${day}`,
    ]),
  ];
}

/** A file with one provider and these claims. */
export function file837(claims) {
  const segments = [
    'ST*837*0001*005010X222A1',
    'BHT*0019*00*1*20260920*1200*CH',
    'NM1*41*2*CLINIC*****46*SENDER',
    'PER*IC*OFFICE*TE*7165550100',
    'NM1*40*2*PAYER*****46*RECEIVER',
    'HL*1**20*1',
    'NM1*85*2*CLINIC*****XX*1234567893',
    ...place,
    'REF*EI*123456789',
    ...claims.flatMap((one, at) => one.map((segment) => segment.replace('{hl}', String(at + 2)))),
  ];
  const body = [...segments, `SE*${segments.length + 1}*0001`];
  const envelope = [
    `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*ZZ*SENDER${' '.repeat(9)}*ZZ*RECEIVER${' '.repeat(7)}*260920*1200*^*00501*000000001*0*P*:`,
    'GS*HC*SENDER*RECEIVER*20260920*1200*1*X*005010X222A1',
    ...body,
    'GE*1*1',
    'IEA*1*000000001',
  ];
  return envelope.map((segment) => `${segment}~\n`).join('');
}

const visit = (modifier) => [`99213${modifier}`, '120.00', '1', '1'];
const injection = (pointers = '1') => ['96372', '40.00', '1', pointers];
const ketorolac = (modifier) => [`J1885${modifier}`, '12.00', '4', '1'];

/** `count` claims: every third without 25, every fourth without JZ, the rest clean. */
export function mixedFile(count) {
  const claims = Array.from({ length: count }, (_, at) =>
    claim({
      id: `A-${20000 + at}`,
      day: `202609${String(10 + (at % 15)).padStart(2, '0')}`,
      lines: [visit(at % 3 ? ':25' : ''), injection(), ketorolac(at % 4 ? ':JZ' : '')],
    }).map((segment) => segment.replace('1EG4TE5MK73', memberId(at))),
  );
  return file837(claims);
}

/** Different patients, so that no claim is taken for part of another's day. */
function memberId(at) {
  const letters = 'ACDEFGHJKMNPQRTUVWXY';
  const letter = (power) => letters[Math.floor(at / 20 ** power) % 20];
  return `1${letter(0)}G4${letter(1)}E5M${letter(2)}73`;
}

const drug = ketorolac(':JZ');

/** One claim for each list of the work queue, two that are the same, and one without an injection. */
export function queueFile() {
  const of = (id, member, lines, payer) =>
    claim({ id, lines, ...(payer ? { payer } : {}) }).map((segment) =>
      segment.replace('1EG4TE5MK73', member),
    );
  return file837([
    of('CLEAN-1', '1EG4TE5MA11', [visit(':25'), injection(), drug]),
    of('FIX-1', '1EG4TE5MA12', [visit(''), injection(), drug]),
    of('CHART-1', '1EG4TE5MA13', [injection(), injection(), drug]),
    of('PAYER-1', 'ABC123', [injection()], 'CI'),
    of('UNCHECKED-1', 'XYZ123', [injection(), drug], 'ZZ'),
    of('SAME-1', '1EG4TE5MA14', [visit(':25'), injection(), drug]),
    of('SAME-2', '1EG4TE5MA14', [visit(':25'), injection(), drug]),
    of('OTHER-1', '1EG4TE5MA18', [visit('')]),
  ]);
}
