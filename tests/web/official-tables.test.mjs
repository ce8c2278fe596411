// SPDX-License-Identifier: Apache-2.0
// The official quarterly files in the page: read as published, told when they are wrong, in force for form and batches,
// saved and taken out again.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { zip } from '../cli/support/archives.mjs';
import { crosswalk, fees, limits, order, pair, pairs, quarter } from '../cli/support/official.mjs';
import { instantiate } from '../wasm/engine.mjs';
import { violationsOf } from './support/access.mjs';
import { mixedFile } from './support/claims837.mjs';
import { asFile, choose, launch, open, openExample } from './support/page.mjs';

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), 'deltoid-'));
});
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const mue = 'MCR_MUE_PractitionerServices_Eff_01-01-2027.csv';
const icd = 'icd10cm_order_2027.txt';
const asp = 'July 2026 ASP NDC-HCPCS Crosswalk.csv';
const rvu = 'PPRRVU2026_Jul_nonQPP.csv';
const zipped = (name, ...entries) => ({ name, mimeType: 'application/zip', buffer: zip(...entries) });
const parts = quarter.map(([name, text]) => zipped(name.replace('.txt', '.zip'), [name, text]));
const others = [asFile(mue, limits), asFile(icd, order), asFile(asp, crosswalk), asFile(rvu, fees)];
const m5451 = order.replace('M5450 ', 'M5451 ');

const packs = (page) => page.locator('deltoid-packs .pack');
const packOf = (page, name) => packs(page).filter({ hasText: name });
const refusal = (page) => page.locator('deltoid-packs .refusal');
const panelText = (page) => page.locator('deltoid-packs').evaluate((node) => node.shadowRoot.textContent);
const status = (page) => page.locator('deltoid-packs [role=status]');
const openSettings = async (page) => {
  await page.locator('.base .quiet').click();
  await page.locator('deltoid-packs details.all').waitFor();
};
const closeSettings = (page) =>
  page.locator('dialog#settings').getByRole('button', { name: 'Close' }).click();
const load = async (page, ...files) => {
  const [dialog] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Load tables' }).click(),
  ]);
  await dialog.setFiles(files);
};
/** Opens the panel, loads, and waits for the end. */
const loaded = async (page, ...files) => {
  if (!(await page.locator('dialog#settings').evaluate((node) => node.open))) await openSettings(page);
  await load(page, ...files);
  await page
    .locator('deltoid-packs .status', { hasText: /now in force|Nothing was taken/ })
    .waitFor({ timeout: 60_000 });
};
const download = async (page, button) => {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};
const findings = (page) =>
  page
    .locator('deltoid-checker')
    .first()
    .evaluate((node) => node.findings);
const waitForRule = (page, rule, there = true) =>
  page.waitForFunction(
    ([id, wanted]) => {
      const form = document.querySelector('deltoid-workbench').shadowRoot.querySelector('deltoid-checker');
      return form.findings.some((one) => one.rule === id && one.level !== 'info') === wanted;
    },
    [rule, there],
  );
const setClaim = (page, change) =>
  page.locator('deltoid-checker').evaluate((node, text) => {
    const claim = structuredClone(node.value);
    new Function('claim', text)(claim);
    node.value = claim;
  }, change);

/** The packs that the engine makes of the same files under the same names. */
async function packsOf(...files) {
  const engine = await instantiate();
  const read = (view) => JSON.parse(new TextDecoder().decode(view));
  for (const [name, text] of files) {
    engine.importBegin(name);
    engine.importFeed(Buffer.from(text));
    engine.importEnd();
  }
  return read(engine.importFinish()).packs;
}

test('every layout is read as published, and shows its days, rows, files and sums', async () => {
  const page = await open(browser);
  await loaded(page, ...parts, ...others);
  assert.match(await status(page).innerText(), /5 tables now in force/);
  assert.equal(await refusal(page).count(), 0);
  const shown = await packs(page).allInnerTexts();
  assert.equal(shown.length, 5);
  assert.match(shown[0], /Medicare edits 2027Q1[\s\S]*01\/01\/2027 – 03\/31\/2027 · complete · 4 rows/);
  assert.match(shown[1], /Unit limits 2027Q1[\s\S]*not every limit is published · 1 row\n/);
  assert.match(
    shown[2],
    /Diagnosis codes FY2027[\s\S]*10\/01\/2026 – 09\/30\/2027 · complete · 4 rows[\s\S]*DX005/,
  );
  assert.match(shown[3], /Codes by NDC 2026Q3[\s\S]*07\/01\/2026 – 09\/30\/2026[\s\S]*NDC008/);
  assert.match(shown[4], /Medicare fees 2026Q3[\s\S]*2 rows[\s\S]*Medicare amount/);
  await packs(page).first().locator('summary').click();
  const sources = await packs(page).first().locator('details li').allInnerTexts();
  assert.equal(sources.length, 4);
  const sum = createHash('sha256').update(quarter[0][1]).digest('hex');
  assert.equal(sources[0].replace(/\s+/g, ' '), `ccipra-v330r0-f1.zip/ccipra-v330r0-f1.txt SHA-256 ${sum}`);
  assert.match(await page.locator('.base .quiet').innerText(), /5 tables of yours/);
  assert.deepEqual(page.asked, []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('diagnoses, packages and money: the form’s findings follow what is loaded and taken out', async () => {
  const page = await open(browser);
  await openExample(page);
  await setClaim(
    page,
    `claim.lines[2].ndc = { code: '00409379501', quantity: '2', unit: 'ML' }; claim.lines[2].code = 'J2405';`,
  );
  await loaded(page, asFile(icd, m5451), asFile(asp, crosswalk), asFile(rvu, fees));
  await closeSettings(page);
  await waitForRule(page, 'DX005');
  await waitForRule(page, 'NDC008');
  const totals = page.locator('deltoid-checker .totals');
  await totals.getByText('by Medicare’s fees').waitFor();
  assert.match(await totals.innerText(), /at risk · [\d.]+ by Medicare’s fees/);
  await openSettings(page);
  await page.getByRole('button', { name: 'Take out Diagnosis codes FY2027' }).click();
  await page.getByText('Diagnosis codes FY2027 is out.').waitFor();
  await page.getByRole('button', { name: 'Take out Medicare fees 2026Q3' }).click();
  await packOf(page, 'Medicare fees').waitFor({ state: 'detached' });
  await closeSettings(page);
  await waitForRule(page, 'DX005', false);
  await totals.getByText('by Medicare’s fees').waitFor({ state: 'detached' });
  assert.ok(
    (await findings(page)).some(({ rule }) => rule === 'NDC008'),
    'the crosswalk stays',
  );
  await page.context().close();
});

test('a batch is checked by the tables in force, and again when they change', async () => {
  const page = await open(browser);
  const rules = () => page.locator('deltoid-batch').evaluate((node) => node.batch.summary?.by_rule ?? {});
  await choose(page, asFile('claims.837', mixedFile(9)));
  await page.locator('.figures').waitFor();
  const before = await rules();
  await loaded(page, asFile(rvu, fees));
  await closeSettings(page);
  const again = page.getByRole('button', { name: 'Check again' });
  await again.click();
  await page.locator('.figures .risk', { hasText: 'by Medicare’s fees' }).waitFor();
  assert.equal(await again.count(), 0);
  assert.deepEqual(await rules(), before);
  const summary = await page.locator('deltoid-batch').evaluate((node) => node.batch.summary);
  assert.ok(Number(summary.medicare_amount_at_risk) > 0);
  assert.ok(summary.tables.some(({ name, edition }) => name === 'physician-fees' && edition === '2026Q3'));
  await page.context().close();
});

test('a quarter that comes in pieces becomes whole; a piece alone never takes the place of more', async () => {
  const page = await open(browser);
  await loaded(page, parts[0], parts[1]);
  assert.match(
    await packs(page).innerText(),
    /in part · 2 rows[\s\S]*Not all four files of the quarter are in it/,
  );
  await loaded(page, parts[2], parts[3]);
  assert.match(await packs(page).innerText(), /complete · 4 rows/);
  const whole = await download(
    page,
    page.getByRole('button', { name: 'Save Medicare edits 2027Q1 as a file' }),
  );
  const names = parts.map(({ name }, at) => `${name}/${quarter[at][0]}`);
  const text = whole.bytes.toString();
  for (const name of names) assert.ok(text.includes(`# made from ${name}, SHA-256 `));
  await page.context().close();

  const other = await open(browser);
  await loaded(other, asFile('mine.tsv', text));
  await loaded(other, { ...asFile(whole.name, text) });
  await loaded(other, parts[0]);
  assert.match(
    await refusal(other).innerText(),
    /It is a part of an edition of which other parts are in force/,
  );
  assert.match(await packOf(other, 'complete').first().innerText(), /4 rows/);
  await other.context().close();
});

test('what is cut short, wrongly named or none of the tables is told with its place, and the rest is taken', async () => {
  const page = await open(browser);
  await loaded(
    page,
    asFile('ccipra-v330r0-f1.txt', quarter[0][1].slice(0, -20)),
    asFile('ccioph-v330r0-f1.txt', quarter[0][1]),
    asFile('readme.txt', 'Read me.\n'),
    zipped('docs.zip', ['readme.txt', 'Read me.\n']),
    zipped('ccipra-v330r0-f1.xlsx', ['[Content_Types].xml', 'x'], ['xl/workbook.xml', 'x']),
    zipped('locked.zip', [icd, order, { encrypted: true }]),
    zipped('wrong-sum.zip', ['ccipra-v340r0-f1.txt', quarter[0][1], { crc: 1 }]),
    zipped(
      'icd10.zip',
      [icd, order],
      ['icd10cm.xlsx', zip(['[Content_Types].xml', 'x'])],
      ['a.pdf', '%PDF-1.7'],
    ),
    asFile('PPRRVU2025_Oct.csv', fees),
  );
  const said = (await refusal(page).innerText()).replace(/\s+/g, ' ');
  assert.match(
    said,
    /ccipra-v330r0-f1\.txt text line 5 The file ends in the middle of a row: it was cut short\./,
  );
  assert.match(
    said,
    /ccioph-v330r0-f1\.txt By its name the file is a part of hospital edits.*it has the wrong name/,
  );
  assert.match(said, /readme\.txt This is none of the files that are read/);
  assert.match(said, /f1\.xlsx It is a workbook\. The text or CSV file that lies beside it/);
  assert.match(said, /docs\.zip It holds none of the tables that are read\./);
  assert.match(said, /locked\.zip\S* It is locked with a password/);
  assert.match(
    said,
    /wrong-sum\.zip\S* It is damaged: it could not be unpacked to its end, so nothing of it was taken/,
  );
  assert.match(said, /PPRRVU2025_Oct\.csv The title says 2026Q3, the name says 2025Q4/);
  assert.doesNotMatch(said, /icd10\.zip/);
  assert.match(
    await panelText(page),
    /Passed over in archives: icd10\.zip\/icd10cm\.xlsx, icd10\.zip\/a\.pdf\./,
  );
  assert.equal(await packs(page).count(), 1);
  assert.match(await packs(page).innerText(), /Diagnosis codes FY2027/);
  await page.context().close();
});

test('editions that contradict one another are refused with both names, and what was in force stays', async () => {
  const page = await open(browser);
  await loaded(page, asFile(mue, limits));
  const own = `# pack: mue-practitioner\n# edition: ours\n# from: 2027-01-01\n# to: 2027-12-31\n# complete: no\n# source: us\n# confidence: verified\ncode\tunits\tadjudication\n96372\t9\t3\n`;
  await loaded(page, asFile('ours.tsv', own), asFile(icd, order));
  const said = await refusal(page).innerText();
  assert.match(said, /ours\.tsv/);
  assert.match(
    said,
    /edition ours of unit limits is for days that edition 2027Q1 already covers, and they differ/,
  );
  assert.deepEqual((await packs(page).locator('h4').allInnerTexts()).sort(), [
    'Diagnosis codes FY2027',
    'Unit limits 2027Q1',
  ]);
  // Two files that both are the same part of an edition.
  const revised = pairs(pair('00100', '96372', '20090101', '*', 0));
  await loaded(page, asFile('ccipra-v330r0-f1.txt', quarter[0][1]), asFile('ccipra-v330r1-f1.txt', revised));
  assert.match(
    await refusal(page).innerText(),
    /ccipra-v330r0-f1\.txt and ccipra-v330r1-f1\.txt are both edition 2027Q1 of Medicare edits, and they differ/,
  );
  await page.context().close();
});

test('a table of other days than the claims says which days it is for', async () => {
  const page = await open(browser);
  await loaded(page, asFile(mue.replace('2027', '2024'), limits));
  assert.match(
    await packs(page).innerText(),
    /It ended on 03\/31\/2024: for later dates of service load the edition/,
  );
  await closeSettings(page);
  await openExample(page);
  await setClaim(page, `for (const line of claim.lines) line.from = line.to = '2026-09-15';`);
  await openSettings(page);
  await packs(page).getByText('The claims here are of 09/15/2026').waitFor();
  assert.match(await packs(page).innerText(), /It is for dates of service 01\/01\/2024 – 03\/31\/2024\./);
  await page.context().close();
});

test('saved packs are those of the engine; dropped on the page they are in force at once', async () => {
  const page = await open(browser);
  await loaded(page, ...quarter.map(([name, text]) => asFile(name, text)), ...others);
  const one = await download(page, page.getByRole('button', { name: 'Save Unit limits 2027Q1 as a file' }));
  const made = await packsOf(...quarter, [mue, limits], [icd, order], [asp, crosswalk], [rvu, fees]);
  assert.equal(one.name, 'mue_practitioner_2027q1.tsv');
  assert.equal(one.bytes.toString(), made.find(({ file_name }) => file_name === one.name).text);
  const all = await download(page, page.getByRole('button', { name: 'Save all as one file' }));
  assert.equal(all.name, 'deltoid-tables.zip');
  await page.context().close();

  const next = await open(browser);
  await choose(next, { name: all.name, mimeType: 'application/zip', buffer: all.bytes });
  await packs(next).nth(4).waitFor();
  const texts = await next.locator('deltoid-settings').evaluate((node) => node.settings.tables);
  assert.deepEqual(
    texts.map(({ name, text }) => [name, text]).sort(),
    made.map(({ file_name, text }) => [file_name, text]).sort(),
  );
  await next.context().close();
});

test('dropped tables go to the tables, claims to the check, and both at once are claims checked by the tables', async () => {
  const page = await open(browser);
  await choose(page, [
    asFile('claims.837', mixedFile(3)),
    zipped('icd10.zip', [icd, order]),
    asFile(rvu, fees),
  ]);
  await page.locator('.figures .risk', { hasText: 'by Medicare’s fees' }).waitFor();
  assert.equal(await page.locator('dialog#settings').evaluate((node) => node.open), false);
  const files = () =>
    page.locator('deltoid-batch').evaluate((node) => node.batch.summary.files.map(({ name }) => name));
  assert.deepEqual(await files(), ['claims.837']);
  // A spreadsheet of claims that begins as the fee schedule does is no table.
  await page.getByRole('button', { name: 'Clear' }).click();
  const sheet = 'HCPCS,MOD1,claim_id,units,charge,dos,dx1\n96372,,A-1,1,40.00,2026-09-15,M54.50\n';
  const json = '{"id":"J-1","lines":[{"code":"96372"}]}';
  await choose(page, [
    asFile('claims.csv', sheet),
    zipped('claims.zip', ['b.json', json], ['a.837', mixedFile(3)]),
  ]);
  await page.locator('.figures').waitFor();
  assert.deepEqual(await files(), ['claims.csv', 'claims.zip/b.json', 'claims.zip/a.837']);
  assert.equal(await page.locator('deltoid-settings').evaluate((node) => node.settings.tables.length), 2);
  // One with a wrong name is told of where tables are.
  await choose(page, asFile('list.txt', order));
  assert.match(await refusal(page).innerText(), /list\.txt\s+The name does not tell the fiscal year/);
  await page.context().close();
});

test('Clear forgets what was said of files, and leaves the tables that were put in force', async () => {
  const page = await open(browser);
  await openExample(page);
  await loaded(page, asFile(icd, order), asFile('SMITH-JOHN.txt', 'hello\n'));
  await refusal(page).getByText('SMITH-JOHN.txt').waitFor();
  await closeSettings(page);
  await page.locator('deltoid-checker').getByRole('button', { name: 'Clear' }).click();
  await openSettings(page);
  assert.equal(await refusal(page).count(), 0);
  assert.doesNotMatch(await panelText(page), /SMITH/);
  assert.equal(await packs(page).count(), 1);
  await page.getByRole('button', { name: 'Take your tables out' }).click();
  await packs(page).waitFor({ state: 'detached' });
  assert.match(await page.locator('.base .quiet').innerText(), /built-in tables/);
  await page.context().close();
});

/** A part of a quarter with so many pairs, as large as they are published. */
function largePart(rows) {
  const line = (at) =>
    pair(String(10000 + (at % 80000)).padStart(5, '0'), String(20000 + (at % 7919)), '20150101', '*', 1);
  const last = pair('20610', '96372', '20090101', '*', 1);
  return pairs(Array.from({ length: rows }, (_, at) => line(at)).join('\r\n'), last);
}

test('a large file shows how far it is, can be cancelled by keyboard, and leaves the page usable', async () => {
  const page = await open(browser);
  await openExample(page);
  await loaded(page, asFile(mue, limits));
  const large = join(folder, 'ccipra-v330r0-f1.txt');
  const text = largePart(700_000);
  await writeFile(large, text);
  await load(page, large);
  const cancel = page.locator('deltoid-packs').getByRole('button', { name: 'Cancel' });
  await page.locator('deltoid-packs progress').waitFor();
  await cancel.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Cancelled. What was in force stays.').waitFor();
  assert.equal(await packs(page).count(), 1);
  await load(page, large);
  await page.locator('deltoid-packs progress').waitFor();
  const longest = page.evaluate(
    () =>
      new Promise((resolve) => {
        let most = 0;
        let last = performance.now();
        const step = () => {
          const now = performance.now();
          most = Math.max(most, now - last);
          last = now;
          const packs = document
            .querySelector('deltoid-workbench')
            .shadowRoot.querySelector('deltoid-settings').settings.tables;
          if (packs.length > 1) resolve(most);
          else setTimeout(step);
        };
        step();
      }),
  );
  await packOf(page, 'Medicare edits 2027Q1').waitFor({ timeout: 60_000 });
  process.stdout.write(
    `  longest wait while ${Math.round(text.length / 1e6)} MB were read: ${(await longest).toFixed(0)} ms\n`,
  );
  assert.match(await packOf(page, 'Medicare edits').innerText(), /in part · 1 row\n/);
  await page.context().close();
});

for (const [name, options, fontSize = ''] of [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['320 pixels', { viewport: { width: 320, height: 800 } }],
  ['text twice as large', {}, '200%'],
])
  test(`axe finds nothing on the tables, and nothing scrolls sideways: ${name}`, async () => {
    const page = await open(browser, options);
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
    }, fontSize);
    await loaded(page, ...parts, ...others, asFile('readme.txt', 'Read me.\n'));
    for (const details of await page.locator('deltoid-packs details').all())
      await details.evaluate((node) => {
        node.open = true;
      });
    assert.deepEqual(await violationsOf(page), []);
    const over = await page
      .locator('dialog#settings')
      .evaluate((node) => node.scrollWidth - node.clientWidth);
    assert.ok(over <= 0, `${over} pixels too wide`);
    await page.context().close();
  });

test('by keyboard alone: every control of a table is reached, and the focus is never lost', async () => {
  const page = await open(browser);
  await loaded(page, asFile(mue, limits), asFile(icd, order));
  await page.getByRole('button', { name: 'Load tables' }).focus();
  const reached = [];
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('Tab');
    reached.push(
      await page.evaluate(() => {
        let node = document.activeElement;
        while (node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
        return node.getAttribute('aria-label') ?? node.textContent.trim();
      }),
    );
  }
  assert.deepEqual(reached, [
    'Save Unit limits 2027Q1 as a file',
    'Take out Unit limits 2027Q1',
    'Made from 1 file',
    'Save Diagnosis codes FY2027 as a file',
    'Take out Diagnosis codes FY2027',
    'Made from 1 file',
    'Save all as one file',
    'Take your tables out',
  ]);
  await page.keyboard.press('Enter');
  await packs(page).first().waitFor({ state: 'detached' });
  const focus = await page
    .locator('deltoid-packs')
    .evaluate((node) => node.shadowRoot.activeElement?.textContent);
  assert.equal(focus, 'Tables');
  await page.context().close();
});
