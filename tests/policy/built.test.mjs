// SPDX-License-Identifier: Apache-2.0
// What holds for what was built: the engine can do nothing but compute, the page's scripts ask for no network and keep
// nothing, and both stay small. Skipped, with a word, where they are not built.
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';

import { bytes, text, there } from './files.mjs';

const engines = ['build/wasm/engine.wasm', 'build/wasm/engine-full.wasm'];
const pages = ['dist/deltoid.html', 'web/dist/embed.html'];
const unbuilt = (file) => !there(file) && `${file} is not built`;

for (const engine of engines) test(`${engine} imports nothing that reaches outside`, { skip: unbuilt(engine) }, () => {
  const allowed = new Set(JSON.parse(text('tests/policy/engine-imports.json')));
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes(engine))).map(({ name }) => name);
  assert.deepEqual(imports.filter((name) => !allowed.has(name)), []);
});

// A browser's policy stops most of these; that our scripts do not even try is the stronger promise.
const forbidden = [
  /\bfetch\s*\(/, /\bXMLHttpRequest\b/, /\bWebSocket\b/, /\bEventSource\b/, /\bsendBeacon\b/, /\bRTCPeerConnection\b/,
  /\blocalStorage\b/, /\bsessionStorage\b/, /\bindexedDB\b/, /\bdocument\.cookie\b/, /\bcaches\.open\b/,
  /\bwindow\.open\s*\(/, /\bserviceWorker\b/, /\beval\s*\(/, /\bnew Function\b/,
];

// The leak test is a script of its own, and the one place where the ways out are named: it tries them when it is asked.
const leakTest = /<script id="leak-test">[\s\S]*?<\/script>/;

for (const page of pages) test(`${page} asks for no network and keeps nothing`, { skip: unbuilt(page) }, () => {
  const html = text(page).replace(leakTest, '');
  const found = forbidden.flatMap((pattern) => {
    const at = html.search(pattern);
    return at < 0 ? [] : [`${pattern}: ...${html.slice(Math.max(0, at - 40), at + 40)}...`];
  });
  assert.deepEqual(found, []);
});

test('the leak test knows one address, which cannot exist, and looks at nothing of the page', { skip: unbuilt(pages[0]) }, () => {
  const [script] = text(pages[0]).match(leakTest);
  assert.deepEqual([...new Set(script.match(/\b(https?|wss?):\/\/[^"'`\s)]*/g))], ['https://leak-test.invalid/']);
  const looks = [
    /shadowRoot/, /querySelector/, /deltoid-(workbench|checker|batch)/, /innerText|innerHTML|outerHTML/, /\.value\b/,
    /setItem|\.put\(|\.add\(|cookie\s*=/, /\brtc/i, /\blocation\b/, /window\.open/, /\bimport\(["'`]/,
  ];
  assert.deepEqual(looks.filter((pattern) => pattern.test(script)).map(String), []);
});

for (const page of pages) test(`the policy of ${page} forbids every connection`, { skip: unbuilt(page) }, () => {
  const policy = text(page).match(/http-equiv="?Content-Security-Policy"?[^>]*content="([^"]*)"/i)?.[1] ?? '';
  for (const part of ["default-src 'none'", "connect-src 'none'", "form-action 'none'", "base-uri 'none'"]) {
    assert.ok(policy.includes(part), `${part} is not in: ${policy}`);
  }
  assert.ok(!/'unsafe-(inline|eval)'/.test(policy), policy);
});

/** A file; of a script all that it imports with it. What it may ask for later (engine, worker, zip, Spanish) waits till then. */
function weighed(file) {
  const found = new Set([file]);
  for (const one of found) {
    if (!one.endsWith('.js')) continue;
    for (const [, path] of text(one).matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g)) found.add(join(dirname(one), path));
  }
  return Buffer.concat([...found].map(bytes));
}

const { unit: _, ...budgets } = JSON.parse(text('tests/policy/budgets.json'));
for (const [file, budget] of Object.entries(budgets)) {
  test(`${file} fits into ${budget} bytes`, { skip: unbuilt(file) }, () => {
    const size = brotliCompressSync(weighed(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    assert.ok(size <= budget, `${size} bytes after brotli`);
  });
}
