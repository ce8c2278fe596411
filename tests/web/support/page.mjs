// SPDX-License-Identifier: Apache-2.0
// Opens the built page in the system's Chromium, from file:// as by a double-click, and watches what it asks for.
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { require } from './modules.mjs';

const { chromium } = require('playwright-core');

const file = fileURLToPath(new URL('../../../dist/deltoid.html', import.meta.url));
export const address = pathToFileURL(file).href;

/** Chromium without its sandbox where we are root: it would refuse to start. */
export function launch() {
  if (!existsSync(file)) throw new Error('dist/deltoid.html is not built: npm run build in web/');
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

/** A fresh page. `page.asked` lists every request but the page itself; `page.complaints` what the console said. */
export async function open(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.asked = [];
  page.complaints = [];
  page.on('request', (request) => {
    // A blob: address is the worker's source, out of the page's own memory.
    if (request.url() !== address && !request.url().startsWith('blob:')) page.asked.push(request.url());
  });
  page.on('websocket', (socket) => page.asked.push(socket.url()));
  page.on(
    'console',
    (message) => ['error', 'warning'].includes(message.type()) && page.complaints.push(message.text()),
  );
  page.on('pageerror', (error) => page.complaints.push(error.message));
  await page.goto(address);
  await page.getByRole('heading', { name: 'What do you have?' }).waitFor();
  return page;
}

/** Hands files to the page as if chosen in its dialog. `files` are paths or {name, mimeType, buffer}. */
export function choose(page, files) {
  return page.locator('input[type=file]').setInputFiles(files);
}

/** A text as a file for choose(). */
export function asFile(name, text) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) };
}

/** The rows of the work queue that are drawn. */
export const queueRows = (page) => page.locator('deltoid-queue-table .body [role=row]');

/** The rows of the list of findings that are drawn. */
export const findingRows = (page) => page.locator('deltoid-findings-table .body [role=row]');

/** Opens files and waits for the work queue. */
export async function openQueue(page, files) {
  await choose(page, files);
  await queueRows(page).first().waitFor({ timeout: 60_000 });
}

/** The second view of a batch: all findings. */
export async function byFinding(page) {
  await page.getByRole('button', { name: 'By finding' }).click();
  await findingRows(page).first().waitFor();
}

/** The example, checked. */
export async function openExample(page) {
  await page.getByRole('button', { name: 'Show me an example' }).click();
  await page.locator('li.finding').first().waitFor({ state: 'attached' });
}

/** Takes a finding's first fix; where the chart is asked, the answer is yes. */
export async function takeFix(finding) {
  await finding.locator('.fix').first().click();
  const yes = finding.locator('.question .yes');
  if ((await yes.count()) > 0) await yes.click();
}
