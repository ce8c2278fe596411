// SPDX-License-Identifier: Apache-2.0
// What payers answered, held against the claims: the page shows the engine's report, all of it, and drops nothing.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import { gzipSync } from 'node:zlib';
import { check, instantiate } from '../wasm/engine.mjs';
import { sidewaysOf, violationsOf } from './support/access.mjs';
import { acknowledgement, answer, answeredClaims, answersToThem, file835 } from './support/answers.mjs';
import { mixedFile } from './support/claims837.mjs';
import { readCsv } from './support/formats.mjs';
import { require } from './support/modules.mjs';
import { asFile, choose, launch, open, queueRows } from './support/page.mjs';

const { ZipWriter, Uint8ArrayWriter, TextReader } = require('@zip.js/zip.js');

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const claims = asFile('sent.837', answeredClaims());
const remits = [asFile('paid.835', answersToThem()), asFile('turned-back.277', acknowledgement())];

/** What the engine says of these files, outside of any page. */
async function reportOf(claimFiles, remitFiles, more = {}) {
  const inputs = [
    ...claimFiles.map((file) => ['claims', file]),
    ...remitFiles.map((file) => ['remits', file]),
  ];
  const bytes = check(
    await instantiate(),
    { as_of: 'file', replay: true, ...more },
    inputs.map(([role, { name, buffer }]) => ({ role, name, bytes: buffer })),
  );
  return bytes.toString('utf8');
}

const view = (page) => page.locator('deltoid-remittances');
const region = (page, name) => view(page).getByRole('region', { name, exact: true });

/** The whole report is drawn. */
const drawn = (page) => view(page).locator('summary#chart-files').waitFor({ timeout: 60_000 });

async function openRemittances(files = [claims, ...remits], options = {}) {
  const page = await open(browser, options);
  await choose(page, files);
  await drawn(page);
  return page;
}

/** Rows of the first table of a region, cell by cell; its disclosure is opened. */
async function tableOf(page, name) {
  const { table } = await region(page, name).evaluate((node) => {
    for (const details of node.querySelectorAll('details')) details.open = true;
    const rows = [...node.querySelector('table').querySelectorAll('tbody tr')];
    return {
      table: rows.map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, ' ').trim())),
    };
  });
  return table;
}

const number = (text) => Number(text.replaceAll(',', ''));

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return [download.suggestedFilename(), await readFile(await download.path(), 'utf8')];
}

test('figures, tables and lists are those of the engine’s report', async () => {
  const page = await openRemittances();
  const report = JSON.parse(await reportOf([claims], remits));
  const { verdicts, money, by_rule, by_carc, by_status, causes, by_month, by_payer } = report;

  const figures = await view(page).locator('.figures .value').allInnerTexts();
  const [month] = by_month;
  assert.deepEqual(figures, [
    String(report.claims.answered),
    `${Math.round((100 * month.first_pass) / month.answered)} %`,
    ...[verdicts.denied, verdicts.caught, verdicts.missed, verdicts.flagged_but_paid].map(String),
  ]);

  const outcome = await tableOf(page, 'What was denied, and what the rules said');
  const rows = outcome.map(([name, ...numbers]) => [name, ...numbers.map(number)]);
  const of = (key) => [verdicts[key], verdicts[`${key}_injection`], Number(money[key])];
  assert.deepEqual(rows.slice(0, 4), [
    ['Denied or rejected', ...of('denied')],
    ['Seen before by a rule', ...of('caught')],
    ['Missed: no rule spoke', ...of('missed')],
    ['Flagged, but paid', ...of('flagged_but_paid')],
  ]);
  // Every line of the report is in one of the rows.
  const all = Object.values(report.lines).reduce((sum, { lines }) => sum + lines, 0);
  const [denied, , , alarms, quiet, open] = rows.map(([, lines]) => lines);
  assert.equal(denied + alarms + quiet + open, all);

  await view(page)
    .getByText(
      `Charged ${money.charged.replace(/(\d)(\d{3}\.)/, '$1,$2')}: paid ${money.paid}, left to the patient ${money.patient}`,
    )
    .waitFor();

  const [rule] = by_rule;
  assert.deepEqual((await tableOf(page, 'How the rules did'))[0].slice(0, 6), [
    'BND003 visit without 25',
    ...[rule.flags, rule.right, rule.false_alarms, rule.not_comparable].map(String),
    `${rule.right} of ${rule.right + rule.false_alarms} · 50 %`,
  ]);

  const reasons = [
    ...by_carc.map((row) => [`${row.groups[0].group}-${row.carc}`, row]),
    ...by_status.map((row) => [row.status, row]),
  ].sort(([, a], [, b]) => Number(b.denied) - Number(a.denied));
  assert.deepEqual(
    (await tableOf(page, 'Why the payers denied')).map(([reason, , remarks, ...counts]) => [
      reason,
      remarks,
      ...counts.slice(0, 6).map(number),
    ]),
    reasons.map(([reason, row]) => [
      reason,
      row.rarcs.map(({ rarc }) => rarc).join(' '),
      ...[row.lines, row.lines_injection, row.caught, row.missed],
      ...[row.denied, row.missed_money].map(Number),
    ]),
  );

  assert.deepEqual(
    (await tableOf(page, 'Root causes')).map(([cause, lines]) => [cause, Number(lines)]).sort(),
    causes.map(({ words, lines }) => [words, lines]).sort(),
  );
  const rates = (row) => [row.claims, row.clean, row.answered, row.first_pass, row.denied, row.rejected];
  const shown = (cells) => cells.slice(1, 7).map((cell) => Number(cell.split(' ')[0]));
  assert.deepEqual((await tableOf(page, 'Month by month')).map(shown), by_month.map(rates));
  assert.deepEqual((await tableOf(page, 'By payer')).map(shown), by_payer.map(rates));
  assert.deepEqual([page.asked, page.complaints], [[], []]);
  await page.context().close();
});

test('what does not add up and what found no match is listed with its reason', async () => {
  const page = await openRemittances();
  const sums = await region(page, 'Do the payments add up?').innerText();
  assert.match(sums, /1 payment does not add up \(BPR02\); all differences together are 1\.00/);
  assert.match(
    sums,
    /CHK1\s+MEDICARE PART B\s+10\/01\/2026\s+546\.00\s+545\.00\s+1\.00\s+paid\.835, segment 3/,
  );
  assert.match(sums, /WO\s+1\s+5\.00/);
  const unmatched = await region(page, 'What found no match').innerText();
  assert.match(unmatched, /Answers without a claim 1\s[\s\S]*••••\s+no claim has this number/);
  assert.match(unmatched, /Claims without an answer 1\s[\s\S]*claim 5 sent\.837\s[\s\S]*no answer/);
  assert.match(
    unmatched,
    /Lines that the answers leave out 1\s[\s\S]*claim 7 sent\.837\s+3\s+J1885\s+12\.00/,
  );
  await page.context().close();
});

test('claims and answers are told by their content: packed together, under any name, in any order', async () => {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  await zip.add('mail/one.txt', new TextReader(answersToThem()));
  await zip.add('mail/two.txt', new TextReader(answeredClaims()));
  const packed = asFile('mail.zip', Buffer.from(await zip.close()));
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(acknowledgement(), 'utf16le')]);
  const page = await openRemittances([asFile('turned-back.837', gzipSync(utf16)), packed]);
  const [, denied] = (await tableOf(page, 'What was denied, and what the rules said'))[0];
  assert.equal(denied, '5');
  assert.deepEqual(
    await view(page)
      .locator('.files tbody th')
      .evaluateAll((cells) => cells.map((cell) => cell.textContent.trim())),
    ['turned-back.837', 'mail.zip/mail/one.txt'],
  );
  // Answers are no claims: the queue has the seven, and nothing is said of the other files.
  await page.getByRole('button', { name: 'Work queue', exact: true }).click();
  assert.equal(await page.locator('deltoid-batch .figures .value').first().innerText(), '7');
  assert.equal(await page.getByText('About the files').count(), 0);
  await page.context().close();
});

test('answers join claims that are there, with the work on them; claims join answers that wait', async () => {
  const page = await open(browser);
  await choose(page, claims);
  await queueRows(page).first().waitFor();
  await queueRows(page).first().click();
  await page.locator('deltoid-batch-claim li.finding .fix').first().waitFor();
  await page.keyboard.press('Escape');
  await queueRows(page).first().focus();
  await page.locator('deltoid-queue-table .scroller').press('i');
  await page.getByRole('button', { name: 'Ignore', exact: true }).click();
  await page.getByRole('button', { name: 'Remittances', exact: true }).click();
  await page.getByText('Were these claims answered already?').waitFor();
  await choose(page, remits);
  await drawn(page);
  assert.equal(await page.locator('deltoid-batch').evaluate((node) => node.batch.claims.ignored.size), 1);

  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('button', { name: 'Clear it all' }).click();
  await page.getByRole('heading', { name: 'What do you have?' }).waitFor();
  assert.equal(await view(page).count(), 0);

  await choose(page, remits);
  await page.getByText('These 2 files are what payers answered').waitFor();
  await page.getByText('Open the claims (837) they answer, too').waitFor();
  assert.equal(await page.locator('.figures').count(), 0);
  await choose(page, claims);
  await drawn(page);
  assert.equal(await view(page).locator('.figures .value').first().innerText(), '6');
  assert.deepEqual([page.asked, page.complaints], [[], []]);
  await page.context().close();
});

test('an archive of answers joins the claims, and what in it cannot be read is named', async () => {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  await zip.add('paid.835', new TextReader(answersToThem()));
  await zip.add('check.pdf', new TextReader('%PDF-1.7 a scanned check'));
  const page = await open(browser);
  await choose(page, claims);
  await queueRows(page).first().waitFor();
  await choose(page, asFile('mail.zip', Buffer.from(await zip.close())));
  await drawn(page);
  assert.equal(await view(page).locator('.figures .value').first().innerText(), '5');
  assert.match(await page.getByRole('alert').first().innerText(), /mail\.zip\/check\.pdf: It is a PDF/);
  // Other claims are another batch, as ever.
  await choose(page, asFile('other.837', mixedFile(3)));
  await page.getByRole('heading', { name: 'other.837' }).waitFor();
  await queueRows(page).first().waitFor();
  assert.equal(await page.locator('deltoid-batch .figures .value').first().innerText(), '3');
  assert.deepEqual([page.asked, page.complaints], [[], []]);
  await page.context().close();
});

test('remittances of another practice are named, and each of their answers is listed', async () => {
  const lines = [['96372', '40.00', '20.00', { CO: ['45', '20.00'] }]];
  const elsewhere = file835(
    Array.from({ length: 12 }, (_, at) => answer({ id: `OTHER-${at}`, member: 'X1', lines })),
    { npi: '1999999992' },
  );
  const page = await openRemittances([claims, asFile('elsewhere.835', elsewhere)]);
  await page
    .getByRole('alert')
    .filter({ hasText: 'None of these answers belongs to these claims' })
    .waitFor();
  await view(page).getByText('1 payment to another practice').waitFor();
  const unmatched = region(page, 'What found no match');
  assert.match(await unmatched.innerText(), /Answers without a claim 12/);
  assert.equal(await unmatched.getByText('it is to another practice').count(), 10);
  await unmatched.getByRole('button', { name: 'Show 2 more' }).click();
  await unmatched.getByText('12 rows', { exact: true }).waitFor();
  assert.equal(await unmatched.getByText('it is to another practice').count(), 12);
  await page.context().close();
});

test('a bar shows its lines, a line its claim; claim numbers are hidden until asked for', async () => {
  const page = await openRemittances();
  const numbers = /(CAUGHT|LUCKY|CLEAN|MISSED|SILENT|BACK|SHORT|NOBODY)-1/;
  assert.doesNotMatch(await view(page).innerText(), numbers);
  await page.getByRole('button', { name: /^CO-50/ }).click();
  const lines = region(page, 'Line by line');
  await lines.getByText('Only: CO-50').waitFor();
  await lines.getByText('1 row', { exact: true }).waitFor();
  assert.match(await lines.innerText(), /claim 4 sent\.837\s+2\s+96372\s+CO-50 N115/);

  await page.getByRole('button', { name: 'Show claim numbers' }).click();
  await lines.getByRole('button', { name: 'Open MISSED-1 of sent.837' }).click();
  await page.getByRole('heading', { name: 'Claim MISSED-1' }).waitFor();
  await page.getByText('1 of 1', { exact: true }).waitFor();
  const top = () => page.evaluate(() => scrollY);
  assert.equal(await top(), 0);
  await page.getByRole('button', { name: 'Back to the remittances' }).click();
  // At the same place, with the focus where it was.
  await page.waitForFunction(() => scrollY > 0);
  const focused = await view(page).evaluate((node) => node.shadowRoot.activeElement?.ariaLabel);
  assert.equal(focused, 'Open MISSED-1 of sent.837');
  await page.getByRole('button', { name: 'Work queue', exact: true }).click();
  await page.getByText('Only: Remittances: Missed, CO-50').waitFor();
  await queueRows(page).first().click();
  await page.getByRole('button', { name: 'Back to the queue' }).click();
  await queueRows(page).first().waitFor();

  await page.getByRole('button', { name: 'Remittances', exact: true }).click();
  await lines.getByRole('button', { name: 'Show all' }).click();
  await lines.getByText('4 rows', { exact: true }).waitFor();
  await lines.getByLabel('Only lines with 96372').check();
  await lines.getByText('2 rows', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^BND003/ }).click();
  await lines.getByText('Only: BND003').waitFor();
  await lines.getByRole('button', { name: 'Open LUCKY-1 of sent.837' }).waitFor();
  await page.context().close();
});

test('the report and its tables are saved, without claim numbers unless they are shown', async () => {
  const page = await openRemittances();
  const whole = page.getByRole('button', { name: 'Save the report (JSON)' });
  const table = region(page, 'Line by line').getByRole('button', { name: 'Save as CSV' });
  assert.deepEqual(await saved(page, whole), [
    'remittances.json',
    await reportOf([claims], remits, { identifiers: false }),
  ]);
  const [name, hidden] = await saved(page, table);
  assert.equal(name, 'remittances-denials.csv');
  await page
    .getByText(/Saved: remittances-denials\.csv/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Show claim numbers' }).click();
  const text = await reportOf([claims], remits);
  assert.equal((await saved(page, whole))[1], text);
  const missed = JSON.parse(text).denials.filter(({ caught }) => !caught);
  const [head, ...rows] = readCsv((await saved(page, table))[1]);
  assert.deepEqual(head, Object.keys(missed[0]));
  assert.deepEqual(
    rows.map((row) => row[head.indexOf('claim')]),
    missed.map(({ claim }) => claim),
  );
  assert.deepEqual(
    readCsv(hidden)
      .slice(1)
      .map((row) => row[head.indexOf('claim')]),
    missed.map(() => ''),
  );
  const byReason = region(page, 'Why the payers denied');
  await byReason.getByText('As a table').click();
  const [, csv] = await saved(
    page,
    byReason.getByRole('button', { name: 'Save as CSV: Why the payers denied' }),
  );
  assert.equal(readCsv(csv).length, 4);
  await page.context().close();
});

test('a comparison that is cancelled shows nothing of it, and can be made again', async () => {
  const page = await open(browser);
  await page.evaluate(() => {
    const look = () => {
      const batch = document.querySelector('deltoid-workbench').shadowRoot.querySelector('deltoid-batch');
      const inside = batch?.shadowRoot.querySelector('deltoid-remittances')?.shadowRoot;
      const cancel = inside?.querySelector('.progress button');
      if (cancel) cancel.click();
      else requestAnimationFrame(look);
    };
    look();
  });
  await choose(page, [asFile('many.837', mixedFile(3000)), ...remits]);
  await page.getByText('Stopped. Nothing is shown of half a comparison.').waitFor({ timeout: 60_000 });
  assert.equal(await view(page).locator('.figures').count(), 0);
  await page.getByRole('button', { name: 'Compare again' }).click();
  await drawn(page);
  await page.context().close();
});

test('axe finds nothing with all tables open; 320 pixels and large text do not scroll sideways', async () => {
  const narrow = { viewport: { width: 320, height: 640 } };
  for (const [options, size] of [
    [{}],
    [{ colorScheme: 'dark' }],
    [{ forcedColors: 'active' }],
    [narrow],
    [{}, '200%'],
  ]) {
    const page = await openRemittances(undefined, options);
    if (size)
      await page.evaluate((one) => document.documentElement.style.setProperty('font-size', one), size);
    await view(page).evaluate((node) => {
      for (const details of node.shadowRoot.querySelectorAll('details')) details.open = true;
    });
    assert.deepEqual(await violationsOf(page), [], JSON.stringify(options));
    const sideways = await sidewaysOf(page);
    assert.equal(sideways, 0, JSON.stringify(options));
    await page.context().close();
  }
});

test('parts of a bar stay apart in forced colours', async () => {
  const page = await openRemittances(undefined, { forcedColors: 'active' });
  const fills = await view(page)
    .locator('.stack rect')
    .evaluateAll((parts) => parts.map((one) => getComputedStyle(one).fill));
  assert.equal(new Set(fills).size, 3);
  await page.context().close();
});
