// SPDX-License-Identifier: Apache-2.0
// Files of injection records dropped with claims: known by their content, joined by the engine, what stayed apart is told,
// and they can be taken away again.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sidewaysOf, violationsOf } from './support/access.mjs';
import { mixedFile } from './support/claims837.mjs';
import { importSource } from './support/modules.mjs';
import { asFile, choose, launch, open, openQueue, queueRows } from './support/page.mjs';

let browser;
let tellUse;
before(async () => {
  browser = await launch();
  ({ tellUse } = await importSource("export { tellUse } from './files/uses.ts';"));
});
after(() => browser?.close());

const header = 'claim_id,date,medication,dose,route,site,lot,exp,given_by\n';
const row = (at, dose = '60 mg', id = `A-${20000 + at}`) =>
  `${id},9/${10 + (at % 15)}/2026,ketorolac,${dose},IM,left deltoid,K${at},1/2028,S. Ruiz RN\n`;
/** Of the twelve claims ten have a record, one of another dose; one record is nobody's. */
const records = `${header}${Array.from({ length: 10 }, (_, at) => row(at, at === 2 ? '30 mg' : '60 mg')).join('')}${row(0, '60 mg', 'NOBODY-1')}`;
const claims = () => asFile('claims.837', mixedFile(12));
const injections = () => asFile('injections.csv', records);

const section = (page) => page.getByRole('region', { name: 'Injection records' });
const waitChecked = (page) => queueRows(page).first().waitFor({ timeout: 60_000 });

/** Rules that spoke, with how often. */
async function savedFindings(page) {
  await page.getByRole('button', { name: 'Download' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Findings as JSON' }).click(),
  ]);
  return JSON.parse(await readFile(await download.path(), 'utf8'));
}

test('records are joined to the claims they were dropped with, and what stayed apart is told', async () => {
  const page = await open(browser);
  await openQueue(page, [claims(), injections()]);
  const said = section(page);
  await said.getByText('11 records read, 10 joined to their lines.').waitFor();
  await said.getByText('1 record was joined to no claim line').click();
  await said
    .getByText('injections.csv, row 12, claim NOBODY-1: No claim of that id has a line that it belongs to.')
    .waitFor();
  await said.getByText('2 of 12 lines of 96372 have no record').click();
  assert.deepEqual(await said.locator('details').nth(1).locator('li').allInnerTexts(), [
    'claims.837, claim A-20010 (number 11 in the file)',
    'claims.837, claim A-20011 (number 12 in the file)',
  ]);
  const { findings, summary } = await savedFindings(page);
  const another = findings.filter(({ rule, claim_index }) => rule.startsWith('UNT') && claim_index === 2);
  assert.equal(another.length, 1, 'the dose of the record is held against the units');
  assert.equal(summary.claims, 12);
  assert.equal(summary.files.length, 1, 'records are no file of claims');
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(page.asked, []);
  await page.context().close();
});

test('the claims without a record are a list of work', async () => {
  const page = await open(browser);
  await openQueue(page, [injections(), claims()]);
  await section(page).getByText('2 of 12 lines of 96372 have no record').click();
  await section(page).getByRole('button', { name: 'Show these claims in the queue' }).click();
  await page.getByText('Only: no injection record').waitFor();
  await page.waitForFunction(
    () =>
      document
        .querySelector('deltoid-workbench')
        .shadowRoot.querySelector('deltoid-batch')
        .shadowRoot.querySelector('deltoid-queue').order.length === 2,
  );
  const shown = await queueRows(page).allInnerTexts();
  assert.match(shown.join(' '), /A-20010/);
  assert.match(shown.join(' '), /A-20011/);
  await page.context().close();
});

test('a claim is opened with its record, and what is corrected is checked with it', async () => {
  const page = await open(browser);
  await openQueue(page, [claims(), injections()]);
  const queue = page.locator('deltoid-queue');
  await queue.getByLabel('Search').fill('A-20002');
  await page.waitForFunction(
    () =>
      document
        .querySelector('deltoid-workbench')
        .shadowRoot.querySelector('deltoid-batch')
        .shadowRoot.querySelector('deltoid-queue').order.length === 1,
  );
  await queueRows(page).first().click();
  const form = page.locator('deltoid-batch-claim deltoid-checker');
  await form.locator('li.finding', { hasText: 'The record gives 30 mg' }).waitFor();
  const record = await form.evaluate((node) => node.value.lines[2].documentation);
  assert.equal(record.dose, '30 mg');
  assert.equal(record.lot, 'K2');
  assert.equal(
    await page.locator('deltoid-batch-claim').getByText('From the batch').count(),
    0,
    'the form itself says what the record is about',
  );
  await form.getByRole('button', { name: 'Set the units to 2' }).click();
  await form.locator('li.finding:not(.done)', { hasText: 'The record gives 30 mg' }).waitFor({
    state: 'detached',
  });
  await page.context().close();
});

test('records that come later join the claims that are there, and what was corrected stays', async () => {
  const page = await open(browser);
  await openQueue(page, claims());
  await page.locator('deltoid-batch').evaluate((node) => {
    node.batch.ignore([0], 'kept');
  });
  await choose(page, injections());
  await section(page).getByText('11 records read, 10 joined').waitFor({ timeout: 60_000 });
  const left = await page
    .locator('deltoid-batch')
    .evaluate((node) => [...node.batch.claims.ignored.values()]);
  assert.deepEqual(left, ['kept']);
  await page.context().close();
});

test('records alone say what they wait for, and are joined when the claims come', async () => {
  const page = await open(browser);
  await choose(page, injections());
  await page.getByText('It holds records of injections and no claims.').waitFor();
  await choose(page, claims());
  await section(page).getByText('11 records read, 10 joined').waitFor({ timeout: 60_000 });
  await page.context().close();
});

test('records can be left out again, or checked as claims, and taken back', async () => {
  const page = await open(browser);
  await openQueue(page, [claims(), injections()]);
  await section(page).getByRole('button', { name: 'Check as claims instead: injections.csv' }).click();
  await section(page).getByText('injections.csv is read as claims.').waitFor({ timeout: 60_000 });
  // It has no columns of claims, so the page asks for them.
  await page.locator('deltoid-columns').waitFor();
  await section(page).getByRole('button', { name: 'Use as injection records: injections.csv' }).click();
  await section(page).getByText('11 records read, 10 joined').waitFor({ timeout: 60_000 });
  await section(page).getByRole('button', { name: 'Leave out: injections.csv' }).click();
  await page.getByRole('heading', { level: 1, name: 'claims.837' }).waitFor();
  await waitChecked(page);
  assert.equal(await section(page).count(), 0);
  const { findings } = await savedFindings(page);
  assert.equal(findings.filter(({ rule }) => rule.startsWith('DOC')).length, 0);
  await page.context().close();
});

test('records that do not serve keep no claim from being checked, and say why', async () => {
  const page = await open(browser);
  await openQueue(page, [claims(), asFile('no-key.csv', 'dose,route,site\n60 mg,IM,left deltoid\n')]);
  const said = await section(page).innerText();
  assert.match(said, /no-key\.csv does not serve as injection records, and was left out\./);
  assert.match(said, /No column names the claim or the patient/);
  assert.equal(await page.locator('.figures .value').first().innerText(), '12');
  await page.context().close();
});

const administration = (id, at = 0) => ({
  resourceType: 'MedicationAdministration',
  status: 'completed',
  subject: { identifier: { value: id } },
  effectiveDateTime: `2026-09-${10 + (at % 15)}T10:20:00Z`,
  medicationCodeableConcept: { text: 'ketorolac' },
  dosage: { route: { text: 'IM' }, dose: { value: 60, unit: 'mg' } },
});

test('FHIR MedicationAdministrations are joined', async () => {
  const page = await open(browser);
  const bundle = { resourceType: 'Bundle', entry: [{ resource: administration('1EG4TE5MK73') }] };
  const claim = {
    id: 'F-1',
    payer: { class: 'medicare_b' },
    pos: '11',
    subscriber: { id: '1EG4TE5MK73' },
    diagnoses: ['M54.50'],
    lines: ['96372', 'J1885'].map((code) => ({
      code,
      units: code === 'J1885' ? '4' : '1',
      charge: '10.00',
      from: '2026-09-10',
      pointers: [1],
    })),
  };
  await openQueue(page, [
    asFile('mar.json', JSON.stringify(bundle)),
    asFile('c.json', JSON.stringify(claim)),
  ]);
  await section(page).getByText('1 record read, and joined to its line.').waitFor();
  await page.context().close();
});

test('a FHIR bundle of both is used for both', async () => {
  const page = await open(browser);
  const claim = JSON.parse(
    await readFile(new URL('../fuzz/corpus/fhir/claim.json', import.meta.url), 'utf8'),
  );
  const given = { ...administration(''), subject: claim.patient, effectiveDateTime: '2026-09-15T10:20:00Z' };
  const bundle = { resourceType: 'Bundle', entry: [{ resource: given }, { resource: claim }] };
  await openQueue(page, asFile('both.json', JSON.stringify(bundle)));
  await section(page).getByText('It holds claims and records; each was taken for what it is.').waitFor();
  await section(page).getByText('1 record read, and joined to its line.').waitFor();
  assert.equal(await page.locator('.figures .value').first().innerText(), '1');
  await page.context().close();
});

test('what may be either is claims, and the other is offered; a claim file with a record in each row is claims', async () => {
  const page = await open(browser);
  const odd = 'claim_id,dos,code,units,dose,route\nB-1,2026-09-15,96372,1,60 mg,IM\n';
  const full = 'claim_id,dos,code,units,charge,doc_dose,doc_route\nC-1,2026-09-15,96372,1,40.00,60 mg,IM\n';
  await openQueue(page, [claims(), asFile('odd.csv', odd), asFile('full.csv', full)]);
  const said = await section(page).innerText();
  assert.match(said, /odd\.csv is read as claims\./);
  assert.doesNotMatch(said, /full\.csv/);
  await section(page).getByRole('button', { name: 'Use as injection records: odd.csv' }).click();
  await section(page).getByText('1 record was joined to no claim line').waitFor({ timeout: 60_000 });
  await page.context().close();
});

const files = {
  'a table with semicolons': [
    Buffer.from('MRN;Date given;Medication;Dose\n1;9/1/2026;B12;1 mg\n'),
    'records',
  ],
  'UTF-16': [Buffer.from(`\ufeff${records}`, 'utf16le'), 'records'],
  'packed as .gz': [gzipSync(records), 'records'],
  'CR alone': [Buffer.from(records.replaceAll('\n', '\r')), 'records'],
  'FHIR, one a line': [
    Buffer.from([1, 2].map((id) => JSON.stringify(administration(id))).join('\n')),
    'records',
  ],
  'a bundle of both, the claim far behind': [
    Buffer.from(
      JSON.stringify({
        resourceType: 'Bundle',
        entry: [
          ...Array.from({ length: 9000 }, (_, at) => ({ resource: administration('1', at) })),
          { resource: { resourceType: 'Claim' } },
        ],
      }),
    ),
    'both',
  ],
  'a claim of FHIR that names the other': [
    Buffer.from('{"resourceType":"Claim","note":"MedicationAdministration"}'),
    'claims',
  ],
  'contract JSON with records': [
    Buffer.from('{"lines":[{"code":"96372","documentation":{"dose":"60 mg"}}]}'),
    'claims',
  ],
  'an 837': [Buffer.from(mixedFile(1)), 'claims'],
  'a damaged .gz': [gzipSync(records).subarray(0, 20), 'claims'],
  nothing: [Buffer.alloc(0), 'claims'],
  'ten thousand columns': [Buffer.from('a,'.repeat(10_000)), 'claims'],
};

for (const [name, [bytes, use]] of Object.entries(files))
  test(`told from its content: ${name}`, async () => {
    assert.equal((await tellUse(new Blob([bytes]))).use, use);
  });

test('the package tells what stayed apart, a place and a sentence each', async () => {
  const { check } = await import('../../web/dist/index.js');
  const many = header + Array.from({ length: 140 }, (_, at) => row(at, '60 mg', `Z-${at}`)).join('');
  const { unjoined, summary } = await check(mixedFile(130), {
    documentation: new File([many + row(0)], 'mar.csv'),
    asOf: '2026-10-01',
  });
  assert.equal(summary.claims, 130);
  assert.deepEqual(unjoined[0], {
    path: 'mar.csv:2',
    message:
      'Row 2 (claim Z-0) was joined to no claim line. No claim of that id has a line that it belongs to.',
  });
  assert.equal(unjoined.length, 100 + 1 + 100 + 1, 'a hundred of either side, and what is beyond');
  assert.match(unjoined[100].message, /^40 more records/);
  assert.match(unjoined.at(-1).message, /^129 of 130 lines of 96372/);
  const { unjoined: none } = await check(mixedFile(1), { asOf: '2026-10-01' });
  assert.equal(none, undefined);
});

test('Clear leaves nothing of the records', async () => {
  const page = await open(browser);
  await openQueue(page, [claims(), injections()]);
  await section(page).getByText('1 record was joined to no claim line').click();
  await page.getByRole('button', { name: 'Clear', exact: true }).first().click();
  await page.getByRole('heading', { name: 'What do you have?' }).waitFor();
  const text = await page.evaluate(() => {
    const read = (node) =>
      [...node.childNodes].map((one) => one.data ?? read(one.shadowRoot ?? one)).join(' ');
    return read(document.querySelector('deltoid-workbench').shadowRoot);
  });
  assert.doesNotMatch(text, /NOBODY-1|injections\.csv/);
  await page.context().close();
});

const openAll = async (page) => {
  await openQueue(page, [
    claims(),
    injections(),
    asFile('odd.csv', 'claim_id,dos,code,units,dose,route\nB-1,2026-09-15,96372,1,60 mg,IM\n'),
    asFile('no-key.csv', 'dose,route,site\n60 mg,IM,left deltoid\n'),
  ]);
  await section(page).getByText('11 records read').waitFor();
  for (const summary of await section(page).locator('summary').all()) await summary.click();
};

for (const colorScheme of ['light', 'dark'])
  test(`axe: records, ${colorScheme}`, async () => {
    const page = await open(browser, { colorScheme });
    await openAll(page);
    assert.deepEqual(await violationsOf(page), []);
    await page.context().close();
  });

for (const [size, viewport, fontSize] of [
  ['at 320 pixels', { width: 320, height: 640 }, '100%'],
  ['with text twice as large', { width: 1280, height: 860 }, '200%'],
])
  test(`nothing scrolls sideways ${size}: records`, async () => {
    const page = await open(browser, { viewport });
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
    }, fontSize);
    await openAll(page);
    const sideways = await sidewaysOf(page);
    assert.equal(sideways, 0);
    await page.context().close();
  });

test('the keyboard alone takes records away', async () => {
  const page = await open(browser);
  await openQueue(page, [claims(), injections()]);
  await section(page).getByRole('button', { name: 'Leave out: injections.csv' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'claims.837' }).waitFor();
  const focused = await page.evaluate(
    () => document.querySelector('deltoid-workbench').shadowRoot.activeElement?.id,
  );
  assert.equal(focused, 'content', 'the focus is not lost with the button');
  await page.context().close();
});

test('in Spanish it is Spanish, the engine’s reasons too', async () => {
  const page = await open(browser);
  await page.getByLabel('Language').selectOption('es');
  await choose(page, [claims(), injections()]);
  const said = page.getByRole('region', { name: 'Registros de inyecciones' });
  await said.waitFor({ timeout: 60_000 });
  for (const summary of await said.locator('summary').all()) await summary.click();
  const text = await said.innerText();
  assert.match(text, /Ninguna reclamación con ese número/);
  assert.doesNotMatch(text, /\b(the|record|records|line|lines|claim|joined|row)\b/i);
  await page.context().close();
});
