// SPDX-License-Identifier: Apache-2.0
// What payers answer, for the tests of the page: small 835 and 277CA files, and claims that some of them answer.
import { claim, file837 } from './claims837.mjs';

const envelope = (group, guide, segments) =>
  [
    `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*ZZ*PAYER${' '.repeat(10)}*ZZ*CLINIC${' '.repeat(9)}*261001*1200*^*00501*000000001*0*P*:`,
    `GS*${group}*PAYER*CLINIC*20261001*1200*1*X*${guide}`,
    ...segments,
    'GE*1*1',
    'IEA*1*000000001',
  ]
    .map((segment) => `${segment}~\n`)
    .join('');

const sum = (amounts) => amounts.reduce((all, one) => all + Number(one), 0);

/**
 * One answer: `lines` of [code with modifiers, charge, paid, {CO: [CARC, amount], remarks: [RARC]}]; status 1 unless all of
 * it is denied.
 */
export function answer({ id, member = '1EG4TE5MK73', day = '20260915', lines }) {
  const charge = sum(lines.map(([, amount]) => amount));
  const paid = sum(lines.map(([, , amount]) => amount));
  return {
    paid,
    segments: [
      `CLP*${id}*${paid > 0 ? 1 : 4}*${charge.toFixed(2)}*${paid.toFixed(2)}**MB*ICN${id}`,
      `NM1*QC*1*DOE*JANE****MI*${member}`,
      ...lines.flatMap(([code, amount, paidLine, { remarks = [], ...groups } = {}]) => [
        `SVC*HC:${code}*${amount}*${paidLine}`,
        `DTM*472*${day}`,
        ...Object.entries(groups).map(([group, [carc, taken]]) => `CAS*${group}*${carc}*${taken}`),
        ...remarks.map((remark) => `LQ*HE*${remark}`),
      ]),
    ],
  };
}

/** One payment; `off` cents more than its claims and `provider` adjustments ([reason, amount]) come to. */
export function file835(answers, { npi = '1234567893', trace = 'CHK1', off = 0, provider = [] } = {}) {
  const payment =
    sum(answers.map(({ paid }) => paid)) - sum(provider.map(([, amount]) => amount)) + off / 100;
  const segments = [
    'ST*835*0001',
    `BPR*I*${payment.toFixed(2)}*C*ACH************20261001`,
    `TRN*1*${trace}*1999999999`,
    'N1*PR*MEDICARE PART B',
    `N1*PE*CLINIC*XX*${npi}`,
    'LX*1',
    ...answers.flatMap((one) => one.segments),
    ...provider.map(([reason, amount]) => `PLB*${npi}*20261231*${reason}*${amount}`),
  ];
  return envelope('HP', '005010X221A1', [...segments, `SE*${segments.length + 1}*0001`]);
}

/** An acknowledgement of claims: each with the state it is in, "A7:562" turned back. */
export function file277(states) {
  const segments = [
    'ST*277*0001*005010X214',
    'BHT*0085*08*ACK*20260921*1200*TH',
    'HL*1**20*1',
    'NM1*AY*2*CLEARINGHOUSE*****46*CLR',
    'HL*2*1*21*1',
    'NM1*41*2*CLINIC*****46*SENDER',
    'HL*3*2*19*1',
    'NM1*85*2*CLINIC*****XX*1234567893',
    ...states.flatMap(({ id, state, charge }, at) => [
      `HL*${at + 4}*3*PT`,
      'NM1*QC*1*DOE*JANE****MI*1EG4TE5MK73',
      `TRN*2*${id}`,
      `STC*${state}*20260921*${state.startsWith('A2') ? 'WQ' : 'U'}*${charge}`,
      'DTP*472*D8*20260915',
    ]),
  ];
  return envelope('HN', '005010X214', [...segments, `SE*${segments.length + 1}*0001`]);
}

const visit = (modifier) => [`99213${modifier}`, '120.00', '1', '1'];
const injection = ['96372', '40.00', '1', '1'];
const drug = ['J1885:JZ', '12.00', '4', '1'];

const members = ['11', '12', '13', '14', '15', '16', '17'].map((digits) => `1EG4TE5MA${digits}`);
const clean = ['CLEAN-1', 'MISSED-1', 'SILENT-1', 'BACK-1', 'SHORT-1'];

/** Claims of one day: two without 25 (one denied for it, one paid all the same), five that no rule speaks of. */
export function answeredClaims() {
  const ids = ['CAUGHT-1', 'LUCKY-1', ...clean];
  return file837(
    ids.map((id, at) =>
      claim({ id, lines: [visit(clean.includes(id) ? ':25' : ''), injection, drug] }).map((segment) =>
        segment.replace('1EG4TE5MK73', members[at]),
      ),
    ),
  );
}

/** What was answered to them: in a payment that is a dollar off, and to a claim that is not there. */
export function answersToThem() {
  const paid = (modifier) => [
    [`99213${modifier}`, '120.00', '80.00', { CO: ['45', '40.00'] }],
    ['96372', '40.00', '20.00', { CO: ['45', '20.00'] }],
    ['J1885:JZ', '12.00', '10.00', { CO: ['45', '2.00'] }],
  ];
  const of = (id, member, lines) => answer({ id, member: members[member], lines });
  return file835(
    [
      of('CAUGHT-1', 0, [
        ['99213', '120.00', '0', { CO: ['97', '120.00'], remarks: ['M15'] }],
        ...paid('').slice(1),
      ]),
      of('LUCKY-1', 1, paid('')),
      of('CLEAN-1', 2, paid(':25')),
      of('MISSED-1', 3, [
        paid(':25')[0],
        ['96372', '40.00', '0', { CO: ['50', '40.00'], remarks: ['N115'] }],
        paid('')[2],
      ]),
      of('SHORT-1', 6, paid(':25').slice(0, 2)),
      of('NOBODY-1', 0, paid(':25')),
    ],
    { off: 100, provider: [['WO:1', '5.00']] },
  );
}

/** And turned back before it was decided. */
export function acknowledgement() {
  return file277([{ id: 'BACK-1', state: 'A7:562:85', charge: '172.00' }]);
}

const payers = [
  ['MB', 'MEDICARE PART B'],
  ['CI', 'HEALTHY MUTUAL'],
  ['CI', 'KEYSTONE HEALTH'],
];
const months = Array.from({ length: 12 }, (_, at) => {
  const month = (at + 9) % 12;
  return `${month < 9 ? 2026 : 2025}${String(month + 1).padStart(2, '0')}`;
});

/** A year of `count` claims and what was answered: files for choose(). Denials that a rule sees and such that none does. */
export function answeredYear(count) {
  const all = Array.from({ length: count }, (_, at) => oneOfTheYear(at));
  return months.flatMap((month, at) => {
    const ofMonth = all.filter((one) => one.month === at);
    const sent = file837(ofMonth.map(({ segments }) => segments)).replaceAll('20260920', `${month}28`);
    const answers = ofMonth.flatMap((one) => one.answers);
    const paid = file835(answers, {
      trace: `EFT${month}`,
      off: at % 5 === 4 ? 250 : 0,
      provider: at % 3 === 0 ? [['L6', '-1.25']] : [],
    });
    return [
      [`claims-${month}.837`, sent],
      [`remits-${month}.835`, paid.replaceAll('20261001', `${month}28`)],
    ];
  });
}

/** One of the right form for each. */
function medicareNumber(at) {
  const letters = 'ACDEFGHJKMNPQRTUVWXY';
  const letter = (power) => letters[Math.floor(at / 20 ** power) % 20];
  return `1${letter(0)}G4${letter(1)}E5M${letter(2)}73`;
}

function oneOfTheYear(at) {
  const month = at % 12;
  const day = `${months[month]}${String(1 + (at % 26)).padStart(2, '0')}`;
  const id = `P-${10000 + at}`;
  const [kind, payer] = payers[at % 3];
  const member = kind === 'MB' ? medicareNumber(at) : `W${100000 + at}`;
  const without25 = at % 13 === 5;
  const withoutJz = at % 17 === 7 && kind === 'MB';
  const codes = [`99213${without25 ? '' : ':25'}`, '96372', `J1885${withoutJz ? '' : ':JZ'}`];
  const segments = claim({
    id,
    day,
    payer: kind,
    lines: [[codes[0], '120.00', '1', '1'], injection, [codes[2], '12.00', '4', '1']],
  });
  const denials = {
    0: without25 && at % 5 !== 0 && ['97', ['M15']],
    1:
      (at % 19 === 3 && ['50', ['N115']]) || (at % 29 === 4 && ['197']) || (at % 37 === 6 && ['97', ['M15']]),
    2:
      (withoutJz && ['4', ['N822']]) ||
      (at % 23 === 9 && ['16', ['M119']]) ||
      (at % 41 === 8 && ['151', ['N362']]),
  };
  const lines = [
    [codes[0], '120.00', '84.00'],
    [codes[1], '40.00', '24.00'],
    [codes[2], '12.00', '9.00'],
  ].map(([code, charge, paid], line) => {
    const [carc, remarks = []] = denials[line] || [];
    if (carc) return [code, charge, '0', { CO: [carc, charge], remarks }];
    return [code, charge, paid, { CO: ['45', (Number(charge) - Number(paid)).toFixed(2)] }];
  });
  return {
    month,
    segments: segments.map((segment) =>
      segment.replace('1EG4TE5MK73', member).replace('MEDICARE PART B', payer),
    ),
    answers: at % 31 === 11 ? [] : [answer({ id: at % 97 === 40 ? `${id}X` : id, member, day, lines })],
  };
}
