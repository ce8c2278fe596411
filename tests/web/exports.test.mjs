// SPDX-License-Identifier: Apache-2.0
// What is saved: the command line's bytes for the same input, valid by the formats' schemas, and without what names a
// patient or a claim unless that is asked for.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sidewaysOf, violationsOf } from './support/access.mjs';
import { claim, file837, mixedFile } from './support/claims837.mjs';
import { readCsv, validator } from './support/formats.mjs';
import { importSource } from './support/modules.mjs';
import { asFile, choose, launch, open, openExample } from './support/page.mjs';

const program =
  process.env.DELTOID ?? fileURLToPath(new URL('../../build/native/cli/deltoid', import.meta.url));
const unbuilt = !existsSync(program) && 'the command line is not built';

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), 'deltoid-'));
});
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

const sarifProblems = validator('sarif-2.1.0.schema.json');

/** What the command line writes of these files, as of the browser's day. */
async function commandLine(page, format, files) {
  for (const { name, buffer } of files) await writeFile(join(folder, name), buffer);
  const today = await page.evaluate(() => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  });
  const names = files.map(({ name }) => name);
  const args = ['check', '--format', format, '--as-of', today, '--fail-on', 'never', ...names];
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, maxBuffer: 1 << 30 });
  assert.equal(status, 0, stderr.toString());
  return stdout.toString('utf8');
}

async function openBatch(files, options) {
  const page = await open(browser, options);
  await choose(page, files);
  await page.locator('.figures').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Download' }).click();
  return page;
}

async function saved(page, name) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  await page.getByText(`Saved: ${download.suggestedFilename()}`).waitFor();
  return [download.suggestedFilename(), await readFile(await download.path(), 'utf8')];
}

const tick = (page) => page.getByLabel('With claim numbers and patient identifiers').check();

const files = [
  asFile('claims-0915.837', mixedFile(60)),
  asFile('two.json', '{"id":"J-1","lines":[{"code":"99213"}]}\n'),
];
const kinds = {
  csv: 'Findings as CSV',
  json: 'Findings as JSON',
  sarif: 'Findings as SARIF',
  html: 'Report to print',
};

for (const [format, name] of Object.entries(kinds)) {
  test(`${format}: with identifiers it is the command line's, byte for byte`, { skip: unbuilt }, async () => {
    const page = await openBatch(files);
    await tick(page);
    const [, text] = await saved(page, name);
    assert.equal(text, await commandLine(page, format, files));
    assert.deepEqual([page.asked, page.complaints], [[], []]);
    await page.context().close();
  });
}

/** Two claims of one patient that deny as duplicates, the id copied with its hyphens: identifiers in every corner. */
const telling = file837(
  ['SECRET-1', 'SECRET-2'].map((id) =>
    claim({
      id,
      lines: [
        ['96372', '40.00', '1', '1'],
        ['J1885:JZ', '12.00', '4', '1'],
      ],
    }).map((segment) => segment.replace('1EG4TE5MK73', '2AB3-CD4-EF56')),
  ),
);
const secrets = /SECRET|2AB3|EF56|19500201|1950-02-01|DOE/;

for (const [format, name] of Object.entries({ ...kinds, 'work-list': 'Work list' })) {
  test(`${format}: nobody is named unless that is asked for`, async () => {
    const page = await openBatch([asFile('claims.837', telling)]);
    const [, without] = await saved(page, name);
    assert.doesNotMatch(without, secrets);
    await tick(page);
    const [, withThem] = await saved(page, name);
    assert.match(withThem, /SECRET-1/);
    if (format === 'sarif') {
      assert.deepEqual([...sarifProblems(JSON.parse(without)), ...sarifProblems(JSON.parse(withThem))], []);
      const results = (text) =>
        JSON.parse(text).runs[0].results.map(({ ruleId, locations }) => [
          ruleId,
          locations[0].logicalLocations[0].fullyQualifiedName,
        ]);
      assert.deepEqual(results(without), results(withThem)); // the place still leads to the claim
    }
    if (format === 'csv') {
      const columns = (text) => readCsv(text).map((row) => [row[0], row[2], row[3], row[4]]);
      assert.deepEqual(columns(without), columns(withThem));
    }
    await page.context().close();
  });
}

test('the work list has one row a claim, the most money first, and says what to do', async () => {
  const page = await openBatch(files);
  await tick(page);
  const [name, text] = await saved(page, 'Work list');
  assert.equal(name, 'batch-work-list.csv');
  const [header, ...rows] = readCsv(text);
  const of = (row, column) => row[header.indexOf(column)];
  const claims = rows.map((row) => of(row, 'claim'));
  assert.equal(new Set(claims).size, rows.length);
  assert.equal(rows.length, 30); // every third claim, and every fourth
  const risks = rows.map((row) => Number(of(row, 'at_risk')));
  assert.deepEqual(
    risks,
    risks.toSorted((a, b) => b - a),
  );
  assert.equal(
    risks.reduce((sum, risk) => sum + risk, 0),
    2580,
  );
  const both = rows[claims.indexOf('A-20000')];
  assert.deepEqual(
    [
      'file',
      'claim_number_in_file',
      'payer',
      'date_of_service',
      'verdict',
      'at_risk',
      'problems',
      'rules',
    ].map((column) => of(both, column)),
    ['claims-0915.837', '1', 'MEDICARE PART B', '2026-09-10', 'will deny', '132.00', '2', 'BND003 DRG004'],
  );
  assert.match(
    of(both, 'what_to_do'),
    /^1\) Add 25 on line 1: the note shows a separate visit; or: Delete line 1 2\) Add JZ on line 3/,
  );
  await page.context().close();
});

test('a claim that was left alone for a reason is not on the work list', async () => {
  const { Ledger, workList, workOf } = await importSource(
    `export * from './engine/ledger.ts'; export * from './out/work.ts'; export * from './out/work-list.ts'`,
  );
  const ledger = new Ledger();
  const bytes = (lines) => Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const row = (index, id) => [0, index, id, '', 'medicare_b', '', '', 20711, null, 1, [4000], []];
  ledger.addClaims(bytes([row(0, 'A-1'), row(1, 'A-2')]));
  const said = {
    kind: 'finding',
    file: 'a.837',
    rule: 'DX001',
    level: 'error',
    tags: [],
    line: 1,
    message: 'm',
    fix: [],
  };
  ledger.addFindings(
    bytes([
      { ...said, claim_index: 0 },
      { ...said, claim_index: 1 },
      { kind: 'summary', files: [{ name: 'a.837' }] },
    ]),
  );
  const listed = async (ignored) =>
    readCsv(await (await workList(workOf(ledger, ignored), true)).text())
      .slice(1)
      .map((cells) => cells[2]);
  assert.deepEqual(await listed(), ['A-1', 'A-2']);
  assert.deepEqual(await listed(Uint32Array.of(0, 1)), ['A-1']);
});

test('the report says on paper that it holds patient data, and on every claim', async () => {
  const page = await openBatch(files);
  const [name, html] = await saved(page, 'Report to print');
  assert.equal(name, 'batch-report.html');
  assert.match(html, /@top-left\{content:"Contains patient information"\}/);
  assert.match(html, /counter\(page\) " of " counter\(pages\)/);
  assert.equal(
    html.match(/<p class="print soft">Contains patient information/g).length,
    html.match(/<section class="claim"/g).length,
  );
  assert.match(html, /default-src 'none'/);
  await page.context().close();
});

test('one claim has its report and its findings, as the form checks it', async () => {
  const page = await open(browser);
  await openExample(page);
  await page.getByRole('button', { name: 'Report, findings' }).click();
  await tick(page);
  const [name, html] = await saved(page, 'Report to print');
  assert.equal(name, 'claim-report.html');
  assert.match(html, /EXAMPLE-1/);
  const [, csv] = await saved(page, 'Findings as CSV');
  assert.equal(readCsv(csv).length, 4);
  if (!unbuilt) {
    const value = await page.locator('deltoid-checker').evaluate((node) => JSON.stringify(node.value));
    assert.equal(html, await commandLine(page, 'html', [asFile('claim.json', value)]));
  }
  await page.context().close();
});

test('a file that has gone meanwhile is said, and nothing is saved', async () => {
  const path = join(folder, 'gone.837');
  await writeFile(path, mixedFile(6));
  const page = await openBatch(path);
  await writeFile(path, mixedFile(9));
  let came = false;
  page.on('download', () => {
    came = true;
  });
  await page.getByRole('button', { name: 'Findings as CSV' }).click();
  await page.getByText('gone.837 could not be read again, so nothing was saved.').waitFor();
  assert.ok(!came);
  await page.context().close();
});

test('a file of many claims is cancelled while it is written, and nothing is saved', async () => {
  const path = join(folder, 'many.837');
  await writeFile(path, mixedFile(20_000));
  const page = await openBatch(path);
  let came = false;
  page.on('download', () => {
    came = true;
  });
  await page.getByRole('button', { name: 'Findings as SARIF' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' });
  assert.equal(await page.locator('deltoid-downloads .status').first().innerText(), '');
  assert.ok(await page.getByRole('button', { name: 'Findings as SARIF' }).isEnabled());
  assert.ok(!came);
  await page.context().close();
});

test('by keys alone, and Escape leads back to the button', async () => {
  const page = await openBatch(files);
  await page.getByRole('button', { name: 'Download' }).focus();
  for (let press = 0; press < 7; press++) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  assert.ok(await page.getByLabel('With claim numbers and patient identifiers').isChecked());
  await page.keyboard.press('Escape');
  await page.getByText('SARIF 2.1.0').waitFor({ state: 'hidden' });
  assert.ok(
    await page
      .getByRole('button', { name: 'Download' })
      .evaluate((node) => node.getRootNode().activeElement === node),
  );
  await page.context().close();
});

test('axe finds nothing in the panel, and it fits into 320 pixels', async () => {
  for (const options of [{}, { colorScheme: 'dark' }, { viewport: { width: 320, height: 640 } }]) {
    const page = await openBatch(files, options);
    assert.deepEqual(await violationsOf(page), []);
    const sideways = await sidewaysOf(page);
    assert.equal(sideways, 0);
    await page.context().close();
  }
});
