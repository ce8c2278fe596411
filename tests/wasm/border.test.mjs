// SPDX-License-Identifier: Apache-2.0
// The border itself: what each function hands over, and that one engine serves session after session.
import assert from 'node:assert/strict';
import test from 'node:test';

import { check, instantiate } from './engine.mjs';

const options = { as_of: '2026-09-20', format: 'jsonl' };
const claim = (id) => ({
  id,
  total_charge: '40.00',
  lines: [{ line: 1, code: '96372', units: '1', charge: '40.00', from: '2026-09-15', pointers: [1] }],
});
const bytes = (value) => Buffer.from(JSON.stringify(value));
const json = (view) => JSON.parse(Buffer.from(view).toString('utf8'));
const engine = await instantiate();

test('open says what is wrong with the options', () => {
  const problems = JSON.parse(engine.open('{"format":"jsonl"}'));
  assert.ok(problems.length > 0);
  for (const problem of problems) {
    assert.equal(typeof problem.path, 'string');
    assert.ok(problem.message.length > 0);
  }
  assert.equal(engine.open(JSON.stringify(options)), '');
});

test('an option that is no JSON is a problem, not an abort', () => {
  assert.notEqual(engine.open('{'), '');
  assert.notEqual(engine.open('\u0000'), '');
});

test('a session ends with its summary, and the next starts afresh', () => {
  const input = [{ name: 'a.json', bytes: bytes([claim('1'), claim('2')]) }];
  const first = check(engine, options, input);
  const summary = JSON.parse(first.toString('utf8').trimEnd().split('\n').at(-1));
  assert.equal(summary.kind, 'summary');
  assert.equal(summary.claims, 2);
  assert.deepEqual(check(engine, options, input), first);
});

test('packs stay in force for the next session when it asks for them, and only then', () => {
  const pack = [
    '# pack: icd10-codes', '# edition: FY2027', '# from: 2026-10-01', '# to: 2027-09-30', '# complete: yes',
    '# source: an example', '# confidence: verified', 'code\theader', 'M5451\tn', '',
  ].join('\n');
  const claims = [{ name: 'a.json', bytes: bytes([claim('1')]) }];
  const editions = (output) =>
    JSON.parse(output.toString('utf8').trimEnd().split('\n').at(-1)).tables.map(({ edition }) => edition);
  const loaded = check(engine, options, [{ role: 'tables', name: 'my.tsv', bytes: Buffer.from(pack) }, ...claims]);
  assert.ok(editions(loaded).includes('FY2027'));
  assert.deepEqual(check(engine, { ...options, keep_tables: true }, claims), loaded);
  assert.deepEqual(check(engine, { ...options, keep_tables: true }, claims), loaded);
  assert.ok(!editions(check(engine, options, claims)).includes('FY2027'));
  assert.ok(!editions(check(engine, { ...options, keep_tables: true }, claims)).includes('FY2027'));
});

test('the view of an input larger than the heap holds after the heap has grown', async () => {
  const fresh = await instantiate();
  assert.equal(fresh.open(JSON.stringify(options)), '');
  fresh.begin('claims', 'big.json');
  const size = 60 << 20;
  const view = fresh.buffer(size);
  assert.equal(view.length, size);
  view.fill(0x20);
  view.set(bytes(claim('1')), size - 4096);
  fresh.feed(size);
  const summary = JSON.parse(Buffer.from(fresh.finish()).toString('utf8').trimEnd().split('\n').at(-1));
  assert.equal(summary.claims, 1);
  assert.equal(summary.files[0].bytes, size);
});

test('catalogue and explain tell of the same rules', () => {
  const rules = json(engine.catalogue());
  const list = Array.isArray(rules) ? rules : rules.rules;
  assert.ok(list.length > 0);
  for (const { id } of list) assert.equal(json(engine.explain(id)).id, id);
  assert.equal(engine.explain('XXX999').length, 0);
});

test('apply hands over the claim, or the problems as a string', () => {
  const fixed = engine.apply(JSON.stringify(claim('1')), '{"op":"add_modifier","line":1,"value":"59"}');
  assert.deepEqual(json(fixed).lines[0].modifiers, ['59']);
  const problems = JSON.parse(engine.apply(JSON.stringify(claim('1')), '{"op":"delete_line","line":7}'));
  assert.ok(problems[0].message.length > 0);
});

test('about tells the version', () => {
  assert.match(json(engine.about()).version, /^\d+\.\d+\.\d+$/);
});
