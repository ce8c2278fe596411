// SPDX-License-Identifier: Apache-2.0
// The page's figures: how soon it is ready, key stroke to findings, a 60,000-claim file, sorting and scrolling 100,000 claims,
// and the memory after Clear. Run by hand (npm run figures [FILE] in web/) on a machine that does nothing else;
// docs/benchmarks.md has what was measured. Nothing is asserted: a figure that depends on the machine is no test.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mixedFile } from './support/claims837.mjs';
import { address, choose, findingRows, launch, open, openExample, queueRows } from './support/page.mjs';

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
async function keyStrokes() {
  const browser = await launch();
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
  await browser.close();
}

/** Tasks of over 50 ms from now on; call the result for the longest since it was last called. */
async function longTasks(page) {
  await page.evaluate(() => {
    globalThis.longest = 0;
    const note = (list) => {
      for (const { duration } of list.getEntries())
        globalThis.longest = Math.max(globalThis.longest, duration);
    };
    new PerformanceObserver(note).observe({ type: 'longtask' });
  });
  return async () => {
    await page.waitForTimeout(1000); // they are told late
    const longest = await page.evaluate(() => {
      const { longest } = globalThis;
      globalThis.longest = 0;
      return longest;
    });
    return longest === 0 ? 'none over 50 ms' : ms(longest);
  };
}

/** From choosing a file to its table; what else the page did meanwhile. */
async function openFile(page, path) {
  const began = performance.now();
  await choose(page, path);
  await page.locator('.figures').waitFor({ timeout: 300_000 });
  const seconds = (performance.now() - began) / 1000;
  await queueRows(page).first().waitFor();
  return seconds;
}

async function bigFile(path) {
  const browser = await launch();
  const page = await open(browser);
  const longest = await longTasks(page);
  print('60,000 claims, from the choice to the list', `${(await openFile(page, path)).toFixed(2)} s`);
  print('longest task of the page meanwhile', await longest());
  await page.getByRole('button', { name: 'By finding' }).click();
  await findingRows(page).first().waitFor();
  print('longest task, findings put in order', await longest());
  await browser.close();
}

/** How many pixels the list goes on between two frames. */
const speeds = { 'row by row': 40, 'page by page': 700, 'by the scroll bar': 50_000 };

/** The work queue with 100,000 claims: put in order, and scrolled at several speeds. */
async function manyClaims(path) {
  const browser = await launch();
  const page = await open(browser);
  await openFile(page, path);
  const longest = await longTasks(page);
  await page.getByRole('button', { name: /^All / }).click();
  for (const name of ['claim', 'payer', 'at risk'])
    await page
      .getByRole('columnheader', { name, exact: true })
      .getByRole('button')
      .click({ modifiers: ['Shift'] });
  print('100,000 claims, longest task while sorting', await longest());
  await page.waitForTimeout(2000);
  for (const [name, step] of Object.entries(speeds)) print(`scrolled ${name}`, await scrolled(page, step));
  print('longest task while scrolling', await longest());
  await browser.close();
}

/** 300 frames: how long they took, and what the page's own thread did in each. */
async function scrolled(page, step) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' }); // what it computed, not what it waited
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const before = await busy();
  const gaps = await page.locator('deltoid-queue-table').evaluate(async (table, pixels) => {
    const scroller = table.shadowRoot.querySelector('.scroller');
    scroller.scrollTop = 0;
    const times = [];
    await new Promise((resolve) => {
      const tick = (time) => {
        scroller.scrollTop += pixels;
        if (times.push(time) > 300) resolve();
        else requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });
    return times.slice(1).map((time, at) => time - times[at]);
  }, step);
  const work = ((await busy()) - before) / gaps.length;
  const late = gaps.filter((gap) => gap > 20).length;
  return `${ms(at(gaps, 0.5))} a frame, ${ms(at(gaps, 0.95))} at 95 %, ${late} of ${gaps.length} late, ${ms(work)} of work`;
}

/** What the page's process has to itself, and the JavaScript heap in it, in MB; 0 where there is no /proc. */
async function memory(browser, page) {
  const session = await page.context().newCDPSession(page);
  for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage');
  const heap = (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
  await session.detach();
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

/** The least within a minute: the browser keeps freed pages for a while, and gives them back in its own time. */
async function settled(browser, page) {
  let least = await memory(browser, page);
  for (let turn = 0; turn < 12; turn++) {
    await page.waitForTimeout(5000);
    const now = await memory(browser, page);
    if (now.process < least.process) least = now;
  }
  return least;
}

const mb = ({ heap, process }) => `${heap.toFixed(1)} MB heap, ${process.toFixed(1)} MB process`;

/** Opened and cleared again and again: what stays after the first time is code, what stays after each would be a leak. */
async function memoryAfterClear(path) {
  const browser = await launch();
  const page = await open(browser);
  print('memory, fresh page', mb(await settled(browser, page)));
  for (const round of ['once', 'twice', 'three times']) {
    await openFile(page, path);
    if (round === 'once') print('with the findings of 60,000 claims', mb(await memory(browser, page)));
    await page.getByRole('button', { name: 'Clear' }).first().click();
    await page.getByRole('heading', { name: 'What do you have?' }).waitFor();
    print(`opened and cleared ${round}, at once`, mb(await memory(browser, page)));
    print('within a minute', mb(await settled(browser, page)));
  }
  await browser.close();
}

/** The browser's own share: a page without any code of ours, whose worker hands it as much as a big file's findings. */
async function memoryOfNothing() {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto('about:blank');
  print('memory, empty page', mb(await settled(browser, page)));
  for (const round of ['once', 'twice', 'three times']) {
    await page.evaluate(async () => {
      const work = () => {
        let kept = [];
        for (let batch = 0; batch < 90; batch++) {
          kept = Array.from({ length: 20_000 }, (_, at) => ({ at, name: `${batch}-${at}` }));
          const bytes = new Uint8Array(1 << 20).fill(kept.length);
          postMessage(bytes, [bytes.buffer]);
        }
        postMessage(undefined);
      };
      const address = URL.createObjectURL(new Blob([`(${work})()`], { type: 'text/javascript' }));
      const worker = new Worker(address);
      const taken = [];
      await new Promise((resolve) => {
        worker.onmessage = ({ data }) => (data ? taken.push(data) : resolve());
      });
      worker.terminate();
      URL.revokeObjectURL(address);
    });
    print(`90 MB from a worker ${round}, at once`, mb(await memory(browser, page)));
    print('within a minute', mb(await settled(browser, page)));
  }
  await browser.close();
}

async function fileOf(claims) {
  const path = join(tmpdir(), `deltoid-${claims}.837`);
  if (!existsSync(path)) await writeFile(path, mixedFile(claims));
  return path;
}

const [given, ...wanted] = process.argv.slice(2);
const file = given ?? (existsSync(bench) ? bench : await fileOf(60_000));
const parts = {
  ready: untilReady,
  keys: keyStrokes,
  file: () => bigFile(file),
  queue: async () => manyClaims(await fileOf(100_000)),
  memory: () => memoryAfterClear(file),
  empty: memoryOfNothing,
};
for (const [name, part] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name)) await part();
