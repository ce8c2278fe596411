// SPDX-License-Identifier: Apache-2.0
// <deltoid-checker> in somebody else's page: served, under a strict policy, in a form of theirs.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import test, { after, before } from 'node:test';
import { launch } from './support/page.mjs';

const dist = new URL('../../web/dist/', import.meta.url);
const host = `<!doctype html><html lang="en"><title>A portal</title><body>
  <form><label for="c">Claim</label><deltoid-checker id="c" name="claim" as-of="2026-09-20"></deltoid-checker></form>
  <deltoid-checker id="second" as-of="2026-09-20" payer-class="commercial"></deltoid-checker>
  <script type="module" src="/host.mjs"></script></body></html>`;
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'none'; connect-src 'none'";

let browser;
let server;
let address;

before(async () => {
  browser = await launch();
  server = createServer(async ({ url }, response) => {
    const script = url.endsWith('js');
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
    if (url === '/') return response.end(host);
    if (url === '/host.mjs') {
      return response.end(`import '/element.js'; import { check } from '/index.js'; window.check = check;`);
    }
    const body = await readFile(new URL(`.${url}`, dist)).catch(() => undefined);
    return response.writeHead(body ? 200 : 404).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${server.address().port}/`;
});

after(async () => {
  await browser?.close();
  server?.close();
});

const claim = {
  payer: { class: 'medicare_b' },
  pos: '11',
  diagnoses: ['M54.50'],
  lines: ['99213', '96372'].map((code) => ({
    code,
    units: '1',
    charge: '10.00',
    from: '2026-09-15',
    to: '2026-09-15',
    pointers: [1],
  })),
};

test('a form gets the claim as its value and the verdict as its validity', async () => {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForFunction(() => customElements.get('deltoid-checker'));
  const got = await page.evaluate(async (value) => {
    const element = document.querySelector('deltoid-checker');
    element.value = value;
    const before = await element.check();
    const invalid = !document.querySelector('form').checkValidity();
    element.value = {
      ...value,
      lines: value.lines.map((line) => (line.code === '99213' ? { ...line, modifiers: ['25'] } : line)),
    };
    const after = await element.check();
    const sent = JSON.parse(new FormData(document.querySelector('form')).get('claim'));
    const errors = ({ findings }) =>
      findings.filter(({ level }) => level === 'error').map(({ rule }) => rule);
    return { before: errors(before), invalid, after: errors(after), sent: sent.lines[0].modifiers };
  }, claim);
  assert.ok(got.before.includes('BND003') && !got.after.includes('BND003'), JSON.stringify(got));
  assert.equal(got.invalid, true);
  assert.deepEqual(got.sent, ['25']);
  await page.close();
});

test('it works again after it was taken out and put back', async () => {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForFunction(() => customElements.get('deltoid-checker'));
  const rules = await page.evaluate(async (value) => {
    const element = document.querySelector('#second');
    element.remove();
    element.value = value;
    document.body.append(element);
    const { findings } = await element.check();
    return findings.map(({ rule }) => rule);
  }, claim);
  assert.ok(rules.includes('BND003'));
  await page.close();
});

test('check() runs without a worker where the host forbids one', async () => {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForFunction(() => window.check);
  const claims = await page.evaluate(
    async (value) => (await window.check(value, { asOf: '2026-09-20' })).summary.claims,
    claim,
  );
  assert.equal(claims, 1);
  await page.close();
});
