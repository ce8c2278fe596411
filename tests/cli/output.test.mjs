// SPDX-License-Identifier: Apache-2.0
// Where the findings go: a plain file appears whole or not at all, devices and pipes get them as they come.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync, lstatSync } from 'node:fs';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { claim, faulty, file837 } from './support/claims.mjs';
import { asOf, assertSentence, check, environment, folder, program, start } from './support/run.mjs';

const input = { input: JSON.stringify(faulty()) };

test('--out writes the same bytes as standard output', (t) => {
  const here = folder(t);
  for (const format of ['text', 'json', 'jsonl', 'sarif', 'csv', 'html', 'fhir']) {
    const run = check(['--format', format, '--out', here.join('found'), '-'], input);
    assert.deepEqual([run.status, run.stdout, run.stderr], [1, '', '']);
    assert.equal(readFileSync(here.join('found'), 'utf8'), check(['--format', format, '-'], input).stdout);
  }
  assert.deepEqual(readdirSync(here.path), ['found']);
});

test('--out - is standard output', () => {
  assert.match(check(['--out', '-', '-'], input).stdout, /BND003/);
});

test('a run that fails leaves what was there', (t) => {
  const here = folder(t);
  const out = here.write('found', 'before');
  for (const args of [[here.join('missing')], ['--as-of', 'never', '-'], ['--tables', here.join('no'), '-']]) {
    assert.equal(check(['--out', out, ...args], input).status, 2);
    assert.equal(readFileSync(out, 'utf8'), 'before');
  }
  assert.deepEqual(readdirSync(here.path), ['found']);
});

test('the file appears at the end only, and an interrupted run leaves nothing', async (t) => {
  const here = folder(t);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    const run = start(['check', ...asOf, '--out', here.join('found'), '-']);
    run.stdin.on('error', () => {});
    run.stdin.write(file837(3000));
    while (readdirSync(here.path).length === 0) await sleep(10);
    assert.equal(existsSync(here.join('found')), false);
    run.kill(signal);
    const [, ended] = await once(run, 'close');
    assert.equal(ended, signal);
    assert.deepEqual(readdirSync(here.path), []);
  }
});

test('a file keeps its mode, a new one gets the usual one, a link stays a link', (t) => {
  const here = folder(t);
  const kept = here.write('kept', '');
  chmodSync(kept, 0o640);
  check(['--out', kept, '-'], input);
  assert.equal(statSync(kept).mode & 0o777, 0o640);
  check(['--out', here.join('new'), '-'], input);
  assert.equal(statSync(here.join('new')).mode & 0o777, 0o666 & ~process.umask());
  symlinkSync('kept', here.join('link'));
  writeFileSync(kept, '');
  check(['--out', here.join('link'), '-'], input);
  assert.ok(lstatSync(here.join('link')).isSymbolicLink());
  assert.match(readFileSync(kept, 'utf8'), /BND003/);
});

test('what cannot be written is one sentence', (t) => {
  const here = folder(t);
  mkdirSync(here.join('folder'));
  for (const [out, sentence] of [[here.join('folder'), /is a folder/], [here.join('no', 'found'), /no folder for/]]) {
    const run = check(['--out', out, '-'], input);
    assert.deepEqual([run.status, run.stdout], [2, '']);
    assertSentence(run.stderr, sentence);
  }
});

test('the claims are not replaced by the findings', (t) => {
  const here = folder(t);
  const claims = here.write('claims.json', JSON.stringify(faulty()));
  symlinkSync('claims.json', here.join('link'));
  for (const out of [claims, here.join('link'), here.join('.', 'claims.json')]) {
    const run = check(['--out', out, claims]);
    assert.equal(run.status, 2);
    assertSentence(run.stderr, /--out would replace .*claims\.json/);
  }
  assert.equal(readFileSync(claims, 'utf8'), JSON.stringify(faulty()));
});

test('a full disk', { skip: !existsSync('/dev/full') }, () => {
  const run = check(['--out', '/dev/full', '-'], input);
  assert.equal(run.status, 2);
  assertSentence(run.stderr, /\/dev\/full cannot be written: the disk is full/);
});

test('a pipe gets the findings as they come', async (t) => {
  const here = folder(t);
  execFileSync('mkfifo', [here.join('pipe')]);
  const run = start(['check', ...asOf, '--out', here.join('pipe'), here.write('claims.837', file837(50))]);
  const reader = start(['check', '--from', 'json', here.join('pipe')]);   // any reader will do
  const statuses = await Promise.all([once(run, 'close'), once(reader, 'close')]);
  assert.deepEqual(statuses.map(([status]) => status), [1, 1]);
  assert.ok(statSync(here.join('pipe')).isFIFO());
});

test('a reader that goes away is one sentence', async (t) => {
  const here = folder(t);
  const claims = here.write('claims.837', file837(20_000));
  for (const jobs of ['1', '2']) {
    const run = start(['check', ...asOf, '--format', 'jsonl', '--jobs', jobs, claims]);
    let stderr = '';
    run.stderr.on('data', (text) => { stderr += text; });
    await once(run.stdout, 'readable');
    run.stdout.destroy();
    const [status] = await once(run, 'close');
    assert.equal(status, 2);
    assertSentence(stderr, /Standard output was closed before everything was written/);
  }
});

test('standard input may be a pipe that comes in small pieces', async () => {
  const text = JSON.stringify([claim({ id: 'one' }), faulty({ id: 'two' })]);
  for (const jobs of ['1', '4']) {
    const run = start(['check', ...asOf, '--jobs', jobs, '-']);
    let stdout = '';
    run.stdout.on('data', (more) => { stdout += more; });
    for (let at = 0; at < text.length; at += 400) {
      run.stdin.write(text.slice(at, at + 400));
      await sleep(1);
    }
    run.stdin.end();
    const [status] = await once(run, 'close');
    assert.equal(status, 1);
    assert.equal(stdout, check(['--jobs', '1', '-'], { input: text }).stdout);
  }
});

test('standard files that the caller has closed', (t) => {
  const here = folder(t);
  const claims = here.write('claims.json', JSON.stringify(faulty()));
  const shell = (command) => spawnSync('sh', ['-c', command, program, claims, here.join('found')], { env: environment() });
  const noOutput = shell('"$0" check "$1" >&-');
  assert.equal(noOutput.status, 2);
  assertSentence(noOutput.stderr.toString(), /Standard output cannot be written/);
  const noErrors = shell('"$0" check --as-of 2026-09-20 --out "$2" missing "$1" 2>&-');
  assert.equal(noErrors.status, 2);
  assert.doesNotMatch(readFileSync(here.join('found'), 'utf8'), /missing/);
  const noInput = shell('"$0" check - <&-');
  assert.equal(noInput.status, 2);
  assertSentence(noInput.stderr.toString(), /Standard input cannot be read/);
});
