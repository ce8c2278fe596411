// SPDX-License-Identifier: Apache-2.0
// One claim: the example is clicked through to clean, findings and boxes know each other. How fast it is
// is measured by figures.mjs.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import { launch, open, openExample, takeFix } from './support/page.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const findings = (page) => page.locator('li.finding:not(.done)');
const totals = (page) => page.locator('.totals h2').innerText();
const verdicts = (page) => page.locator('.line .verdict').allInnerTexts();

test('the example has three defects, and their fixes lead to clean', async () => {
  const page = await open(browser);
  await openExample(page);
  assert.equal(await findings(page).count(), 3);
  assert.equal(await totals(page), '3 will deny · 172.00 billed · 172.00 at risk');
  assert.deepEqual(await verdicts(page), ['will deny', 'will deny', 'will deny']);

  for (let left = 2; left >= 0; left--) {
    await takeFix(findings(page).first());
    await page.waitForFunction((count) => {
      const checker = document.querySelector('deltoid-workbench').shadowRoot.querySelector('deltoid-checker');
      return checker.shadowRoot.querySelectorAll('li.finding:not(.done)').length === count;
    }, left);
  }
  assert.deepEqual(await verdicts(page), ['clean', 'clean', 'clean']);
  assert.match(await totals(page), /^clean · 172\.00 billed/);
  assert.equal(await page.locator('li.finding.done').count(), 3);
  await page.getByText('Nothing stands against this claim for Medicare Part B').waitFor();

  await page.getByRole('button', { name: 'Undo' }).first().click();
  await findings(page).first().waitFor();
  assert.equal(await findings(page).count(), 1);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('a finding leads to its box, and a box to its finding', async () => {
  const page = await open(browser);
  await openExample(page);
  const [first] = await findings(page).all();
  const message = await first.locator('.message').innerText();
  await first.getByRole('button', { name: 'line 1, box 24D' }).click();
  const box = page.getByLabel('Modifiers').first();
  assert.ok(await box.evaluate((node) => node.getRootNode().activeElement === node));
  assert.equal(await box.getAttribute('aria-invalid'), 'true');
  const described = await box.evaluate((node) => {
    const ids = node.getAttribute('aria-describedby').split(' ');
    return ids.map((id) => node.getRootNode().getElementById(id)?.innerText);
  });
  assert.deepEqual(described, [message]);
  assert.match(await first.getAttribute('class'), /active/);
  await page.context().close();
});

test('a box leads to its finding, a line to its worst, and a finding marks its box', async () => {
  const page = await open(browser);
  await openExample(page);
  const active = page.locator('li.finding.active');
  await page.getByLabel('Pointer 24E').nth(1).focus();
  await active.waitFor();
  assert.match(await active.getAttribute('data-key'), /^DX001/);
  await page.keyboard.press('F8');
  assert.ok(await active.evaluate((node) => node.getRootNode().activeElement === node));
  await page.getByRole('button', { name: 'Line 3: will deny. Show the finding' }).click();
  await page.locator('li.finding.active[data-key^="DRG004"]').waitFor();
  const pointed = page.locator('input.pointed');
  assert.equal(await pointed.getAttribute('data-pointer'), '/lines/2/modifiers');
  await page.context().close();
});

test('findings follow what is typed', async () => {
  const page = await open(browser);
  await openExample(page);
  await page.getByLabel('Modifiers').first().fill('25');
  await page.waitForFunction(() => {
    const checker = document.querySelector('deltoid-workbench').shadowRoot.querySelector('deltoid-checker');
    return checker.findings.filter(({ level }) => level === 'error').length === 2;
  });
  assert.equal(await page.locator('li.finding.done').count(), 0);
  assert.deepEqual((await verdicts(page))[0], 'clean');
  await page.context().close();
});

test('a blank claim cries about nothing', async () => {
  const page = await open(browser);
  await page.getByRole('button', { name: 'Type one claim' }).click();
  await page.getByText('Nothing to check yet').waitFor();
  await page.getByLabel('Code 24D').fill('99213');
  await page.getByText('No 96372 on this claim').waitFor();
  assert.equal(await findings(page).count(), 0);
  await page.context().close();
});

test('what a date is is told by its digits', async () => {
  const page = await open(browser);
  await openExample(page);
  const box = page.getByLabel('Date of service');
  await box.fill('091526');
  await box.blur();
  assert.equal(await box.inputValue(), '09/15/2026');
  const days = await page
    .locator('deltoid-checker')
    .evaluate((node) => node.value.lines.map(({ from }) => from));
  assert.deepEqual(days, ['2026-09-15', '2026-09-15', '2026-09-15']);
  await page.context().close();
});

test('the element gives its claim and verdict to the form around it', async () => {
  const page = await open(browser);
  await openExample(page);
  const [valid, event] = await page.locator('deltoid-checker').evaluate(async (node) => {
    const told = new Promise((resolve) =>
      node.addEventListener('deltoid-check', ({ detail }) => resolve(detail), { once: true }),
    );
    await node.check();
    return [node.matches(':invalid'), (await told).findings.length];
  });
  assert.equal(valid, true);
  assert.ok(event >= 3);
  await page.context().close();
});

test('clear leaves nothing of the claim', async () => {
  const page = await open(browser);
  await openExample(page);
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByText('Nothing to check yet').waitFor();
  assert.equal(await page.getByLabel('Code 24D').count(), 1);
  assert.ok(await page.getByRole('button', { name: 'Undo' }).isDisabled());
  await page.context().close();
});

test('findings are copied as text, and the claim is saved as contract JSON', async () => {
  const page = await open(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await openExample(page);
  await page.getByRole('button', { name: 'Copy findings' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /99213 needs modifier 25[\s\S]*\(BND003, CO-236\)/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as JSON' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'EXAMPLE-1.json');
  const claim = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.deepEqual(
    claim.lines.map(({ code }) => code),
    ['99213', '96372', 'J1885'],
  );
  await page.context().close();
});
