// SPDX-License-Identifier: Apache-2.0
// What if: the claim in the form across payers, places and dates; what differs is said, and a variant can be opened.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { sidewaysOf, violationsOf } from './support/access.mjs';
import { importSource } from './support/modules.mjs';
import { launch, open, openExample } from './support/page.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const day = '2026-09-15';
const line = (code, more) => ({ code, units: '1', from: day, to: day, pointers: ['A'], ...more });
const claim = {
  id: 'A-1',
  kind: 'professional',
  payer: { class: 'medicare_b', name: 'MEDICARE', id: '04402' },
  pos: '11',
  billing: { npi: '1234567893' },
  rendering: { npi: '1234567893' },
  patient: { birth_date: '1950-02-01', sex: 'F' },
  subscriber: { id: '1EG4TE5MK73' },
  diagnoses: ['M54.50'],
  total_charge: '172.00',
  lines: [
    line('99213', { charge: '120.00', modifiers: ['25'] }),
    line('96372', { charge: '40.00' }),
    line('J1885', { charge: '12.00', units: '4' }),
  ],
};

/** The page with this claim in its form, checked as of a day on which it is in time. */
async function openWhatIf(options = {}) {
  const page = await open(browser, options);
  await openExample(page);
  await page.locator('deltoid-checker').evaluate((node, value) => {
    node.asOf = '2026-09-20';
    node.value = value;
  }, claim);
  await page.getByRole('button', { name: 'What if another payer?' }).click();
  await page.getByText(/^\d+ variants,/).waitFor();
  return page;
}

const cell = (page, payer, place, on = day) => page.locator(`[data-cell="${payer} ${place} ${on}"]`);
const typed = (page) => page.locator('deltoid-checker').evaluate((node) => node.value);

test('every cell says what a check of that claim by itself says', async () => {
  const page = await openWhatIf();
  const shown = await page
    .locator('[data-cell]')
    .evaluateAll((cells) =>
      cells.map((node) => [node.dataset.cell, node.querySelector('.badge').innerText.trim()]),
    );
  assert.equal(shown.length, 8 * 3 * 2);
  const { withVariant, outcomeOf } = await importSource(`export * from './what-if/variants.ts'`);
  const { instantiate } = await import('../wasm/engine.mjs');
  const { check } = await import('../wasm/engine.mjs');
  const engine = await instantiate();
  const words = {
    deny: 'will deny',
    may: 'may deny',
    chart: 'check the chart',
    payer: 'depends on the payer',
    unchecked: 'not checked',
    clean: 'clean',
  };
  const checked = (value) => {
    const lines = check(engine, { as_of: '2026-09-20', format: 'jsonl' }, [
      { name: 'claim', bytes: Buffer.from(JSON.stringify(value)) },
    ]);
    const all = lines
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((one) => JSON.parse(one));
    return { findings: all.slice(0, -1), summary: all.at(-1) };
  };
  const base = checked(claim);
  for (const [key, verdict] of shown) {
    const [payer, place, on] = key.split(' ');
    const outcome = outcomeOf(checked(withVariant(claim, { payer, place, day: on })), base);
    assert.equal(verdict, words[outcome.verdict], key);
  }
  assert.deepEqual([page.asked, page.complaints], [[], []]);
  await page.context().close();
});

test('what differs is said in word and sign; what is the same says so', async () => {
  const page = await openWhatIf();
  assert.match(await cell(page, 'medicare_b', '11').innerText(), /will deny\s+as typed/);
  assert.match(await cell(page, 'medicare_b', '12').innerText(), /will deny\s+= same/);
  const commercial = cell(page, 'commercial', '11');
  assert.match(await commercial.innerText(), /clean\s+differs:\s+−\s+no longer\s+DRG004/);
  assert.match(await commercial.getAttribute('class'), /verdict-differs/);
  assert.match(await cell(page, 'medicare_b', '22').innerText(), /\+\s+also\s+POS001 ×2/);
  await commercial.click();
  const detail = page.getByRole('article', { name: 'One variant' });
  const text = await detail.innerText();
  for (const part of ['Commercial, 11 Office, 09/15/2026', 'No longer said', 'J1885', 'DRG004'])
    assert.ok(text.includes(part), `${part} is not in: ${text}`);
  await page.context().close();
});

test('a variant is opened in the form, and the claim as typed comes back', async () => {
  const page = await openWhatIf();
  const mine = await typed(page);
  await cell(page, 'commercial', '22').click();
  await page.getByRole('button', { name: 'Open in the form' }).click();
  await page
    .getByText('This is your claim with Commercial, 22 On-campus outpatient hospital, checked')
    .waitFor();
  const variant = await typed(page);
  assert.deepEqual([variant.payer.class, variant.payer.id, variant.pos], ['commercial', '', '22']);
  await page.getByRole('button', { name: 'Back to my claim' }).click();
  assert.deepEqual(await typed(page), mine);
  assert.equal(await page.locator('deltoid-checker').evaluate((node) => node.asOf), '2026-09-20');
  await page.context().close();
});

test('payers, places and dates are chosen; the claim’s own always stay', async () => {
  const page = await openWhatIf();
  await page.getByRole('checkbox', { name: 'TRICARE' }).click();
  await page.getByText('42 variants').waitFor();
  assert.equal(await cell(page, 'tricare', '11').count(), 0);
  assert.ok(await page.getByRole('checkbox', { name: 'Medicare Part B' }).isDisabled());
  await page.getByLabel('Another place').selectOption('31');
  await page.getByText('56 variants').waitFor();
  await cell(page, 'medicare_b', '31').waitFor();
  await page.getByRole('textbox', { name: 'Another date' }).fill('030126');
  await page.keyboard.press('Enter');
  await page.getByText('84 variants').waitFor();
  await cell(page, 'medicare_b', '31', '2026-03-01').locator('.badge').waitFor();
  await page.context().close();
});

test('the record moves with the lines, and another payer brings no name of the old one', async () => {
  const { withVariant, variantOf } = await importSource(`export * from './what-if/variants.ts'`);
  assert.deepEqual(variantOf(claim), { payer: 'medicare_b', place: '11', day });
  assert.deepEqual(withVariant(claim, variantOf(claim)), claim);
  const documented = line('96372', { documentation: { given_at: `${day}T10:20`, expiration: '2027-01-31' } });
  const moved = withVariant(
    { ...claim, lines: [claim.lines[0], documented] },
    { payer: 'medicare_b', place: '11', day: '2026-06-16' },
  );
  assert.deepEqual(
    [moved.lines[1].from, moved.lines[1].documentation],
    ['2026-06-16', { given_at: '2026-06-16T10:20', expiration: '2027-01-31' }],
  );
  assert.deepEqual(moved.payer, claim.payer);
  const other = withVariant(
    { ...claim, lines: [{ ...claim.lines[1], pos: '11' }] },
    { payer: 'medicaid', place: '22', day },
  );
  assert.deepEqual(
    [other.payer.name, other.payer.class, other.pos, other.lines[0].pos],
    ['', 'medicaid', '22', ''],
  );
});

test('by keys: arrows walk the grid, Enter opens, Close leads back', async () => {
  const page = await openWhatIf();
  const focused = () =>
    page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.dataset?.cell ?? at?.innerText?.trim() ?? '';
    });
  await page.getByRole('button', { name: 'Add this date' }).focus();
  await page.keyboard.press('Tab');
  assert.equal(await focused(), `medicare_b 11 ${day}`);
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowUp', 'End', 'Home', 'ArrowDown'])
    await page.keyboard.press(key);
  assert.equal(await focused(), `medicare_advantage 11 ${day}`);
  await page.keyboard.press('Enter');
  await page.getByRole('article', { name: 'One variant' }).waitFor();
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Close', exact: true }).last().press('Enter');
  assert.equal(await focused(), `medicare_advantage 11 ${day}`);
  await page.context().close();
});

test('it says so when there is nothing to compare, and forgets when it is left or cleared', async () => {
  const page = await open(browser);
  await page.getByRole('button', { name: 'Type one claim' }).click();
  await page.getByRole('button', { name: 'What if', exact: true }).click();
  await page.getByText('There is no claim in the form yet.').waitFor();
  await page.context().close();

  const other = await openWhatIf();
  await other.getByRole('button', { name: 'One claim', exact: true }).click();
  assert.equal(await other.locator('[data-cell]').count(), 0);
  await other.getByRole('button', { name: 'Clear' }).click();
  await other.getByRole('button', { name: 'What if', exact: true }).click();
  await other.getByText('There is no claim in the form yet.').waitFor();
  await other.context().close();
});

test('axe finds nothing, in light and dark, and the page does not scroll sideways', async () => {
  for (const options of [{}, { colorScheme: 'dark' }, { viewport: { width: 320, height: 640 } }]) {
    const page = await openWhatIf({ reducedMotion: 'reduce', ...options });
    await cell(page, 'commercial', '11').click();
    assert.deepEqual(await violationsOf(page), []);
    const sideways = await sidewaysOf(page);
    assert.equal(sideways, 0, JSON.stringify(options));
    await page.context().close();
  }
});
