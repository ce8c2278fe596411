// SPDX-License-Identifier: Apache-2.0
// Takes the pictures of docs/screenshots from the built page: `npm run screenshots` in web/; with names, only these:
// `npm run screenshots -- rules what-if`.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fees, order, quarter } from '../cli/support/official.mjs';
import { answeredYear } from './support/answers.mjs';
import { mixedFile } from './support/claims837.mjs';
import {
  asFile,
  byFinding,
  choose,
  findingRows,
  launch,
  open,
  openExample,
  openQueue,
  queueRows,
  takeFix,
} from './support/page.mjs';
import { variedBatch } from './support/varied.mjs';

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));

const openClaims = (page) => openQueue(page, asFile('claims-0915.837', mixedFile(1284)));

const openNarrowClaims = async (page) => {
  await openClaims(page);
  await page.locator('deltoid-queue').evaluate((node) => node.scrollIntoView());
};

const openClaim = async (page) => {
  await openClaims(page);
  await queueRows(page).nth(1).click();
  await page.locator('deltoid-batch-claim li.finding.active').waitFor();
  await page.mouse.move(0, 0);
};

const openBatch = async (page) => {
  await openClaims(page);
  await byFinding(page);
  await findingRows(page).nth(3).click();
  await page.getByRole('article', { name: 'One finding' }).waitFor();
  await page.mouse.move(0, 0);
};

const openRules = async (page) => {
  await page.getByRole('button', { name: 'Rules', exact: true }).click();
  await page.getByRole('link', { name: /ADM001/ }).waitFor();
};

const openRule = async (page) => {
  await openRules(page);
  await page.getByRole('link', { name: /BND003/ }).click();
  await page.locator('article.rule').waitFor();
};

const openWhatIf = async (page) => {
  await openExample(page);
  // Clean for Medicare, so that it shows what other payers and places would say.
  await page.locator('deltoid-checker').evaluate((node) => {
    const claim = structuredClone(node.value);
    claim.lines[0].modifiers = ['25'];
    claim.lines[1].pointers = ['A'];
    claim.lines[2].modifiers = ['JZ'];
    node.value = claim;
  });
  await page.getByRole('button', { name: 'What if', exact: true }).click();
  await page.locator('[data-cell^="workers_comp 22"] .badge').first().waitFor();
  await page.locator('[data-cell^="medicaid 22"]').first().click();
};

const openPictures = async (page) => {
  await choose(page, asFile('claims-0915.json', variedBatch(420)));
  await page.getByRole('button', { name: 'Pictures', exact: true }).click();
  await page.locator('.charts').waitFor();
};

const openRemittances = async (page) => {
  await choose(
    page,
    answeredYear(1200).map(([name, text]) => asFile(name, text)),
  );
  await page.locator('deltoid-remittances #chart-files').waitFor({ timeout: 60_000 });
};

const openDownloads = async (page) => {
  await choose(page, asFile('claims-0915.json', variedBatch(420)));
  await page.getByRole('button', { name: 'Download' }).click();
};

/** Charges with headings of one's own, as a program's report has them. */
const openColumns = async (page) => {
  const rows = Array.from({ length: 40 }, (_, at) => {
    const claim = `${20391 + at};09/${10 + (at % 15)}/2026`;
    return [`${claim};99213;25;1;120.00`, `${claim};96372;;1;40.00`, `${claim};J1885;JZ;4;12.00`];
  })
    .flat()
    .map((row) => `${row};M54.50;MB;11;00409379501`);
  const header = 'Acct;Day seen;Proc;Mod;Qty;Fee;Diag 1;Insurance type;Place;NDC';
  await choose(
    page,
    asFile('charges-september.csv', ['Charges, September 2026', '', header, ...rows, ''].join('\n')),
  );
  await page.getByLabel('Acct').selectOption('claim_id');
  await page.locator('deltoid-columns').getByText('lines, 40 claims').waitFor();
};

const openCorrected = async (page) => {
  let injection = 0;
  const slips = (text) => (injection++ % 100 === 99 ? 'HC:96372:25*' : text);
  await openQueue(page, asFile('claims-0915.837', mixedFile(1284).replaceAll('HC:96372*', slips)));
  const form = page.locator('deltoid-batch-claim');
  const open = form.locator('li.finding:not(.done)').filter({ has: page.locator('.fix') });
  await queueRows(page).nth(1).click();
  for (const byHand of [false, false, true]) {
    await takeFix(open.first());
    await page.getByText('writes it into your file').waitFor();
    if (byHand) await form.getByLabel('Charge 24F').first().fill('125.00');
    else await page.getByRole('button', { name: 'Next claim' }).click();
    await page.getByText(byHand ? 'cannot be written into your 837' : 'Kept').waitFor({
      state: byHand ? 'visible' : 'hidden',
    });
  }
  await page.getByRole('button', { name: 'Back to the queue' }).click();
  await page.getByRole('button', { name: 'Corrected 837 …' }).click();
  await page.locator('deltoid-corrected summary').first().click();
  await page.getByRole('button', { name: /^Save claims/ }).click();
  await page.getByText('Saved:').waitFor();
  await page.mouse.move(0, 0);
};

const openLeakTest = async (page) => {
  await page.getByRole('button', { name: 'How do I know?' }).click();
  await page.getByRole('button', { name: 'Try to leak now' }).click();
  await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 60_000 });
  await page.locator('deltoid-privacy tbody tr').nth(8).scrollIntoViewIfNeeded();
};

const openSettings = async (page) => {
  await page.locator('.base .quiet').click();
  await page.getByLabel('Built-in profile').selectOption('unitedhealthcare');
  await page.locator('deltoid-settings details.all').waitFor();
};

const openTables = async (page) => {
  await choose(page, [
    ...quarter.map(([name, text]) => asFile(name, text)),
    asFile('icd10cm_order_2027.txt', order),
    asFile('PPRRVU2026_Jul_nonQPP.csv', fees),
    asFile('ccioph-v330r0-f1.txt', quarter[0][1].slice(0, -20)),
  ]);
  await page.locator('deltoid-packs .refusal').waitFor();
  await page.locator('deltoid-packs h3').scrollIntoViewIfNeeded();
  await page.locator('dialog#settings').evaluate((node) => {
    node.scrollTop = 200;
  });
};

const openQuestion = async (page) => {
  await openExample(page);
  await page.locator('li.finding .fix').first().click();
  await page.locator('.question').waitFor();
};

const openNote = async (page) => {
  await openExample(page);
  await page.locator('deltoid-checker').evaluate((node) => {
    const { value } = node;
    value.lines[2].documentation = { dose: '30 mg', route: 'IM' };
    node.value = value;
  });
  await page.getByRole('button', { name: 'Paste the note of this injection' }).click();
  await page
    .getByLabel('Paste or type the note')
    .fill(
      'Toradol 60 mg IM L deltoid given at 2:30 for acute low back pain. Lot KT0417, exp 1/27.\nTolerated well, left after 15 min. — S. Ruiz, RN',
    );
  await page.getByRole('button', { name: 'Read the note' }).click();
  await page.locator('.given').waitFor();
  await page.locator('.note-panel').evaluate((node) => node.scrollIntoView({ block: 'center' }));
  await page.mouse.move(0, 0);
};

const openRecords = async (page) => {
  const header = 'claim_id,date,medication,dose,route,site,lot,exp,given_by\n';
  const rows = Array.from(
    { length: 58 },
    (_, at) =>
      `A-${(at < 56 ? 20000 : 30000) + at},9/${10 + (at % 15)}/2026,ketorolac,60 mg,IM,left deltoid,K${at},1/2028,S. Ruiz\n`,
  );
  await openQueue(page, [
    asFile('claims-0915.837', mixedFile(60)),
    asFile('injections-0915.csv', header + rows.join('')),
  ]);
  for (const summary of await page.locator('.records summary').all()) await summary.click();
};

const openSpanish = async (page) => {
  await page.getByLabel('Language').selectOption('es');
  await page.getByRole('button', { name: 'Muéstreme un ejemplo' }).click();
  await page.locator('li.finding').first().waitFor();
};

const openCountdown = async (page) => {
  await page.clock.install();
  await page.reload();
  await openExample(page);
  await page.clock.fastForward('09:30');
  await page.locator('.countdown').waitFor();
  await page.clock.resume();
};

const pictures = {
  light: [{}, openExample],
  dark: [{ colorScheme: 'dark' }, openExample],
  narrow: [{ viewport: { width: 320, height: 720 } }, openExample],
  queue: [{}, openClaims],
  'queue-dark': [{ colorScheme: 'dark' }, openClaims],
  'queue-narrow': [{ viewport: { width: 320, height: 720 } }, openNarrowClaims],
  'queue-claim': [{}, openClaim],
  batch: [{}, openBatch],
  'batch-dark': [{ colorScheme: 'dark' }, openBatch],
  start: [{}, async () => {}],
  rules: [{}, openRules],
  rule: [{ viewport: { width: 1280, height: 1180 } }, openRule],
  'rule-dark': [{ colorScheme: 'dark', viewport: { width: 1280, height: 1180 } }, openRule],
  'what-if': [{ viewport: { width: 1280, height: 1180 } }, openWhatIf],
  'what-if-dark': [{ colorScheme: 'dark', viewport: { width: 1280, height: 1180 } }, openWhatIf],
  pictures: [{}, openPictures],
  'pictures-dark': [{ colorScheme: 'dark' }, openPictures],
  columns: [{ viewport: { width: 1280, height: 1180 } }, openColumns],
  'columns-narrow': [{ viewport: { width: 320, height: 860 }, colorScheme: 'dark' }, openColumns],
  remittances: [{ viewport: { width: 1280, height: 1480 } }, openRemittances],
  'remittances-dark': [{ colorScheme: 'dark', viewport: { width: 1280, height: 1480 } }, openRemittances],
  download: [{}, openDownloads],
  note: [{}, openNote],
  'note-narrow': [{ viewport: { width: 320, height: 860 }, colorScheme: 'dark' }, openNote],
  records: [{}, openRecords],
  question: [{}, openQuestion],
  'corrected-837': [{}, openCorrected],
  'corrected-837-dark': [{ colorScheme: 'dark' }, openCorrected],
  'leak-test': [{}, openLeakTest],
  settings: [{}, openSettings],
  'settings-narrow': [{ viewport: { width: 320, height: 860 }, colorScheme: 'dark' }, openSettings],
  tables: [{}, openTables],
  'tables-dark': [{ colorScheme: 'dark' }, openTables],
  'tables-narrow': [{ viewport: { width: 320, height: 860 } }, openTables],
  spanish: [{}, openSpanish],
  countdown: [{ colorScheme: 'dark' }, openCountdown],
};

await mkdir(folder, { recursive: true });
const asked = process.argv.slice(2);
const browser = await launch();
for (const [name, [options, go]] of Object.entries(pictures)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const page = await open(browser, { viewport: { width: 1280, height: 860 }, ...options });
  await page.waitForTimeout(300); // the small print comes with the engine
  await go(page);
  await page.waitForTimeout(200);
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.context().close();
}
await browser.close();
