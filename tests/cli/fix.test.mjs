// SPDX-License-Identifier: Apache-2.0
// The command `fix`: claims out as claims in, mended where nobody need be asked, and nothing written where something fails.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

import { claim, doubtful, faulty, file837, line, slipped } from './support/claims.mjs';
import { asOf, assertSentence, check, deltoid, findings, folder, summary } from './support/run.mjs';

const fix = (args, options) => deltoid(['fix', ...asOf, ...args], options);
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const codes = (one) => one.lines.map(({ code }) => code);

/** A clean claim, one whose better fix is the chart's, one with a line too many, one with a slip. */
function batch(t) {
  const here = folder(t);
  here.write('claims.json', JSON.stringify([claim(), faulty({ id: 'A-2', subscriber: { id: '1EG4TE5MK74' } }), { ...doubtful(), id: 'A-3', subscriber: { id: '1EG4TE5MK75' } },
    slipped({ id: 'A-4', subscriber: { id: '1EG4TE5MK76' } })]));
  return here;
}

test('what nobody need be asked about is fixed; what rests on the chart or deletes a line is not', (t) => {
  const here = batch(t);
  const run = fix(['claims.json', '--out', 'fixed.json'], { cwd: here.path });
  assert.deepEqual([run.status, run.stderr], [1, '']);
  assert.equal(run.stdout, '1 fix on 1 of 4 claims. Left: 1 error, 1 warning.\n');
  const fixed = json(here.join('fixed.json'));
  const visit = ['99213', '96372', 'J1885'];
  assert.deepEqual(fixed.map(codes), [visit, visit, [...visit, '80053', '80053'], visit]);
  assert.deepEqual(fixed[3].lines[1].modifiers ?? [], []);
  assert.equal(check(['fixed.json'], { cwd: here.path }).status, 1);
});

test('--diff shows it, and writes nothing without --out', (t) => {
  const here = batch(t);
  const run = fix(['--diff', 'claims.json'], { cwd: here.path });
  assert.equal(run.stdout, `claim A-4 (4)
  MOD001 visit-modifier-on-injection, line 2: take modifier 25 off line 2
    line 2, modifiers: 25 -> (none)
1 fix on 1 of 4 claims. Left: 1 error, 1 warning.
`);
  assert.deepEqual(readdirSync(here.path), ['claims.json']);
});

test('a line is deleted when a person has approved it', (t) => {
  const here = batch(t);
  here.write('approved.jsonl', '{"claim_index":1,"rule":"BND003","line":1,"fix":1}\n{"claim_index":2,"rule":"CLM001","line":5,"fix":0}\n');
  const run = fix(['claims.json', '--approved', 'approved.jsonl', '--out', 'fixed.json', '--diff'], { cwd: here.path });
  assert.deepEqual([run.status, run.stderr], [0, '']);
  assert.match(run.stdout, /BND003 visit-without-25, line 1: delete line 1\n {4}- line 1: 99213 units 1, 120\.00, 2026-09-15\n/);
  assert.match(run.stdout, /3 fixes on 3 of 4 claims; 2 lines deleted with \$132\.00 on them\. Left: 0 errors, 0 warnings\.\n$/);
  assert.deepEqual(json(here.join('fixed.json')).map(codes)[1], ['96372', 'J1885']);
});

test('what a person has approved goes first: another alternative, or none', (t) => {
  const here = batch(t);
  here.write('approved.jsonl', '{"claim_index":1,"rule":"BND003","line":1,"fix":0}\n\n{"claim_index":2,"rule":"CLM001","line":5,"fix":null}\n');
  const run = fix(['claims.json', '--approved', 'approved.jsonl', '--out', 'fixed.json', '--diff'], { cwd: here.path });
  assert.deepEqual([run.status, run.stderr], [0, '']);
  assert.match(run.stdout, /BND003 visit-without-25, line 1: add modifier 25 to line 1, if the chart shows it\n {4}line 1, modifiers: \(none\) -> 25\n/);
  assert.match(run.stdout, /2 fixes on 2 of 4 claims\. /);
  const fixed = json(here.join('fixed.json'));
  assert.deepEqual(fixed[1].lines[0].modifiers, ['25']);
  assert.equal(fixed[2].lines.length, 5);
});

test('an approval that cannot be followed is said, and all the others are', (t) => {
  const here = batch(t);
  here.write('approved.jsonl', ['{"claim_index":0,"rule":"BND003","line":1,"fix":0}', '{"claim_index":1,"rule":"BND003","line":1,"fix":7}',
    '{"claim_index":9,"rule":"BND003","line":1,"fix":0}'].join('\n'));
  const run = fix(['claims.json', '--approved', 'approved.jsonl', '--out', 'fixed.json'], { cwd: here.path });
  assert.equal(run.status, 2);
  assert.equal(run.stderr, ['approved.jsonl:1: Claim 1 has no finding of BND003 on line 1.', 'approved.jsonl:2: The finding has no such fix.',
    'approved.jsonl:3: The input has no claim 10 (claim_index counts from 0), or it could not be read.'].map((text) => `deltoid: ${text}\n`).join(''));
  assert.deepEqual(json(here.join('fixed.json')).map(codes).map((all) => all.length), [3, 3, 5, 3]);
});

for (const [what, text, sentence] of [
  ['no JSON', 'BND003', /approved\.jsonl:1: An approval is one JSON object/],
  ['no claim', '{"rule":"BND003","fix":0}', /:1: An approval needs the claim_index/],
  ['no rule', '{"claim_index":0,"fix":0}', /:1: An approval needs the rule/],
  ['no fix', '{"claim_index":0,"rule":"BND003","line":1}', /:1: An approval needs a fix/],
  ['a rule that is none', '\n{"claim_index":0,"rule":"BND999","fix":0}', /:2: There is no rule "BND999"/],
  ['another key', '{"claim_index":0,"rule":"BND003","fix":0,"lines":1}', /:1: An approval has no key "lines"/],
  ['a negative index', '{"claim_index":-1,"rule":"BND003","fix":0}', /:1: A claim_index is a whole number from 0/],
]) {
  test(`an approval with ${what}: nothing is written`, (t) => {
    const here = batch(t);
    here.write('approved.jsonl', text);
    const run = fix(['claims.json', '--approved', 'approved.jsonl', '--out', 'fixed.json'], { cwd: here.path });
    assert.equal(run.status, 2);
    assertSentence(run.stderr, sentence);
    assert.ok(!existsSync(here.join('fixed.json')));
  });
}

test('--select and --ignore say whose fixes are applied', (t) => {
  const here = batch(t);
  const modifiers = (name) => json(here.join(name))[3].lines[1].modifiers ?? [];
  fix(['claims.json', '--select', 'MOD', '--out', 'selected.json'], { cwd: here.path });
  assert.deepEqual(modifiers('selected.json'), []);
  fix(['claims.json', '--ignore', 'MOD001', '--out', 'ignored.json'], { cwd: here.path });
  assert.deepEqual(modifiers('ignored.json'), ['25']);
});

test('a total follows its lines, and a total that was wrong stays wrong by the same amount', (t) => {
  const here = folder(t);
  here.write('claims.json', JSON.stringify([{ ...doubtful(), total_charge: '196.00' }, { ...doubtful(), id: 'A-2', subscriber: { id: 'B' }, total_charge: '200.00' }]));
  here.write('approved.jsonl', [0, 1].map((at) => `{"claim_index":${at},"rule":"CLM001","line":5,"fix":0}\n`).join(''));
  fix(['claims.json', '--select', 'CLM001', '--approved', 'approved.jsonl', '--out', 'fixed.json'], { cwd: here.path });
  assert.deepEqual(json(here.join('fixed.json')).map((one) => one.total_charge), ['184.00', '188.00']);
});

test('the exit status is that of a check of what was written', (t) => {
  const here = folder(t);
  const late = claim({ received_date: '2028-01-01' });
  here.write('late.json', JSON.stringify(late));
  for (const level of [[], ['--fail-on', 'warning'], ['--fail-on', 'never']]) {
    const run = fix(['late.json', '--out', 'fixed.json', ...level], { cwd: here.path });
    assert.equal(run.status, check(['fixed.json', ...level], { cwd: here.path }).status, level.join(' '));
  }
  assert.equal(fix(['late.json', '--out', 'fixed.json'], { cwd: here.path }).status, 1);
});

test('what meets only across claims is fixed, and what another claim answers is not', (t) => {
  const here = folder(t);
  const visit = claim({ id: 'V', lines: [line('99213', { charge: '120.00' }), line('80053')] });
  const injection = claim({ id: 'I', lines: claim().lines.slice(1) });
  here.write('claims.json', JSON.stringify([visit, injection]));
  here.write('approved.jsonl', '{"claim_index":0,"rule":"BND003","line":1,"fix":1}\n');
  const run = fix(['claims.json', '--approved', 'approved.jsonl', '--out', 'fixed.json', '--diff'], { cwd: here.path });
  assert.match(run.stdout, /^claim V \(1\)\n {2}BND003 /);
  assert.deepEqual(json(here.join('fixed.json')).map(codes), [['80053'], ['96372', 'J1885']]);
});

test('claims of an 837 are written as JSON; one claim a line with --format jsonl; the same bytes whatever --jobs', (t) => {
  const here = folder(t);
  let patient = 0;   // a day of one patient holds 500 services: no more are looked at together
  let injection = 0;   // every third carries 25, which goes by itself
  here.write('claims.837', file837(6000).replaceAll('SAME0000001', () => `SAME${String(patient++ % 30).padStart(7, '0')}`)
    .replaceAll('HC:96372*', () => (injection++ % 3 === 0 ? 'HC:96372:25*' : 'HC:96372*')));
  const [one, three] = ['1', '3'].map((jobs) => {
    const run = fix(['claims.837', '--jobs', jobs, '--format', 'jsonl', '--out', `${jobs}.jsonl`, '--diff'], { cwd: here.path });
    assert.deepEqual([run.status, run.stderr], [1, '']);
    return readFileSync(here.join(`${jobs}.jsonl`), 'utf8') + run.stdout;
  });
  assert.ok(one === three);
  const before = summary(check(['--format', 'jsonl', 'claims.837'], { cwd: here.path }).stdout);
  const after = check(['--format', 'jsonl', '1.jsonl'], { cwd: here.path }).stdout;
  assert.equal(summary(after).claims, 6000);
  assert.ok(summary(after).errors < before.errors);
  assert.ok(before.by_rule.MOD001 > 0);
  assert.equal(findings(after).filter(({ rule }) => rule === 'MOD001').length, 0);
  const told = one.match(/Left: ([\d,]+) errors?, ([\d,]+) warnings?/).slice(1).map((count) => Number(count.replaceAll(',', '')));
  assert.deepEqual(told, [summary(after).errors, summary(after).warnings]);
});

test('no claim is no claim: an empty list', (t) => {
  const here = folder(t);
  here.write('empty.json', '[]');
  fix(['empty.json', '--out', 'fixed.json'], { cwd: here.path });
  assert.equal(readFileSync(here.join('fixed.json'), 'utf8'), '[]\n');
});

test('a claim that cannot be read as a whole is written as far as it was, and that is said', (t) => {
  const here = folder(t);
  here.write('claims.json', `[${JSON.stringify(doubtful())}, {"id": "A-2", "lines": {}}]`);
  const run = fix(['claims.json', '--out', 'fixed.json'], { cwd: here.path });
  assert.equal(run.status, 1);
  assertSentence(run.stderr, /1 claim of claims\.json could not be read as a whole: written as far as it was read, without fixes\./);
  assert.deepEqual(json(here.join('fixed.json')).map(({ id }) => id), ['A-1', 'A-2']);
});

test('claims go to standard output with --out -, and nothing else does', (t) => {
  const here = batch(t);
  const run = fix(['claims.json', '--out', '-'], { cwd: here.path });
  assert.equal(JSON.parse(run.stdout).length, 4);
});

for (const [what, args, sentence] of [
  ['no file', ['--out', 'x'], /^deltoid: Which file\?/],
  ['two files', ['claims.json', 'claims.json', '--out', 'x'], /one file at a time/],
  ['standard input', ['-', '--out', 'x'], /reads its file twice, so it cannot be standard input/],
  ['no place to write to', ['claims.json'], /^deltoid: Where to\?/],
  ['two texts for standard output', ['claims.json', '--out', '-', '--diff'], /would both write to standard output/],
  ['a format that claims do not have', ['claims.json', '--out', 'x', '--format', 'text'], /--format must be json or jsonl, not text/],
  ['its own file as output', ['claims.json', '--out', 'claims.json'], /--out would replace claims\.json, which is to be fixed/],
  ['a file that is not there', ['nothing.json', '--out', 'x'], /There is no file nothing\.json/],
  ['no approvals', ['claims.json', '--out', 'x', '--approved', 'nothing.jsonl'], /There is no file nothing\.jsonl/],
]) {
  test(`${what}: one sentence, status 2, nothing written`, (t) => {
    const here = batch(t);
    const run = fix(args, { cwd: here.path });
    assert.deepEqual([run.status, run.stdout], [2, '']);
    assertSentence(run.stderr, sentence);
    assert.deepEqual(readdirSync(here.path), ['claims.json']);
  });
}
