// SPDX-License-Identifier: Apache-2.0
// Takes the pictures of docs/screenshots from the built page: `npm run screenshots` in web/.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { mixedFile } from './support/claims837.mjs';
import { asFile, byFinding, choose, launch, open, openExample } from './support/page.mjs';

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));

const openQueue = async (page) => {
  await choose(page, asFile('claims-0915.837', mixedFile(1284)));
  await page.locator('deltoid-queue-table .body [role=row]').first().waitFor();
};

const openNarrowQueue = async (page) => {
  await openQueue(page);
  await page.locator('deltoid-queue').evaluate((node) => node.scrollIntoView());
};

const openClaim = async (page) => {
  await openQueue(page);
  await page.locator('deltoid-queue-table .body [role=row]').nth(1).click();
  await page.locator('deltoid-batch-claim li.finding.active').waitFor();
  await page.mouse.move(0, 0);
};

const openBatch = async (page) => {
  await openQueue(page);
  await byFinding(page);
  await page.locator('deltoid-findings-table .body [role=row]').nth(3).click();
  await page.getByRole('article', { name: 'One finding' }).waitFor();
  await page.mouse.move(0, 0);
};

const pictures = {
  light: [{}, openExample],
  dark: [{ colorScheme: 'dark' }, openExample],
  narrow: [{ viewport: { width: 320, height: 720 } }, openExample],
  queue: [{}, openQueue],
  'queue-dark': [{ colorScheme: 'dark' }, openQueue],
  'queue-narrow': [{ viewport: { width: 320, height: 720 } }, openNarrowQueue],
  'queue-claim': [{}, openClaim],
  batch: [{}, openBatch],
  'batch-dark': [{ colorScheme: 'dark' }, openBatch],
  start: [{}, async () => {}],
};

await mkdir(folder, { recursive: true });
const browser = await launch();
for (const [name, [options, go]] of Object.entries(pictures)) {
  const page = await open(browser, { viewport: { width: 1280, height: 860 }, ...options });
  await page.waitForTimeout(300); // the small print comes with the engine
  await go(page);
  await page.waitForTimeout(200);
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.context().close();
}
await browser.close();
