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

test('the engine that only checks says which formats it has not', async () => {
  const checks = await instantiate('checks');
  const [problem] = JSON.parse(checks.open(JSON.stringify({ ...options, format: 'html' })));
  assert.equal(problem.path, '/format');
  assert.equal(checks.open(JSON.stringify(options)), '');
  assert.deepEqual(json(checks.about()), json(engine.about()));
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

/** The roster's lines of a session of `inputs`, fed in pieces of `size` bytes. */
function rosterOf(inputs, size) {
  assert.equal(engine.open(JSON.stringify({ ...options, roster: true })), '');
  let text = '';
  const take = () => { text += Buffer.from(engine.roster()).toString('utf8'); };
  for (const { name, bytes: all } of inputs) {
    engine.begin('claims', name);
    for (let at = 0; at < all.length; at += size) {
      const piece = all.subarray(at, at + size);
      engine.buffer(piece.length).set(piece);
      engine.feed(piece.length);
      take();
    }
  }
  engine.finish();
  take();
  return text.trimEnd().split('\n').map((line) => JSON.parse(line));
}

const medicare = { ...claim('M-1'), payer: { class: 'medicare_b', id: '04402', name: 'MEDICARE' }, subscriber: { id: '1EG4TE5MK73' } };
const day = (iso) => Date.parse(iso) / 86_400_000;

test('the roster has a line about every claim, clean ones too, however the bytes are cut', () => {
  const inputs = [
    { name: 'a.json', bytes: bytes([medicare, { ...claim('M-2'), payer: { class: 'medicare_b' }, frequency: '7', original_reference: '1' }]) },
    { name: 'b.json', bytes: bytes({ id: 'B-1', lines: [{ code: '99213', charge: '120.00' }] }) },
  ];
  const rows = rosterOf(inputs, 1 << 20);
  assert.deepEqual(rows, [
    [0, 0, 'M-1', '1EG4TE5MK73', 'medicare_b', '04402', 'MEDICARE', day('2026-09-15'), day('2027-09-15'), 1, [4000], []],
    // A corrected claim runs against another clock.
    [0, 1, 'M-2', '', 'medicare_b', '', '', day('2026-09-15'), null, 1, [4000], []],
    [1, 0, 'B-1', '', 'unknown', '', '', null, null, 0, [12000], []],
  ]);
  assert.deepEqual(rosterOf(inputs, 7), rows);
});

test('the roster names the drugs of a claim, each once', () => {
  const lines = ['96372', 'J1885', 'j3420', 'J1885', '99213'].map((code) => ({ code, charge: '1.00', from: '2026-09-15' }));
  const [row] = rosterOf([{ name: 'a.json', bytes: bytes({ ...medicare, lines }) }], 1 << 20);
  assert.deepEqual(row.at(-1), ['J1885', 'j3420']);
});

test('without being asked for there is no roster', () => {
  check(engine, options, [{ name: 'a.json', bytes: bytes(claim('1')) }]);
  assert.equal(engine.roster().length, 0);
});

test('a claim is found again by its index, beside a session', () => {
  const input = bytes([claim('1'), medicare, claim('3')]);
  const seek = (index, size) => {
    engine.seek(index);
    for (let at = 0; at < input.length; at += size) {
      const piece = input.subarray(at, at + size);
      engine.seekBuffer(piece.length).set(piece);
      const found = engine.seekFeed(piece.length);
      if (found.length > 0) return json(found);
    }
    const found = engine.seekFinish();
    return found.length > 0 ? json(found) : undefined;
  };
  for (const size of [1 << 20, 5]) {
    assert.equal(seek(1, size).id, 'M-1');
    assert.deepEqual(seek(1, size).payer, { name: 'MEDICARE', id: '04402', class: 'medicare_b' });
    assert.equal(seek(2, size).id, '3');
    assert.equal(seek(3, size), undefined);
  }
});

test('a claim of a spreadsheet with headers of its own is found with the session\'s mapping', () => {
  const rows = Buffer.from('Konto;Tag;Leistung\nA-1;2026-09-15;99213\nA-2;2026-09-16;96372\n');
  const found = (options) => {
    engine.seek(1, options);
    engine.seekBuffer(rows.length).set(rows);
    engine.seekFeed(rows.length);
    return engine.seekFinish();
  };
  const columns = { Konto: 'claim_id', Tag: 'dos', Leistung: 'code' };
  const claim = json(found(JSON.stringify({ columns, as_of: '2026-09-20', format: 'jsonl' })));
  assert.deepEqual([claim.id, claim.lines[0].code, claim.lines[0].from], ['A-2', '96372', '2026-09-16']);
  assert.equal(found().length, 0);
});

test('a mapping of several files names no header as missing that one of them does not have', () => {
  const rows = Buffer.from('claim_id,dos,Leistung\nA-1,2026-09-15,96372\n');
  const levels = (more) => {
    const asked = { ...options, columns: { Leistung: 'code', Ziffer: 'code' }, select: ['SRC001'], ...more };
    const said = check(engine, asked, [{ name: 'a.csv', bytes: rows }]).toString('utf8').trim().split('\n');
    return said.map((line) => JSON.parse(line)).flatMap(({ level, message }) => (/names a column Ziffer/.test(message) ? [level] : []));
  };
  assert.deepEqual(levels({}), ['warning']);
  assert.deepEqual(levels({ columns_of_many: true }), ['info']);
});

test('without identifiers no format names a claim or a patient, and nothing else is missing', () => {
  const named = [
    { ...medicare, id: 'NAMED-1', subscriber: { id: '2AB3-CD4-EF56' } },
    { ...medicare, id: 'NAMED-2', subscriber: { id: '2AB3-CD4-EF56' }, patient: { birth_date: '1950-13-77' } },
  ];
  const written = (format, identifiers) => check(engine, { ...options, format, identifiers }, [{ name: 'a.json', bytes: bytes(named) }]).toString('utf8');
  for (const format of ['text', 'json', 'jsonl', 'sarif', 'csv', 'html', 'fhir']) {
    const secrets = /NAMED|2AB3|1950-13/;
    assert.match(written(format, true), secrets, format);
    assert.doesNotMatch(written(format, false), secrets, format);
  }
  const rules = (identifiers) => written('jsonl', identifiers).trimEnd().split('\n').map((line) => JSON.parse(line)).map(({ rule, line, claim_index, fix }) => [rule, line, claim_index, fix?.length]);
  assert.deepEqual(rules(false), rules(true));
  assert.ok(rules(true).length > 3);
});
