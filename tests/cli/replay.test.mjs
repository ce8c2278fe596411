// SPDX-License-Identifier: Apache-2.0
// deltoid replay: its report on standard output or in a file, its exit status, and what it says of wrong arguments.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';

import { claim, faulty, remittance } from './support/claims.mjs';
import { asOf, assertSentence, check, deltoid, folder } from './support/run.mjs';

const replay = (args, options) => deltoid(['replay', ...asOf, ...args], options);

function files(t) {
  const dir = folder(t);
  return {
    dir,
    claims: dir.write('claims.json', JSON.stringify([claim({ id: 'A-1' }), faulty({ id: 'A-2' })])),
    first: dir.write('first.835', remittance('A-1', 100)),
    second: dir.write('second.835', remittance('A-2', 0)),
  };
}

test('what was denied and what was caught, as JSON', (t) => {
  const { claims, first, second } = files(t);
  const run = replay(['--claims', claims, '--remits', first, second, '--format', 'json']);
  assert.deepEqual([run.status, run.stderr], [0, '']);
  const report = JSON.parse(run.stdout);
  assert.equal(report.kind, 'replay');
  assert.deepEqual(report.verdicts.caught, 1);
  assert.deepEqual(report.by_rule.map((row) => [row.rule, row.right, row.precision]), [['BND003', 1, 1]]);
  assert.deepEqual(report.by_carc.map((row) => [row.carc, row.lines, row.missed]), [['236', 1, 0]]);
  assert.equal(report.reconciliation.unbalanced, 0);
  assert.deepEqual(report.remit_files.map((file) => [file.format, file.claims]), [['835', 1], ['835', 1]]);
});

test('the text says the same for people, to the byte whatever the order of remittances', (t) => {
  const { claims, first, second } = files(t);
  const run = replay(['--claims', claims, '--remits', first, second]);
  assert.equal(run.status, 0);
  assert.match(run.stdout, /^2 injection claims of 2 read; 2 were answered/);
  assert.match(run.stdout, /BND003 visit-without-25 +1 +1 +0 +0 +100\.0%/);
  assert.match(run.stdout, /Included in another service of the day/);
  assert.doesNotMatch(run.stdout, / $/m);
  assert.equal(replay(['--claims', claims, '--remits', second, first]).stdout, run.stdout);
});

test('--out writes beside the name and appears when it is complete', (t) => {
  const { dir, claims, first } = files(t);
  const out = dir.join('report.json');
  const run = replay(['--claims', claims, '--remits', first, '--format', 'json', '--out', out]);
  assert.deepEqual([run.status, run.stdout], [0, '']);
  assert.equal(JSON.parse(readFileSync(out, 'utf8')).claims.read, 2);
  const over = replay(['--claims', claims, '--remits', first, '--out', first]);
  assert.equal(over.status, 2);
  assertSentence(over.stderr, /--out would replace/);
});

test('remittances on standard input', (t) => {
  const { claims, first } = files(t);
  const run = replay(['--claims', claims, '--remits', '-', '--format', 'json'], { input: readFileSync(first) });
  assert.equal(run.status, 0);
  assert.equal(JSON.parse(run.stdout).claims.answered, 1);
});

test('a file that cannot be read is 2, and the others are replayed', (t) => {
  const { dir, claims, first } = files(t);
  const run = replay(['--claims', claims, '--remits', first, dir.join('none.835'), '--format', 'json']);
  assert.equal(run.status, 2);
  assertSentence(run.stderr, /none\.835/);
  assert.equal(JSON.parse(run.stdout).claims.answered, 1);
});

test('a file that is no remittance is said in the report', (t) => {
  const { claims } = files(t);
  const run = replay(['--claims', claims, '--remits', claims]);
  assert.equal(run.status, 0);
  assert.match(run.stdout, /this is a JSON text, not a remittance/);
});

test('wrong arguments get one sentence', (t) => {
  const { claims, first, dir } = files(t);
  for (const [args, pattern] of [
    [['--remits', first], /Which claims\?/],
    [['--claims', claims], /Which remittances\?/],
    [['--claims', '-', '--remits', '-'], /only once/],
    [['--claims', claims, '--remits', first, '--format', 'csv'], /--format must be text or json/],
    [['--claims', claims, '--remits', first, '--select', 'BND'], /There is no option --select/],
    [['--claims', claims, '--remits', first, '--payer', 'nobody'], /payer class/],
  ]) {
    const run = replay(args);
    assert.equal(run.status, 2, args.join(' '));
    assert.equal(run.stdout, '');
    assertSentence(run.stderr, pattern);
  }
  assert.ok(!existsSync(dir.join('report')));
});

test('check still names a remittance and does not read it', (t) => {
  const { first } = files(t);
  const run = check([first]);
  assert.equal(run.status, 1);
  assert.match(run.stdout, /a remittance advice \(835\)/);
});
