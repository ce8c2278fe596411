// SPDX-License-Identifier: Apache-2.0
// What is left of a batch after Clear: nothing that grows with every file. Counted, not timed.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { mixedFile } from './support/claims837.mjs';
import { asFile, byFinding, choose, launch, open, openQueue, queueRows } from './support/page.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** What the page holds once its garbage is collected. */
async function held(page) {
  const session = await page.context().newCDPSession(page);
  for (let turn = 0; turn < 4; turn++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  const { documents, nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { heap: usedSize, buffers: backingStorageSize, documents, nodes, listeners: jsEventListeners };
}

test('files that were opened and cleared leave nothing behind that grows', async () => {
  const page = await open(browser);
  const file = asFile('claims.837', mixedFile(3000));
  const round = async () => {
    await choose(page, file);
    await queueRows(page).first().click();
    await page.locator('deltoid-batch-claim deltoid-checker').waitFor();
    await page.getByRole('button', { name: 'Back to the queue' }).click();
    await byFinding(page);
    await page.getByRole('button', { name: 'Clear' }).first().click();
    await page.getByRole('heading', { name: 'What do you have?' }).waitFor();
  };
  const fresh = await held(page);
  for (let turn = 0; turn < 2; turn++) await round();
  const early = await held(page);
  for (let turn = 0; turn < 4; turn++) await round();
  const late = await held(page);
  // One file's findings are over two megabytes.
  assert.ok(late.heap - early.heap < 500_000, `heap ${early.heap} -> ${late.heap}`);
  assert.ok(late.buffers - fresh.buffers < 500_000, `buffers ${fresh.buffers} -> ${late.buffers}`);
  assert.ok(late.heap - fresh.heap < 3_000_000, `heap ${fresh.heap} -> ${late.heap}`);
  assert.equal(late.documents, early.documents);
  assert.ok(late.nodes - early.nodes < 50, `nodes ${early.nodes} -> ${late.nodes}`);
  assert.ok(late.listeners - early.listeners < 5, `listeners ${early.listeners} -> ${late.listeners}`);
  assert.equal(page.workers().length, 0);
  await page.context().close();
});

test('Clear gives the findings back at once, without waiting for the browser to collect them', async () => {
  const page = await open(browser);
  await openQueue(page, asFile('claims.837', mixedFile(300)));
  const bytes = await page.evaluateHandle(() => {
    const { batch } = document.querySelector('deltoid-workbench');
    return batch.store.bytes(0);
  });
  assert.ok((await bytes.evaluate(({ length }) => length)) > 100);
  await page.getByRole('button', { name: 'Clear' }).first().click();
  await page.getByRole('heading', { name: 'What do you have?' }).waitFor();
  assert.equal(await bytes.evaluate(({ length }) => length), 0);
  await page.context().close();
});
