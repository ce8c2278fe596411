// SPDX-License-Identifier: Apache-2.0
// A claim of a batch that was corrected in the form: every view, and what is saved, says what stands now, or plainly that it
// is of the files as they were opened.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import { queueFile } from './support/claims837.mjs';
import { readCsv } from './support/formats.mjs';
import { asFile, byFinding, choose, findingRows, launch, open, queueRows, takeFix } from './support/page.mjs';

let browser;
let page;
before(async () => {
  browser = await launch();
  page = await open(browser);
  await choose(page, asFile('q.837', queueFile()));
  await row('FIX-1').waitFor();
});
after(() => browser?.close());

const row = (id) => queueRows(page).filter({ hasText: id });

/** Opens the menu of what can be saved. */
const menu = () => page.getByRole('button', { name: 'Download' }).click();

async function saved(name) {
  await menu();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  await page.getByText(`Saved: ${download.suggestedFilename()}`).waitFor();
  const text = await readFile(await download.path(), 'utf8');
  await page.keyboard.press('Escape');
  return text;
}

/** Claims of the work list with what is wrong with them. */
const work = async () => {
  await menu();
  await page.getByLabel('With claim numbers and patient identifiers').check();
  await page.keyboard.press('Escape');
  const [names, ...rows] = readCsv(await saved('Work list'));
  const cell = (cells, name) => cells[names.indexOf(name)];
  return new Map(rows.map((cells) => [cell(cells, 'claim'), cell(cells, 'rules')]));
};

test('before anything is corrected the work list holds the claim', async () => {
  assert.equal((await work()).get('FIX-1'), 'BND003');
  assert.equal(await page.getByText('as you opened them').count(), 0);
});

test('a corrected claim is clean in the queue, the findings, the pictures and the work list', async () => {
  await byFinding(page);
  assert.equal(await findingRows(page).filter({ hasText: 'FIX-1' }).count(), 1);
  await page.getByRole('button', { name: 'Pictures' }).click();
  const share = page.locator('.share');
  await share.waitFor();
  const clean = async () => /(\d+) of/.exec(await share.innerText())[1];
  const before = Number(await clean());

  await page.getByRole('button', { name: 'Work queue' }).click();
  await row('FIX-1').click();
  await takeFix(page.locator('deltoid-batch-claim li.finding[data-key^="BND003"]'));
  await page.locator('deltoid-batch-claim .state.clean').waitFor();
  await page.keyboard.press('Escape');
  assert.match(await row('FIX-1').innerText(), /clean[\s\S]*corrected/);
  await page.getByText('These figures are of the files as you opened them.').waitFor();

  await byFinding(page);
  assert.equal(await findingRows(page).filter({ hasText: 'FIX-1' }).count(), 0);
  await page.getByRole('button', { name: 'Pictures' }).click();
  await page.waitForFunction((wanted) => {
    const find = (root, path) =>
      path.reduce((node, name) => (node?.shadowRoot ?? node)?.querySelector(name), root);
    const share = find(document, ['deltoid-workbench', 'deltoid-batch', 'deltoid-pictures', '.share']);
    return share?.textContent.includes(`${wanted} of`);
  }, before + 1);
  const list = await work();
  assert.ok(!list.has('FIX-1'));
  assert.ok(list.has('SAME-2'));
});

test('what rests on other claims stays on the work list, beside what is wrong with the claim now', async () => {
  await page.getByRole('button', { name: 'Work queue' }).click();
  await row('SAME-2').click();
  const form = page.locator('deltoid-batch-claim deltoid-checker');
  await form.locator('.line').first().waitFor();
  await form.evaluate(async (checker) => {
    const { value } = checker;
    value.lines[0].modifiers = [];
    checker.value = value;
    await checker.check();
  });
  await form.locator('li.finding[data-key^="BND003"]').waitFor();
  await page.keyboard.press('Escape');
  assert.deepEqual((await work()).get('SAME-2').split(' ').sort(), ['BND003', 'CLM002']);
  await byFinding(page);
  await findingRows(page).filter({ hasText: 'BND003' }).filter({ hasText: 'SAME-2' }).waitFor();
});

test('corrected claims are saved whole; what is of the files as they were opened says so', async () => {
  await menu();
  await page
    .getByText('report, CSV, JSON and SARIF are of the files as you opened them', { exact: false })
    .waitFor();
  await menu(); // closed again
  const claims = JSON.parse(await saved('Corrected claims'));
  assert.deepEqual(
    claims.map(({ id, lines }) => [id, lines[0].modifiers]),
    [
      ['FIX-1', ['25']],
      ['SAME-2', []],
    ],
  );
  const findings = JSON.parse(await saved('Findings as JSON')).findings;
  assert.ok(findings.some(({ rule }) => rule === 'BND003'));
  assert.deepEqual(page.asked, []);
  assert.deepEqual(page.complaints, []);
});
