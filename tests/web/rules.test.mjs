// SPDX-License-Identifier: Apache-2.0
// The rules inside the page: found by a word, reached from a finding, tried in the form without losing what was typed.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { sidewaysOf, violationsOf } from './support/access.mjs';
import { mixedFile } from './support/claims837.mjs';
import { importSource } from './support/modules.mjs';
import {
  address,
  asFile,
  byFinding,
  choose,
  findingRows,
  launch,
  open,
  openExample,
} from './support/page.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const openRules = async (page) => {
  await page.getByRole('button', { name: 'Rules', exact: true }).click();
  await page.getByRole('link', { name: /ADM001/ }).waitFor();
};
const openRule = async (page, id) => {
  await openRules(page);
  await page.getByRole('link', { name: new RegExp(id) }).click();
  await page.locator('article.rule').waitFor();
};
const typed = (page) => page.locator('deltoid-checker').evaluate((node) => node.value);
const rulesFound = (page) =>
  page.locator('deltoid-checker').evaluate(async (node) => {
    await node.check();
    return node.findings.map(({ rule }) => rule);
  });

test('all rules are listed by family, and a search narrows them by any of their words', async () => {
  const page = await open(browser);
  await openRules(page);
  const rows = page.locator('deltoid-rules .list li');
  const all = await rows.count();
  assert.ok(all >= 160, String(all));
  await page.getByText(`${all} rules`, { exact: true }).waitFor();
  assert.ok((await page.locator('deltoid-rules h2').count()) >= 15);
  await page.getByLabel('Search').fill('jz 17');
  await page.getByText(new RegExp(`^\\d+ of ${all} rules$`)).waitFor();
  assert.match(await rows.allInnerTexts().then((texts) => texts.join()), /DRG004/);
  await page.getByLabel('Search').fill('no rule says this');
  await page.getByText('No rule has these words.').waitFor();
  await page.getByRole('button', { name: 'Show all rules' }).click();
  assert.equal(await rows.count(), all);
  assert.deepEqual([page.asked, page.complaints], [[], []]);
  await page.context().close();
});

test('a rule says what, why, what to do, what is wrongly advised, and where that stands', async () => {
  const page = await open(browser);
  await openRule(page, 'BND003');
  const text = await page.locator('article.rule').innerText();
  for (const part of [
    'will deny',
    'An office visit on the day of an injection has no modifier 25.',
    "Medicare's edit pays the injection and denies the visit.",
    'Add 25 to the visit when its note shows work beyond the injection',
    'put 59 on 96372',
    'CMS Pub 100-04 ch. 12',
    'since 10/28/2005',
    'We have read these sources.',
  ])
    assert.ok(text.includes(part), `${part} is not in: ${text}`);
  assert.equal(await page.locator('.examples mark').first().innerText(), 'none\n(differs)');
  assert.equal(await page.evaluate(() => document.title), 'deltoid: check injection claims');
  await page.context().close();
});

test('every rule has a page, and every example is a claim or a file', async () => {
  const page = await open(browser);
  await openRules(page);
  const ids = await page.locator('deltoid-rules .list .id').allInnerTexts();
  const seen = [];
  for (const text of ids) {
    const id = text.match(/[A-Z0-9]+$/)[0];
    await page.evaluate((hash) => {
      const link = document.createElement('a');
      link.href = hash;
      link.click();
    }, `#rule-${id}`);
    await page.locator('article.rule h1').filter({ hasText: id }).waitFor();
    const [shown, examples, buttons] = await page.evaluate(() => {
      const root = document
        .querySelector('deltoid-workbench')
        .shadowRoot.querySelector('deltoid-rules').shadowRoot;
      const count = (selector) => root.querySelectorAll(selector).length;
      return [count('.example pre') + count('.example table'), count('.example'), count('.try button')];
    });
    assert.ok(
      examples >= 2 && shown >= examples && buttons === examples,
      `${id}: ${examples} ${shown} ${buttons}`,
    );
    seen.push(id);
  }
  assert.equal(new Set(seen).size, ids.length);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('an example is tried in the form and gives its rule; the claim that was typed comes back', async () => {
  const page = await open(browser);
  await openExample(page);
  await page.getByLabel('Code 24D').first().fill('99214');
  const mine = await typed(page);
  await openRule(page, 'DRG004');
  await page.getByRole('button', { name: 'Try it in the form: Ketorolac without JZ.' }).click();
  await page.getByText('This is the example of DRG004, checked as of 09/20/2026.').waitFor();
  assert.deepEqual(await rulesFound(page), ['DRG004']);
  await page.getByRole('button', { name: 'Back to my claim' }).click();
  assert.deepEqual(await typed(page), mine);
  assert.equal(await page.locator('.trial').count(), 0);
  assert.equal(await page.locator('deltoid-checker').evaluate((node) => node.asOf), '');
  await page.context().close();
});

test('a silent example brings no finding of its rule, with the day it asks for', async () => {
  const page = await open(browser);
  await openRule(page, 'DRG004');
  await page.getByRole('button', { name: 'Try it in the form: Before 2023-07-01' }).click();
  await page.getByText('checked as of 07/05/2023').waitFor();
  assert.ok(!(await rulesFound(page)).includes('DRG004'));
  await page.getByRole('button', { name: 'Go on with this one' }).click();
  assert.equal((await typed(page)).lines[0].from, '2023-06-30');
  await page.context().close();
});

test('Clear during a trial forgets both claims', async () => {
  const page = await open(browser);
  await openExample(page);
  await openRule(page, 'BND003');
  await page
    .getByRole('button', { name: /^Try it in the form/ })
    .first()
    .click();
  await page.locator('.trial').waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.locator('.trial').waitFor({ state: 'detached' });
  assert.deepEqual((await typed(page)).lines, []);
  await page.context().close();
});

test('what takes more than a form is tried on its own page: files, several claims, earlier ones', async () => {
  const page = await open(browser);
  for (const id of ['X12006', 'CLM002', 'HIS001', 'NDC009']) {
    await openRule(page, id);
    await page
      .getByRole('button', { name: /^Try it here/ })
      .first()
      .click();
    const said = page.locator('.examples section').first().locator('.outcome');
    await said.waitFor();
    assert.match(await said.innerText(), new RegExp(id), id);
  }
  assert.deepEqual([page.asked, page.complaints], [[], []]);
  await page.context().close();
});

test('the id of a finding leads to its rule, and Back leads back', async () => {
  const page = await open(browser);
  await openExample(page);
  await page.locator('li.finding summary').first().click();
  await page.getByRole('link', { name: 'BND003 visit-without-25' }).click();
  await page.getByRole('heading', { name: 'BND003 visit without 25' }).waitFor();
  assert.equal(page.url(), `${address}#rule-BND003`);
  await page.goBack();
  await page.getByLabel('Code 24D').first().waitFor();

  await choose(page, asFile('claims-0915.837', mixedFile(12)));
  await byFinding(page);
  await findingRows(page).first().click();
  await page.getByRole('link', { name: 'BND003 visit-without-25' }).click();
  await page.getByRole('heading', { name: 'BND003 visit without 25' }).waitFor();
  await page.getByRole('button', { name: 'Batch', exact: true }).click();
  await page.getByRole('article', { name: 'One finding' }).waitFor();
  assert.ok(!page.url().includes('rule'));
  assert.deepEqual(page.asked, []);
  await page.context().close();
});

test('an address that is no rule’s is left alone', async () => {
  const { ruleAsked } = await importSource(`export * from './rules/address.ts'`);
  assert.deepEqual(['#rules', '#rule-BND003', '', '#other', '#rule-'].map(ruleAsked), [
    '',
    'BND003',
    undefined,
    undefined,
    undefined,
  ]);
});

test('by keys alone: the list, a page, its example', async () => {
  const page = await open(browser);
  const focused = () =>
    page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.getAttribute('aria-label') || at?.innerText?.trim().replace(/\s+/g, ' ') || at?.id || '';
    });
  const tabTo = async (pattern) => {
    for (let presses = 0; presses < 60; presses++) {
      if (pattern.test(await focused())) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`${pattern} was not reached`);
  };
  await tabTo(/^Rules$/);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /ADM001/ }).waitFor();
  await tabTo(/^search$/);
  await page.keyboard.type('visit-without-25');
  await tabTo(/BND003/);
  await page.keyboard.press('Enter');
  await page.locator('article.rule').waitFor();
  assert.match(await focused(), /^BND003/);
  await tabTo(/^Try it in the form: The visit has no modifier/);
  await page.keyboard.press('Enter');
  await page.locator('.trial').waitFor();
  await page.context().close();
});

const views = {
  list: openRules,
  page: (page) => openRule(page, 'BND003'),
  'file example': async (page) => {
    await openRule(page, 'X12006');
    await page
      .getByRole('button', { name: /^Try it here/ })
      .first()
      .click();
    await page.locator('.outcome').waitFor();
  },
  trial: async (page) => {
    await openRule(page, 'BND003');
    await page
      .getByRole('button', { name: /^Try it in the form/ })
      .first()
      .click();
    await page.locator('.trial').waitFor();
  },
};

for (const [name, go] of Object.entries(views)) {
  test(`axe, 320 pixels and large text: ${name}`, async () => {
    for (const options of [{}, { colorScheme: 'dark' }, { viewport: { width: 320, height: 640 } }]) {
      const page = await open(browser, { reducedMotion: 'reduce', ...options });
      if (options.colorScheme)
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      await go(page);
      if (!options.viewport) assert.deepEqual(await violationsOf(page), []);
      const sideways = await sidewaysOf(page);
      assert.equal(sideways, 0, JSON.stringify(options));
      await page.context().close();
    }
  });
}
