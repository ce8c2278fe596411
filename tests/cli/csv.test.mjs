// SPDX-License-Identifier: Apache-2.0
// Spreadsheets on the command line: told by their content, mapped with --columns, damage named, nothing lost.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { assertSentence, check, deltoid, findings, folder, summary, asOf } from './support/run.mjs';

const header = 'Claim #;Insurance Type;Date of Service;CPT/HCPCS;Mod;Units;Charge;Dx 1;Dx Ptr;POS;Patient DOB;Gender;Member ID;Rendering NPI;Billing NPI';
const patient = 'M54.50;A;11;02/01/1964;F;1EG4TE5MK73;1234567893;1234567893';
const visit = `A-1;MB;09/15/2026;99213;25;1;$120.00;${patient}`;
const injection = `A-1;MB;09/15/2026;96372;;1;$40.00;${patient}`;
const drug = `A-1;MB;09/15/2026;J1885;JZ;4;$12.00;${patient}`;
const sheet = (rows, end = '\n') => [header, ...rows, ''].join(end);
const clean = sheet([visit, injection, drug]);
const said = (input, args = []) => check(['--format', 'jsonl', ...args, '-'], { input });

test('a spreadsheet is told by its content, whatever its separators, line ends and encoding', () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(clean, 'utf16le')]);
  const inputs = {
    semicolons: clean,
    commas: clean.replaceAll(';', ','),
    tabs: clean.replaceAll(';', '\t'),
    bars: clean.replaceAll(';', '|'),
    CRLF: clean.replaceAll('\n', '\r\n'),
    CR: clean.replaceAll('\n', '\r'),
    'a byte order mark': `\ufeff${clean}`,
    'UTF-16': utf16,
    'a title and sep=': `sep=;\nClaims, September\n\n${clean}`,
  };
  for (const [what, input] of Object.entries(inputs)) {
    const run = said(input);
    assert.deepEqual([run.status, findings(run.stdout)], [0, []], what);
    const { claims, lines, clean_injection_lines, files } = summary(run.stdout);
    assert.deepEqual([claims, lines, clean_injection_lines, files[0].format, files[0].complete], [1, 3, 1, 'csv', true], what);
  }
});

test('a finding has the place of its row', () => {
  const run = said(sheet([visit.replace(';25;', ';;'), injection, drug]));
  assert.equal(run.status, 1);
  const [one] = findings(run.stdout);
  assert.equal(one.rule, 'BND003');
  assert.deepEqual(one.at, { offset: header.length + 1, segment: null, text_line: 2 });
  assert.equal(one.field, '/lines/0/modifiers');
  const text = check(['-'], { input: sheet([visit, injection.replace('96372', '9.6372E4'), drug]) });
  assert.match(text.stdout, /^-:3: warning: .*column CPT\/HCPCS, row 3: "9\.6372E4" was read as 96372/m);
});

test('what Excel did is read where it is certain, and an error where it is not', () => {
  const run = said(sheet([visit.replace('09/15/2026', '46280').replace(';25;', ';25.0;'), injection.replace('09/15/2026', '15/09/2026'), drug]));
  const cells = findings(run.stdout).filter((one) => one.rule === 'SRC002');
  assert.deepEqual(cells.map((one) => [one.level, one.line]), [['warning', 1], ['warning', 1], ['error', 2]]);
  assert.match(cells[2].message, /"15\/09\/2026" was not read/);
});

test('--columns says what headers of one\'s own are', (t) => {
  const { path, write } = folder(t);
  write('claims.csv', clean.replace('CPT/HCPCS', 'Leistung').replace('Units', 'Menge'));
  write('columns.json', '{"leistung": "code", "Menge": "units"}');
  const without = check(['--format', 'jsonl', 'claims.csv'], { cwd: path });
  assert.equal(without.status, 1);
  assert.deepEqual(findings(without.stdout).map((one) => one.rule), ['SRC001']);
  assert.match(findings(without.stdout)[0].message, /no column for procedure codes.*Leistung/);
  assert.equal(summary(without.stdout).claims, 1);   // counted all the same
  const mapped = check(['--format', 'jsonl', '--columns', 'columns.json', 'claims.csv'], { cwd: path });
  assert.deepEqual([mapped.status, findings(mapped.stdout)], [0, []]);
});

test('a wrong mapping is one sentence with its place, and nothing is checked', (t) => {
  const { path, write } = folder(t);
  write('claims.csv', clean);
  for (const [text, sentence] of [
    ['{"a/b": "cod"}', /columns\.json: \/a~1b: There is no column "cod"/],
    ['{"a": 3}', /columns\.json: \/a: It must be the name of a column/],
    ['["code"]', /columns\.json: It must be an object/],
    ['{"a": "code",\n', /columns\.json:\d: this is not JSON/],
    ['{"A B": "code", "a_b": "dos"}', /columns\.json: \/a_b: This header is given twice/],
  ]) {
    write('columns.json', text);
    const run = check(['--columns', 'columns.json', 'claims.csv'], { cwd: path });
    assert.deepEqual([run.status, run.stdout], [2, ''], text);
    assertSentence(run.stderr, sentence);
  }
  const missing = check(['--columns', 'none.json', 'claims.csv'], { cwd: path });
  assert.equal(missing.status, 2);
  assertSentence(missing.stderr, /none\.json/);
});

test('--from csv reads what does not look like a spreadsheet, and says so', () => {
  for (const input of ['', 'a\n', '{"id":"A-1"}\n']) {
    const run = said(input, ['--from', 'csv']);
    assert.equal(run.status, 1);
    assert.deepEqual(findings(run.stdout).map((one) => one.rule), ['SRC001']);
  }
});

test('a file that ends inside a row says so, and the claims before it are checked', () => {
  const whole = sheet([visit, injection, drug, visit.replace('A-1', 'A-2')]);
  const run = said(whole.slice(0, -40));
  assert.equal(run.status, 1);
  assert.deepEqual(findings(run.stdout).map((one) => [one.rule, one.claim]), [['SRC002', 'A-2']]);
  const { claims, files } = summary(run.stdout);
  assert.deepEqual([claims, files[0].complete], [2, false]);
});

test('the output is the same whatever --jobs', () => {
  let rows = [];
  for (let i = 0; i < 3000; ++i) rows = rows.concat([visit, injection.replace(';1;', i % 7 ? ';1;' : ';2.0;'), drug].map((row) => row.replace('A-1', `A-${i}`).replace('1EG4', `${i}EG4`)));
  const input = sheet(rows);
  const [one, three] = ['1', '3'].map((jobs) => said(input, ['--jobs', jobs]));
  assert.equal(one.stdout, three.stdout);
  assert.equal(summary(one.stdout).claims, 3000);
});

test('fix writes the claims of a spreadsheet as JSON, which is clean then', (t) => {
  const { path, write, join } = folder(t);
  write('claims.csv', sheet([visit, injection.replace(';96372;;', ';96372;25;'), drug]));
  const run = deltoid(['fix', ...asOf, 'claims.csv', '--out', 'fixed.json'], { cwd: path });
  assert.equal(run.status, 0, run.stderr);
  assert.deepEqual(JSON.parse(readFileSync(join('fixed.json'), 'utf8'))[0].lines[1].modifiers ?? [], []);
  assert.equal(check(['fixed.json'], { cwd: path }).status, 0);
});
