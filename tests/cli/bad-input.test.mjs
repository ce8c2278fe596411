// SPDX-License-Identifier: Apache-2.0
// What is no claim file, or a broken one, is named in one finding; nothing crashes, hangs or gets lost.
import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import { once } from 'node:events';
import test from 'node:test';

import { claim, faulty, file837 } from './support/claims.mjs';
import { asOf, assertSentence, check, findings, folder, start, summary } from './support/run.mjs';

/** Bytes that are the same in every run and look like chance. */
function noise(size) {
  const bytes = Buffer.alloc(size);
  let state = 1;
  for (let i = 0; i < size; ++i) {
    state = (state * 1103515245 + 12345) % 2147483648;
    bytes[i] = state >> 16;
  }
  return bytes;
}

const remittance = `${file837(1).slice(0, 106)}\nGS*HP*A*B*20260918*1200*1*X*005010X221A1~\nST*835*0001~\nBPR*I*10*C*CHK************20260918~\n`;

const notClaims = {
  'an empty file': '',
  'a PDF': '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<</Type /Catalog>>\nendobj\n',
  'a line of 20 MB': Buffer.alloc(20_000_000, 'x'),
  'a remittance (835)': remittance,
  'random bytes': noise(100_000),
  'NUL bytes': Buffer.alloc(100_000),
};

for (const [what, input] of Object.entries(notClaims)) {
  test(`${what} is one finding`, () => {
    for (const jobs of ['1', '3']) {
      const run = check(['--format', 'jsonl', '--jobs', jobs, '-'], { input });
      assert.deepEqual([run.status, run.stderr], [1, '']);
      assert.deepEqual(findings(run.stdout).map((one) => one.rule), ['X12006']);
      assert.equal(summary(run.stdout).claims, 0);
    }
  });
}

test('JSON nested 100,000 deep is one finding', () => {
  const run = check(['--format', 'jsonl', '-'], { input: '['.repeat(100_000) + ']'.repeat(100_000) });
  assert.equal(run.status, 1);
  assert.deepEqual(findings(run.stdout).map((one) => one.rule), ['SRC005']);
});

test('JSON that breaks off is one finding, and what came before is checked', () => {
  const run = check(['--format', 'jsonl', '-'], { input: `[${JSON.stringify(faulty())},{"id":"A-2","lines":[{"co` });
  assert.equal(run.status, 1);
  assert.deepEqual(findings(run.stdout).map((one) => one.rule), ['BND003', 'SRC003']);
});

test('an 837 that breaks off says so, and every claim before is checked', () => {
  const whole = file837(20);
  const run = check(['--format', 'jsonl', '-'], { input: whole.slice(0, whole.indexOf('CLM*C-15') + 60) });
  assert.equal(summary(run.stdout).claims, 15);
  assert.equal(summary(run.stdout).files[0].complete, false);
  assert.deepEqual(findings(run.stdout).filter((one) => one.rule.startsWith('X12')).map((one) => one.rule), ['X12004']);
});

test('a file that opens but cannot be read', { skip: process.platform !== 'linux' }, (t) => {
  const good = folder(t).write('good.json', JSON.stringify(claim()));
  const run = check(['--format', 'jsonl', '/proc/self/mem', good]);
  assert.equal(run.status, 2);
  assertSentence(run.stderr, /\/proc\/self\/mem cannot be read: Input\/output error/);
  assert.deepEqual(summary(run.stdout).files.map((file) => file.name), [good]);
});

test('a file that becomes shorter while it is read', async (t) => {
  const here = folder(t);
  const path = here.write('shrinks.837', file837(40_000));
  const good = here.write('good.json', JSON.stringify(claim()));
  const run = start(['check', ...asOf, '--format', 'jsonl', '--jobs', '1', path, good]);
  // Nobody takes the output yet: it fills the pipe and waits, somewhere in the file.
  await once(run.stdout, 'readable');
  truncateSync(path, 1000);
  let stdout = '', stderr = '';
  run.stdout.on('data', (text) => { stdout += text; });
  run.stderr.on('data', (text) => { stderr += text; });
  const [status] = await once(run, 'close');
  assert.equal(status, 2);
  assertSentence(stderr, /shrinks\.837 became shorter while it was read/);
  assert.deepEqual(summary(stdout).files.map((file) => file.complete), [false, true]);
});
