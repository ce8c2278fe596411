// SPDX-License-Identifier: Apache-2.0
// Profiles as users give them: by file or by name. And the published schema says of a profile what the program says.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { claim, file837, line } from './support/claims.mjs';
import { assertSentence, check, findings, folder, root } from './support/run.mjs';

const schema = JSON.parse(readFileSync(join(root, 'docs/profile.schema.json'), 'utf8'));
const builtIn = readdirSync(join(root, 'core/profiles')).map((name) => name.replace('.json', ''));

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const types = { string: (v) => typeof v === 'string', boolean: (v) => typeof v === 'boolean', integer: Number.isInteger, array: Array.isArray, object: isObject };
const known = new Set(['$schema', '$id', '$defs', '$ref', 'title', 'description', 'type', 'enum', 'pattern', 'format', 'minimum', 'maximum', 'items', 'required',
  'properties', 'additionalProperties']);

/** As much of JSON Schema (2020-12) as the schema uses; anything else in it is a mistake here. */
function isValid(value, rule = schema) {
  for (const word of Object.keys(rule)) assert.ok(known.has(word), `the validator of this test does not know ${word}`);
  if (rule.$ref && !isValid(value, schema.$defs[rule.$ref.replace('#/$defs/', '')])) return false;
  if (rule.type && !types[rule.type](value)) return false;
  if (rule.enum && !rule.enum.includes(value)) return false;
  if (rule.pattern && !new RegExp(rule.pattern, 'u').test(value)) return false;
  if (rule.format === 'date' && !/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value)) return false;
  if (value < rule.minimum || value > rule.maximum) return false;
  if (rule.items && !value.every((one) => isValid(one, rule.items))) return false;
  if (!(rule.required ?? []).every((name) => name in value)) return false;
  if (!rule.properties && !rule.additionalProperties) return true;
  return Object.entries(value).every(([name, one]) => {
    const below = rule.properties?.[name] ?? rule.additionalProperties;
    return below === undefined || (below !== false && isValid(one, below));
  });
}

/** A value that the rule takes, with everything in it that it names. */
function example(rule) {
  if (rule.$ref) return example(schema.$defs[rule.$ref.replace('#/$defs/', '')]);
  if (rule.enum) return rule.enum.at(-1);
  if (rule.type === 'boolean') return true;
  if (rule.type === 'integer') return rule.maximum;
  if (rule.type === 'array') return [example(rule.items)];
  if (rule.type === 'object' && rule.properties) return Object.fromEntries(Object.entries(rule.properties).map(([name, one]) => [name, example(one)]));
  if (rule.type === 'object') return { BND003: example(rule.additionalProperties), 'filing-limit-passed': 'off' };
  if (rule.format === 'date') return '2026-11-21';
  return rule.pattern?.includes('{5}') ? ' j1050' : rule.pattern?.includes('S\\S') ? 'SA' : 'x';
}

/** Whether the program takes the profile; its sentences when it does not. */
function accepts(here, profile) {
  here.write('claim.json', '[]');
  here.write('profile.json', JSON.stringify(profile));
  const run = check(['--profile', 'profile.json', '--fail-on', 'never', 'claim.json'], { cwd: here.path });
  return { taken: run.status !== 2, stderr: run.stderr };
}

/** Every object of a value, with the path to it. */
const objectsIn = (value, path = []) => [
  ...(isObject(value) ? [path] : []),
  ...(typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, one]) => objectsIn(one, [...path, name])) : []),
];
const at = (value, path) => path.reduce((one, name) => one[name], value);

test('a profile with everything that the schema names is taken', (t) => {
  const all = example(schema);
  assert.ok(isValid(all));
  assert.deepEqual(accepts(folder(t), all), { taken: true, stderr: '' });
});

test('a key that the schema does not name is refused, wherever it stands, and the answer lists just those it names', (t) => {
  const here = folder(t);
  for (const path of objectsIn(example(schema))) {
    if (path.at(-1) === 'rules') continue;   // its keys are the rules
    const profile = example(schema);
    at(profile, path).unheard_of = 1;
    assert.ok(!isValid(profile));
    const { taken, stderr } = accepts(here, profile);
    assert.ok(!taken);
    assertSentence(stderr, new RegExp(`^deltoid: profile\\.json: ${['', ...path].join('/')}/unheard_of: `));
    const listed = stderr.match(/It may have: (.*)\.$/m)[1].split(', ');
    assert.deepEqual(listed.sort(), Object.keys(at(example(schema), path)).sort());
  }
});

test('the schema and the program take and refuse the same', (t) => {
  const here = folder(t);
  const payer = (more) => ({ payers: [{ id: '1', ...more }] });
  const wrong = [[], 7, { name: 7 }, { payers: {} }, { payers: [7] }, { payers: [{}] }, payer({ id: '' }), payer({ id: ' ' }), payer({ id: 7 }), payer({ name: [] }),
    payer({ class: 'private' }), payer({ class: 7 }), payer({ filing_limit_days: 0 }), payer({ filing_limit_days: 3661 }), payer({ filing_limit_days: '90' }),
    payer({ filing_limit_days: 1.5 }), payer({ supplied_drug: 'none' }), payer({ ndc_required: 'yes' }), payer({ like: 'nobody' }), payer({ like: 7 }),
    payer({ modifiers_required: {} }), payer({ modifiers_required: [{}] }), payer({ modifiers_required: [{ modifier: 'SAA' }] }),
    payer({ modifiers_required: [{ modifier: 'SA', codes: ['96 72'] }] }), payer({ authorization_required: 'J0897' }), payer({ authorization_required: [7] }),
    { rules: [] }, { rules: { BND003: 'loud' } }, { rules: { BND003: 1 } }, { sources: {} }, { sources: [{ value: 'class' }] }, { sources: [7] },
    { sources: [{ value: 'class', source: 'x', confidence: 'sure' }] }, { sources: [{ value: 'class', source: 'x', date: '20260101' }] }];
  const right = [{}, { payers: [] }, { rules: {} }, payer({}), payer({ filing_limit_days: 1 }), payer({ filing_limit_days: 3660 }), payer({ ndc_required: false }),
    payer({ modifiers_required: [] }), payer({ modifiers_required: [{ modifier: 'fp' }] }), payer({ class: 'unknown' }), ...builtIn.map((like) => ({ like })),
    ...schema.$defs.class.enum.map((one) => ({ class: one }))];
  for (const profile of wrong) {
    assert.ok(!isValid(profile), `the schema takes ${JSON.stringify(profile)}`);
    const { taken, stderr } = accepts(here, profile);
    assert.ok(!taken, `the program takes ${JSON.stringify(profile)}`);
    assert.match(stderr, /^deltoid: profile\.json: /);
  }
  for (const profile of right) {
    assert.ok(isValid(profile), `the schema refuses ${JSON.stringify(profile)}`);
    assert.deepEqual(accepts(here, profile), { taken: true, stderr: '' }, JSON.stringify(profile));
  }
});

test('the built-in profiles fit the schema, and it names them all', (t) => {
  assert.deepEqual([...schema.properties.like.enum].sort(), [...builtIn].sort());
  assert.deepEqual(schema.$defs.payer.properties.like, schema.properties.like);
  for (const name of builtIn) {
    const profile = JSON.parse(readFileSync(join(root, `core/profiles/${name}.json`), 'utf8'));
    assert.ok(isValid(profile), name);
    assert.deepEqual(accepts(folder(t), profile), { taken: true, stderr: '' });
  }
});

test('the manual names every key and every built-in profile', () => {
  const manual = readFileSync(join(root, 'docs/profiles.md'), 'utf8');
  for (const name of [...Object.keys(schema.properties), ...Object.keys(schema.$defs.payer.properties), ...builtIn]) {
    assert.ok(manual.includes(`\`${name}\``) || manual.includes(`.${name}\``), `docs/profiles.md does not tell of ${name}`);
  }
});

const late = (more) => claim({ payer: { class: 'commercial', id: '62308' }, received_date: '2027-02-01', ...more });
const filing = (run) => findings(run.stdout).filter(({ rule }) => rule === 'PAY001').map(({ level }) => level);

test('--profile takes the name of a built-in profile, and a file of that name goes before it', (t) => {
  const here = folder(t);
  here.write('late.json', JSON.stringify(late()));
  const run = () => check(['--profile', 'cigna', '--format', 'jsonl', 'late.json'], { cwd: here.path });
  assert.deepEqual(filing(run()), ['warning']);
  here.write('cigna', '{"filing_limit_days": 30}');
  assert.deepEqual(filing(run()), ['error']);
});

test('a name that is none is said, with those that are', (t) => {
  const here = folder(t);
  here.write('late.json', JSON.stringify(late()));
  const run = check(['--profile', 'cygna', 'late.json'], { cwd: here.path });
  assert.equal(run.status, 2);
  assertSentence(run.stderr, /cygna.*There is no built-in profile "cygna".*aetna, anthem, cigna/);
});

test('a built-in profile leaves claims of another class alone', (t) => {
  const here = folder(t);
  here.write('late.json', JSON.stringify(late({ payer: { class: 'medicare_b' } })));
  assert.deepEqual(filing(check(['--profile', 'cigna', '--format', 'jsonl', 'late.json'], { cwd: here.path })), []);
});

test('a payer that is like a built-in one, with a day of its own', (t) => {
  const here = folder(t);
  here.write('profile.json', JSON.stringify({ payers: [{ id: '62308', like: 'cigna', filing_limit_days: 180 }] }));
  here.write('late.json', JSON.stringify([late(), late({ id: 'A-2', subscriber: { id: 'B' }, received_date: '2027-04-01' }), late({ lines: [line('99213')] })]));
  assert.deepEqual(filing(check(['--profile', 'profile.json', '--format', 'jsonl', 'late.json'], { cwd: here.path })), ['error']);
});

test("a payer's own levels hold whatever --jobs", (t) => {
  const here = folder(t);
  here.write('claims.837', file837(5000));
  here.write('profile.json', JSON.stringify({ payers: [{ id: '04401', rules: { BND003: 'info', UNT001: 'warning' } }, { id: '04402', rules: { BND003: 'off' } }] }));
  const [one, three] = ['1', '3'].map((jobs) => check(['--profile', 'profile.json', '--format', 'jsonl', '--jobs', jobs, 'claims.837'], { cwd: here.path }).stdout);
  assert.ok(one === three);
  const levels = findings(one).filter(({ rule }) => rule === 'BND003').map(({ level }) => level);
  assert.deepEqual([...new Set(levels)].sort(), ['error', 'info']);
  assert.ok(levels.filter((level) => level === 'info').length < levels.length / 2);
});
