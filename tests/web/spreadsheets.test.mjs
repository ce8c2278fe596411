// SPDX-License-Identifier: Apache-2.0
// Spreadsheets in the page: what their columns are is asked where it must be and never remembered; workbooks are read as
// their sheets stand.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { check } from '../../web/dist/index.js';
import { violationsOf } from './support/access.mjs';
import { mixedFile } from './support/claims837.mjs';
import { asFile, choose, launch, open, queueRows } from './support/page.mjs';
import { workbook } from './support/workbooks.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const known = 'claim_id,payer_class,member_id,dos,pos,dx1,code,mod1,units,charge,pointers';
const odd = 'Konto,Kasse,Mitglied,Tag,pos,dx1,Leistung,mod1,units,charge,pointers';
const mapping = {
  Konto: 'claim_id',
  Kasse: 'payer_class',
  Mitglied: 'member_id',
  Tag: 'dos',
  Leistung: 'code',
};

/** Claims as rows: every third visit without 25. */
const rowsOf = (prefix, count = 12) =>
  Array.from({ length: count }, (_, at) => {
    const line = (code, modifier, units, charge) =>
      `${prefix}-${at + 1},medicare_b,1EG4TE5MK7${at % 10},2026-${prefix === 'O' ? 10 : '09'}-${10 + at},11,M54.50,${code},${modifier},${units},${charge},A`;
    return [
      line(99213, at % 3 ? '25' : '', 1, '120.00'),
      line(96372, '', 1, '40.00'),
      line('J1885', 'JZ', 4, '12.00'),
    ];
  }).flat();
const csv = (header, prefix, count) => [header, ...rowsOf(prefix, count), ''].join('\n');
const xlsxFile = async (name, content) => ({ ...asFile(name, ''), buffer: await workbook(content) });

const screen = (page) => page.locator('deltoid-columns');
const say = async (page, columns = mapping) => {
  for (const [header, name] of Object.entries(columns))
    await screen(page).getByLabel(header, { exact: true }).first().selectOption(name);
  await screen(page).getByText('Reading the columns').waitFor({ state: 'detached' });
};
const goOn = (page) => page.getByRole('button', { name: 'Check with these columns' }).click();
const note = (page) => page.locator('.columns-note');

/** What the page found, in the order of the engine. */
async function foundIn(page) {
  await page.locator('.figures').waitFor({ timeout: 60_000 });
  return page.locator('deltoid-batch').evaluate(({ batch: { store, summary } }) => ({
    findings: Array.from({ length: store.size }, (_, row) => store.finding(row)),
    summary,
  }));
}

test('where all that is needed is understood, the file is checked at once, and one line leads to the columns', async () => {
  const page = await open(browser);
  await choose(page, asFile('a.csv', csv(`${known},Remark of the desk`, 'A')));
  await queueRows(page).first().waitFor();
  assert.match(await note(page).innerText(), /^Columns: 11 of 12 understood · change$/);
  await note(page).getByRole('button').click();
  assert.equal(
    await screen(page)
      .locator('h2')
      .evaluate((node) => node.getRootNode().activeElement === node),
    true,
  );
  await screen(page).getByLabel('charge').selectOption('');
  await goOn(page);
  await note(page).getByText('10 of 12').waitFor();
  const { findings, summary } = await foundIn(page);
  assert.equal(summary.amount_at_risk, '0.00');
  assert.ok(findings.length > 0);
  await note(page).getByRole('button').click();
  await page.getByRole('button', { name: 'Back to the results' }).click();
  assert.equal(
    await note(page)
      .getByRole('button')
      .evaluate((node) => node.getRootNode().activeElement === node),
    true,
  );
  await page.context().close();
});

test('what is missing is asked first, and the findings are those of the command line with the same mapping', async () => {
  const page = await open(browser);
  const text = csv(odd, 'A');
  await choose(page, asFile('a.csv', text));
  await screen(page).getByText('Without codes and dates nothing can be checked').waitFor();
  await goOn(page);
  assert.equal(await queueRows(page).count(), 0);
  await say(page);
  assert.deepEqual(await screen(page).locator('.needed li').allInnerTexts(), [
    'Procedure code column “Leistung”',
    'Date of service column “Tag”',
    'Claim column “Konto”',
  ]);
  await screen(page).getByText('36 lines, 12 claims.').waitFor();
  assert.deepEqual(await screen(page).locator('.rows tbody tr').first().locator('td').allInnerTexts(), [
    ...['A-1', 'medicare_b', '1EG4TE5MK70', '2026-09-10', '11', 'M54.50', '99213', '', '1', '120.00', 'A'],
  ]);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a mapping file' }).click();
  const columns = JSON.parse(await readFile(await (await saved).path(), 'utf8'));
  assert.deepEqual(columns, mapping);
  await goOn(page);
  const { findings, summary } = await foundIn(page);
  assert.deepEqual([summary.claims, summary.lines, summary.files[0].format], [12, 36, 'csv']);
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv'));
  const again = await check(new File([text], 'a.csv'), { columns, asOf: today });
  assert.deepEqual(findings, again.findings);
  assert.deepEqual(summary, again.summary);
  assert.deepEqual(findings, (await onCommandLine(text, columns, today)) ?? findings);

  // A claim of it is opened out of the file, by the same mapping.
  await queueRows(page).first().click();
  await page.locator('deltoid-batch-claim deltoid-checker').waitFor();
  const opened = await page.locator('deltoid-batch-claim deltoid-checker').evaluate(({ value }) => value);
  assert.deepEqual(
    opened.lines.map(({ code }) => code),
    ['99213', '96372', 'J1885'],
  );
  assert.deepEqual(page.asked, []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

/** The findings of the built command line; undefined where there is none. */
async function onCommandLine(text, columns, day) {
  const built = fileURLToPath(new URL('../../build/native/cli/deltoid', import.meta.url));
  const program = process.env.DELTOID ?? built;
  if (!existsSync(program)) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'deltoid-'));
  await writeFile(join(folder, 'a.csv'), text);
  await writeFile(join(folder, 'columns.json'), JSON.stringify(columns));
  const asked = [
    'check',
    '--format',
    'json',
    '--as-of',
    day,
    '--columns',
    'columns.json',
    '--fail-on',
    'never',
    'a.csv',
  ];
  const { stdout } = await promisify(execFile)(program, asked, { cwd: folder, maxBuffer: 1 << 26 });
  await rm(folder, { recursive: true });
  return JSON.parse(stdout).findings;
}

test('nothing of a mapping is remembered after Clear, in the next batch, or after a reload', async () => {
  const page = await open(browser);
  const file = asFile('a.csv', csv(odd, 'A'));
  const asksAgain = async () => {
    await choose(page, file);
    await screen(page).getByText('Without codes and dates nothing can be checked').waitFor();
  };
  await asksAgain();
  await say(page);
  await goOn(page);
  await queueRows(page).first().waitFor();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await asksAgain();
  await say(page);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  assert.equal(await screen(page).count(), 0);
  await page.reload();
  await asksAgain();
  const kept = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    document.cookie,
    (await indexedDB.databases()).length,
    location.href.includes('Konto'),
  ]);
  assert.deepEqual(kept, [0, 0, '', 0, false]);
  await page.context().close();
});

test('by the keyboard alone: a column is said, what is missing is led to, and the check is made', async () => {
  const page = await open(browser);
  await choose(page, asFile('a.csv', csv(known.replace('dos', 'Tag'), 'A')));
  await screen(page).locator('h2').waitFor();
  const press = async (name) => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await press('Check with these columns');
  // The focus is where something is to be said.
  const focused = () =>
    page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.getAttribute('id')
        ? active.getRootNode().querySelector(`label[for=${active.id}]`)?.innerText
        : '';
    });
  assert.equal(await focused(), 'Tag');
  await page.keyboard.type('Date of service');
  await page.keyboard.press('Tab');
  await screen(page).getByText('36 lines, 12 claims.').waitFor();
  await press('Check with these columns');
  await queueRows(page).first().waitFor();
  await page.context().close();
});

test('a mapping file is taken together with the spreadsheet, on the screen, and by itself it says what it is', async () => {
  const page = await open(browser);
  const file = asFile('columns.json', JSON.stringify(mapping));
  await choose(page, [asFile('a.csv', csv(odd, 'A')), file]);
  await queueRows(page).first().waitFor();
  assert.match(await note(page).innerText(), /11 of 11 understood/);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();

  await choose(page, file);
  await page
    .getByText('It says what the columns of a spreadsheet are. Open it together with the spreadsheet.')
    .waitFor();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();

  await choose(page, asFile('a.csv', csv(odd, 'A')));
  const use = async (one) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Use a mapping file' }).click();
    await (await chooser).setFiles(one);
  };
  await use(asFile('wrong.json', '{"Tag": "when"}'));
  await screen(page).getByText('wrong.json does not say what columns are').waitFor();
  await use(file);
  await screen(page).getByText('36 lines, 12 claims.').waitFor();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();

  // Dropped while the screen asks, it answers.
  await choose(page, asFile('a.csv', csv(odd, 'A')));
  await screen(page).locator('h2').waitFor();
  await choose(page, file);
  await queueRows(page).first().waitFor();
  await page.context().close();
});

test('several spreadsheets: the same headings are said once, others beside them, and one can be left out', async () => {
  const page = await open(browser);
  const other = 'Akte;Datum;Ziffer\nB-1;2026-09-15;96372\n';
  const list = 'Name,Phone,Room\nAnne,555,12\nBert,556,14\n';
  await choose(page, [
    asFile('a.csv', csv(odd, 'A')),
    asFile('b.csv', csv(odd, 'B')),
    asFile('c.csv', other),
    asFile('phones.csv', list),
    asFile('d.837', mixedFile(3)),
  ]);
  await screen(page).locator('h3').first().waitFor();
  assert.deepEqual(await screen(page).locator('h3').allInnerTexts(), [
    'a.csv and 1 more',
    'c.csv',
    'phones.csv',
  ]);
  await screen(page).getByRole('checkbox', { name: 'phones.csv' }).uncheck();
  await say(page, { ...mapping, Akte: 'claim_id', Datum: 'dos', Ziffer: 'code' });
  await goOn(page);
  const { findings, summary } = await foundIn(page);
  assert.deepEqual(
    summary.files.map(({ name, claims }) => [name, claims]),
    [
      ['a.csv', 12],
      ['b.csv', 12],
      ['c.csv', 1],
      ['d.837', 3],
    ],
  );
  // That one file lacks the other's headings is no defect of it.
  assert.deepEqual(
    findings.filter(({ rule, level }) => rule === 'SRC001' && level !== 'info'),
    [],
  );
  assert.match(await note(page).innerText(), /Sheets: 3 of 4 read/);
  await page.context().close();
});

test('a title above headings that nobody knows is no dead end', async () => {
  const page = await open(browser);
  const text = csv(
    odd.replaceAll(/mod1|units|charge|pointers|dx1|pos/g, (name) => `x ${name} x`),
    'A',
  );
  await choose(page, asFile('report.csv', `Charges of the month\n\n${text}`));
  await screen(page).getByText('The headings stand in row 3.').waitFor({ state: 'detached' });
  await say(page);
  await screen(page).getByText('The headings stand in row 3. 36 lines, 12 claims.').waitFor();
  await goOn(page);
  const { summary } = await foundIn(page);
  assert.equal(summary.claims, 12);
  await page.context().close();
});

test('a workbook is read as its sheets stand: those with claims, zeros and dates as shown, and a claim is opened', async () => {
  const page = await open(browser);
  const cells = (text) =>
    text
      .trimEnd()
      .split('\n')
      .map((row, at) =>
        row.split(',').map((cell, column) => {
          if (at === 0 || cell === '') return cell || null;
          if (column === 3)
            return {
              xml: `<c s="1"><v>${(Date.parse(cell) - Date.parse('1899-12-30')) / 86_400_000}</v></c>`,
            };
          return /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
        }),
      );
  const sheets = {
    Notes: [['Call Anne']],
    September: cells(csv(known, 'S')),
    October: cells(csv(known, 'O', 3)),
    Old: cells(csv(known, 'X', 2)),
  };
  await choose(page, await xlsxFile('book.xlsx', { sheets, hidden: ['Old'], formats: ['m/d/yyyy'] }));
  const { findings, summary } = await foundIn(page);
  assert.deepEqual(
    summary.files.map(({ name, claims }) => [name, claims]),
    [
      ['book.xlsx/September', 12],
      ['book.xlsx/October', 3],
    ],
  );
  assert.match(await note(page).innerText(), /Sheets: 2 of 3 read · Columns: 22 of 22 understood/);
  const text = await check(new File([csv(known, 'S')], 'x.csv'));
  const said = (list) => list.map(({ rule, claim, message }) => [rule, claim, message]);
  assert.deepEqual(said(findings.filter(({ file }) => file === 'book.xlsx/September')), said(text.findings));
  await queueRows(page).filter({ hasText: 'O-1' }).click();
  await page.getByRole('heading', { name: 'Claim O-1' }).waitFor();
  await page.locator('deltoid-batch-claim deltoid-checker').waitFor();

  // The hidden one, too, when it is asked for.
  await page.keyboard.press('Escape');
  await note(page).getByRole('button').click();
  await screen(page).getByRole('checkbox', { name: /Old/ }).check();
  await screen(page)
    .getByRole('checkbox', { name: /October/ })
    .uncheck();
  await goOn(page);
  const again = await foundIn(page);
  assert.deepEqual(
    again.summary.files.map(({ name, claims }) => [name, claims]),
    [
      ['book.xlsx/September', 12],
      ['book.xlsx/Old', 2],
    ],
  );
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('the sheets of a workbook that have the same headings are asked about at once', async () => {
  const page = await open(browser);
  const rows = (text) =>
    text
      .trimEnd()
      .split('\n')
      .map((row) => row.split(','));
  const sheets = {
    September: rows(csv(odd, 'S')),
    October: rows(csv(odd, 'O', 3)),
    Staff: rows('Name,Phone,Room\nAnne,555,12'),
  };
  await choose(page, await xlsxFile('book.xlsx', { sheets }));
  await screen(page).getByRole('heading', { name: 'book.xlsx/September and 1 more' }).waitFor();
  assert.equal(await screen(page).getByRole('checkbox', { name: 'book.xlsx/Staff' }).isChecked(), false);
  await say(page);
  await goOn(page);
  const { summary } = await foundIn(page);
  assert.deepEqual(
    summary.files.map(({ name, claims }) => [name, claims]),
    [
      ['book.xlsx/September', 12],
      ['book.xlsx/October', 3],
    ],
  );
  await page.context().close();
});

test('the package reads workbooks in Node: the sheets with codes and dates, by the mapping where it is needed', async () => {
  const rows = (text) =>
    text
      .trimEnd()
      .split('\n')
      .map((row) => row.split(','));
  const bytes = await workbook({ sheets: { Notes: [['Call Anne']], Claims: rows(csv(odd, 'A', 4)) } });
  const { summary } = await check(new Blob([bytes]), { columns: mapping });
  assert.deepEqual(
    summary.files.map(({ name, claims }) => [name, claims]),
    [['claims-1/Claims', 4]],
  );
  const unmapped = await check(new Blob([bytes]));
  assert.deepEqual(
    unmapped.findings.map(({ file, rule }) => [file, rule]),
    [['claims-1/Notes', 'X12006']],
  );
});

test('older and locked workbooks are named with what to do', async () => {
  const page = await open(browser);
  await choose(page, {
    ...asFile('old.xls', ''),
    buffer: Buffer.from('d0cf11e0a1b11ae1'.padEnd(128, '0'), 'hex'),
  });
  await page.getByText(/Save it in Excel as \.xlsx without a password, or as CSV/).waitFor();
  await page.context().close();
});

for (const [what, options] of Object.entries({
  light: {},
  'dark, 320 pixels': { colorScheme: 'dark', viewport: { width: 320, height: 720 } },
})) {
  test(`the screen of columns is for everyone: ${what}`, async () => {
    const page = await open(browser, options);
    await choose(page, [
      asFile('a.csv', csv(odd, 'A').replace('2026-09-12', '#REF!')),
      asFile('b.csv', 'Akte;Datum;Ziffer\nB-1;2026-09-15;96372\n'),
    ]);
    await screen(page).locator('h2').waitFor();
    await say(page);
    await screen(page).getByText('#REF!').first().waitFor();
    assert.deepEqual(await violationsOf(page), []);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} pixels are to the side`);
    await page.context().close();
  });
}
