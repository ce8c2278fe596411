// SPDX-License-Identifier: Apache-2.0
// A fix that only the chart can bear out asks first; the answer holds for this claim, and can be taken back.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { launch, open, openExample } from './support/page.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const finding = (page, rule) => page.locator(`li.finding:not(.done)[data-key^="${rule}"]`);
const modifiers = (page, line) =>
  page.locator('deltoid-checker').evaluate((node, at) => node.value.lines[at].modifiers ?? [], line);
const question = 'Does the note show a visit of its own, with its own reason and findings?';

test('what needs no chart is done at one click', async () => {
  const page = await open(browser);
  await openExample(page);
  await page.getByRole('button', { name: 'Delete line 1', exact: true }).click();
  await page.locator('li.finding.done').first().waitFor();
  const codes = await page
    .locator('deltoid-checker')
    .evaluate((node) => node.value.lines.map(({ code }) => code));
  assert.deepEqual(codes, ['96372', 'J1885']);
  assert.equal(await page.locator('.question').count(), 0);
  await page.context().close();
});

test('what only the chart can tell is asked, and yes is written down beside the claim', async () => {
  const page = await open(browser);
  await openExample(page);
  await finding(page, 'BND003').locator('.fix').first().click();
  await page.getByText(question).waitFor();
  assert.deepEqual(await modifiers(page, 0), [], 'nothing is changed before the answer');
  await page.getByRole('button', { name: 'Yes: add 25' }).click();
  await finding(page, 'BND003').waitFor({ state: 'detached' });
  assert.deepEqual(await modifiers(page, 0), ['25']);
  assert.match(await page.locator('.answer').innerText(), /Line 1: Does the note show .* Yes/);
  const claim = await page.locator('deltoid-checker').evaluate((node) => node.value);
  assert.equal(claim.lines[0].documentation, undefined, 'an answer is no part of the claim');
  await page.context().close();
});

test('no takes the fix away, until it is asked again', async () => {
  const page = await open(browser);
  await openExample(page);
  const offers = () => finding(page, 'BND003').locator('.fix').allInnerTexts();
  const before = await offers();
  await finding(page, 'BND003').locator('.fix').first().click();
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await page.locator('.answer').waitFor();
  assert.deepEqual(await offers(), before.slice(1));
  assert.deepEqual(await modifiers(page, 0), []);
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.locator('.answer').waitFor({ state: 'detached' });
  assert.deepEqual(await offers(), before);
  await page.context().close();
});

test('not now leaves everything as it is, and so does Escape', async () => {
  const page = await open(browser);
  await openExample(page);
  for (const leave of [
    () => page.getByRole('button', { name: 'Not now' }).click(),
    () => page.keyboard.press('Escape'),
  ]) {
    await finding(page, 'BND003').locator('.fix').first().click();
    await page.getByText(question).waitFor();
    await leave();
    await page.getByText(question).waitFor({ state: 'detached' });
    assert.equal(await page.locator('.answer').count(), 0);
  }
  await page.context().close();
});

test('answers go with the claim', async () => {
  const page = await open(browser);
  await openExample(page);
  await finding(page, 'BND003').locator('.fix').first().click();
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await page.locator('.answer').waitFor();
  await page.getByRole('button', { name: 'deltoid' }).first().click();
  await openExample(page);
  assert.equal(await page.locator('.answer').count(), 0);
  await page.context().close();
});

test('what the record says has its boxes, and a finding opens the one it asks for', async () => {
  const page = await open(browser);
  await openExample(page);
  await page.locator('deltoid-checker').evaluate((node) => {
    node.value = {
      ...node.value,
      lines: node.value.lines.map((line) =>
        line.code === 'J1885'
          ? { ...line, modifiers: ['JZ'], documentation: { drug: 'ketorolac', dose: '60 mg' } }
          : line,
      ),
    };
  });
  const asksRoute = page.locator('li.finding', { hasText: 'route' }).first();
  await asksRoute.waitFor();
  await asksRoute.locator('.finding-head .link').click();
  const box = page.getByLabel('Route', { exact: true });
  await box.waitFor();
  assert.ok(await box.evaluate((node) => node.getRootNode().activeElement === node));
  await page.keyboard.type('IM');
  await page.keyboard.press('Tab');
  await page.getByLabel('Given at').fill('091526 1020');
  await page.getByLabel('Given at').blur();
  assert.equal(await page.getByLabel('Given at').inputValue(), '09/15/2026 10:20');
  const record = await page.locator('deltoid-checker').evaluate((node) => node.value.lines[2].documentation);
  assert.deepEqual(record, { drug: 'ketorolac', dose: '60 mg', route: 'IM', given_at: '2026-09-15T10:20' });
  await page.context().close();
});
