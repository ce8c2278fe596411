// SPDX-License-Identifier: Apache-2.0
// The whole of it without a mouse.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { mixedFile } from './support/claims837.mjs';
import { asFile, byFinding, choose, launch, open, openExample } from './support/page.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** The label or name of what has the focus, through the shadow roots. */
const focused = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.dataset?.pointer ?? at?.innerText?.trim() ?? '';
  });
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

test('a claim is typed in the order of the CMS-1500 and fixed, by keys alone', async () => {
  const page = await open(browser);
  await press(page, 'Tab'); // the way past the bar
  assert.equal(await focused(page), 'Skip to the content');
  await press(page, 'Enter', 'Tab', 'Tab');
  assert.match(await focused(page), /^Type one claim/);
  await press(page, 'Enter');
  await page.getByText('Nothing to check yet').waitFor();
  assert.equal(await focused(page), '/payer/class');

  await press(page, 'Tab');
  await page.keyboard.type('m54.50');
  await press(page, 'Tab', 'Tab', 'Tab');
  assert.match(await focused(page), /^Patient, payer and provider/);
  await press(page, 'Enter', 'Tab');
  const boxes = {
    '/patient/birth_date': '02011964',
    '/patient/sex': 'F',
    '/subscriber/id': '1EG4TE5MK73',
    '/rendering/npi': '1234567893',
  };
  for (let at = await focused(page); at !== '/day'; at = await focused(page)) {
    if (boxes[at]) await page.keyboard.type(boxes[at]);
    await press(page, 'Tab');
  }
  await page.keyboard.type('091526');
  await press(page, 'Tab', 'Tab');
  assert.equal(await focused(page), '/lines/0/code');
  for (const [code, modifiers, charge, units] of [
    ['99213', '', '120', '1'],
    ['96372', '', '40', '1'],
    ['j1885', 'jz', '12', '4'],
  ]) {
    await page.keyboard.type(code);
    await press(page, 'Tab');
    await page.keyboard.type(modifiers);
    await press(page, 'Tab');
    await page.keyboard.type('a');
    await press(page, 'Tab');
    await page.keyboard.type(charge);
    await press(page, 'Tab');
    await page.keyboard.type(units);
    await press(page, 'Enter');
  }
  assert.equal(await focused(page), '/lines/3/code');
  const claim = await page.locator('deltoid-checker').evaluate((node) => node.value);
  assert.equal(claim.total_charge, '172.00');
  assert.deepEqual(claim.diagnoses, ['M54.50']);
  assert.deepEqual(
    claim.lines.map(({ code, from }) => [code, from]),
    [
      ['99213', '2026-09-15'],
      ['96372', '2026-09-15'],
      ['J1885', '2026-09-15'],
    ],
  );

  await press(page, 'F8');
  assert.match(await focused(page), /99213/);
  await press(page, 'Alt+1');
  await page.getByText('A question for the chart').waitFor();
  assert.equal(await focused(page), 'Yes: add 25');
  await press(page, 'Enter');
  await page.locator('.state.clean').waitFor();
  await press(page, 'Control+z');
  await page.locator('li.finding.deny').waitFor();
  await press(page, 'Control+y');
  await page.locator('.state.clean').waitFor();
  await page.context().close();
});

test('lines are duplicated, deleted and had back', async () => {
  const page = await open(browser);
  await openExample(page);
  const codes = () =>
    page.locator('deltoid-checker').evaluate((node) => node.value.lines.map(({ code }) => code).join(' '));
  await page.getByLabel('Code 24D').nth(1).focus();
  await press(page, 'Control+d');
  assert.equal(await codes(), '99213 96372 96372 J1885');
  assert.equal(await focused(page), '/lines/2/code');
  await press(page, 'Control+Backspace');
  assert.equal(await codes(), '99213 96372 J1885');
  await press(page, 'Control+z');
  assert.equal(await codes(), '99213 96372 96372 J1885');
  await page.context().close();
});

test('the findings of a batch are gone through by keys', async () => {
  const page = await open(browser);
  await choose(page, asFile('claims-0915.837', mixedFile(60)));
  await byFinding(page);
  const table = page.getByRole('grid', { name: 'Findings' });
  await table.waitFor();
  await table.focus();
  await press(page, 'ArrowDown', 'ArrowDown', 'End', 'Home', 'ArrowDown', 'Enter');
  const detail = page.getByRole('article', { name: 'One finding' });
  await detail.waitFor();
  const first = await detail.innerText();
  await press(page, 'F8');
  await page.waitForFunction((before) => {
    const batch = document.querySelector('deltoid-workbench').shadowRoot.querySelector('deltoid-batch');
    const view = batch.shadowRoot.querySelector('deltoid-findings-view');
    return view.shadowRoot.querySelector('.detail').innerText !== before;
  }, first);
  await press(page, 'Escape');
  await detail.waitFor({ state: 'detached' });
  assert.ok(await table.evaluate((node) => node.getRootNode().activeElement === node));
  await page.context().close();
});

test('the panels are reached, used and left by keys alone', async () => {
  const page = await open(browser);
  await page.getByRole('button', { name: 'How do I know?' }).focus();
  await press(page, 'Enter');
  await page.getByRole('heading', { name: 'Try to leak' }).waitFor();
  while ((await focused(page)) !== 'Try to leak now') await press(page, 'Tab');
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 60_000 });
  await press(page, 'Escape');
  await page.getByRole('heading', { name: 'Try to leak' }).waitFor({ state: 'hidden' });
  assert.equal(await focused(page), 'How do I know?');

  await page.locator('.base .quiet').focus();
  await press(page, 'Enter');
  await page.getByLabel('Built-in profile').waitFor();
  await press(page, 'Tab');
  await page.keyboard.type('Aet');
  await page.locator('.base', { hasText: 'Profile: Aetna' }).waitFor();
  await press(page, 'Escape');
  await page.getByLabel('Built-in profile').waitFor({ state: 'hidden' });
  assert.match(await focused(page), /^Profile: Aetna/);
  await page.context().close();
});

test('? shows the keys, Escape closes them', async () => {
  const page = await open(browser);
  await press(page, '?');
  await page.getByRole('heading', { name: 'Keys' }).waitFor();
  await press(page, 'Escape');
  await page.getByRole('heading', { name: 'Keys' }).waitFor({ state: 'hidden' });
  await page.context().close();
});
