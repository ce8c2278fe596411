// SPDX-License-Identifier: Apache-2.0
// The exit status says what a script needs to know: 0 nothing, 1 something, 2 it could not be done; and a mistake on
// the command line is one sentence.
import assert from 'node:assert/strict';
import test from 'node:test';

import { claim, doubtful, faulty } from './support/claims.mjs';
import { assertSentence, check, deltoid, findings, folder, summary } from './support/run.mjs';

const input = (value) => ({ input: JSON.stringify(value) });

test('a clean claim is 0', () => {
  const run = check(['-'], input(claim()));
  assert.deepEqual([run.status, run.stderr], [0, '']);
});

test('an error is 1, unless --fail-on never', () => {
  assert.equal(check(['-'], input(faulty())).status, 1);
  assert.equal(check(['--fail-on', 'warning', '-'], input(faulty())).status, 1);
  assert.equal(check(['--fail-on', 'never', '-'], input(faulty())).status, 0);
});

test('a warning is 1 only with --fail-on warning', () => {
  const { errors, warnings } = summary(check(['--format', 'jsonl', '-'], input(doubtful())).stdout);
  assert.deepEqual([errors, warnings > 0], [0, true]);
  assert.equal(check(['-'], input(doubtful())).status, 0);
  assert.equal(check(['--fail-on', 'warning', '-'], input(doubtful())).status, 1);
  assert.equal(check(['--fail-on=never', '-'], input(doubtful())).status, 0);
});

test('what is not selected does not count', () => {
  const rules = findings(check(['--format', 'jsonl', '-'], input(faulty())).stdout).map((one) => one.rule);
  assert.deepEqual(rules, ['BND003']);
  for (const args of [['--ignore', 'BND003'], ['--ignore', 'DX,visit-without-25'], ['--select', 'DX', '--select', 'PAY001']]) {
    const run = check(['--format', 'jsonl', ...args, '-'], input(faulty()));
    assert.deepEqual([run.status, findings(run.stdout)], [0, []], args.join(' '));
  }
  assert.equal(check(['--select', 'bnd', '-'], input(faulty())).status, 1);
});

test('a file that is not there is 2, and the others are checked', (t) => {
  const here = folder(t);
  const good = here.write('good.json', JSON.stringify(faulty()));
  const run = check(['--format', 'jsonl', here.join('missing.json'), good]);
  assert.equal(run.status, 2);
  assertSentence(run.stderr, /There is no file .*missing\.json\./);
  assert.equal(summary(run.stdout).claims, 1);
  assert.deepEqual(summary(run.stdout).files.map((file) => file.name), [good]);
});

test('when no file can be read there is no output', (t) => {
  const here = folder(t);
  const run = check(['--format', 'json', here.join('missing.json')]);
  assert.deepEqual([run.status, run.stdout], [2, '']);
});

test('a folder without files', (t) => {
  const run = check([folder(t).path]);
  assert.equal(run.status, 2);
  assertSentence(run.stderr, /holds no files/);
});

const mistakes = [
  [[], /check, fix, replay, template, explain, rules or tables/],
  [['chekc'], /no command chekc\. Did you mean check\?/],
  [['check'], /Which file\?/],
  [['check', '-', '-'], /only once/],
  [['check', '--fromat', 'text', 'a'], /no option --fromat\. Did you mean --format\?/],
  [['check', '--format'], /--format needs a value/],
  [['check', '--format', 'xml', 'a'], /--format must be text, json, jsonl, sarif, csv, html or fhir, not xml/],
  [['check', '--from', 'edi', 'a'], /--from must be/],
  [['fix', '--documentation', 'd', '--out', 'b', 'a'], /does not take --documentation/],
  [['check', '--fail-on', 'info', 'a'], /--fail-on must be error, warning or never, not info/],
  [['check', '--color', 'yes', 'a'], /--color must be/],
  [['check', '--jobs', '0', 'a'], /--jobs must be a whole number/],
  [['check', '--jobs', 'two', 'a'], /--jobs must be a whole number/],
  [['check', '--jobs', '2.5', 'a'], /--jobs must be a whole number/],
  [['check', '--payer', 'medicar_b', 'a'], /--payer: There is no payer class "medicar_b"/],
  [['check', '--as-of', '2026-13-01', 'a'], /--as-of: It must be a day/],
  [['check', '--select', 'BND03', 'a'], /--select: There is no rule or family "BND03"\. Did you mean BND003\?/],
  [['check', '--ignore', 'visit-withot-25', 'a'], /Did you mean visit-without-25\?/],
  [['explain'], /Which rule\?/],
  [['explain', 'BND3'], /no rule BND3\. Did you mean BND00/],
  [['explain', 'BND003', 'BND005'], /explain does not take BND005/],
  [['explain', '--format', 'html', 'BND003'], /--format must be text, json or markdown/],
  [['rules', '--format', 'jsonl'], /--format must be text or json/],
  [['--json'], /--json/],
];

for (const [args, sentence] of mistakes) {
  test(`one sentence: deltoid ${args.join(' ')}`, () => {
    const run = deltoid(args);
    assert.deepEqual([run.status, run.stdout], [2, '']);
    assertSentence(run.stderr, sentence);
  });
}

test('a file whose name begins with a dash comes behind --', (t) => {
  const here = folder(t);
  here.write('-a.json', JSON.stringify(claim()));
  assert.equal(check(['--', '-a.json'], { cwd: here.path }).status, 0);
});

test('the last of two values counts', () => {
  assert.equal(check(['--fail-on', 'error', '--fail-on', 'never', '-'], input(faulty())).status, 0);
});
