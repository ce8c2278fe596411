// SPDX-License-Identifier: Apache-2.0
// Claims for these tests: invented people, every way of a file that the cutting into blocks has to mind.

/** A claim without a defect as contract JSON, but for what `changes` says. */
export function claim(changes = {}) {
  return {
    id: 'A-1',
    payer: { class: 'medicare_b' },
    billing: { npi: '1234567893' },
    rendering: { npi: '1234567893' },
    pos: '11',
    patient: { birth_date: '1950-02-01', sex: 'F' },
    subscriber: { id: '1EG4TE5MK73' },
    diagnoses: ['M54.50'],
    lines: [line('99213', { modifiers: ['25'], charge: '120.00' }), line('96372', { charge: '40.00' }), line('J1885', { modifiers: ['JZ'], units: '4' })],
    ...changes,
  };
}

export const line = (code, changes = {}) => ({ code, modifiers: [], units: '1', charge: '12.00', from: '2026-09-15', pointers: [1], ...changes });

/** The same with an error: the visit lacks modifier 25. */
export const faulty = (changes = {}) => claim({ lines: [line('99213', { charge: '120.00' }), ...claim().lines.slice(1)], ...changes });

/** With an error that nobody need be asked about: 25 on the injection. */
export const slipped = (changes = {}) => claim({ lines: claim().lines.map((one) => (one.code === '96372' ? { ...one, modifiers: ['25'] } : one)), ...changes });

/** Only a warning and nothing worse. */
export const doubtful = () => claim({ lines: [...claim().lines, line('80053'), line('80053')] });

const pad = (text, size) => text.padEnd(size, ' ');
const address = ['N3*1 MAIN ST', 'N4*BUFFALO*NY*14202'];

function claim837(number, { defect, day }) {
  const visit = defect === 'no 25' ? '99213' : '99213:25';
  const drug = defect === 'no JZ' ? 'J1885' : 'J1885:JZ';
  return [
    `CLM*C-${number}*172***11:B:1*Y*A*Y*Y`,
    'HI*ABK:M5450',
    'NM1*82*1*ROE*RICHARD****XX*1234567893',
    ...[[visit, 120, 1], ['96372', 40, 1], [drug, 12, 4]].flatMap(([code, charge, units], at) => [
      `LX*${at + 1}`,
      `SV1*HC:${code}*${charge}*UN*${units}***1`,
      `DTP*472*D8*${day}`,
      `REF*6R*${number}-${at + 1}`,
    ]),
  ];
}

const defects = ['none', 'no 25', 'none', 'no JZ', 'none'];

/** Of the shape of Medicare's ids; another one for each number below 160,000. */
function memberId(number) {
  const letters = 'ACDEFGHJKMNPQRTUVWXY';
  const letter = (place) => letters[Math.floor(number / (100 * 20 ** place)) % 20];
  return `1${letter(2)}G4TE5${letter(1)}${letter(0)}${String(number % 100).padStart(2, '0')}`;
}

/** One subscriber with some claims of his own or of his dependents; every seventh comes again later, for the same day. */
function subscriber(hl, first, claims) {
  const member = first % 7 === 0 ? '9XX0XX0XX00' : memberId(first);
  const dependent = first % 5 === 3;
  const day = `202609${String(10 + (first % 7 === 0 ? 0 : first % 9)).padStart(2, '0')}`;
  const segments = [
    `HL*${hl}*1*22*${dependent ? 1 : 0}`,
    `SBR*P*${dependent ? '' : '18'}*******${first % 4 ? 'MB' : 'CI'}`,
    `NM1*IL*1*DOE*JANE****MI*${member}`,
    ...address,
    'DMG*D8*19500201*F',
    `NM1*PR*2*PAYER ${first % 4}*****PI*0440${first % 4}`,
  ];
  if (dependent) segments.push(`HL*${hl + 1}*${hl}*23*0`, 'PAT*19', `NM1*QC*1*DOE*CHILD${first}`, ...address, 'DMG*D8*20100201*M');
  for (let i = 0; i < claims; ++i) segments.push(...claim837(first + i, { defect: defects[(first + i) % defects.length], day }));
  return { segments, levels: dependent ? 2 : 1 };
}

function transactionSet(number, first, claims) {
  const segments = [`ST*837*${number}*005010X222A1`, 'BHT*0019*00*1*20260918*1200*CH', 'NM1*41*2*CLINIC*****46*SENDER',
    'PER*IC*OFFICE*TE*7165550100', 'NM1*40*2*PAYER*****46*RECEIVER'];
  let hl = 1;
  for (let done = 0; done < claims;) {
    if (done % 40 === 0) {
      segments.push(`HL*${hl++}**20*1`, `NM1*85*2*CLINIC ${done}*****XX*1234567893`, ...address, 'REF*EI*123456789');
    }
    const next = Math.min(claims - done, done % 40 === 0 || done % 3 ? 1 : 2);
    const { segments: more, levels } = subscriber(hl, first + done, next);
    segments.push(...more);
    hl += levels;
    done += next;
  }
  return [...segments, `SE*${segments.length + 1}*${number}`];
}

/** The same as an 837I: a hospital's types of bill and service lines. */
export function file837i(claims, options) {
  return file837(claims, options)
    .replaceAll('005010X222A1', '005010X223A2')
    .replaceAll(/(\*\d+):B:(\d)/g, '*13:A:$2')
    .replaceAll(/SV1\*([^*~]*)\*([^*~]*)\*([^*~]*)\*([^*~]*)\*[^~]*/g, 'SV2*0510*$1*$2*$3*$4');
}

/** A file of `claims` claims in sets of `perSet`, with its segments ended by `end`. */
export function file837(claims, { perSet = 500, end = '~\n', first = 1 } = {}) {
  const segments = [];
  let sets = 0;
  for (let done = 0; done < claims; done += perSet) {
    segments.push(...transactionSet(String(++sets).padStart(4, '0'), first + done, Math.min(perSet, claims - done)));
  }
  return [
    `ISA*00*${pad('', 10)}*00*${pad('', 10)}*ZZ*${pad('SENDER', 15)}*ZZ*${pad('RECEIVER', 15)}*260918*1200*^*00501*000000001*0*P*:`,
    'GS*HC*SENDER*RECEIVER*20260918*1200*1*X*005010X222A1',
    ...segments,
    `GE*${sets}*1`,
    'IEA*1*000000001',
  ].map((segment) => segment + end).join('');
}

const isa = 'ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *261001*1200*^*00501*000000001*0*P*:~';

/** An 835 that pays `visit` for the visit of that claim, and the rest in full; 0 denies it (CO-236). */
export const remittance = (id, visit) =>
  `${isa}GS*HP*P*Q*20261001*1200*1*X*005010X221A1~ST*835*1~BPR*I*${visit + 88}*C*ACH************20261001~TRN*1*CHK1~` +
  `N1*PR*MEDICARE~N1*PE*PRACTICE*XX*1234567893~CLP*${id}*1*172*${visit + 88}*0*MB*ICN1~NM1*QC*1*A*B****MI*1EG4TE5MK73~` +
  `SVC*HC:99213:25*120*${visit}~DTM*472*20260915~CAS*CO*${visit === 0 ? 236 : 45}*${120 - visit}~SVC*HC:96372*40*40~DTM*472*20260915~` +
  'SVC*HC:J1885:JZ*12*48~DTM*472*20260915~CAS*CO*94*-36~SE*9*1~GE*1*1~IEA*1*000000001~';
