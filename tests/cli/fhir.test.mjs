// SPDX-License-Identifier: Apache-2.0
// FHIR on the command line: told by its content, checked, fixed, and pointed into.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { check, deltoid, asOf, findings, folder, summary } from './support/run.mjs';

const cpt = (code) => ({ coding: [{ system: 'http://www.ama-assn.org/go/cpt', code }] });
const item = (sequence, code, charge, more = {}) => ({
  sequence,
  productOrService: cpt(code),
  quantity: { value: 1 },
  net: { value: charge },
  servicedDate: '2026-09-15',
  diagnosisSequence: [1],
  locationCodeableConcept: { coding: [{ system: 'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set', code: '11' }] },
  ...more,
});

/** An office visit without 25 beside an injection, billed to Medicare; its patient and coverage stand around it. */
const claim = (more = {}) => ({
  resourceType: 'Claim',
  id: 'c1',
  status: 'active',
  use: 'claim',
  type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/claim-type', code: 'professional' }] },
  patient: { reference: 'Patient/p' },
  provider: { type: 'Organization', identifier: { system: 'http://hl7.org/fhir/sid/us-npi', value: '1234567893' } },
  insurer: { display: 'Medicare Part B', identifier: { value: '04402' } },
  insurance: [{ sequence: 1, focal: true, coverage: { reference: 'Coverage/v' } }],
  careTeam: [{ sequence: 1, role: { coding: [{ code: 'rendering' }] }, provider: { type: 'Practitioner', identifier: { system: 'http://hl7.org/fhir/sid/us-npi', value: '1234567893' } } }],
  diagnosis: [{ sequence: 1, diagnosisCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'M54.50' }] } }],
  item: [item(1, '99213', 120), item(2, '96372', 40), item(3, 'J1885', 12, { modifier: [{ coding: [{ code: 'JZ' }] }], quantity: { value: 4 } })],
  total: { value: 172 },
  ...more,
});
const patient = { resourceType: 'Patient', id: 'p', birthDate: '1964-02-01', gender: 'female' };
const coverage = { resourceType: 'Coverage', id: 'v', subscriberId: '1EG4TE5MK73', type: { coding: [{ system: 'https://nahdo.org/sopt', code: '12' }] } };
const bundle = (...resources) => ({ resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ fullUrl: `https://ehr.example/${resource.resourceType}/${resource.id}`, resource })) });
const text = (value) => JSON.stringify(value);

test('a Bundle is told by its content, and its claim is checked with what stands behind it', () => {
  for (const jobs of ['1', '3']) {
    const run = check(['--format', 'jsonl', '--jobs', jobs, '-'], { input: text(bundle(claim(), patient, coverage)) });
    assert.deepEqual([run.status, run.stderr], [1, '']);
    const [found, ...more] = findings(run.stdout);
    assert.deepEqual([found.rule, found.claim, found.line, found.field, found.at.segment], ['BND003', 'c1', 1, '/lines/0/modifiers', null]);
    assert.deepEqual(more, []);
    const [file] = summary(run.stdout).files;
    assert.deepEqual([file.format, file.claims, file.lines, file.complete], ['fhir', 1, 3, true]);
  }
});

test('an OperationOutcome names the element of the Bundle', () => {
  const outcome = JSON.parse(check(['--format', 'fhir', '-'], { input: text(bundle(patient, coverage, claim())) }).stdout);
  assert.deepEqual(outcome.issue.map((issue) => issue.expression), [['Bundle.entry[2].resource.item[0].modifier']]);
  const stu3 = { resourceType: 'ExplanationOfBenefit', id: 'e', item: [{ sequence: 1, service: cpt('96372'), servicedDate: '2026-13-15', net: { value: 40 } }] };
  const old = JSON.parse(check(['--format', 'fhir', '--select', 'SRC003', '-'], { input: text(stu3) }).stdout);
  assert.deepEqual(old.issue.map((issue) => issue.expression), [['ExplanationOfBenefit.item[0].serviced']]);
});

test('a finding that waits for the rest of the batch points into its own Bundle all the same', () => {
  const alone = (id) => claim({ id, item: [item(1, '96372', 40)], total: { value: 40 } });
  const outcome = JSON.parse(check(['--format', 'fhir', '--select', 'DRG001,CLM002', '-'], { input: text(bundle(alone('a'), patient, coverage, alone('b'))) }).stdout);
  const places = outcome.issue.flatMap((issue) => issue.expression ?? []);
  assert.ok(places.length >= 2, JSON.stringify(outcome.issue.map((issue) => issue.details)));
  for (const place of places) assert.match(place, /^Bundle\.entry\[[03]\]\.resource(\.item\[0\]|$|\.)/);
  assert.ok(places.some((place) => place.startsWith('Bundle.entry[3]')));
});

test('one resource a line, one resource, a list; forced or told', (t) => {
  const here = folder(t);
  const whole = claim({ contained: [{ ...patient }, { ...coverage }], patient: { reference: '#p' }, insurance: [{ focal: true, coverage: { reference: '#v' } }] });
  const forms = { 'one.json': text(whole), 'lines.ndjson': `${text(whole)}\n`, 'list.json': `[${text(whole)}]`, 'mark.json': `\ufeff${text(whole)}`, 'pretty.json': JSON.stringify(whole, null, 2) };
  for (const [name, content] of Object.entries(forms))
    for (const from of [[], ['--from', 'fhir']]) {
      const run = check(['--format', 'jsonl', ...from, here.write(name, content)]);
      assert.deepEqual(findings(run.stdout).map((one) => one.rule), ['BND003'], name);
      assert.equal(summary(run.stdout).files[0].format, 'fhir');
    }
});

test('what is not read is counted and named once a kind', () => {
  const other = (type, id) => claim({ id, type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/claim-type', code: type }] } });
  const run = check(['--format', 'jsonl', '-'], { input: text(bundle(other('pharmacy', 'x'), claim(), other('pharmacy', 'y'), other('oral', 'z'), patient, coverage)) });
  assert.equal(summary(run.stdout).claims, 4);
  const named = findings(run.stdout).filter((one) => one.rule === 'SRC004');
  assert.deepEqual(named.map((one) => [one.level, one.claim, /claims: (\d+)/.exec(one.message)[1]]), [['info', null, '2'], ['info', null, '1']]);
});

test('a file of FHIR without a claim is an error', () => {
  const run = check(['--format', 'jsonl', '-'], { input: text(bundle(patient)) });
  assert.equal(run.status, 1);
  assert.deepEqual(findings(run.stdout).map((one) => one.rule), ['SRC004']);
});

test('fix writes the claims of FHIR as contract JSON', (t) => {
  const here = folder(t);
  const file = here.write('claims.json', text(bundle(patient, coverage, claim({ total: { value: 170 } }))));
  const out = here.join('fixed.json');
  const run = deltoid(['fix', ...asOf, file, '--out', out]);
  assert.equal(run.stderr.includes('error'), false, run.stderr);
  const [fixed] = JSON.parse(readFileSync(out, 'utf8'));
  assert.deepEqual([fixed.id, fixed.payer.class, fixed.subscriber.id, fixed.patient.birth_date, fixed.lines.length], ['c1', 'medicare_b', '1EG4TE5MK73', '1964-02-01', 3]);
  assert.equal(fixed.lines[2].code, 'J1885');
});

test('an attachment of a hundred megabytes is passed over', () => {
  const data = Buffer.alloc(100 << 20, 'A').toString('latin1');
  const attached = claim({ supportingInfo: [{ sequence: 1, category: { coding: [{ code: 'attachment' }] }, valueAttachment: { data } }] });
  const run = check(['--format', 'jsonl', '-'], { input: text(bundle(attached, { resourceType: 'Binary', id: 'b', data }, patient, coverage)) });
  assert.deepEqual(findings(run.stdout).map((one) => one.rule), ['BND003']);
  assert.equal(summary(run.stdout).files[0].complete, true);
});

test('a broken line costs one claim', () => {
  const whole = text(claim({ contained: [patient, coverage], patient: { reference: '#p' }, insurance: [{ focal: true, coverage: { reference: '#v' } }] }));
  const run = check(['--format', 'jsonl', '-'], { input: `${whole}\n${whole.slice(0, 300)}\n${whole}\n` });
  assert.equal(summary(run.stdout).claims, 3);
  assert.ok(findings(run.stdout).some((one) => one.rule === 'SRC003' && one.claim_index === 1));
});
