// SPDX-License-Identifier: Apache-2.0
// Law 8: no byte leaves the page. Every channel is tried from inside the built page to a listener on this machine.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { tryChannels } from './support/channels.mjs';
import { launch, open, openExample } from './support/page.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

/** A listener of one test: what another one's page sends late, as browsers do, is not heard here. */
async function listen(t) {
  const heard = [];
  const server = createServer((request, response) => {
    heard.push(request.url);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  server.on('upgrade', (request, socket) => {
    heard.push(request.url);
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { base: `http://127.0.0.1:${server.address().port}`, heard };
}

test('without a policy the listener hears the channels', async (t) => {
  const { base, heard } = await listen(t);
  const folder = await mkdtemp(join(tmpdir(), 'deltoid-'));
  await writeFile(join(folder, 'open.html'), '<!doctype html><title>open</title><body></body>');
  const page = await (await browser.newContext()).newPage();
  await page.goto(pathToFileURL(join(folder, 'open.html')).href);
  await page.evaluate(tryChannels, base);
  await page.context().close();
  await rm(folder, { recursive: true });
  assert.ok(new Set(heard).size >= 20, `only these were heard: ${[...new Set(heard)].join(' ')}`);
});

test('from the page not one arrives', async (t) => {
  const { base, heard } = await listen(t);
  const page = await open(browser);
  await openExample(page);
  const tried = await page.evaluate(tryChannels, base);
  assert.ok(tried >= 30);
  assert.deepEqual(heard, []);
  await page.context().close();
});

test('nothing is stored', async () => {
  const page = await open(browser);
  await openExample(page);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookie: document.cookie,
    databases: (await indexedDB.databases()).length,
  }));
  assert.deepEqual(kept, { local: 0, session: 0, cookie: '', databases: 0 });
  await page.context().close();
});

// A policy does not stop these, so the panel and docs/privacy.md say that our scripts hold none of them.
test('the built page neither goes elsewhere nor opens windows or peer connections', async () => {
  const html = await readFile(new URL('../../dist/deltoid.html', import.meta.url), 'utf8');
  const ways = [
    /\blocation(\.href)?\s*=[^=]/,
    /\blocation\.(assign|replace)\b/,
    /\bwindow\.open\b/,
    /\bRTC\w*Connection\b/,
    /http-equiv="?refresh/i,
    /\bnavigation\.navigate\b/,
  ];
  assert.deepEqual(ways.filter((way) => way.test(html)).map(String), []);
});
