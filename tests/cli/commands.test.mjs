// SPDX-License-Identifier: Apache-2.0
// The commands that read no claims, and help that tells of every option.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { deltoid, root } from './support/run.mjs';

const version = readFileSync(join(root, 'CMakeLists.txt'), 'utf8').match(/project\(deltoid VERSION ([\d.]+)/)[1];
const catalogue = JSON.parse(deltoid(['rules', '--format', 'json']).stdout);

function prints(args) {
  const run = deltoid(args);
  assert.deepEqual([run.status, run.stderr], [0, '']);
  assert.ok(run.stdout.endsWith('\n'));
  return run.stdout;
}

test('--version, as text and as JSON', () => {
  const about = JSON.parse(prints(['--version', '--json']));
  assert.equal(about.version, version);
  const text = prints(['--version']);
  assert.ok(text.startsWith(`deltoid ${version}\nrulebook ${about.rulebook}, ${about.rules} rules\n`));
  assert.equal(text.trimEnd().split('\n').length, 2 + about.tables.length);
  assert.doesNotMatch(text, / $/m);
});

test('rules lists every rule', () => {
  const text = prints(['rules']);
  for (const { id, name } of catalogue.rules) assert.match(text, new RegExp(`^${id} .* ${name}$`, 'm'));
});

test('explain takes an id or a name', () => {
  const page = prints(['explain', 'BND003']);
  assert.match(page, /^BND003 visit-without-25\n/);
  assert.equal(prints(['explain', 'visit-without-25']), page);
  assert.equal(prints(['explain', 'bnd003']), page);
  assert.match(prints(['explain', '--format', 'markdown', 'BND003']), /^# BND003/);
  assert.equal(JSON.parse(prints(['explain', '--format', 'json', 'BND003'])).id, 'BND003');
});

test('every rule can be explained', () => {
  for (const { id } of catalogue.rules) prints(['explain', id]);
});

const contract = {
  check: ['--format', '--out', '--payer', '--profile', '--tables', '--history', '--documentation', '--as-of', '--select', '--ignore', '--fail-on', '--jobs', '--no-progress',
    '--color', '--stats', '--from', '--columns'],
  fix: ['--out', '--approved', '--only-approved', '--diff', '--format', '--payer', '--profile', '--tables', '--as-of', '--select', '--ignore', '--fail-on',
    '--jobs', '--no-progress', '--from', '--columns'],
  replay: ['--claims', '--remits', '--format', '--out', '--payer', '--profile', '--tables', '--history', '--as-of', '--no-progress', '--from'],
  template: ['--claim', '--format', '--out', '--from', '--columns', '--documentation', '--payer', '--as-of', '--profile', '--tables', '--select',
    '--ignore'],
  explain: ['--format'],
  rules: ['--format'],
};

for (const [command, options] of Object.entries(contract)) {
  test(`help and manual of ${command} have every option, and no other`, () => {
    const help = prints([command, '--help']);
    assert.equal(prints([command, '-h']), help);
    assert.deepEqual([...new Set(help.match(/(?<=^ +)--[a-z-]+/gm))].sort(), [...options].sort());
    const manual = readFileSync(join(root, 'docs/command-line.md'), 'utf8');
    for (const option of options) assert.ok(manual.includes(`\`${option}`), `docs/command-line.md does not tell of ${option}`);
  });
}

test('help fits a terminal of 80 columns', () => {
  for (const args of [[], ['check'], ['replay'], ['template'], ['explain'], ['rules']]) {
    for (const line of prints([...args, '--help']).split('\n')) assert.ok(line.length <= 80, line);
  }
});

test('help names every command', () => {
  const help = prints(['--help']);
  for (const command of ['check', 'replay', 'template', 'explain', 'rules', '--version']) assert.ok(help.includes(`deltoid ${command}`));
});
