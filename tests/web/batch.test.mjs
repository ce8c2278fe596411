// SPDX-License-Identifier: Apache-2.0
// Files: dropped or chosen, checked in the worker, read in the table, saved, cancelled, cleared; and not one request.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { mixedFile } from './support/claims837.mjs';
import { asFile, byFinding, choose, findingRows, launch, open } from './support/page.mjs';

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

const figures = async (page) => {
  const items = await page.locator('.figures li').all();
  return Promise.all(
    items.map(async (item) => (await item.locator('.value').innerText()).replaceAll(',', '')),
  );
};
const done = (page) => page.locator('.figures').waitFor({ timeout: 60_000 });

test('a file is checked from file:// without one request', async () => {
  const page = await open(browser);
  await choose(page, asFile('claims-0915.837', mixedFile(60)));
  await done(page);
  const [claims, lines, , errors, , risk] = await figures(page);
  assert.deepEqual([claims, lines, errors], ['60', '60', '35']);
  assert.equal(risk, '2580.00');
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'claims-0915.837');
  assert.deepEqual(page.asked, []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('rows are sorted by money first, filtered, searched, and opened in full', async () => {
  const page = await open(browser);
  await choose(page, asFile('claims-0915.837', mixedFile(60)));
  await done(page);
  await byFinding(page);
  assert.match(
    await findingRows(page).first().innerText(),
    /will deny[\s\S]*A-20000[\s\S]*BND003[\s\S]*120\.00/,
  );

  const view = page.locator('deltoid-findings-view');
  await view.getByLabel('Rule').selectOption({ label: 'DRG004 (15)' });
  assert.equal(await findingRows(page).count(), 15);
  await view.getByLabel('Search').fill('a-20004');
  await page.waitForFunction(() => {
    const batch = document.querySelector('deltoid-workbench').shadowRoot.querySelector('deltoid-batch');
    const view = batch.shadowRoot.querySelector('deltoid-findings-view');
    return view.shadowRoot.querySelector('.shown').innerText.startsWith('1 of');
  });
  await findingRows(page).first().click();
  const detail = page.getByRole('article', { name: 'One finding' });
  const text = await detail.innerText();
  for (const part of ['J1885', 'JZ', 'CO-16', 'claims-0915.837', 'Sources', 'segment', 'byte', 'DRG004']) {
    assert.ok(text.includes(part), `${part} is not in: ${text}`);
  }
  await page.keyboard.press('Escape');
  await detail.waitFor({ state: 'detached' });

  await view.getByLabel('Search').fill('nothing has this');
  await page.getByText('No finding matches the filters.').waitFor();
  await view.getByRole('button', { name: 'Show all' }).click();
  await findingRows(page).first().waitFor();
  await page.context().close();
});

test('the place in the file is where the element stands', async () => {
  const text = mixedFile(12);
  const page = await open(browser);
  await choose(page, asFile('a.837', text));
  await done(page);
  await page.getByRole('button', { name: 'Download' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Findings as JSON' }).click(),
  ]);
  const { findings, summary } = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.equal(summary.claims, 12);
  const visits = findings.filter(({ rule }) => rule === 'BND003');
  assert.equal(visits.length, 4);
  for (const { at } of visits) assert.match(text.slice(at.offset), /^(SV1\*)?(HC:)?99213/);
  await page.context().close();
});

test('findings are saved as the contract has them, and as CSV', async () => {
  const page = await open(browser);
  await choose(page, asFile('claims-0915.837', mixedFile(60)));
  await done(page);
  await page.getByRole('button', { name: 'Download' }).click();
  const save = async (name) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    return [download.suggestedFilename(), await readFile(await download.path(), 'utf8')];
  };
  const [jsonName, json] = await save('Findings as JSON');
  const [csvName, csv] = await save('Findings as CSV');
  assert.deepEqual([jsonName, csvName], ['claims-0915-findings.json', 'claims-0915-findings.csv']);
  const { findings, summary } = JSON.parse(json);
  assert.equal(summary.kind, 'summary');
  assert.equal(findings.length, summary.errors + summary.warnings + summary.infos);
  const records = csv.trimEnd().split('\r\n');
  assert.equal(records.length, findings.length + 1);
  assert.match(records[0], /^file,claim,claim_index,line,rule,name,level/);
  assert.deepEqual(page.asked, []);
  await page.context().close();
});

test('several files are one batch', async () => {
  const page = await open(browser);
  await choose(page, [
    asFile('one.837', mixedFile(3)),
    asFile('two.json', '{"id":"J-1","lines":[{"code":"99213"}]}\n'),
  ]);
  await done(page);
  assert.equal((await figures(page))[0], '4');
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), '2 files');
  await page.getByText('Files and tables of this check').click();
  await page.getByText('two.json').first().waitFor();
  await page.context().close();
});

test('what is no claim file is said in a sentence', async () => {
  const page = await open(browser);
  await choose(page, asFile('letter.txt', 'Dear Sir, nothing for a claim checker'));
  await done(page);
  await page.getByRole('region', { name: 'About the files' }).getByText('letter.txt').waitFor();
  await page.getByText('No claims in these files').waitFor();
  await byFinding(page);
  assert.match(await findingRows(page).first().innerText(), /X12006/);
  await choose(page, asFile('empty.837', ''));
  await page.getByRole('heading', { name: 'empty.837' }).waitFor();
  await page.getByRole('region', { name: 'About the files' }).getByText('empty.837').waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('files can be dropped anywhere on the page', async () => {
  const page = await open(browser);
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.837'));
    return data;
  }, mixedFile(3));
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.getByText('Drop the files to check them').waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await done(page);
  assert.equal((await figures(page))[0], '3');
  await page.context().close();
});

test('a long check can be cancelled; what was found stays, and Clear takes it away', async () => {
  const path = join(folder, 'long.837');
  const part = mixedFile(20_000);
  await writeFile(path, part.repeat(20));
  const page = await open(browser);
  await choose(page, path);
  const progress = page.locator('progress');
  await progress.waitFor();
  await page.waitForFunction(() => {
    const batch = document.querySelector('deltoid-workbench').shadowRoot.querySelector('deltoid-batch');
    return Number(batch.shadowRoot.querySelector('progress')?.value) > 0;
  });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Cancelled. What was found until then').waitFor({ timeout: 3000 });
  await byFinding(page);
  await findingRows(page).first().waitFor();
  // The worker is gone, and the engine's memory with it.
  for (let wait = 0; page.workers().length > 0 && wait < 100; wait++) await page.waitForTimeout(30);
  assert.equal(page.workers().length, 0);
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('heading', { name: 'What do you have?' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Batch', exact: true }).count(), 0);
  await page.context().close();
});

test('a big file leaves the page alive', {
  skip: !process.env.DELTOID_BIG && 'DELTOID_BIG=path of a 60,000-claim 837P',
}, async () => {
  const path = process.env.DELTOID_BIG;
  const page = await open(browser);
  await page.evaluate(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: 'longtask' });
  });
  const began = performance.now();
  await choose(page, path);
  await done(page);
  const seconds = (performance.now() - began) / 1000;
  const longest = await page.evaluate(() => globalThis.longest);
  const { size } = await stat(path);
  const [claims] = await figures(page);
  process.stdout.write(
    `  ${claims} claims, ${(size / 1e6).toFixed(1)} MB in ${seconds.toFixed(2)} s; longest task ${longest.toFixed(0)} ms\n`,
  );
  assert.equal(claims, '60000');
  assert.deepEqual(page.asked, []);
  await page.context().close();
});
