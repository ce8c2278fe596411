// SPDX-License-Identifier: Apache-2.0
// How lists are put in order: as a plain sort would, and with turns for the page in between, however many rows there are.
// The clock is ours, so nothing here depends on the machine.
import assert from 'node:assert/strict';
import test, { mock } from 'node:test';
import { importSource } from './support/modules.mjs';

const { Turns, ranksOfTexts, rowsThat, sortedBy } = await importSource(
  `export * from './findings/sorting.js'`,
);

const turns = () => new Turns(new AbortController().signal);
const rowsOf = (length) => Uint32Array.from({ length }, (_, row) => row);

/** What comes out of a plain, stable sort. */
function plainly(rows, valueIn, down) {
  const last = (row) => (valueIn(row) === undefined ? 1 : 0);
  const way = down ? -1 : 1;
  return [...rows].sort((a, b) => last(a) - last(b) || (last(a) ? 0 : way * (valueIn(a) - valueIn(b))));
}

for (const [what, valueIn] of [
  ['few values', (row) => row % 7],
  ['money, some of it below nothing', (row) => ((row * 7919) % 100_003) * 1_000_003 - 5_000_000_000],
  ['gaps', (row) => (row % 3 === 0 ? undefined : (row * 31) % 101)],
  ['nothing known', () => undefined],
  ['one value', () => 12],
  ['numbers around sixteen bits', (row) => 65_530 + ((row * 13) % 11)],
])
  test(`rows are sorted by ${what} as a plain sort would, both ways, equal ones as they were`, async () => {
    const rows = rowsOf(5000).reverse();
    for (const down of [false, true])
      assert.deepEqual([...(await sortedBy(rows, valueIn, down, turns()))], plainly(rows, valueIn, down));
  });

test('texts are ranked as people count, equal ones alike', async () => {
  const texts = Array.from({ length: 3000 }, (_, at) => `A-${(at * 7) % 1000}`);
  const ranks = await ranksOfTexts(texts.length, (at) => texts[at], turns());
  const number = (text) => Number(text.slice(2));
  texts.forEach((text, at) => {
    if (at > 0) assert.equal(Math.sign(ranks[at] - ranks[0]), Math.sign(number(text) - number(texts[0])));
  });
  assert.equal(ranks[0], ranks[1000]);
});

/** Lets the time be over whenever somebody looks; how many steps are done between two turns at most. */
async function mostBetweenTurns(work) {
  let time = 0;
  let steps = 0;
  let most = 0;
  const clock = mock.method(performance, 'now', () => (time += 1000));
  const timer = mock.method(globalThis, 'setTimeout', (done) => {
    most = Math.max(most, steps);
    steps = 0;
    queueMicrotask(done);
  });
  try {
    await work(() => steps++);
  } finally {
    clock.mock.restore();
    timer.mock.restore();
  }
  return Math.max(most, steps);
}

test('a hundred thousand rows never hold up the page: a look at the clock every few thousand of them', async () => {
  const rows = rowsOf(100_000);
  const sorting = await mostBetweenTurns(async (step) => {
    await sortedBy(
      rows,
      (row) => {
        step();
        return (row * 7919) % 1_000_003;
      },
      true,
      turns(),
    );
  });
  const filtering = await mostBetweenTurns((step) => rowsThat(100_000, turns(), () => step() > 0));
  const ranking = await mostBetweenTurns((step) =>
    ranksOfTexts(
      20_000,
      (at) => {
        step();
        return `A-${at}`;
      },
      turns(),
    ),
  );
  assert.ok(sorting > 0 && sorting <= 4096, String(sorting));
  assert.ok(filtering > 0 && filtering <= 4096, String(filtering));
  assert.ok(ranking > 0 && ranking <= 4096, String(ranking));
});

test('who waits no more stops the work', async () => {
  const stop = new AbortController();
  const work = mostBetweenTurns((step) =>
    rowsThat(1_000_000, new Turns(stop.signal), () => {
      if (step() > 1000) stop.abort();
      return true;
    }),
  );
  await assert.rejects(work, { name: 'AbortError' });
});
