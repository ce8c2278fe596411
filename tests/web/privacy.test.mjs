// SPDX-License-Identifier: Apache-2.0
// The privacy panel says what is so: the leak test tells blocked from open, the sums are the file's, the imports the
// engine's, and nothing but the leak test could reach out.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import test, { after, before } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { address, launch, open, openExample } from './support/page.mjs';

let browser;
let folder;
let server;
let heard = [];
const html = await readFile(new URL(address), 'utf8');
const leakTest = /(<script id="leak-test">)([\s\S]*?)(<\/script>)/;
const sum = (content, encoding) => createHash('sha256').update(content).digest(encoding);

before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), 'deltoid-'));
  server = createServer((request, response) => {
    heard.push(request.url);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  server.on('upgrade', (request, socket) => {
    heard.push(request.url);
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
});
after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

async function openPanel(page) {
  await page.getByRole('button', { name: 'How do I know?' }).click();
  await page.locator('deltoid-privacy').waitFor();
}

/** Presses the button; each way out by its name, with what was said of it. */
async function tryToLeak(page) {
  await page.getByRole('button', { name: 'Try to leak now' }).click();
  await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 60_000 });
  const rows = await page
    .locator('deltoid-privacy tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [
        row.querySelector('th').innerText,
        row.querySelector('.badge').innerText.trim(),
        row.querySelector('.hint')?.innerText ?? '',
      ]),
    );
  return { rows, told: await page.locator('deltoid-privacy [role=status]').innerText() };
}

/** The page with its leak test aimed at a listener of ours; with its policy, or without. */
async function aimed(name, withPolicy) {
  const base = `http://127.0.0.1:${server.address().port}/`;
  const [, , script] = html.match(leakTest);
  const other = script.replaceAll('https://leak-test.invalid/', base);
  let text = html.replace(leakTest, (_, start, _script, end) => start + other + end);
  text = withPolicy
    ? text.replace(sum(script, 'base64'), sum(other, 'base64'))
    : text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const path = join(folder, `${name}.html`);
  await writeFile(path, text);
  const page = await (await browser.newContext()).newPage();
  await page.goto(pathToFileURL(path).href);
  await openPanel(page);
  return page;
}

test('every way out that can be tried is blocked, and the panel says by what', async () => {
  const page = await open(browser);
  await openExample(page);
  await openPanel(page);
  const { rows, told } = await tryToLeak(page);
  const by = (state) => rows.filter(([, said]) => said === state);
  assert.match(told, /^All 2\d ways out that could be tried were blocked\.$/);
  assert.equal(by('not blocked').length, 0);
  assert.ok(by('blocked').length >= 25, `${by('blocked').length} were tried`);
  for (const [name, , reason] of by('blocked')) assert.match(reason, /^by [a-z-]+$/, name);
  const reasons = Object.fromEntries(rows.map(([name, , reason]) => [name, reason]));
  assert.equal(reasons['Request (fetch)'], 'by connect-src');
  assert.equal(reasons.Form, 'by form-action');
  assert.equal(reasons['Ping of a link'], 'by connect-src');
  assert.equal(by('not used, and empty').length, 5);
  assert.equal(by('not tried').length, 3);
  await page.context().close();
});

test('the same is said where the page is served, with its sandbox', async () => {
  const serving = spawn(
    process.execPath,
    [fileURLToPath(new URL('../../scripts/serve.mjs', import.meta.url)), '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    const [served] = await once(createInterface({ input: serving.stdout }), 'line');
    const page = await (await browser.newContext()).newPage();
    await page.goto(served);
    await openPanel(page);
    const { rows, told } = await tryToLeak(page);
    assert.match(told, /^All 2\d ways out/);
    assert.ok(rows.some(([name, , reason]) => name === 'Form' && reason === 'by sandbox'));
    await page.context().close();
  } finally {
    serving.kill();
  }
});

test('aimed at a listener of ours, nothing arrives', async () => {
  heard = [];
  const page = await aimed('with', true);
  const { told } = await tryToLeak(page);
  assert.match(told, /^All/);
  await page.waitForTimeout(500);
  assert.deepEqual(heard, []);
  await page.context().close();
});

test('without the policy the listener hears it, and the panel says not blocked', async () => {
  heard = [];
  const page = await aimed('without', false);
  await page.getByText('This page carries no policy of its own.').waitFor();
  const { rows, told } = await tryToLeak(page);
  assert.match(told, /were not blocked\. Do not use this copy/);
  const open = rows.filter(([, state]) => state === 'not blocked').map(([name]) => name);
  for (const name of ['Request (fetch)', 'Beacon', 'Image', 'Form', 'Request from a worker'])
    assert.ok(open.includes(name), `${name} is not among: ${open}`);
  assert.ok(new Set(heard).size >= 12, `only these were heard: ${[...new Set(heard)].join(' ')}`);
  await page.context().close();
});

test('one hole in the policy is found and named', async () => {
  const path = join(folder, 'hole.html');
  await writeFile(path, html.replace("img-src 'none'", 'img-src *'));
  const page = await (await browser.newContext()).newPage();
  await page.goto(pathToFileURL(path).href);
  await openPanel(page);
  const { rows, told } = await tryToLeak(page);
  const open = rows.filter(([, state]) => state === 'not blocked').map(([name]) => name);
  assert.deepEqual(open, ['Image', 'Image in a style', 'Icon of the page']);
  assert.match(told, /^3 of \d+ ways out were not blocked/);
  await page.context().close();
});

test('after the attempt the page is as it was', async () => {
  const page = await open(browser);
  await openExample(page);
  const before = await page.evaluate(() => document.body.childElementCount + document.head.childElementCount);
  await openPanel(page);
  await tryToLeak(page);
  const after = await page.evaluate(() => document.body.childElementCount + document.head.childElementCount);
  assert.equal(after, before);
  assert.equal(page.url(), address);
  await page.context().close();
});

test('the sums are those of the file and of the engine', async () => {
  const page = await open(browser);
  await openExample(page);
  await openPanel(page);
  await page.locator('#page-sum', { hasText: /^[0-9a-f]{64}$/ }).waitFor();
  assert.equal(await page.locator('#page-sum').innerText(), sum(html, 'hex'));
  const engine = await readFile(new URL('../../web/dist/engine-full.wasm', import.meta.url));
  assert.equal(await page.locator('#engine-sum').innerText(), sum(engine, 'hex'));
  await page.context().close();
});

test('the imports and the policy are those in force', async () => {
  const page = await open(browser);
  await openPanel(page);
  const engine = await readFile(new URL('../../web/dist/engine-full.wasm', import.meta.url));
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(engine));
  const listed = page.locator('deltoid-privacy p.raw');
  await listed.waitFor();
  assert.equal((await listed.innerText()).split(', ').length, imports.length);
  const [, policy] = html.match(/Content-Security-Policy" content="([^"]*)"/);
  const parts = await page.locator('deltoid-privacy .policy li').allInnerTexts();
  assert.equal(parts.join('; '), policy);
  await page.context().close();
});

// The browser may look up a frame's host before it blocks the frame, so the page makes none.
test('outside the leak test no script names a way out or makes a frame', () => {
  const rest = html.replace(leakTest, '');
  const ways = [
    /\bfetch\s*\(/,
    /XMLHttpRequest|WebSocket|EventSource|sendBeacon|WebTransport/,
    /createElement\(["'`](iframe|script|img|object|embed|video|audio|form)/,
    /preconnect|dns-prefetch/,
    /importScripts\(/,
  ];
  assert.deepEqual(ways.filter((way) => way.test(rest)).map(String), []);
});
