// SPDX-License-Identifier: Apache-2.0
// Colours and the progress line belong to terminals; files and pipes never see them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { faulty, file837 } from './support/claims.mjs';
import { asOf, check, deltoid, folder, inTerminal } from './support/run.mjs';

const escape = '\u001b';
const skip = spawnSync('script', ['--version']).error === undefined ? false : 'there is no script(1) to make a terminal';

const claimsIn = (t) => folder(t).write('claims.json', JSON.stringify(faulty()));

test('colour is for text on a terminal', { skip }, (t) => {
  const claims = claimsIn(t);
  assert.ok(inTerminal(['check', ...asOf, claims]).screen.includes(`${escape}[`));
  for (const format of ['json', 'jsonl', 'sarif', 'csv', 'html', 'fhir']) {
    assert.ok(!inTerminal(['check', ...asOf, '--color', 'always', '--format', format, claims]).screen.includes(escape));
  }
});

test('--color, NO_COLOR and dumb terminals', { skip }, (t) => {
  const claims = claimsIn(t);
  const colored = (args, env) => inTerminal(['check', ...asOf, ...args, claims], { env }).screen.includes(escape);
  assert.equal(colored(['--color', 'never']), false);
  assert.equal(colored([], { NO_COLOR: '1' }), false);
  assert.equal(colored([], { NO_COLOR: '' }), true);
  assert.equal(colored(['--color', 'always'], { NO_COLOR: '1' }), true);
  assert.equal(colored([], { TERM: 'dumb' }), false);
});

test('a pipe has colour only when it is asked for', (t) => {
  const claims = claimsIn(t);
  assert.ok(!check([claims]).stdout.includes(escape));
  assert.ok(check(['--color', 'always', claims]).stdout.includes(`${escape}[`));
});

test('--out FILE has no colour, though a terminal looks on', { skip }, (t) => {
  const here = folder(t);
  const claims = here.write('claims.json', JSON.stringify(faulty()));
  assert.equal(inTerminal(['check', ...asOf, '--out', here.join('found'), claims]).status, 1);
  assert.ok(!readFileSync(here.join('found'), 'utf8').includes(escape));
});

// What makes a run long is another program that takes its time at the end of a pipe: however fast the machine, it waits.
test('a long run shows how far it is, and takes the line away', { skip }, (t) => {
  const here = folder(t);
  const claims = here.write('claims.837', file837(1000).repeat(40));
  const shown = (...args) =>
    inTerminal(['check', ...asOf, '--format', 'jsonl', '--jobs', '1', ...args, claims], { after: '| (sleep 1; cat > found)', cwd: here.path }).screen;
  const screen = shown();
  assert.match(screen, /\r\[#*\.+\] +\d+ % {2}[\d.]+ of [\d.]+ MB {2}[\d,]+ claims {2}\d+ MB\/s\u001b\[K/);
  assert.ok(screen.endsWith(`\r${escape}[K`));
  assert.equal(shown('--no-progress'), '');
  assert.ok(!readFileSync(here.join('found')).includes('MB/s'));
});

test('the progress line does not get between the findings', { skip }, (t) => {
  const here = folder(t);
  here.write('claims.837', file837(1000));
  const before = 'for part in 1 2 3; do cat claims.837; sleep 1; done |';
  const { screen } = inTerminal(['check', ...asOf, '--color', 'never', '-'], { before, cwd: here.path });
  const kept = screen.replace(/\r[^\r\n]*\u001b\[K/g, '');
  assert.ok(kept === check(['-'], { input: file837(1000).repeat(3) }).stdout);
  assert.notEqual(screen, kept);
});

test('a short run shows nothing', { skip }, (t) => {
  const here = folder(t);
  const claims = here.write('claims.json', JSON.stringify(faulty()));
  assert.equal(inTerminal(['check', ...asOf, claims], { after: '>found', cwd: here.path }).screen, '');
});

test('what a rule says is broken between words on a terminal, and left alone in a pipe', { skip }, () => {
  const { screen } = inTerminal(['explain', 'BND003']);
  const piped = deltoid(['explain', 'BND003']).stdout;
  assert.ok(screen.split('\n').every((line) => line.length <= 80));
  assert.ok(piped.split('\n').some((line) => line.length > 80));
  assert.equal(screen.replace(/\s+/g, ' '), piped.replace(/\s+/g, ' '));
});
