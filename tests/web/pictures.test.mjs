// SPDX-License-Identifier: Apache-2.0
// A batch in pictures: the sums are the claims', every bar is a button and a filter, and each chart has its table.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { sidewaysOf, violationsOf } from './support/access.mjs';
import { asFile, choose, launch, open, queueRows } from './support/page.mjs';
import { variedBatch } from './support/varied.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const count = 84;
const batch = asFile('claims.json', variedBatch(count));

async function openPictures(options, files = batch) {
  const page = await open(browser, options);
  await choose(page, files);
  await page.locator('.figures').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Pictures', exact: true }).click();
  await page.locator('.charts').waitFor();
  return page;
}

/** What varied.mjs says, summed by head: which lines deny, by which rule, and what they cost. */
function expected() {
  const claims = JSON.parse(variedBatch(count));
  const sums = { rule: {}, payer: {}, drug: {} };
  let atRisk = 0;
  claims.forEach(({ payer, lines }, at) => {
    const denied = [
      ...(at % 3 === 0 ? [['BND003', lines[0]]] : []),
      ...(at % 4 === 0 ? [['DX001', lines[1]]] : []),
    ];
    for (const [rule, { charge }] of denied) {
      const add = (by, key) => {
        sums[by][key] = (sums[by][key] ?? 0) + Number(charge);
      };
      add('rule', rule);
      add('payer', payer.name);
      add('drug', lines[2].code);
      atRisk += Number(charge);
    }
  });
  return { sums, atRisk };
}

/** First column and second one of a chart's table. */
async function tableOf(page, title) {
  const chart = page
    .locator('.chart')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  await chart.getByText('As a table').click();
  const rows = await chart.locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

const money = (text) => Number(text.replaceAll(',', ''));

test('the money at risk by rule, payer and drug is that of the claims', async () => {
  const page = await openPictures();
  const { sums, atRisk } = expected();
  const risk = await page.locator('.figures .risk .value').innerText();
  assert.equal(money(risk), atRisk);
  for (const [title, by] of [
    ['Money at risk by rule', 'rule'],
    ['Money at risk by payer', 'payer'],
    ['Money at risk by drug', 'drug'],
  ]) {
    const rows = await tableOf(page, title);
    for (const [key, sum] of Object.entries(sums[by])) {
      const row = rows.find(([name]) => name.startsWith(key));
      assert.ok(row, `${key} is not in ${rows}`);
      assert.equal(money(row[1]), sum, key);
    }
    if (by === 'drug') assert.match(rows.find(([name]) => name.startsWith('J1885'))[0], /^J1885 ketorolac/);
    const all = rows.map((row) => money(row[1]));
    assert.deepEqual(
      all,
      all.toSorted((a, b) => b - a),
    );
    if (by !== 'rule')
      assert.equal(
        all.reduce((sum, one) => sum + one, 0),
        atRisk,
        title,
      );
  }
  assert.deepEqual([page.asked, page.complaints], [[], []]);
  await page.context().close();
});

test('the share of clean claims is what is left by errors and warnings', async () => {
  const page = await openPictures();
  const rows = await page.locator('.legend tbody tr').allInnerTexts();
  const numbers = rows.map((row) => Number(row.match(/\t(\d+)\t/)[1]));
  assert.equal(
    numbers.reduce((sum, one) => sum + one, 0),
    count,
  );
  const { clean, bad } = await page.locator('deltoid-batch').evaluate((node) => {
    const { store, summary } = node.batch;
    const worst = new Map();
    for (let row = 0; row < store.size; row++) {
      const { claim_index: claim, level } = store.parse(row);
      if (level !== 'info')
        worst.set(claim, level === 'error' || worst.get(claim) === 'error' ? 'error' : level);
    }
    return {
      clean: summary.claims - worst.size,
      bad: [...worst.values()].filter((one) => one === 'error').length,
    };
  });
  assert.deepEqual([numbers[0], numbers[2]], [clean, bad]);
  assert.match(
    await page.locator('.share').innerText(),
    new RegExp(`${clean} of ${count} claims with 96372`),
  );
  await page.context().close();
});

test('a bar shows its claims in the work queue, and all come back', async () => {
  const page = await openPictures();
  const claims = JSON.parse(variedBatch(count));
  const rows = queueRows(page);
  const shownIds = async (number) => {
    await page
      .locator('deltoid-queue .status')
      .filter({ hasText: `${number} claims` })
      .waitFor();
    return (await rows.locator('.claim').allInnerTexts()).map((text) => text.trim());
  };
  const picks = [
    [/^BND003/, (_, at) => at % 3 === 0],
    [/^HEALTHY MUTUAL/, ({ payer }, at) => payer.name === 'HEALTHY MUTUAL' && (at % 3 === 0 || at % 4 === 0)],
    [/^J3420/, ({ lines }, at) => lines[2].code === 'J3420' && (at % 3 === 0 || at % 4 === 0)],
  ];
  for (const [name, isMeant] of picks) {
    await page.getByRole('button', { name }).click();
    await page.getByText(new RegExp(`^Only: ${name.source.slice(1)}`)).waitFor();
    const meant = claims.filter(isMeant).map(({ id }) => id);
    const shown = await shownIds(meant.length);
    assert.ok(shown.length > 0);
    assert.deepEqual(
      shown.filter((id) => !meant.includes(id)),
      [],
    );
    await page.getByRole('button', { name: 'Pictures', exact: true }).click();
  }
  await page.getByRole('button', { name: 'Work queue', exact: true }).click();
  await page.getByRole('button', { name: 'Show all claims again' }).click();
  await page.getByText(/^Only:/).waitFor({ state: 'detached' });
  await shownIds(count);
  await page.context().close();
});

test('what is clean altogether says so, and what is without an injection', async () => {
  const clean = JSON.parse(variedBatch(24)).filter(
    (_, at) => at % 3 && at % 4 && at % 7 && (at >> 1) % 4 === 0 && at % 5 < 2,
  );
  const page = await openPictures({}, asFile('clean.json', JSON.stringify(clean)));
  assert.ok(clean.length > 0);
  await page.getByText(`100 % clean: ${clean.length} of ${clean.length} claims with 96372`).waitFor();
  assert.equal(await page.getByText('No money is at risk.').count(), 3);
  await page.context().close();
  const other = await openPictures({}, asFile('none.json', '{"id":"N-1","lines":[{"code":"99213"}]}'));
  await other.getByText('No claim of this batch has 96372.').waitFor();
  await other.context().close();
});

test('by keys alone: a bar is reached and chosen', async () => {
  const page = await openPictures();
  await page.getByRole('button', { name: 'Pictures', exact: true }).focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('Tab'); // past remittances and the files of the check
  await page.keyboard.press('Enter');
  await page.getByText(/^Only: BND003/).waitFor();
  await page.context().close();
});

test('axe finds nothing in light, dark and with tables open; 320 pixels and large text do not scroll sideways', async () => {
  const narrow = { viewport: { width: 320, height: 640 } };
  for (const [options, size] of [
    [{}],
    [{ colorScheme: 'dark' }],
    [{ forcedColors: 'active' }],
    [narrow],
    [{}, '200%'],
  ]) {
    const page = await openPictures(options);
    if (size)
      await page.evaluate((one) => document.documentElement.style.setProperty('font-size', one), size);
    for (const table of await page.getByText('As a table').all()) await table.click();
    assert.deepEqual(await violationsOf(page), [], JSON.stringify(options));
    const sideways = await sidewaysOf(page);
    assert.equal(sideways, 0, JSON.stringify(options));
    await page.context().close();
  }
});

test('bars keep a colour of the system’s in forced colours', async () => {
  const page = await openPictures({ forcedColors: 'active' });
  const fills = await page
    .locator('.bars rect')
    .evaluateAll((bars) => bars.map((one) => getComputedStyle(one).fill));
  const highlight = await page.evaluate(() => {
    const probe = document.createElement('p');
    probe.style.color = 'Highlight';
    document.body.append(probe);
    return getComputedStyle(probe).color;
  });
  assert.deepEqual([...new Set(fills)], [highlight]);
  await page.context().close();
});
