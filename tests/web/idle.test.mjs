// SPDX-License-Identifier: Apache-2.0
// The page clears itself when nobody is there, says so beforehand, and leaves nothing in memory.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import { mixedFile } from './support/claims837.mjs';
import { asFile, launch, open, openExample, openQueue } from './support/page.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** The example in the form, under a clock of ours. */
async function clocked() {
  const page = await open(browser);
  await page.clock.install();
  await page.reload();
  await openExample(page);
  return page;
}
const countdown = (page) => page.locator('.countdown');
const claims = (page) => page.locator('deltoid-checker').count();

test('after ten minutes without a touch nothing of the claim is left, and the last minute says so', async () => {
  const page = await clocked();
  await page.clock.fastForward('08:55');
  assert.equal(await countdown(page).count(), 0);
  await page.clock.runFor(8_000);
  await countdown(page).waitFor();
  assert.match(await countdown(page).innerText(), /clears itself in 5\d seconds/);
  assert.match(await page.locator('[role=alert].visually-hidden').first().innerText(), /60 seconds/);
  await page.clock.runFor(60_000);
  await page.locator('p.notice', { hasText: 'nobody touched the page for 10 minutes' }).waitFor();
  assert.equal(await claims(page), 0);
  assert.equal(await countdown(page).count(), 0);
  await page.getByRole('button', { name: 'Type one claim' }).click();
  const value = await page.locator('deltoid-checker').evaluate((node) => JSON.stringify(node.value));
  assert.doesNotMatch(value, /1EG4TE5MK73|M54|96372/);
  await page.context().close();
});

test('any touch begins anew', async () => {
  const page = await clocked();
  await page.clock.fastForward('09:30');
  await countdown(page).waitFor();
  await page.keyboard.press('Shift');
  await countdown(page).waitFor({ state: 'detached' });
  await page.clock.fastForward('08:00');
  assert.equal(await claims(page), 1);
  assert.equal(await countdown(page).count(), 0);
  await page.context().close();
});

test('the time is the user’s to choose, and never is a choice', async () => {
  const page = await clocked();
  const choice = page.getByLabel('Clears itself after');
  assert.equal(await choice.inputValue(), '10');
  await choice.selectOption('30');
  await page.clock.fastForward('20:00');
  assert.equal(await claims(page), 1);
  await choice.selectOption('0');
  await page.clock.fastForward('20:00:00');
  assert.equal(await claims(page), 1);
  assert.equal(await countdown(page).count(), 0);
  await choice.selectOption('5');
  await page.clock.fastForward('04:30');
  await countdown(page).waitFor();
  await page.getByRole('button', { name: 'Clear now' }).click();
  assert.equal(await claims(page), 0);
  await page.context().close();
});

test('an empty page has nothing to clear and says nothing', async () => {
  const page = await open(browser);
  await page.clock.install();
  await page.reload();
  await page.getByRole('button', { name: 'Type one claim' }).click();
  await page.clock.fastForward('09:30');
  await page.clock.runFor(2_000);
  assert.equal(await countdown(page).count(), 0);
  await page.context().close();
});

test('a batch goes as well', async () => {
  const page = await clocked();
  await openQueue(page, asFile('claims.837', mixedFile(20)));
  await page.clock.fastForward('09:30');
  await countdown(page).waitFor();
  await page.clock.runFor(60_000);
  await page.getByRole('heading', { name: 'What do you have?' }).waitFor();
  assert.equal(await page.locator('deltoid-batch').count(), 0);
  await page.context().close();
});

// Figures are printed; only a page that kept the batch would fail.
test('Clear gives the memory back', async () => {
  const page = await open(browser);
  const session = await page.context().newCDPSession(page);
  const processes = await browser.newBrowserCDPSession();
  // The engine's memory is no part of the heap's figures, so the whole process is looked at beside them, on Linux.
  const resident = async () => {
    const { processInfo } = await processes.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    const texts = await Promise.all(
      renderers.map((id) => readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '')),
    );
    const kilobytes = texts.map((text) => Number(/Private_Dirty:\s+(\d+)/.exec(text)?.[1] ?? 0));
    return kilobytes.reduce((sum, size) => sum + size, 0) / 1000;
  };
  const used = async () => {
    for (let round = 0; round < 4; round++) {
      await session.send('HeapProfiler.collectGarbage');
      await page.waitForTimeout(250);
    }
    const {
      usedSize,
      embedderHeapUsedSize = 0,
      backingStorageSize = 0,
    } = await session.send('Runtime.getHeapUsage');
    return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
  };
  await openExample(page);
  await page.locator('.tools').getByRole('button', { name: 'Clear' }).click();
  await page.getByText('Nothing to check yet').waitFor();
  const fresh = await used();
  const before = await resident();
  await openQueue(page, asFile('claims.837', mixedFile(20_000)));
  const full = await used();
  const during = await resident();
  await page.getByRole('button', { name: 'Clear' }).first().click();
  await page.getByRole('heading', { name: 'What do you have?' }).waitFor();
  const cleared = await used();
  const after = await resident();
  const figures = [fresh, full, cleared].map((size) => `${size.toFixed(1)} MB`);
  process.stdout.write(`  memory fresh, with 20,000 claims, cleared: ${figures.join(', ')}\n`);
  const whole = [before, during, after].map((size) => `${size.toFixed(0)} MB`);
  process.stdout.write(`  the process, private memory at the same moments: ${whole.join(', ')}\n`);
  assert.ok(full > fresh + 5, 'the batch is seen in the figures');
  assert.ok(cleared < fresh + 10, `${figures[2]} after Clear`);
  assert.equal(page.workers().length, 0, 'the worker is gone with its memory');
  await page.context().close();
});

test('nothing of the choice is stored', async () => {
  const page = await open(browser);
  await page.getByLabel('Clears itself after').selectOption('60');
  await page.reload();
  assert.equal(await page.getByLabel('Clears itself after').inputValue(), '10');
  const source = await readFile(new URL('../../web/src/workbench/idle.ts', import.meta.url), 'utf8');
  assert.doesNotMatch(source, /Storage|cookie/);
  await page.context().close();
});
