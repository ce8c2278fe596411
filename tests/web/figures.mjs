// SPDX-License-Identifier: Apache-2.0
// The page's figures: how soon it is ready, key stroke to findings, a 60,000-claim file, and the memory after Clear. Run by
// hand (npm run figures [FILE] in web/) on a machine that does nothing else; docs/benchmarks.md has what was measured.
// Nothing is asserted: a figure that depends on the machine is no test.
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mixedFile } from './support/claims837.mjs';
import { address, choose, launch, open, openExample } from './support/page.mjs';

const rounds = 10;
const strokes = 300;
const bench = fileURLToPath(new URL('../../build/bench/claims-60000-defects-0.02.837', import.meta.url));

const sorted = (values) => [...values].sort((a, b) => a - b);
const at = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];
const print = (name, text) => process.stdout.write(`${name.padEnd(44)}${text}\n`);
const ms = (value) => `${value.toFixed(1)} ms`;

/** From a browser that has just been started: until the first picture stands there and a click is answered. */
async function untilReady() {
  const times = { ready: [], engine: [] };
  for (let round = 0; round < rounds; round++) {
    const browser = await launch();
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const look = () => {
        const { shadowRoot } = document.querySelector('deltoid-workbench') ?? {};
        if (!shadowRoot?.querySelector('main button')) return requestAnimationFrame(look);
        // A message comes behind the picture, and behind all that would keep a click waiting.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          globalThis.readyAt = performance.now();
        };
        return requestAnimationFrame(() => port2.postMessage(null));
      };
      requestAnimationFrame(look);
      const instantiate = WebAssembly.instantiate;
      WebAssembly.instantiate = async (...given) => {
        const made = await instantiate(...given);
        globalThis.engineAt ??= performance.now();
        return made;
      };
    });
    await page.goto(address);
    await page.waitForFunction(() => globalThis.readyAt && globalThis.engineAt);
    const { ready, engine } = await page.evaluate(() => ({
      ready: globalThis.readyAt,
      engine: globalThis.engineAt,
    }));
    times.ready.push(ready);
    times.engine.push(engine);
    await browser.close();
  }
  print('ready after open, median of 10, cold', ms(at(times.ready, 0.5)));
  print('engine there', ms(at(times.engine, 0.5)));
}

/** Real keys. From the key's event until the findings are drawn into the document; and until the frame with them. */
async function keyStrokes(browser) {
  const page = await open(browser);
  await openExample(page);
  await page.locator('deltoid-checker').evaluate((checker) => {
    globalThis.work = [];
    globalThis.frames = [];
    let began = 0;
    let typing = 0;
    checker.addEventListener(
      'input',
      ({ timeStamp }) => {
        began = timeStamp;
        const from = performance.now();
        queueMicrotask(() => {
          typing = performance.now() - from;
        });
      },
      true,
    );
    checker.addEventListener('deltoid-check', () => {
      if (began === 0) return;
      const stroke = began;
      began = 0;
      void checker.updateComplete.then(() => {
        const drawn = performance.now();
        // Waiting for the frame is not work: the check starts with it.
        globalThis.work.push(drawn - globalThis.frameAt + typing);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => globalThis.frames.push(performance.now() - stroke);
        port2.postMessage(null);
      });
    });
    const tick = () => {
      globalThis.frameAt = performance.now();
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const box = page.getByLabel('Modifiers').first();
  await box.focus();
  for (let stroke = 0; stroke < strokes; stroke++) {
    await page.keyboard.press(['2', '5', 'Backspace', 'Backspace'][stroke % 4]);
    await page.waitForTimeout(20);
  }
  const { work, frames } = await page.evaluate(() => ({ work: globalThis.work, frames: globalThis.frames }));
  print(
    `key stroke to findings, work, of ${work.length}`,
    `${ms(at(work, 0.5))} median, ${ms(at(work, 0.95))} at 95 %`,
  );
  print(
    'the same with the wait for the frame',
    `${ms(at(frames, 0.5))} median, ${ms(at(frames, 0.95))} at 95 %`,
  );
  await page.context().close();
}

/** Proportional memory of the page's process, in MB; 0 where there is no /proc. */
async function memory(browser, page) {
  const session = await page.context().newCDPSession(page);
  for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(3000);
  await session.send('HeapProfiler.collectGarbage');
  const heap = (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
  const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  const sizes = await Promise.all(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(async ({ id }) => {
        const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
        return Number(/^Private_Dirty:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1000;
      }),
  );
  return { heap, process: Math.max(0, ...sizes) };
}

/** One file from choosing it to the table; what else the page did meanwhile; and what is left after Clear. */
async function bigFile(path) {
  const browser = await launch();
  const page = await open(browser);
  await page.evaluate(() => {
    globalThis.longest = 0;
    const note = (list) => {
      for (const { duration } of list.getEntries())
        globalThis.longest = Math.max(globalThis.longest, duration);
    };
    new PerformanceObserver(note).observe({ type: 'longtask' });
  });
  const fresh = await memory(browser, page);
  const began = performance.now();
  await choose(page, path);
  await page.locator('.figures').waitFor({ timeout: 300_000 });
  print('60,000 claims, from the choice to the list', `${((performance.now() - began) / 1000).toFixed(2)} s`);
  await page.waitForTimeout(1000);
  const longest = await page.evaluate(() => globalThis.longest);
  print('longest task of the page meanwhile', longest === 0 ? 'none over 50 ms' : ms(longest));
  const full = await memory(browser, page);
  await page.getByRole('button', { name: 'Clear' }).first().click();
  const anyway = page.getByRole('dialog').getByRole('button', { name: /clear|leave|throw/i });
  if (await anyway.count()) await anyway.first().click();
  await page.getByRole('heading', { name: 'What do you have?' }).waitFor();
  const after = await memory(browser, page);
  const mb = ({ heap, process }) => `${heap.toFixed(1)} MB heap, ${process.toFixed(1)} MB process`;
  print('memory fresh', mb(fresh));
  print('with the findings', mb(full));
  print('after Clear', mb(after));
  await browser.close();
}

let [, , file] = process.argv;
if (!file) {
  file = (await readFile(bench).catch(() => undefined)) ? bench : join(tmpdir(), 'deltoid-60000.837');
  if (file !== bench) await writeFile(file, mixedFile(60_000));
}
await untilReady();
const browser = await launch();
await keyStrokes(browser);
await browser.close();
await bigFile(file);
