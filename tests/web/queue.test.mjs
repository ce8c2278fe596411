// SPDX-License-Identifier: Apache-2.0
// The work queue: every claim in the list of what it needs, sorted, filtered, ignored, opened in the form and back.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { mixedFile, queueFile } from './support/claims837.mjs';
import { asFile, choose, launch, open, openQueue, queueRows, takeFix } from './support/page.mjs';

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

const grid = (page) => page.getByRole('grid', { name: 'Claims' });
const row = (page, id) => queueRows(page).filter({ hasText: id });
const list = (page, name) => page.getByRole('button', { name: new RegExp(`^${name} [\\d,]+$`) });
const claimOpened = (page, id) => page.getByRole('heading', { level: 1, name: `Claim ${id}` });
const form = (page) => page.locator('deltoid-batch-claim deltoid-checker');

/** Lets the list settle, then says the claims in it. */
const claimsShown = async (page) => {
  await page.waitForFunction(() => {
    const batch = document.querySelector('deltoid-workbench').shadowRoot.querySelector('deltoid-batch');
    return !batch.shadowRoot.querySelector('deltoid-queue').sorting;
  });
  return page.locator('deltoid-queue-table .body [role=row] .claim').allInnerTexts();
};

test('every claim lies in the list of what it needs', async () => {
  const page = await open(browser);
  await openQueue(page, asFile('q.837', queueFile()));
  const lists = {
    'Needs a fix': ['FIX-1', 'SAME-2'],
    'Needs the chart': ['CHART-1'],
    'Depends on the payer': ['PAYER-1'],
    Clean: ['CLEAN-1', 'SAME-1'],
    'Not all checked': ['UNCHECKED-1'],
  };
  for (const [name, claims] of Object.entries(lists)) {
    await page.getByRole('button', { name: `${name} ${claims.length}` }).click();
    assert.deepEqual((await claimsShown(page)).sort(), claims, name);
  }
  // A claim without 96372 against which nothing stands is not work.
  await page.getByRole('button', { name: 'All 7' }).click();
  assert.ok(!(await claimsShown(page)).includes('OTHER-1'));
  assert.deepEqual(page.asked, []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('a row says verdict, payer, problem, rule, money and the days that are left to file', async () => {
  const page = await open(browser);
  await openQueue(page, asFile('q.837', queueFile()));
  const days = Math.round(
    (Date.UTC(2027, 8, 15) - Date.parse(`${new Date().toLocaleDateString('sv')}T00:00Z`)) / 86_400_000,
  );
  const cells = async (id) =>
    (await row(page, id).locator('[role=gridcell]').allInnerTexts()).map((text) => text.trim());
  assert.deepEqual((await cells('FIX-1')).slice(1), [
    'will deny',
    'FIX-1',
    'MEDICARE PART B',
    '09/15/2026',
    'Line 1: 99213 needs modifier 25 beside the injection 96372 (box 24D). Without it the visit is denied, not the injection.',
    'BND003',
    '120.00',
    String(days),
  ]);
  assert.equal((await cells('SAME-2'))[7], '172.00');
  await page.context().close();
});

test('the queue is sorted by several columns', async () => {
  const page = await open(browser);
  await openQueue(page, asFile('claims.837', mixedFile(24)));
  const head = (name) => page.getByRole('columnheader', { name, exact: true });
  await head('claim').getByRole('button').click();
  assert.deepEqual((await claimsShown(page)).slice(0, 3), ['A-20000', 'A-20003', 'A-20004']);
  assert.equal(await head('claim').getAttribute('aria-sort'), 'ascending');
  await head('claim').getByRole('button').click();
  assert.deepEqual((await claimsShown(page)).slice(0, 3), ['A-20021', 'A-20020', 'A-20018']);
  // Money first, then the claim the other way round.
  await head('at risk').getByRole('button').click();
  await head('claim')
    .getByRole('button')
    .click({ modifiers: ['Shift'] });
  await head('claim')
    .getByRole('button')
    .click({ modifiers: ['Shift'] });
  assert.deepEqual(await claimsShown(page), [
    ...['A-20012', 'A-20000'],
    ...['A-20021', 'A-20018', 'A-20015', 'A-20009', 'A-20006', 'A-20003'],
    ...['A-20020', 'A-20016', 'A-20008', 'A-20004'],
  ]);
  await page.context().close();
});

test('rule, payer and text narrow the list, and all of it comes back', async () => {
  const page = await open(browser);
  await openQueue(page, asFile('q.837', queueFile()));
  await list(page, 'All').click();
  const queue = page.locator('deltoid-queue');
  await queue.locator('#queue-rule').selectOption('CLM002');
  assert.deepEqual(await claimsShown(page), ['SAME-2']);
  await queue.locator('#queue-rule').selectOption('All rules');
  await queue.getByLabel('Search').fill('chart-');
  assert.deepEqual(await claimsShown(page), ['CHART-1']);
  // By the subscriber, though identifiers are not shown.
  await queue.getByLabel('Search').fill('1eg4te5ma14');
  assert.deepEqual((await claimsShown(page)).sort(), ['SAME-1', 'SAME-2']);
  await queue.getByLabel('Search').fill('no such thing');
  await page.getByText('No claim matches the filters').waitFor();
  await queue.getByRole('button', { name: 'Show all' }).click();
  assert.equal((await claimsShown(page)).length, 7);
  await page.context().close();
});

test('patients are named only when asked for', async () => {
  const page = await open(browser);
  await openQueue(page, asFile('q.837', queueFile()));
  const shown = () => grid(page).innerText();
  await page.locator('summary', { hasText: 'Columns' }).click();
  await page.getByLabel('Patient (box 1a)').check();
  assert.ok(!(await shown()).includes('1EG4TE5MA12'));
  await page.getByRole('button', { name: 'Show patient identifiers' }).click();
  assert.ok((await shown()).includes('1EG4TE5MA12'));
  await page.getByLabel('Billed').check();
  assert.match(await page.getByRole('row').first().innerText(), /patient[\s\S]*billed/);
  await page.keyboard.press('Escape');
  assert.equal(await page.getByLabel('Billed').isVisible(), false);
  await page.context().close();
});

test('a claim is corrected in the form, and its row shows what it is now', async () => {
  const page = await open(browser);
  await openQueue(page, asFile('q.837', queueFile()));
  await row(page, 'FIX-1').click();
  await claimOpened(page, 'FIX-1').waitFor();
  await takeFix(page.locator('deltoid-batch-claim li.finding[data-key^="BND003"]'));
  await page.locator('deltoid-batch-claim .state.clean').waitFor();
  await page.keyboard.press('Escape');
  assert.match(await row(page, 'FIX-1').innerText(), /clean[\s\S]*corrected/);
  await page.getByRole('button', { name: 'Needs a fix 1' }).waitFor();
  await page.getByRole('button', { name: 'Clean 3' }).waitFor();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save 1 corrected claim' }).click(),
  ]);
  const [claim] = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.equal(claim.id, 'FIX-1');
  assert.deepEqual(claim.lines[0].modifiers, ['25']);

  // Opened again it is as it was left; and what the file has can be had back.
  await row(page, 'FIX-1').click();
  await page.locator('deltoid-batch-claim .state.clean').waitFor();
  await page.getByRole('button', { name: 'Back to what the file has' }).click();
  await page.locator('deltoid-batch-claim li.finding.deny').waitFor();
  await page.getByRole('button', { name: 'Back to the queue' }).click();
  assert.match(await row(page, 'FIX-1').innerText(), /will deny/);
  await page.getByRole('button', { name: 'Needs a fix 2' }).waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('what is done is hidden when that is asked for, and not before', async () => {
  const page = await open(browser);
  await openQueue(page, asFile('q.837', queueFile()));
  await row(page, 'FIX-1').click();
  await takeFix(page.locator('deltoid-batch-claim li.finding[data-key^="BND003"]'));
  await page.locator('deltoid-batch-claim .state.clean').waitFor();
  await page.keyboard.press('Escape');
  assert.deepEqual((await claimsShown(page)).sort(), ['FIX-1', 'SAME-2']);
  await page.getByText('1 done').waitFor();
  await list(page, 'All').click();
  await page.getByLabel('Hide what is done').check();
  assert.ok(!(await claimsShown(page)).includes('FIX-1'));
  await page.context().close();
});

test('what rests on other claims is shown beside the form, with a way there', async () => {
  const page = await open(browser);
  await openQueue(page, asFile('q.837', queueFile()));
  await row(page, 'SAME-2').click();
  const beside = page.getByRole('region', { name: 'From the batch' });
  await beside.getByText('as claim SAME-1').waitFor();
  // The claim alone is clean; the row is not.
  await page.locator('deltoid-batch-claim .state.clean').waitFor();
  assert.match(
    await page.locator('deltoid-batch-claim header').innerText(),
    /will deny[\s\S]*172\.00 at risk/,
  );
  await beside.getByRole('button', { name: 'Open claim SAME-1' }).click();
  await claimOpened(page, 'SAME-1').waitFor();
  await page.locator('deltoid-batch-claim .state.clean').waitFor();
  await page.context().close();
});

test('claims are ignored for a reason, many at once, and taken up again', async () => {
  const page = await open(browser);
  await openQueue(page, asFile('claims.837', mixedFile(24)));
  const boxes = page.locator('deltoid-queue-table .body .pick input');
  await boxes.nth(1).click();
  await boxes.nth(3).click({ modifiers: ['Shift'] });
  await page.getByText(/^3 claims selected/).waitFor();
  for (const at of [1, 2, 3]) assert.ok(await boxes.nth(at).isChecked());
  await page.getByRole('button', { name: 'Ignore …' }).click();
  await page.getByLabel('Another reason').check();
  await page.getByLabel('The reason in a few words').fill('The payer wrote so on 10/01');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Ignored 3' }).click();
  assert.equal((await claimsShown(page)).length, 3);
  assert.match(await queueRows(page).first().innerText(), /Ignored: The payer wrote so on 10\/01/);

  await grid(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('i');
  await page.getByRole('button', { name: 'Ignored 0' }).waitFor();
  await page.getByRole('button', { name: 'Needs a fix 12' }).waitFor();
  await page.context().close();
});

test('an ignore that was not meant is cancelled', async () => {
  const page = await open(browser);
  await openQueue(page, asFile('q.837', queueFile()));
  await grid(page).focus();
  await page.keyboard.press('i');
  await page.getByRole('heading', { name: 'Ignore this claim' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Ignored 0' }).waitFor();
  assert.ok(await grid(page).evaluate((node) => node.getRootNode().activeElement === node));
  await page.context().close();
});

test('a morning of work by keys alone', async () => {
  const page = await open(browser);
  await openQueue(page, asFile('claims.837', mixedFile(24)));
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  // What only the chart can bear out asks first; Enter is yes.
  const fix = async () => {
    await press('Alt+1');
    if ((await page.locator('deltoid-batch-claim .question').count()) === 0) return;
    await page.locator('deltoid-batch-claim .question .yes:focus').waitFor();
    await press('Enter');
  };
  await grid(page).focus();
  // The first two need 25 and JZ, the third only 25.
  await press('ArrowDown', 'Enter');
  await claimOpened(page, 'A-20012').waitFor();
  await page.locator('deltoid-batch-claim li.finding.active').first().waitFor();
  await fix();
  await page.locator('deltoid-batch-claim li.finding.done').waitFor();
  await fix();
  await page.locator('deltoid-batch-claim .state.clean').waitFor();
  await press('Alt+PageDown');
  await claimOpened(page, 'A-20015').waitFor();
  await page.locator('deltoid-batch-claim li.finding.active').first().waitFor();
  await fix();
  await page.locator('deltoid-batch-claim .state.clean').waitFor();
  await press('Escape');
  await page.getByText('2 done').waitFor();
  assert.ok(await grid(page).evaluate((node) => node.getRootNode().activeElement === node));
  assert.match(await page.locator('deltoid-queue-table .row.active').innerText(), /A-20015/);
  await press('ArrowUp', 'Enter');
  await claimOpened(page, 'A-20012').waitFor();
  await page.locator('deltoid-batch-claim .state.clean').waitFor();
  await press('Escape', 'End', 'Space');
  await page.getByText(/^1 claim selected/).waitFor();
  await press('Escape');
  await page.getByText('2 done').waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('a typed claim stays in its form while claims of a batch are opened', async () => {
  const page = await open(browser);
  await page.getByRole('button', { name: 'Type one claim' }).click();
  await page.getByLabel('Code 24D').first().fill('99215');
  await openQueue(page, asFile('q.837', queueFile()));
  await row(page, 'FIX-1').click();
  await claimOpened(page, 'FIX-1').waitFor();
  await page.getByRole('button', { name: 'One claim' }).click();
  assert.equal(await page.getByLabel('Code 24D').first().inputValue(), '99215');
  await page.getByRole('button', { name: 'Batch', exact: true }).click();
  await claimOpened(page, 'FIX-1').waitFor();
  await page.context().close();
});

test('work that is kept nowhere else is not taken away unasked', async () => {
  const page = await open(browser);
  await openQueue(page, asFile('q.837', queueFile()));
  await grid(page).focus();
  await page.keyboard.press('i');
  await page.getByRole('button', { name: 'Ignore', exact: true }).click();
  await page.getByRole('button', { name: 'Ignored 1' }).waitFor();
  await choose(page, asFile('more.837', mixedFile(3)));
  await page.getByRole('heading', { name: 'The batch holds work of yours' }).waitFor();
  await page.getByRole('button', { name: 'Leave it as it is' }).click();
  await page.getByRole('heading', { name: 'q.837' }).waitFor();

  await choose(page, asFile('more.837', mixedFile(3)));
  await page.getByRole('button', { name: 'Check the new files with it' }).click();
  await page.getByRole('heading', { name: '2 files' }).waitFor();
  await page.getByRole('button', { name: 'Ignored 1' }).waitFor();
  await page.getByRole('button', { name: 'All 10' }).waitFor();

  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('button', { name: 'Clear it all' }).click();
  await page.getByRole('heading', { name: 'What do you have?' }).waitFor();
  await page.context().close();
});

test('60,000 claims become a work list, and the way back keeps the place', async () => {
  const path = join(folder, 'big.837');
  await writeFile(path, mixedFile(60_000));
  const page = await open(browser);
  await page.evaluate(() => {
    globalThis.longest = 0;
    new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries())
        globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: 'longtask' });
  });
  const longest = () =>
    page.evaluate(() => {
      const { longest } = globalThis;
      globalThis.longest = 0;
      return Math.round(longest);
    });
  const began = performance.now();
  await openQueue(page, path);
  const seconds = ((performance.now() - began) / 1000).toFixed(2);
  const opening = await longest();
  await list(page, 'All').click();
  await claimsShown(page);
  await page.getByRole('columnheader', { name: 'claim', exact: true }).getByRole('button').click();
  assert.equal((await claimsShown(page))[0], 'A-20000');
  const sorting = await longest();
  assert.equal(await grid(page).getAttribute('aria-rowcount'), '60001');
  assert.ok((await queueRows(page).count()) < 100);

  await grid(page).evaluate(async (node) => {
    for (let step = 0; step < 60; step++) {
      node.scrollTop += 20_000;
      await new Promise(requestAnimationFrame);
    }
    node.scrollTop = 32 * 40_000;
  });
  await row(page, 'A-60003').waitFor();
  await row(page, 'A-60005').locator('.pick').click();
  const before = await grid(page).evaluate((node) => node.scrollTop);
  await row(page, 'A-60002').click();
  await claimOpened(page, 'A-60002').waitFor();
  await form(page).waitFor();
  const claim = await form(page).evaluate((node) => node.value);
  assert.equal(claim.id, 'A-60002');
  assert.deepEqual(
    claim.lines.map(({ code }) => code),
    ['99213', '96372', 'J1885'],
  );
  await page.getByRole('button', { name: 'Back to the queue' }).click();
  await row(page, 'A-60003').waitFor();
  await page.waitForTimeout(100);
  assert.equal(await grid(page).evaluate((node) => node.scrollTop), before);
  await page.getByText(/^1 claim selected/).waitFor();
  assert.match(await page.locator('deltoid-queue-table .row.active').innerText(), /A-60002/);
  process.stdout.write(
    `  60,000 claims to a work list in ${seconds} s; longest task ${opening} ms, sorting by claim ${sorting} ms, scrolling and opening ${await longest()} ms\n`,
  );
  assert.deepEqual(page.asked, []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
