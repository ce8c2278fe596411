// SPDX-License-Identifier: Apache-2.0
// Official files from the command line to the finding: imported, listed, verified, and used by a check.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { gzipSync } from 'node:zlib';

import { zip } from './support/archives.mjs';
import { claim, faulty, file837, line } from './support/claims.mjs';
import { crosswalk, fees, limits, order, quarter } from './support/official.mjs';
import { assertSentence, check, deltoid, findings, folder, summary } from './support/run.mjs';

const tables = (args, options) => deltoid(['tables', ...args], options);

test('files, packed files and folders become packs that are whole and named after table and edition', (t) => {
  const { path, join, write } = folder(t);
  mkdirSync(join('in'));
  write('in/icd10cm_order_2027.txt', order);
  write('in/icd10cm_order_2027.xlsx', zip(['[Content_Types].xml', 'x'], ['xl/workbook.xml', 'x']));
  write('ptp.zip', zip(...quarter.slice(0, 2), ['ccipra-v330r0-f1.xlsx', 'PK\x03\x04'], ['readme.txt', 'Read me.']));
  for (const [name, text] of quarter.slice(2)) write(name, text);
  write('MCR_MUE_PractitionerServices_Eff_01-01-2027.csv.gz', gzipSync(limits));
  const run = tables(['import', 'ptp.zip', ...quarter.slice(2).map(([name]) => name), 'MCR_MUE_PractitionerServices_Eff_01-01-2027.csv.gz', 'in', '--out', 'packs'], { cwd: path });
  assert.deepEqual([run.status, run.stderr], [0, '']);
  assert.deepEqual(readdirSync(join('packs')).sort(), ['icd10_codes_fy2027.tsv', 'mue_practitioner_2027q1.tsv', 'ncci_ptp_practitioner_2027q1.tsv']);
  assert.match(run.stdout, /packs\/ncci_ptp_practitioner_2027q1\.tsv: ncci-ptp-practitioner 2027Q1, 2027-01-01 to 2027-03-31, complete, 4 rows\n/);
  assert.match(run.stdout, /Not used: ptp\.zip\/ccipra-v330r0-f1\.xlsx and 2 more\.\n/);
  const pack = readFileSync(join('packs/ncci_ptp_practitioner_2027q1.tsv'), 'utf8');
  assert.match(pack, /^# pack: ncci-ptp-practitioner\n# edition: 2027Q1\n# from: 2027-01-01\n# to: 2027-03-31\n# complete: yes\n/);
  assert.match(pack, /# made from ptp\.zip\/ccipra-v330r0-f1\.txt, SHA-256 [0-9a-f]{64}\n/);
  assert.ok(pack.endsWith('99213\t99213\t2013-07-01\t2019-12-31\t2\t1\n99213\t99213\t2020-10-01\t\t2\t1\n'));

  const verified = tables(['verify', 'packs'], { cwd: path });
  assert.equal(verified.status, 0);
  assert.match(verified.stdout, /All packs can be used, together and with the built-in ones\.\n$/);
  const listed = tables(['list', 'packs', '--format', 'json'], { cwd: path });
  const mine = JSON.parse(listed.stdout).filter((one) => one.from === '2027-01-01');
  assert.deepEqual(mine.map((one) => [one.name, one.edition, one.to, one.complete]),
    [['mue-practitioner', '2027Q1', '2027-03-31', false], ['ncci-ptp-practitioner', '2027Q1', '2027-03-31', true]]);
  assert.match(tables(['list']).stdout, /^ncci-ptp-practitioner +2024Q3 +2024-07-01 to 2024-09-30 +complete +CMS/m);

  // The same again takes the place of what is there.
  assert.equal(tables(['import', 'in', '--out', 'packs'], { cwd: path }).status, 0);
  assert.equal(readdirSync(join('packs')).length, 3);
});

test('what cannot be imported is named, with its row, and the rest is written', (t) => {
  const { path, join, write } = folder(t);
  write('MCR_MUE_PractitionerServices_Eff_01-01-2027.csv', limits);
  const cases = [
    ['readme.txt', 'Read me.\n', /^deltoid: readme\.txt: This is none of the files that are read/],
    ['docs.zip', zip(['readme.txt', 'Read me.\n']), /^deltoid: docs\.zip holds none of the tables that are read\.\n$/],
    ['ccipra-v330r0-f1.txt', quarter[0][1].slice(0, -20), /^deltoid: ccipra-v330r0-f1\.txt:5: The file ends in the middle of a row: it was cut short\.\n$/],
    ['ccioph-v330r0-f1.txt', quarter[0][1], /^deltoid: ccioph-v330r0-f1\.txt:1: By its name the file is a part of ncci-ptp-outpatient, by its pairs of anesthesia/],
    ['ccipra-v200r0-f1.txt', quarter[0][1].replace('20090101', '20260701'), /^deltoid: ccipra-v200r0-f1\.txt:4: The pair begins on 20260701, when the edition 2014Q1 has ended\./],
    ['ccipra-v330r0-f1.xlsx', zip(['[Content_Types].xml', 'x']), /is a workbook or another Office document/],
    ['cut.gz', gzipSync(limits).subarray(0, 60), /cut\.gz is cut short/],
    ['gone.csv', null, /gone\.csv/],
  ];
  for (const [name, bytes, sentence] of cases) {
    if (bytes !== null) write(name, bytes);
    const run = tables(['import', name, 'MCR_MUE_PractitionerServices_Eff_01-01-2027.csv', '--out', 'packs'], { cwd: path });
    assert.equal(run.status, 2, name);
    assert.match(run.stderr, sentence);
    assert.deepEqual(readdirSync(join('packs')), ['mue_practitioner_2027q1.tsv'], name);
  }
});

test('an edition that contradicts one in the folder is refused with both names, and nothing of it is written', (t) => {
  const { path, join, write } = folder(t);
  write('MCR_MUE_PractitionerServices_Eff_01-01-2027.csv', limits);
  mkdirSync(join('packs'));
  write('packs/mine.tsv', '# pack: mue-practitioner\n# edition: ours\n# from: 2027-01-01\n# to: 2027-12-31\n# complete: no\n# source: us\n# confidence: verified\ncode\tunits\n96372\t9\n');
  const run = tables(['import', 'MCR_MUE_PractitionerServices_Eff_01-01-2027.csv', '--out', 'packs'], { cwd: path });
  assert.equal(run.status, 2);
  assertSentence(run.stderr, /The edition 2027Q1 of mue-practitioner is for days that edition ours already covers, and they differ on 2027-01-01: 96372\./);
  assert.deepEqual(readdirSync(join('packs')), ['mine.tsv']);
  write('packs/wrong.tsv', '# pack: mue-practitioner\n');
  const verified = tables(['verify', 'packs'], { cwd: path });
  assert.equal(verified.status, 1);
  assert.match(verified.stdout, /packs\/mine\.tsv: all right\npacks\/wrong\.tsv:2: .*\n/);
  assert.match(verified.stdout, /1 of 2 packs cannot be used\.\n$/);
});

test('imported tables speak: diagnoses, packages, money', (t) => {
  const { path, write } = folder(t);
  write('icd10cm_order_2027.txt', order);
  write('crosswalk.csv', crosswalk);
  write('PPRRVU2026_Jul_nonQPP.csv', fees);
  const made = tables(['import', 'icd10cm_order_2027.txt', 'crosswalk.csv', 'PPRRVU2026_Jul_nonQPP.csv', '--out', 'packs'], { cwd: path });
  assert.deepEqual([made.status, made.stderr], [0, '']);
  const run = (claims, more = []) =>
    deltoid(['check', '--as-of', '2026-11-20', '--format', 'jsonl', '--tables', 'packs', ...more, '-'], { input: JSON.stringify(claims), cwd: path });
  const rulesOf = (result) => findings(result.stdout).map((finding) => finding.rule);

  const autumn = (diagnosis) => ({ ...claim({ diagnoses: [diagnosis] }), lines: claim().lines.map((one) => ({ ...one, from: '2026-10-15' })) });
  assert.ok(rulesOf(run(autumn('M54.51'))).includes('DX005'), 'the list of the year does not have it');
  assert.ok(!rulesOf(run(autumn('M54.50'))).includes('DX005'));

  const packed = (code) => claim({ lines: [...claim().lines.slice(0, 2), line(code, { modifiers: ['JZ'], units: '2', ndc: { code: '00409379501', quantity: '2', unit: 'ML' } })] });
  assert.ok(rulesOf(run(packed('J2405'))).includes('NDC008'));
  assert.ok(!rulesOf(run(packed('J1885'))).includes('NDC008'));

  const told = run(faulty());
  assert.equal(summary(told.stdout).amount_at_risk, '120.00');
  assert.equal(summary(told.stdout).medicare_amount_at_risk, '93.19');
  assert.ok(told.stdout.includes('"amount_at_risk":"120.00","medicare_amount_at_risk":"93.19","by_rule"'));
  assert.match(run(faulty(), ['--format', 'text']).stdout, /\$120\.00 at risk \(\$93\.19 by Medicare's fee schedule\)\.\n$/);
  assert.match(run(faulty(), ['--format', 'html']).stdout, /\$93\.19/);
  assert.match(run(faulty(), ['--format', 'fhir']).stdout, /\$120\.00 at risk \(\$93\.19 by Medicare's fee schedule\)/);
  const many = file837(3000);   // visits without 25, claims sent twice
  write('many.837', many);
  const jobs = (number) => deltoid(['check', '--as-of', '2026-11-20', '--format', 'jsonl', '--tables', 'packs', '--jobs', number, 'many.837'], { cwd: path }).stdout;
  assert.equal(jobs('4'), jobs('1'));
  const { amount_at_risk: charge, medicare_amount_at_risk: fee } = summary(jobs('1'));
  assert.ok(Number(fee) > 1000 && Number(fee) < Number(charge));
  const without = check(['--format', 'jsonl', '-'], { input: JSON.stringify(faulty()) });
  assert.ok(!('medicare_amount_at_risk' in summary(without.stdout)));
});

const mistakes = [
  [['tables'], /import, list or verify/],
  [['tables', 'imprt'], /cannot imprt\. Did you mean import\?/],
  [['tables', 'import'], /Which files\?/],
  [['tables', 'import', 'a'], /Where to\?/],
  [['tables', 'import', '-', '-', '--out', 'x'], /only once/],
  [['tables', 'verify'], /Which folder\?/],
  [['tables', 'verify', '/no/such/folder'], /no folder/],
  [['tables', 'list', '/no/such/folder'], /no folder/],
  [['tables', 'list', '--format', 'xml'], /--format must be text or json, not xml/],
  [['tables', 'import', 'a', '--out', '/no/such/folder/x'], /not there/],
];
for (const [args, sentence] of mistakes)
  test(`deltoid ${args.join(' ')}: ${sentence.source}`, () => {
    const run = deltoid(args);
    assert.deepEqual([run.status, run.stdout], [2, '']);
    assertSentence(run.stderr, sentence);
  });

test('help', () => {
  for (const command of ['import', 'list', 'verify']) {
    const run = tables([command, '--help']);
    assert.equal(run.status, 0);
    assert.match(run.stdout, new RegExp(`Usage: deltoid tables ${command}`));
  }
  assert.match(tables(['--help']).stdout, /tables import FILE/);
});
