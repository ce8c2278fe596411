// SPDX-License-Identifier: Apache-2.0
// The command `fix` on an 837: the same file comes out, with only those elements changed that a fix changes.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';

import { claim, file837 } from './support/claims.mjs';
import { asOf, assertSentence, check, deltoid, findings, folder, summary } from './support/run.mjs';

const fix = (args, options) => deltoid(['fix', ...asOf, ...args], options);
const read = (here, name) => readFileSync(here.join(name), 'latin1');

/** Five claims, 25 on the first injection; the second visit has none. */
const slips = (options) => file837(5, options).replace('HC:96372*40', 'HC:96372:25*40');

test('an 837 stays the 837 it was, but for the element that a fix changes', (t) => {
  const here = folder(t);
  here.write('claims.837', slips());
  const run = fix(['claims.837', '--out', 'fixed.837', '--diff'], { cwd: here.path });
  assert.deepEqual([run.status, run.stderr], [1, '']);
  assert.match(run.stdout, /^claim C-1 \(1\)\n {2}MOD001 visit-modifier-on-injection, line 2: take modifier 25 off line 2\n {4}- SV1\*HC:96372:25\*40\*UN\*1\*\*\*1\n {4}\+ SV1\*HC:96372\*40\*UN\*1\*\*\*1\n1 fix on 1 of 5 claims\. /);
  assert.equal(read(here, 'fixed.837'), slips().replace('HC:96372:25*40', 'HC:96372*40'));
  const before = summary(check(['--format', 'jsonl', 'claims.837'], { cwd: here.path }).stdout);
  const after = summary(check(['--format', 'jsonl', 'fixed.837'], { cwd: here.path }).stdout);
  assert.equal(before.by_rule.MOD001, 1);
  assert.equal(after.by_rule.MOD001, undefined);
  assert.equal(after.errors, before.errors - 1);
});

test('a line goes with its segments when a person has approved it: total, line numbers and segment count follow', (t) => {
  const here = folder(t);
  here.write('claims.837', file837(5));
  const visit = findings(check(['--format', 'jsonl', 'claims.837'], { cwd: here.path }).stdout).find(({ rule }) => rule === 'BND003');
  const choice = visit.fix.findIndex(({ op }) => op === 'delete_line');
  here.write('approved.jsonl', `${JSON.stringify({ claim_index: visit.claim_index, rule: 'BND003', line: visit.line, fix: choice })}\n`);
  const run = fix(['claims.837', '--approved', 'approved.jsonl', '--out', 'fixed.837'], { cwd: here.path });
  assert.equal(run.stderr, '');
  const before = file837(5);
  const begin = before.indexOf('CLM*C-1*');   // its visit is line 1
  const own = before.slice(begin, before.indexOf('HL*', begin));
  const wanted = own.replace('C-1*172*', 'C-1*52*').replace(/LX\*1~\n[^]*?(?=LX\*2~)/, '').replace('LX*2~', 'LX*1~').replace('LX*3~', 'LX*2~');
  assert.deepEqual([visit.claim_index, visit.line], [0, 1]);
  assert.equal(read(here, 'fixed.837'), before.replace(own, wanted).replace(/SE\*(\d+)/, (all, count) => `SE*${count - 4}`));
  const rest = findings(check(['--format', 'jsonl', 'fixed.837'], { cwd: here.path }).stdout);
  assert.equal(rest.filter(({ rule, claim_index }) => rule === 'BND003' && claim_index === visit.claim_index).length, 0);
  assert.equal(rest.filter(({ rule }) => rule.startsWith('X12')).length, 0);
});

for (const [what, change, end] of [
  ['CR LF behind the terminators', (text) => text, '~\r\n'],
  ['no line ends', (text) => text, '~'],
  ['line feeds as terminators', (text) => text, '\n'],
  ['other separators', (text) => text.replaceAll('*', '|').replaceAll(':', '>').replaceAll('^', '!'), '\''],
  ['a byte order mark', (text) => `\u00EF\u00BB\u00BF${text}`, '~\n'],
  ['no last terminator', (text) => text.slice(0, -2), '~\n'],
]) {
  test(`${what} stay as they are`, (t) => {
    const here = folder(t);
    const bytes = change(slips({ end }));
    here.write('claims.837', Buffer.from(bytes, 'latin1'));
    fix(['claims.837', '--out', 'fixed.837'], { cwd: here.path });
    assert.equal(read(here, 'fixed.837'), bytes.replace(/96372(.)25/, '96372'));
  });
}

test('the same bytes whatever --jobs, over several sets', (t) => {
  const here = folder(t);
  let injection = 0;
  here.write('claims.837', file837(4000).replaceAll('HC:96372*', () => (injection++ % 3 === 0 ? 'HC:96372:25*' : 'HC:96372*')));
  for (const jobs of ['1', '3']) fix(['claims.837', '--jobs', jobs, '--out', `${jobs}.837`], { cwd: here.path });
  assert.equal(read(here, '1.837'), read(here, '3.837'));
  assert.equal(read(here, '1.837'), read(here, 'claims.837').replaceAll('HC:96372:25*', 'HC:96372*'));
});

test('--format or the name of the output write the claims of an 837 as JSON; --out - writes the 837 to standard output', (t) => {
  const here = folder(t);
  here.write('claims.837', slips());
  assert.equal(JSON.parse(fix(['claims.837', '--format', 'json', '--out', '-'], { cwd: here.path }).stdout).length, 5);
  assert.equal(fix(['claims.837', '--format', 'jsonl', '--out', '-'], { cwd: here.path }).stdout.trim().split('\n').length, 5);
  fix(['claims.837', '--out', 'fixed.jsonl'], { cwd: here.path });
  assert.equal(read(here, 'fixed.jsonl').trim().split('\n').map((text) => JSON.parse(text)).length, 5);
  fix(['claims.837', '--out', 'fixed.json'], { cwd: here.path });
  assert.equal(JSON.parse(read(here, 'fixed.json')).length, 5);
  assert.equal(fix(['claims.837', '--out', '-'], { cwd: here.path }).stdout, slips().replace('HC:96372:25*40', 'HC:96372*40'));
});

/** Two claims of one subscriber whose Medicare number is written with hyphens. */
function shared() {
  const text = file837(1).replace(/(NM1\*IL\*1\*DOE\*JANE\*\*\*\*MI\*)\w+/, '$11EG4-TE5-MK73');
  const begin = text.indexOf('CLM*');
  const body = text.slice(begin, text.indexOf('SE*'));
  return { one: text, two: text.replace(body, body + body.replace('C-1', 'C-2').replaceAll('20260911', '20260912')) };
}

test('what stands above a claim is changed when the claim is alone below it', (t) => {
  const here = folder(t);
  here.write('claims.837', shared().one);
  const run = fix(['claims.837', '--out', 'fixed.837'], { cwd: here.path });
  assert.equal(run.stderr, '');
  assert.equal(read(here, 'fixed.837'), shared().one.replace('1EG4-TE5-MK73', '1EG4TE5MK73'));
});

test('a fix that the 837 has no place for is said, status 2, and all else is written', (t) => {
  const here = folder(t);
  here.write('claims.837', shared().two.replace('HC:96372*40', 'HC:96372:25*40'));
  const run = fix(['claims.837', '--out', 'fixed.837'], { cwd: here.path });
  assert.equal(run.status, 2);
  assert.equal(run.stderr, [1, 2].map((number) => `deltoid: claims.837: Claim ${number}: the fix of CLM007 was not written. The insured's id stands in a loop that other claims of the file share, so it is not changed for one of them.\n`).join(''));
  assert.equal(read(here, 'fixed.837'), shared().two);
  const json = fix(['claims.837', '--format', 'json', '--out', '-'], { cwd: here.path });
  assert.deepEqual(JSON.parse(json.stdout).map(({ subscriber }) => subscriber.id), ['1EG4TE5MK73', '1EG4TE5MK73']);
});

test('UTF-16 cannot be written again byte for byte: a sentence, status 2, no file', (t) => {
  const here = folder(t);
  here.write('claims.837', Buffer.from(`\uFEFF${slips()}`, 'utf16le'));
  const run = fix(['claims.837', '--out', 'fixed.837'], { cwd: here.path });
  assert.equal(run.status, 2);
  assertSentence(run.stderr, /claims\.837: It is UTF-16: as an 837 it could not be written again byte for byte\. It can be as JSON\./);
  assert.ok(!existsSync(here.join('fixed.837')));
  assert.equal(JSON.parse(fix(['claims.837', '--format', 'json', '--out', '-'], { cwd: here.path }).stdout).length, 5);
});

test('what is no claim goes through as it is', (t) => {
  const here = folder(t);
  const remittance = slips().replace('GS*HC', 'GS*HP').replace('ST*837*0001*005010X222A1', 'ST*835*0001').replace('X*005010X222A1', 'X*005010X221A1');
  here.write('remits.835', remittance);
  fix(['remits.835', '--out', 'fixed.835'], { cwd: here.path });
  assert.equal(read(here, 'fixed.835'), remittance);
});

test('approvals that cannot be followed are said; one that is no approval stops all', (t) => {
  const here = folder(t);
  here.write('claims.837', slips());
  here.write('approved.jsonl', '{"claim_index":1,"rule":"BND003","line":1,"fix":0}\n{"claim_index":99,"rule":"BND003","line":1,"fix":0}\n');
  const run = fix(['claims.837', '--approved', 'approved.jsonl', '--out', 'fixed.837'], { cwd: here.path });
  assert.equal(run.status, 2);
  assert.match(run.stderr, /approved\.jsonl:1: Claim 2 has no finding of BND003 on line 1\.\n.*approved\.jsonl:2: The input has no claim 100/);
  assert.equal(read(here, 'fixed.837'), slips().replace('HC:96372:25*40', 'HC:96372*40'));
  here.write('approved.jsonl', '{"claim_index":0}');
  assert.equal(fix(['claims.837', '--approved', 'approved.jsonl', '--out', 'other.837'], { cwd: here.path }).status, 2);
  assert.ok(!existsSync(here.join('other.837')));
});

/** Three defects on the first claim, one on all: 25 on the injection. */
const several = () => slips().replaceAll('HC:96372*40', 'HC:96372:25*40').replace('J1885:JZ', 'J1885');

test('an approval may be the alternative itself: fixes are repeated as they were taken, line numbers by then', (t) => {
  const here = folder(t);
  here.write('claims.837', several());
  const taken = [
    { rule: 'BND003', line: 1, fix: { op: 'delete_line', line: 1 } },
    { rule: 'DRG004', line: 2, fix: { op: 'add_modifier', line: 2, value: 'JZ', needs: 'chart' } },
  ];
  here.write('approved.jsonl', taken.map((one) => `${JSON.stringify({ claim_index: 0, ...one })}\n`).join(''));
  const run = fix(['claims.837', '--approved', 'approved.jsonl', '--only-approved', '--out', 'fixed.837', '--diff'], { cwd: here.path });
  assert.equal(run.stderr, '');
  assert.match(run.stdout, /BND003 visit-without-25, line 1: delete line 1\n.*DRG004 waste-modifier-missing, line 3: add modifier JZ to line 3/);
  const before = several();
  const begin = before.indexOf('CLM*C-1*');
  const own = before.slice(begin, before.indexOf('HL*', begin));
  const wanted = own.replace('C-1*172*', 'C-1*52*').replace(/LX\*1~\n[^]*?(?=LX\*2~)/, '').replace('LX*2~', 'LX*1~').replace('LX*3~', 'LX*2~').replace('J1885', 'J1885:JZ');
  assert.equal(read(here, 'fixed.837'), before.replace(own, wanted).replace(/SE\*(\d+)/, (all, count) => `SE*${count - 4}`));
});

test('what a finding leaves to a person is said in the approval', (t) => {
  const here = folder(t);
  const many = slips().replace('*UN*4*', '*UN*400*');
  here.write('claims.837', many);
  const wrong = findings(check(['--format', 'jsonl', 'claims.837'], { cwd: here.path }).stdout).find(({ fix }) => fix[0]?.op === 'set_units' && !fix[0].value);
  const { claim_index, rule, line, fix: [chosen] } = wrong;
  here.write('approved.jsonl', `${JSON.stringify({ claim_index, rule, line, fix: { ...chosen, value: '4' } })}\n`);
  const run = fix(['claims.837', '--approved', 'approved.jsonl', '--only-approved', '--out', 'fixed.837'], { cwd: here.path });
  assert.equal(run.stderr, '');
  assert.equal(read(here, 'fixed.837'), slips());
});

test('an approved alternative that the finding does not have is not taken', (t) => {
  const here = folder(t);
  here.write('claims.837', several());
  here.write('approved.jsonl', '{"claim_index":0,"rule":"BND003","line":1,"fix":{"op":"add_modifier","line":1,"value":"59","needs":"chart"}}\n');
  const run = fix(['claims.837', '--approved', 'approved.jsonl', '--only-approved', '--out', 'fixed.837'], { cwd: here.path });
  assert.equal(run.status, 2);
  assertSentence(run.stderr, /approved\.jsonl:1: Claim 1 has no such fix of BND003 on line 1\./);
  assert.equal(read(here, 'fixed.837'), several());
});

test('--only-approved: what would go by itself stays, even where an approved fix calls for it', (t) => {
  const here = folder(t);
  here.write('claims.837', several());
  here.write('approved.jsonl', '{"claim_index":1,"rule":"MOD001","line":2,"fix":0}\n');
  fix(['claims.837', '--approved', 'approved.jsonl', '--only-approved', '--out', 'fixed.837'], { cwd: here.path });
  let injection = 0;
  assert.equal(read(here, 'fixed.837'), several().replaceAll('HC:96372:25*', (text) => (injection++ === 1 ? 'HC:96372*' : text)));
  const run = fix(['claims.837', '--only-approved', '--out', 'fixed.837'], { cwd: here.path });
  assert.equal(run.status, 2);
  assertSentence(run.stderr, /--only-approved needs --approved FILE/);
});

test('claims of JSON are written as JSON, as ever', (t) => {
  const here = folder(t);
  here.write('claims.json', JSON.stringify([claim()]));
  fix(['claims.json', '--out', 'fixed.json'], { cwd: here.path });
  assert.deepEqual(JSON.parse(read(here, 'fixed.json')).map(({ id }) => id), ['A-1']);
});
