// SPDX-License-Identifier: Apache-2.0
// Options that change what is found: the day, the payer, the profile, tables of one's own, the kind of file.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { claim, faulty, file837 } from './support/claims.mjs';
import { assertSentence, check, deltoid, findings, folder, root, summary } from './support/run.mjs';

const rulesOf = (run) => findings(run.stdout).map((one) => one.rule);
const jsonl = ['--format', 'jsonl'];

test('--as-of is the day of the check: a claim sent too late', () => {
  const at = (day) => rulesOf(deltoid(['check', ...jsonl, '--as-of', day, '-'], { input: JSON.stringify(claim()) }));
  assert.deepEqual(at('2026-09-20'), []);
  assert.deepEqual(at('2028-01-15'), ['PAY001']);
});

test('--as-of file is the day that the file says it was made, whatever today is', (t) => {
  const here = folder(t);
  const ofYear = (year) => file837(1).replace('GS*HC*SENDER*RECEIVER*2026', `GS*HC*SENDER*RECEIVER*${year}`).replace(/(RECEIVER +\*)26/, `$1${year % 100}`)
    .replace('BHT*0019*00*1*2026', `BHT*0019*00*1*${year}`);
  const [early, late] = [2026, 2028].map((year) => here.write(`${year}.837`, ofYear(year)));
  const run = deltoid(['check', ...jsonl, '--as-of', 'file', '--select', 'PAY001', early, late]);
  assert.deepEqual(findings(run.stdout).map((one) => [one.file, one.rule]), [[late, 'PAY001']]);
});

test('without --as-of it is the local calendar day', () => {
  // 25 hours apart: never the same day. Written out (POSIX TZ), since a small machine has no database of zones.
  const zones = { '<+14>-14': 14, '<-11>11': -11 };
  const dayIn = (zone) => new Date(Date.now() + zones[zone] * 3600e3).toISOString().slice(0, 10);
  for (const zone of Object.keys(zones)) {
    const run = (args) => deltoid(['check', ...jsonl, ...args, '-'], { input: JSON.stringify(claim({ lines: claim().lines.map((line) => ({ ...line, from: dayIn(zone) })) })), env: { TZ: zone } }).stdout;
    assert.equal(run([]), run(['--as-of', dayIn(zone)]));
  }
});

test('--payer is for claims that do not tell theirs', () => {
  const without = (modifier) => claim().lines.map((one) => ({ ...one, modifiers: one.modifiers.filter((each) => each !== modifier) }));
  const rules = (payer, option) => rulesOf(check([...jsonl, '--payer', option, '-'], { input: JSON.stringify(claim({ payer, lines: without('JZ') })) }));
  assert.deepEqual(rules({}, 'medicare_b'), ['DRG004']);   // JZ is Medicare's
  assert.deepEqual(rules({}, 'commercial'), []);
  assert.deepEqual(rules({ class: 'medicare_b' }, 'commercial'), ['DRG004']);
});

test('--profile is a file of choices', (t) => {
  const here = folder(t);
  const profile = here.write('profile.json', JSON.stringify({ rules: { BND003: 'off' } }));
  assert.deepEqual(rulesOf(check([...jsonl, '--profile', profile, '-'], { input: JSON.stringify(faulty()) })), []);
});

test('--history holds new claims against earlier ones, and says nothing of those', (t) => {
  const here = folder(t);
  const earlier = here.write('earlier.json', JSON.stringify([faulty({ id: 'OLD' }), faulty({ id: 'OTHER', subscriber: { id: '1EG4TE5MK99' } })]));
  const run = check([...jsonl, '--history', earlier, '-'], { input: JSON.stringify(claim({ id: 'NEW' })) });
  assert.deepEqual(findings(run.stdout).map((one) => [one.claim, one.rule, one.line]), [['NEW', 'HIS005', 2], ['NEW', 'HIS005', 3]]);
  assert.equal(summary(run.stdout).claims, 1);
  assert.deepEqual(check([...jsonl, '--jobs', '2', '--history', earlier, '-'], { input: JSON.stringify(claim({ id: 'NEW' })) }), run);
});

test('--history that holds no claims', (t) => {
  const run = check(['--history', folder(t).write('notes.txt', 'not a claim'), '-'], { input: JSON.stringify(claim()) });
  assert.equal(run.status, 2);
  assertSentence(run.stderr, /notes\.txt: No claims were found in it\./);
});

const badProfiles = [
  ['{"rules": {\n  "BND003": "of" } }', /profile\.json: \/rules\/BND003: /],
  ['{"rules": {\n "BND003": off\n} }', /profile\.json:2: this is not JSON/],
  ['{} {"format": "json"}', /profile\.json:1: this is not JSON/],
  ['', /profile\.json:1: this is not JSON/],
  ['[]', /profile\.json: A profile is a JSON object/],
  ['{"filing_limit_days": "a year"}', /profile\.json: \/filing_limit_days: It must be/],
];
for (const [text, sentence] of badProfiles) {
  test(`a profile that cannot serve: ${JSON.stringify(text)}`, (t) => {
    const run = check(['--profile', folder(t).write('profile.json', text), '-'], { input: '{}' });
    assert.deepEqual([run.status, run.stdout], [2, '']);
    assertSentence(run.stderr, sentence);
  });
}

test('every problem of a profile is said', (t) => {
  const profile = folder(t).write('profile.json', '{"payers": [{"id": "1", "class": "x"}, {}], "colour": 1}');
  const run = check(['--profile', profile, '-'], { input: '{}' });
  assert.equal(run.status, 2);
  assert.equal(run.stderr.trimEnd().split('\n').length, 3);
});

test('a profile that is not there', (t) => {
  const run = check(['--profile', folder(t).join('none.json'), '-'], { input: '{}' });
  assert.equal(run.status, 2);
  assertSentence(run.stderr, /There is no file .*none\.json/);
});

const pack = (name) => readFileSync(join(root, 'core/data', name), 'utf8');
const later = pack('mue_practitioner_2026q4.tsv').replaceAll('2026Q4', '2027Q1').replaceAll('2026-10-01', '2027-01-01').replaceAll('2026-12-31', '2027-03-31');

test('--tables reads every pack of a folder', (t) => {
  const here = folder(t);
  here.write('a.tsv', later);
  here.write('notes.txt', 'no pack');
  const { tables } = summary(check([...jsonl, '--tables', here.path, '-'], { input: JSON.stringify(claim()) }).stdout);
  assert.ok(tables.some((table) => table.name === 'mue-practitioner' && table.edition === '2027Q1'));
});

test('a broken pack is named with its line, and nothing is checked', (t) => {
  const here = folder(t);
  here.write('good.tsv', later);
  here.write('broken.tsv', later.trimEnd() + '\nthis is no row\n');
  const run = check(['--tables', here.path, '-'], { input: JSON.stringify(claim()) });
  assert.deepEqual([run.status, run.stdout], [2, '']);
  assert.match(run.stderr, /^deltoid: .*broken\.tsv:\d+: /);
});

test('a folder of tables that is none', (t) => {
  const here = folder(t);
  mkdirSync(here.join('empty'));
  for (const [tables, sentence] of [['empty', /holds no packs/], ['none', /There is no folder/], ['file', /is not a folder/]]) {
    here.write('file', '');
    const run = check(['--tables', here.join(tables), '-'], { input: '{}' });
    assert.equal(run.status, 2);
    assertSentence(run.stderr, sentence);
  }
});

test('--from says what a file is', () => {
  const rules = (from) => rulesOf(check([...jsonl, '--from', from, '-'], { input: 'HELLO' }));
  assert.deepEqual(rules('x12'), ['X12006']);
  assert.deepEqual(rules('json'), ['SRC003']);
});

test('--stats says how often each rule spoke', () => {
  const run = check(['--stats', '-'], { input: JSON.stringify([faulty(), faulty({ id: 'A-2', subscriber: { id: '1EG4TE5MK74' } })]) });
  assert.match(run.stdout, /^ +2 {2}BND003 {2}visit-without-25$/m);
});

test('a file is named as it was typed', (t) => {
  const here = folder(t);
  here.write('a.json', JSON.stringify(faulty()));
  for (const name of ['a.json', './a.json']) {
    const run = check([...jsonl, name], { cwd: here.path });
    assert.equal(findings(run.stdout)[0].file, name);
  }
  assert.equal(findings(check([...jsonl, '-'], { input: JSON.stringify(faulty()) }).stdout)[0].file, '-');
});
