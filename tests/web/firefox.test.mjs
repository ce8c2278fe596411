// SPDX-License-Identifier: Apache-2.0
// The main journeys in the Firefox of the system, from file:// as by a double-click: a claim typed and fixed to clean, a
// file checked in the worker, and nothing that reaches out.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { tryChannels } from './support/channels.mjs';
import { mixedFile } from './support/claims837.mjs';
import { firefox, launchFirefox, reads } from './support/firefox.mjs';
import { address } from './support/page.mjs';

const skip = !firefox && 'there is no Firefox here; FIREFOX=path of one';

let browser;
let folder;
before(async () => {
  if (skip) return;
  browser = await launchFirefox();
  folder = await mkdtemp(join(tmpdir(), 'deltoid-'));
});
after(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

/** A fresh page. `page.asked` lists what it asks for, `page.complaints` what it threw. */
async function open() {
  const page = await browser.newPage();
  page.asked = [];
  page.complaints = [];
  page.on('request', (request) => {
    // blob: is the worker's source, data: the font of Firefox's own controls: both come out of the browser's memory.
    if (!/^(blob|data):/.test(request.url()) && request.url() !== address) page.asked.push(request.url());
  });
  page.on('pageerror', (error) => page.complaints.push(error.message));
  await page.goto(address);
  await reads(page, /What do you have\?/);
  return page;
}

const focusBox = (page, pointer) =>
  page.evaluate((pointer) => {
    const workbench = document.querySelector('deltoid-workbench').shadowRoot;
    const form = workbench.querySelector('deltoid-checker').shadowRoot;
    for (const closed of form.querySelectorAll('details.more-boxes')) closed.open = true;
    form.querySelector(`[data-pointer="${pointer}"]`).focus();
  }, pointer);

async function type(page, boxes) {
  for (const [pointer, text] of Object.entries(boxes)) {
    await focusBox(page, pointer);
    await page.keyboard.type(text);
  }
}

/** Digits of the day a fortnight ago, so that no filing limit has passed. */
function recentDay() {
  const now = new Date();
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 14);
  const two = (part) => String(part).padStart(2, '0');
  return `${two(day.getMonth() + 1)}${two(day.getDate())}${day.getFullYear()}`;
}

test('firefox: a claim is typed, said what is wrong with, and fixed to clean', { skip }, async () => {
  const page = await open();
  await (await page.waitForSelector('::-p-text(Type one claim)')).click();
  await reads(page, /Nothing to check yet/);
  await type(page, {
    '/diagnoses/0': 'm54.50',
    '/subscriber/id': '1eg4te5mk73',
    '/patient/birth_date': '02011950',
    '/patient/sex': 'F',
    '/rendering/npi': '1234567893',
    '/day': recentDay(),
  });
  const lines = [
    ['99213', '', '120', '1'],
    ['96372', '', '40', '1'],
    ['j1885', 'jz', '12', '4'],
  ];
  for (const [index, [code, modifiers, charge, units]] of lines.entries()) {
    const at = `/lines/${index}`;
    await type(page, {
      [`${at}/code`]: code,
      [`${at}/modifiers`]: modifiers,
      [`${at}/pointers`]: 'a',
      [`${at}/charge`]: charge,
      [`${at}/units`]: units,
    });
    if (index < 2) await page.keyboard.press('Enter');
  }
  await reads(page, /1 will deny.*99213 needs modifier 25/);
  await type(page, { '/lines/0/modifiers': '25' });
  await reads(page, /Nothing stands against this claim for Medicare Part B/);
  assert.deepEqual(page.asked, []);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('firefox: a file is checked in the worker and comes into the table, without one request', {
  skip,
}, async () => {
  const path = join(folder, 'claims-0915.837');
  await writeFile(path, mixedFile(60));
  const page = await open();
  const input = await page.waitForSelector('deltoid-workbench >>> input[type=file]');
  await input.uploadFile(path);
  const text = await reads(page, /claims-0915\.837.*A-20000/);
  assert.match(text, /2,580\.00/);
  assert.deepEqual(page.asked, []);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('firefox: what a script of the page tries to send arrives nowhere', { skip }, async () => {
  const heard = [];
  const server = createServer(({ url }, response) => {
    heard.push(url);
    response
      .writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/html' })
      .end('<!doctype html>');
  });
  server.on('upgrade', ({ url }, socket) => {
    heard.push(url);
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${server.address().port}`;
  try {
    const open837 = await open();
    await open837.evaluate(tryChannels, base);
    assert.deepEqual(heard, []);
    await open837.close();
    // From a page without a policy the same are heard: the listener listens.
    const control = await browser.newPage();
    await control.goto(`${base}/control`);
    await control.evaluate(tryChannels, base);
    assert.ok(heard.length > 15, `${heard.length} heard`);
    await control.close();
  } finally {
    server.closeAllConnections?.();
    server.close();
  }
});
