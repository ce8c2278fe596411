// SPDX-License-Identifier: Apache-2.0
// The host pages in examples/, opened as they stand: a plain form, React, and a frame that the portal cannot look into.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serveHost } from './support/host.mjs';
import { importSource, require } from './support/modules.mjs';
import { launch } from './support/page.mjs';

const examples = new URL('../../examples/', import.meta.url);
const web = fileURLToPath(new URL('../../web/', import.meta.url));

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Serves an example with the package's dist/ as deltoid/, and opens it. The policy is the example's own, in its head. */
async function open(name, more = {}, prepare = async () => {}) {
  const names =
    (await readFile(new URL(`${name}/index.html`, examples), 'utf8')).match(/portal\.(js|css)/g) ?? [];
  const files = await Promise.all(
    [...new Set(names)].map(async (file) => [
      `/${file}`,
      await readFile(new URL(`${name}/${file}`, examples), 'utf8'),
    ]),
  );
  const index = await readFile(new URL(`${name}/index.html`, examples), 'utf8');
  const host = await serveHost({ '/': index, ...Object.fromEntries(files), ...more }, '');
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  page.complaints = [];
  page.asked = [];
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && page.complaints.push(message.text()));
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  page.on('request', (request) => page.asked.push(new URL(request.url()).pathname));
  page.on('close', () => host.close());
  await prepare(page);
  await page.goto(host.address);
  return page;
}

/** Types a visit and an injection into a form; without 25 the visit will be denied. */
async function type(form, { member = '', charge = '120.00' } = {}) {
  const put = (pointer, text) => form.locator(`[data-pointer="${pointer}"]`).fill(text);
  await put('/diagnoses/0', 'M54.50');
  if (member) {
    await form.getByText('Patient, payer and provider boxes').click();
    await put('/subscriber/id', member);
    await put('/patient/birth_date', '02011950');
    await form.locator('[data-pointer="/patient/sex"]').selectOption('F');
  }
  const today = new Date();
  const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 14);
  const digits = (part) => String(part).padStart(2, '0');
  await put('/day', `${digits(day.getMonth() + 1)}${digits(day.getDate())}${day.getFullYear()}`);
  const lines = [
    ['99213', '', charge, '1'],
    ['96372', '', '40.00', '1'],
    ['J1885', 'JZ', '12.00', '4'],
  ];
  for (const [index, [code, modifiers, amount, units]] of lines.entries()) {
    if (index > 0) await form.getByRole('button', { name: 'Add a line' }).click();
    await put(`/lines/${index}/code`, code);
    await put(`/lines/${index}/modifiers`, modifiers);
    await put(`/lines/${index}/pointers`, 'A');
    await put(`/lines/${index}/charge`, amount);
    await put(`/lines/${index}/units`, units);
  }
}

test('html: a plain form keeps back what will be denied, and sends what will not', async () => {
  const page = await open('html');
  await page.getByText('Nothing to check yet').waitFor();
  await type(page);
  await page.getByRole('button', { name: 'Send' }).click();
  assert.match(await page.locator('output').innerText(), /^[1-9]\d* will deny/);
  await page.locator('[data-pointer="/lines/0/modifiers"]').fill('25');
  await page.waitForFunction(() => /^0 will deny/.test(document.querySelector('output').textContent));
  await page.getByRole('button', { name: 'Send' }).click();
  assert.equal(await page.locator('output').innerText(), 'Sent: 99213, 96372, J1885');
  const looks = await page.locator('deltoid-checker').evaluate((element) => {
    const form = getComputedStyle(element.shadowRoot.querySelector('[part=form]'));
    return [form.borderTopWidth, form.fontFamily];
  });
  assert.deepEqual(looks, ['2px', 'Georgia, serif']);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('react: a claim goes in, what is found comes out, and it may come and go', async () => {
  const { outputFiles } = await require('esbuild').build({
    entryPoints: [fileURLToPath(new URL('react/app.jsx', examples))],
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { 'deltoid/element': `${web}dist/element.js` },
    nodePaths: [`${web}node_modules`],
    write: false,
    logLevel: 'error',
  });
  const page = await open('react', { '/app.js': outputFiles[0].text });
  await page
    .locator('output')
    .getByText(/will deny/)
    .waitFor();
  assert.equal(await page.locator('[data-pointer="/lines/0/code"]').inputValue(), '96372');
  await type(page);
  await page.locator('[data-pointer="/lines/0/modifiers"]').fill('25');
  await page.waitForFunction(() => document.querySelector('output').textContent === '0 will deny');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Sent: 99213, 96372, J1885').waitFor();
  await page.getByRole('button', { name: 'Put away' }).click();
  assert.equal(await page.locator('deltoid-checker').count(), 0);
  await page.getByRole('button', { name: 'New claim' }).click();
  await page
    .locator('output')
    .getByText(/will deny/)
    .waitFor();
  assert.equal(await page.locator('[data-pointer="/lines/0/code"]').inputValue(), '96372');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

/** In the portal's page, before its own scripts: everything that any message brings is written down. */
function listen() {
  globalThis.heard = [];
  globalThis.ports = [];
  addEventListener('message', ({ data }) => globalThis.heard.push(JSON.stringify(data)));
  const Channel = globalThis.MessageChannel;
  globalThis.MessageChannel = class extends Channel {
    constructor() {
      super();
      globalThis.ports.push(this.port1);
      this.port1.addEventListener('message', ({ data }) => globalThis.heard.push(JSON.stringify(data)));
    }
  };
}

/** In the portal's page: every way we know to look into the frame; what came of each. */
function pry() {
  const frame = document.querySelector('iframe');
  const attempts = {
    contentDocument: () => frame.contentDocument,
    document: () => frame.contentWindow.document.body.innerHTML,
    elements: () => frame.contentWindow.customElements.get('deltoid-checker'),
    evaluate: () => frame.contentWindow.eval('1'),
    name: () => frame.contentWindow.name,
    svg: () => frame.getSVGDocument(),
    selection: () => frame.contentWindow.getSelection(),
    storage: () => frame.contentWindow.sessionStorage,
    href: () => frame.contentWindow.location.href,
  };
  return Object.entries(attempts).filter(([, attempt]) => {
    try {
      return attempt() !== null;
    } catch {
      return false;
    }
  });
}

test('frame: the portal learns the verdict, and cannot read the claim', async () => {
  const page = await open('frame', {}, (page) => page.addInitScript(listen));
  const frame = page.frameLocator('iframe');
  await frame.getByText('Nothing to check yet').waitFor();
  const typed = { member: '1EG4TE5MK73', charge: '731.37' };
  await type(frame, typed);
  await page.waitForFunction(() => /^Will deny/.test(document.querySelector('output').textContent));

  // Whatever the portal says to the frame, no more comes back.
  await page.evaluate(() => {
    const asks = [
      'value',
      'claim',
      'findings',
      { type: 'value' },
      { type: 'check' },
      { type: 'options', options: { value: {} } },
    ];
    for (const ask of asks) {
      for (const port of globalThis.ports) port.postMessage(ask);
      document.querySelector('iframe').contentWindow.postMessage(ask, '*');
    }
    // A second hello, to get a port of one's own.
    const { port1, port2 } = new MessageChannel();
    port1.start();
    document.querySelector('iframe').contentWindow.postMessage('deltoid-embed-1', '*', [port2]);
    port1.postMessage({ type: 'clear' });
  });
  assert.deepEqual(await page.evaluate(pry), []);
  await frame.locator('[data-pointer="/lines/0/modifiers"]').fill('25');
  await page.waitForFunction(() => /^(Clean|May deny)/.test(document.querySelector('output').textContent));

  const heard = await page.evaluate(() => globalThis.heard);
  const said = heard.map((text) => JSON.parse(text));
  assert.ok(said.some(({ verdict }) => verdict === 'deny')); // the listener hears
  const secrets = [
    typed.member,
    typed.charge,
    '731',
    '1950',
    'M54',
    '99213',
    '96372',
    'J1885',
    'BND003',
    '"25"',
  ];
  for (const secret of secrets)
    assert.ok(!heard.join().includes(secret), `${secret} came out: ${heard.join()}`);
  const keys = new Set(
    said.flatMap((message) => [...Object.keys(message), ...Object.keys(message.summary ?? {})]),
  );
  const allowed =
    'type verdict summary height injection_lines clean_injection_lines errors warnings infos not_evaluated version rulebook';
  assert.deepEqual(
    [...keys].filter((key) => !allowed.split(' ').includes(key)),
    [],
  );

  assert.equal(await frame.locator('[data-pointer="/lines/0/code"]').inputValue(), '99213');
  // Not by the pointer: the frame grows and shrinks with its findings, and the button under it moves.
  await page.getByRole('button', { name: 'Next claim' }).dispatchEvent('click');
  await frame.getByText('Nothing to check yet').waitFor();
  const height = await page.locator('iframe').evaluate((node) => node.offsetHeight);
  assert.ok(height > 300 && height < 3000, `${height}`);
  assert.deepEqual(page.asked, ['/', '/portal.js', '/deltoid/embed.js', '/deltoid/embed.html']);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('frame: it does not start where the page around it could look in', async () => {
  const page = await open('frame', { '/portal.js': '' });
  for (const sandbox of [undefined, 'allow-scripts allow-same-origin']) {
    await page.evaluate((sandbox) => {
      const frame = document.createElement('iframe');
      if (sandbox) frame.setAttribute('sandbox', sandbox);
      frame.src = 'deltoid/embed.html';
      document.querySelector('#checker').replaceChildren(frame);
    }, sandbox);
    await page.frameLocator('iframe').getByText('The claim form does not start here').waitFor();
    assert.equal(await page.frameLocator('iframe').locator('deltoid-checker').count(), 0);
  }
  await page.close();
});

test('frame: what crosses is read key by key, and nothing beside it', async () => {
  const { readFromFrame, readToFrame } = await importSource(`export * from './embed/messages.ts'`);
  const counts = {
    injection_lines: 1,
    clean_injection_lines: 0,
    errors: 2,
    warnings: 0,
    infos: 0,
    not_evaluated: 0,
  };
  const summary = { ...counts, version: '0.1.0', rulebook: 'abc123' };
  const check = { type: 'check', verdict: 'deny', summary };
  assert.deepEqual(
    readFromFrame({ ...check, claim: 'x', summary: { ...summary, files: ['x'], amount_at_risk: '1' } }),
    check,
  );
  assert.deepEqual(readFromFrame({ ...check, summary: { ...summary, errors: 'M54.50' } }), {
    ...check,
    summary: undefined,
  });
  assert.deepEqual(
    readFromFrame({ ...check, summary: { ...summary, version: 'a b<c>' } }).summary,
    undefined,
  );
  assert.deepEqual(readFromFrame({ type: 'height', height: 1e6 }), { type: 'height', height: 20_000 });
  const nonsense = [
    null,
    7,
    'check',
    [],
    {},
    { type: 'height', height: NaN },
    { type: 'height', height: '5' },
    { type: 'check', verdict: 'x' },
  ];
  for (const data of nonsense) assert.equal(readFromFrame(data), undefined);
  for (const data of [null, 'options', { type: 'value' }, { type: 'options', options: 'x' }])
    assert.equal(readToFrame(data), undefined);
  const { options } = readToFrame({
    type: 'options',
    options: { payerClass: 7, profile: 'aetna', value: 'x' },
  });
  assert.deepEqual(options, { payerClass: undefined, asOf: undefined, profile: 'aetna', lang: undefined });
});
