// SPDX-License-Identifier: Apache-2.0
// However many cores work on a batch, the output is the same to the byte; and memory does not grow with the files.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { claim, faulty, file837, file837i } from './support/claims.mjs';
import { asOf, check, deltoid, folder, start, summary } from './support/run.mjs';

const wrapped = (text) => text.replaceAll('\n', '').replace(/.{80}/g, '$&\r\n');

/** Several files of every kind, the larger ones of several blocks. */
function batch(t) {
  const here = folder(t);
  const large = file837(5000);
  here.write('large.837', large);
  here.write('again.837', file837(3000, { first: 1 }));   // the same patients and days: its claims meet the first file's
  here.write('one-line.837', file837(2000, { end: '~', first: 9000 }));
  here.write('wrapped.837', wrapped(file837(1500, { first: 20_000 })));
  here.write('two-envelopes.837', file837(700, { first: 30_000 }) + file837(700, { first: 31_000, perSet: 100 }));
  here.write('hospital.837', file837i(2000, { first: 40_000 }));
  here.write('broken-off.837', large.slice(0, 2_500_000));
  here.write('claims.json', JSON.stringify([claim(), faulty({ id: 'A-2' })]));
  here.write('claims.ndjson', Array.from({ length: 3000 }, (_, i) => `${JSON.stringify(i % 3 ? claim({ id: `N-${i}` }) : faulty({ id: `N-${i}` }))}\n`).join(''));
  here.write('utf16.837', Buffer.from(`\ufeff${file837(50, { first: 50_000 })}`, 'utf16le'));
  here.write('empty', '');
  here.write('not.pdf', '%PDF-1.7\n');
  here.write('noise', `ISA${'*no interchange'.repeat(200_000)}`);
  return here;
}

const order = ['large.837', 'hospital.837', 'claims.json', 'empty', 'again.837', 'one-line.837', 'claims.ndjson', 'wrapped.837', 'not.pdf', 'utf16.837',
  'two-envelopes.837', 'noise', 'broken-off.837', 'large.837'];

test('jobs 1, 2 and 5 write the same bytes, as they come and at the end', (t) => {
  const here = batch(t);
  assert.deepEqual([...new Set(order)].sort(), readdirSync(here.path).sort());
  for (const format of ['jsonl', 'json', 'text', 'html']) {
    const [one, ...others] = ['1', '2', '5'].map((jobs) => check(['--format', format, '--jobs', jobs, ...order], { cwd: here.path }));
    assert.equal(one.status, 1);
    for (const other of others) {
      assert.deepEqual([other.status, other.stderr], [1, '']);
      assert.ok(other.stdout === one.stdout, `${format}: ${partOf(other.stdout, one.stdout)}`);
    }
    if (format === 'json') assert.equal(JSON.parse(one.stdout).summary.claims, summaryOf(here).claims);
  }
});

const summaryOf = (here) => summary(check(['--format', 'jsonl', ...order], { cwd: here.path }).stdout);

/** Where two texts part. */
function partOf(got, wanted) {
  const [a, b] = [got.split('\n'), wanted.split('\n')];
  const at = a.findIndex((line, index) => line !== b[index]);
  return `line ${at + 1}\n  got    ${a[at]}\n  wanted ${b[at]}`;
}

test('the order of the files is that of the command line', (t) => {
  const here = batch(t);
  assert.deepEqual(summaryOf(here).files.map((file) => file.name), order);
});

test('--as-of file holds in every block', (t) => {
  const here = batch(t);
  const [one, two] = ['1', '2'].map((jobs) => deltoid(['check', '--as-of', 'file', '--format', 'jsonl', '--jobs', jobs, 'large.837', 'again.837'], { cwd: here.path }).stdout);
  assert.ok(one === two);
});

const onLinux = existsSync('/proc/self/status') ? false : 'there is no /proc';
const threadsOf = (run) => readdirSync(`/proc/${run.pid}/task`).length;

test('a small input starts no thread, a large one starts them', { skip: onLinux }, async () => {
  const run = start(['check', ...asOf, '--jobs', '3', '--format', 'jsonl', '-']);
  run.stdout.resume();
  run.stdin.write(file837(100));
  await sleep(200);
  assert.equal(threadsOf(run), 1);
  run.stdin.write(file837(20_000));
  for (let waited = 0; threadsOf(run) < 3 && waited < 10_000; waited += 20) await sleep(20);
  assert.equal(threadsOf(run), 3);
  run.stdin.end();
  await once(run, 'close');
});

// Sanitizers and other instruments need memory of their own.
const usualBuild = process.env.DELTOID === undefined ? onLinux : 'this is not the usual build';

test('memory does not grow with the file', { skip: usualBuild }, async () => {
  const run = start(['check', ...asOf, '--jobs', '3', '--format', 'jsonl', '-']);
  run.stdout.resume();
  const peak = () => Number(readFileSync(`/proc/${run.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+) kB/)[1]) / 1024;
  // A set that is no claim (an 835) again and again: nothing is remembered of it, and it is never cut at a subscriber.
  const remittance = `${file837(1).slice(0, 106)}\nGS*HP*A*B*20260918*1200*1*X*005010X221A1~\nST*835*0001~\n${'CLP*A-1*1*172*150**MB*1~\n'.repeat(100_000)}`;
  const claims = file837(5000);
  const write = async (text) => { if (!run.stdin.write(text)) await once(run.stdin, 'drain'); };
  for (let i = 0; i < 6; ++i) await write(claims);
  await sleep(100);
  const before = peak();
  for (let i = 0; i < 40; ++i) await write(remittance);
  await sleep(100);
  assert.ok(peak() - before < 40, `${before} MB, then ${peak()} MB after 100 MB more`);
  assert.ok(peak() < 120, `${peak()} MB`);
  run.stdin.end();
  await once(run, 'close');
});
