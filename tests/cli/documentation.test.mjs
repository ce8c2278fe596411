// SPDX-License-Identifier: Apache-2.0
// --documentation: administration records beside the claims, as a user gives them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claim } from './support/claims.mjs';
import { check, findings, folder } from './support/run.mjs';

const header = 'claim_id,drug,dose,route,site,lot,exp,date,time,given by,credential\n';

test('records are joined, and what stays apart is told on stderr', (t) => {
  const files = folder(t);
  const claims = files.write('claims.json', JSON.stringify([claim(), claim({ id: 'A-2', subscriber: { id: 'M2' } })]));
  const records = files.write('records.csv', `${header}A-1,Zofran,60 mg,IM,left deltoid,K1,01/2027,9/15/2026,10:20,J. Reed,RN\nA-9,Toradol,60 mg,IM,,,,,,,\n`);
  const run = check(['--format', 'jsonl', '--documentation', records, claims]);
  assert.equal(run.status, 1);
  assert.deepEqual(findings(run.stdout).filter((one) => one.rule === 'DOC016').map((one) => [one.claim, one.line]), [['A-1', 3]]);
  assert.match(run.stderr, /records\.csv:3: Row 3 \(claim A-9\) was joined to no claim line/);
  assert.match(run.stderr, /claims\.json:2: Claim 2 \(A-2\) bills 96372, and no record of its day was found/);
});

test('the number of workers changes nothing', (t) => {
  const files = folder(t);
  const claims = files.write('claims.json', Array.from({ length: 200 }, (_, i) => JSON.stringify(claim({ id: `A-${i}`, subscriber: { id: `M${i}` } }))).join('\n'));
  const rows = Array.from({ length: 150 }, (_, i) => `A-${i},${i % 7 ? 'Toradol' : 'Zofran'},60 mg,IM,left deltoid,K${i},01/2027,9/15/2026,10:20,J. Reed,RN`);
  const records = files.write('records.csv', header + rows.join('\n'));
  const one = check(['--format', 'jsonl', '--jobs', '1', '--documentation', records, claims]);
  const four = check(['--format', 'jsonl', '--jobs', '4', '--documentation', records, claims]);
  assert.equal(findings(one.stdout).filter((found) => found.rule === 'DOC016').length, 22);
  assert.equal(one.stdout, four.stdout);
  assert.equal(one.stderr, four.stderr);
});

test('a file that holds no records is a sentence and status 2', (t) => {
  const files = folder(t);
  const claims = files.write('claims.json', JSON.stringify(claim()));
  const records = files.write('records.csv', 'name,colour\na,b\n');
  const run = check(['--documentation', records, claims]);
  assert.equal(run.status, 2);
  assert.match(run.stderr, /records\.csv: No column names the claim or the patient/);
  assert.equal(check(['--documentation', files.join('none.csv'), claims]).status, 2);
});
