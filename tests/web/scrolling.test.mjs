// SPDX-License-Identifier: Apache-2.0
// Scrolling a long list: what it costs at each frame is counted, not timed. `npm run figures` has the times.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { mixedFile } from './support/claims837.mjs';
import { asFile, byFinding, launch, open, openQueue } from './support/page.mjs';

let browser;
let page;
before(async () => {
  browser = await launch();
  page = await open(browser);
  await openQueue(page, asFile('claims.837', mixedFile(20_000)));
  await page.getByRole('button', { name: /^All / }).click();
});
after(() => browser?.close());

const frames = 60;

/** Scrolls some pixels at each frame; the layouts it took, the most rows on the page, and how many rows were made. */
async function scrolled(table, pixels) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const layouts = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount').value;
  };
  const before = await layouts();
  const seen = await page.locator(table).evaluate(
    async ({ shadowRoot }, { pixels, frames }) => {
      const frame = () => new Promise(requestAnimationFrame);
      const scroller = shadowRoot.querySelector('.scroller');
      const rows = () => [...shadowRoot.querySelectorAll('.body [role=row]')];
      scroller.scrollTop = 0;
      await frame();
      const known = new Set(rows());
      let most = 0;
      let made = 0;
      for (let step = 0; step < frames; step++) {
        scroller.scrollTop += pixels;
        await frame();
        await frame();
        const now = rows();
        most = Math.max(most, now.length);
        made += now.filter((row) => !known.has(row)).length;
        for (const row of now) known.add(row);
      }
      const box = scroller.getBoundingClientRect();
      const inSight = rows().filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > box.top && top < box.bottom;
      });
      const [first, ...others] = inSight.map((row) => Number(row.getAttribute('aria-rowindex')));
      const inTurn = others.every((index, at) => index === first + at + 1);
      const covered = inSight.at(-1).getBoundingClientRect().bottom >= box.bottom - 1;
      return { most, made, inTurn: inTurn && covered, first };
    },
    { pixels, frames },
  );
  return { ...seen, layouts: (await layouts()) - before };
}

const lists = [
  ['the work queue', 'deltoid-queue-table', () => page.getByRole('button', { name: 'Work queue' }).click()],
  ['the findings', 'deltoid-findings-table', () => byFinding(page)],
];

for (const [name, table, show] of lists)
  test(`${name} draws the rows in sight and few others, and lays them out once a frame`, async () => {
    await show();
    const slow = await scrolled(table, 40);
    const fast = await scrolled(table, 700);
    const jumping = await scrolled(table, 5000);
    for (const [way, { most, inTurn, layouts, first }] of Object.entries({ slow, fast, jumping })) {
      assert.ok(most < 50, `${way}: ${most} rows`);
      assert.ok(inTurn, `${way}: a gap in the rows`);
      assert.ok(first > 10, `${way}: it has not moved`);
      // Two frames a step, and a few for what happens around it.
      assert.ok(layouts <= 2 * frames + 10, `${way}: ${layouts} layouts in ${2 * frames} frames`);
    }
    // Where all rows change they are filled with others: none is made.
    assert.ok(jumping.made <= 5, `${jumping.made} rows made`);
    assert.ok(slow.made <= frames * 3, `${slow.made} rows made`);
  });

for (const [name, table, show] of lists)
  test(`${name} leads a screen reader to the active row where that is drawn, and nowhere else`, async () => {
    await show();
    const led = (top) =>
      page.locator(table).evaluate(async ({ shadowRoot }, scrollTop) => {
        const scroller = shadowRoot.querySelector('.scroller');
        scroller.scrollTop = scrollTop;
        for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
        const id = scroller.getAttribute('aria-activedescendant');
        return [id, id !== null && shadowRoot.getElementById(id) !== null];
      }, top);
    assert.deepEqual(await led(0), ['row-0', true]);
    assert.deepEqual(await led(50_000), [null, false]);
    assert.deepEqual(await led(0), ['row-0', true]);
  });
