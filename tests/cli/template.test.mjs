// SPDX-License-Identifier: Apache-2.0
// deltoid template: the note for any injection, the notes of a file of claims, its exit status and sentences.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';

import { claim, line } from './support/claims.mjs';
import { asOf, assertSentence, deltoid, folder } from './support/run.mjs';

const template = (args, options) => deltoid(['template', ...args], options);
const ofClaim = (path, ...args) => template(['--claim', path, ...asOf, ...args]);

test('without a claim it is the note for any injection', () => {
  const run = template([]);
  assert.deepEqual([run.status, run.stderr], [0, '']);
  assert.match(run.stdout, /^INJECTION NOTE\n\nOrdered by: _+\n {2}\[DOC001/);
  assert.match(run.stdout, /^Dose: _+\n {2}\[DOC003, /m);
  assert.match(run.stdout, /^[\n -~]+$/);
  const plain = template(['--format', 'plain']);
  assert.doesNotMatch(plain.stdout, /\[/);
  assert.deepEqual(plain.stdout.match(/^\w[^:\n]+: /gm), run.stdout.match(/^\w[^:\n]+: /gm));
  const fields = JSON.parse(template(['--format', 'json']).stdout).notes[0].fields;
  assert.ok(fields.every(({ rules, why }) => rules.length > 0 && why));
});

test('with a claim it has its day and drug, and what is billed beside the lines', (t) => {
  const run = ofClaim(folder(t).write('claim.json', JSON.stringify(claim())));
  assert.deepEqual([run.status, run.stderr], [0, '']);
  assert.match(run.stdout, /\[claim: A-1, line 2: 96372 x 1 on 2026-09-15, place of service 11\]/);
  assert.match(run.stdout, /^Drug: ketorolac\n {2}\[claim: line 3, J1885 x 4 JZ\]$/m);
  assert.match(run.stdout, /^Dose: _+\n {2}\[claim: 4 units of 15 mg: at most 60 mg\]$/m);
  assert.match(run.stdout, /^Date and time: 2026-09-15 _+$/m);
});

test('standard input and --format json', () => {
  const run = template(['--claim', '-', ...asOf, '--format', 'json'], { input: JSON.stringify([claim(), claim({ id: 'A-2' })]) });
  assert.deepEqual([run.status, run.stderr], [0, '']);
  assert.deepEqual(JSON.parse(run.stdout).notes.map((note) => [note.file, note.claim, note.claim_index, note.line]), [['-', 'A-1', 0, 2], ['-', 'A-2', 1, 2]]);
});

test('administration records are filled in and what is wrong in them is marked', (t) => {
  const dir = folder(t);
  const claims = dir.write('claim.json', JSON.stringify(claim()));
  const records = dir.write('records.csv', 'claim_id,doc_drug,doc_dose,doc_expiration\nA-1,Toradol,60 mg,2026-01-31\n');
  const run = ofClaim(claims, '--documentation', records);
  assert.equal(run.status, 0);
  assert.match(run.stdout, /^Dose: 60 mg$/m);
  assert.match(run.stdout, /^Expiration date: 2026-01-31\n {2}\[DOC007: Line 3: /m);
});

test('a file without injections says so and is status 1', (t) => {
  const dir = folder(t);
  const visit = claim({ lines: [line('99213')] });
  const one = ofClaim(dir.write('one.json', JSON.stringify(visit)));
  assert.deepEqual([one.status, one.stdout], [1, '']);
  assertSentence(one.stderr, /no line of 96372/);
  const two = ofClaim(dir.write('two.json', JSON.stringify([visit, visit])));
  assertSentence(two.stderr, /None of the 2 claims has a line of 96372/);
  const none = ofClaim(dir.write('empty.json', '[]'));
  assert.equal(none.status, 1);
  assert.match(none.stderr, /No claim was read/);
});

test('--out appears when it is complete, and never takes the place of the claims', (t) => {
  const dir = folder(t);
  const claims = dir.write('claim.json', JSON.stringify(claim()));
  const out = dir.join('note.txt');
  const run = ofClaim(claims, '--out', out);
  assert.deepEqual([run.status, run.stdout], [0, '']);
  assert.match(readFileSync(out, 'utf8'), /^INJECTION NOTE\n/);
  const over = ofClaim(claims, '--out', claims);
  assert.equal(over.status, 2);
  assertSentence(over.stderr, /--out would replace/);
  const missing = ofClaim(dir.join('nowhere.837'), '--out', dir.join('other.txt'));
  assert.equal(missing.status, 2);
  assert.ok(!existsSync(dir.join('other.txt')));
});

test('what asks of claims needs one, and formats are told', () => {
  const payer = template(['--payer', 'medicaid']);
  assert.equal(payer.status, 2);
  assertSentence(payer.stderr, /--payer needs a claim/);
  assertSentence(template(['--format', 'html']).stderr, /--format must be text, plain or json, not html/);
  assertSentence(template(['claims.837']).stderr, /deltoid template does not take claims\.837/);
});
