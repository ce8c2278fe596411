// SPDX-License-Identifier: Apache-2.0
// Undo and redo: typing, fixes, answers and lines, by button and by key, back to the first step and forth again.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { launch, open, openExample, takeFix } from './support/page.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const shown = (page) =>
  page.locator('deltoid-checker').evaluate((node) => ({
    claim: JSON.stringify(node.value),
    answers: node.answers.map(({ yes }) => yes),
  }));

/** Waits until the button has nothing left to do. */
const disabled = (page, name) => page.locator('.tools button:disabled', { hasText: name }).waitFor();

/** Every kind of step, each one of undo. */
const steps = [
  async (page) => {
    await page.getByLabel('Charge 24F').first().fill('125.00');
    await page.getByLabel('Charge 24F').first().blur();
  },
  async (page) => takeFix(page.locator('li.finding:not(.done)[data-key^="BND003"]')),
  async (page) => {
    await page.locator('li.finding:not(.done)', { hasText: 'JZ' }).locator('.fix').first().click();
    await page.getByRole('button', { name: 'No', exact: true }).click();
  },
  async (page) => page.getByRole('button', { name: 'Add a line' }).click(),
  async (page) => {
    await page.getByLabel('Code 24D').nth(3).pressSequentially('J3420');
    await page.getByLabel('Code 24D').nth(3).blur();
  },
  async (page) => {
    await page.getByLabel('Code 24D').nth(3).focus();
    await page.keyboard.press('Control+d');
  },
  async (page) => page.keyboard.press('Control+Backspace'),
];

const ways = {
  'Ctrl+Z and Ctrl+Y': [
    (page) => page.keyboard.press('Control+z'),
    (page) => page.keyboard.press('Control+y'),
  ],
  'Ctrl+Z and Ctrl+Shift+Z': [
    (page) => page.keyboard.press('Control+z'),
    (page) => page.keyboard.press('Control+Shift+z'),
  ],
  'the buttons': [
    (page) => page.locator('.tools').getByRole('button', { name: 'Undo' }).click(),
    (page) => page.locator('.tools').getByRole('button', { name: 'Redo' }).click(),
  ],
};

for (const [name, [back, forth]] of Object.entries(ways)) {
  test(`${name} go through every step and bring back exactly what was there`, async () => {
    const page = await open(browser);
    await openExample(page);
    const states = [await shown(page)];
    for (const step of steps) {
      await step(page);
      states.push(await shown(page));
    }
    await page.getByLabel('Code 24D').first().focus();
    for (const state of states.slice(0, -1).reverse()) {
      // A blank line is a step of its own that the claim as it is sent does not show.
      await back(page);
      assert.deepEqual(await shown(page), state);
    }
    await disabled(page, 'Undo');
    for (const state of states.slice(1)) {
      await forth(page);
      assert.deepEqual(await shown(page), state);
    }
    await disabled(page, 'Redo');
    await page.context().close();
  });
}

test('the keys work with the focus nowhere, too', async () => {
  const page = await open(browser);
  await openExample(page);
  await page.getByRole('button', { name: 'Add a line' }).click();
  const lines = () => page.locator('deltoid-checker').evaluate((node) => node.claim.lines.length);
  assert.equal(await lines(), 4);
  await page.locator('main').click({ position: { x: 4, y: 4 } });
  await page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    at?.blur?.();
  });
  await page.keyboard.press('Control+z');
  assert.equal(await lines(), 3);
  await page.keyboard.press('Control+y');
  assert.equal(await lines(), 4);
  await page.context().close();
});

test('a new step forgets what could have been done again', async () => {
  const page = await open(browser);
  await openExample(page);
  await page.getByLabel('Units 24G').first().fill('2');
  await page.keyboard.press('Control+z');
  await page.getByLabel('Units 24G').nth(1).fill('3');
  await disabled(page, 'Redo');
  await page.context().close();
});
