// SPDX-License-Identifier: Apache-2.0
// The page as scripts/start serves it: on this machine only, with its headers, and working under them.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import { createInterface } from 'node:readline';
import test, { after, before } from 'node:test';

import { root, text, there } from './files.mjs';

const unbuilt = !there('dist/deltoid.html') && 'dist/deltoid.html is not built';
let server;
let address;

before(async () => {
  if (unbuilt) return;
  server = spawn(process.execPath, [`${root}scripts/serve.mjs`, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  [address] = await once(createInterface({ input: server.stdout }), 'line');
});
after(() => server?.kill());

test('the address is of this machine, and no other answers', { skip: unbuilt }, async () => {
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  const others = Object.values(networkInterfaces()).flat().filter(({ family, internal }) => family === 'IPv4' && !internal);
  for (const other of others) {
    await assert.rejects(fetch(address.replace('127.0.0.1', other.address), { signal: AbortSignal.timeout(2000) }));
  }
});

test('the page comes with its policy, and the sandbox that only a header can give', { skip: unbuilt }, async () => {
  const response = await fetch(address);
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type'), /^text\/html/);
  assert.equal(await response.text(), text('dist/deltoid.html'));
  const policy = response.headers.get('content-security-policy');
  const [, own] = text('dist/deltoid.html').match(/Content-Security-Policy[^>]*content="([^"]*)"/i);
  assert.ok(policy.startsWith(own.replace(/;\s*$/, '')), policy);
  assert.match(policy, /; sandbox allow-scripts /);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
  assert.equal(response.headers.get('cross-origin-opener-policy'), 'same-origin');
});

test('what is not in dist is not served', { skip: unbuilt }, async () => {
  for (const path of ['CMakeLists.txt', '..%2fCMakeLists.txt', '%2e%2e/CMakeLists.txt', '.git/config']) {
    assert.equal((await fetch(address + path)).status, 404, path);
  }
});

test('the page works under its headers', { skip: unbuilt }, async () => {
  const { launch } = await import('../web/support/page.mjs');
  const { mixedFile } = await import('../web/support/claims837.mjs');
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const complaints = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address);
    const buffer = Buffer.from(mixedFile(3));
    await page.locator('input[type=file]').first().setInputFiles({ name: 'a.837', mimeType: 'text/plain', buffer });
    await page.locator('.figures').waitFor();
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
  }
});
