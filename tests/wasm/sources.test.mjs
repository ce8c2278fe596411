// SPDX-License-Identifier: Apache-2.0
// What the full engine reads besides claims: notes, spreadsheets' columns, payers' answers, administration records.
import assert from 'node:assert/strict';
import test from 'node:test';

import { claim, faulty, remittance } from '../cli/support/claims.mjs';
import { check, instantiate } from './engine.mjs';

const engine = await instantiate();
const bytes = (text) => new TextEncoder().encode(text);
const json = (view) => JSON.parse(new TextDecoder().decode(view));
const asOf = '2026-09-20';

test('a note gives the fields of a record, and the bytes that each was taken from', () => {
  const note = 'Dolor: Toradol 60 mg IM, deltoides izquierdo. Given: ketorolac 60 mg IM left deltoid, lot A123, RN.';
  const { administrations } = json(engine.readNote(note));
  assert.equal(administrations.length > 0, true);
  for (const { field, from, to, words } of administrations.flatMap(({ taken }) => taken))
    assert.equal(new TextDecoder().decode(bytes(note).subarray(from, to)), words, field);
});

test('the columns of a spreadsheet are previewed with a mapping', () => {
  const rows = bytes('Claim;Seen;What;Units\nA-1;2026-09-15;96372;1\n');
  assert.deepEqual(json(engine.csvPreview(rows, '{}')).missing.includes('code'), true);
  const preview = json(engine.csvPreview(rows, '{"What":"code","Seen":"dos"}'));
  assert.deepEqual([preview.separator, preview.missing.filter((name) => name !== 'claim_id')], [';', []]);
  assert.deepEqual(preview.columns.map(({ name }) => name).slice(1), ['dos', 'code', 'units']);
});

test('claims are held against what the payers answered, whatever the size of the pieces', () => {
  const inputs = [
    { name: 'claims.json', bytes: bytes(JSON.stringify([claim({ id: 'A-1' }), faulty({ id: 'A-2' })])) },
    { role: 'remits', name: 'first.835', bytes: bytes(remittance('A-1', 100)) },
    { role: 'remits', name: 'second.835', bytes: bytes(remittance('A-2', 0)) },
  ];
  const options = { as_of: asOf, format: 'json', replay: true };
  const report = check(engine, options, inputs);
  assert.equal(json(report).verdicts.caught, 1);
  assert.equal(json(report).reconciliation.unbalanced, 0);
  assert.deepEqual(check(engine, options, inputs, 7), report);
});

test('a record that no claim waits for is told', () => {
  const record = 'claim_id,drug,dose,route\nA-1,ketorolac,60 mg,IM\nZ-9,ketorolac,30 mg,IM\n';
  check(engine, { as_of: asOf, format: 'json' }, [
    { role: 'documentation', name: 'records.csv', bytes: bytes(record) },
    { name: 'claims.json', bytes: bytes(JSON.stringify([claim({ id: 'A-1' })])) },
  ]);
  const { records, apart, problems } = json(engine.joined());
  assert.deepEqual([records, apart], [2, [{ file: 'records.csv', row: 3, claim: 'Z-9', why: 'no_claim' }]]);
  assert.equal(problems[0].path, 'records.csv:3');
});

test('the smaller engine has none of it', async () => {
  const checks = await instantiate('checks');
  assert.throws(() => checks.readNote('60 mg IM'), TypeError);
});
