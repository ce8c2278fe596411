// SPDX-License-Identifier: Apache-2.0
// Boxes propose what the packs and the profile know: codes by name, places by name, payers with their numbers.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { sidewaysOf } from './support/access.mjs';
import { launch, open } from './support/page.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function blank(options) {
  const page = await open(browser, options);
  await page.getByRole('button', { name: 'Type one claim' }).click();
  await page.getByText('Nothing to check yet').waitFor({ state: 'attached' });
  await page.waitForFunction(
    () =>
      document.querySelector('deltoid-workbench').shadowRoot.querySelector('deltoid-checker').codes !==
      undefined,
  );
  return page;
}
const claim = (page) => page.locator('deltoid-checker').evaluate((node) => node.value);

test('a drug is found by its name, and Enter types its code', async () => {
  const page = await blank();
  const box = page.getByLabel('Code 24D');
  await box.pressSequentially('ketor');
  const list = page.getByRole('listbox', { name: 'Suggestions' });
  await list.getByText('ketorolac').first().waitFor();
  assert.deepEqual((await claim(page)).lines, [], 'half a name is no code');
  assert.equal(await box.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowDown');
  const active = await box.getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`[id="${active}"]`).getAttribute('aria-selected'), 'true');
  await page.keyboard.press('Enter');
  assert.equal(await box.inputValue(), 'J1885');
  assert.equal((await claim(page)).lines[0].code, 'J1885');
  assert.equal(await list.count(), 0);
  assert.match(await box.getAttribute('title'), /ketorolac/);
  await page.context().close();
});

test('Escape closes the list and leaves what was typed; Enter without a choice goes on', async () => {
  const page = await blank();
  const box = page.getByLabel('Code 24D');
  await box.pressSequentially('J18');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  assert.equal(await box.inputValue(), 'J18');
  await page.keyboard.type('85');
  await page.keyboard.press('Enter');
  assert.equal(await page.getByLabel('Code 24D').count(), 2);
  await page.context().close();
});

test('a place is found by its name', async () => {
  const page = await blank();
  const box = page.getByLabel('Place of service 24B');
  await box.fill('urg');
  await page.getByRole('option', { name: /20/ }).click();
  assert.equal(await box.inputValue(), '20');
  assert.equal((await claim(page)).pos, '20');
  await box.fill('scho');
  await page.getByRole('option', { name: /03/ }).click();
  assert.equal((await claim(page)).pos, '03');
  await page.context().close();
});

test("the profile's payers fill name, number and kind at once, and one undo takes all back", async () => {
  const page = await blank();
  await page.locator('deltoid-checker').evaluate((node) => {
    node.profile = { payers: [{ id: '60054', name: 'Aetna Example', class: 'commercial' }] };
  });
  await page.getByText('Patient, payer and provider boxes').click();
  const box = page.getByLabel('Payer name 11c');
  await box.pressSequentially('aet');
  await page.getByRole('option', { name: /60054/ }).click();
  assert.deepEqual((await claim(page)).payer, { class: 'commercial', name: 'Aetna Example', id: '60054' });
  await page.keyboard.press('Control+z');
  assert.equal((await claim(page)).payer.id, undefined);
  assert.equal((await claim(page)).payer.class, 'medicare_b');
  await page.context().close();
});

test('the list fits at 320 pixels', async () => {
  const page = await blank({ viewport: { width: 320, height: 700 } });
  await page.getByLabel('Code 24D').pressSequentially('met');
  await page.getByRole('listbox').waitFor();
  const wide = await sidewaysOf(page);
  assert.equal(wide, 0);
  await page.context().close();
});
