// SPDX-License-Identifier: Apache-2.0
// Corrected claims out of the page: the 837 as it was, with the fixes that were taken in it and not a byte else.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { gzipSync } from 'node:zlib';
import { violationsOf } from './support/access.mjs';
import { claim, file837 } from './support/claims837.mjs';
import { require } from './support/modules.mjs';
import { asFile, choose, launch, open, queueRows, takeFix } from './support/page.mjs';

const { ZipWriter, Uint8ArrayWriter, TextReader } = require('@zip.js/zip.js');

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), 'deltoid-'));
});
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

const visit = (modifier) => [`99213${modifier}`, '120.00', '1', '1'];
const injection = (modifier = '') => [`96372${modifier}`, '40.00', '1', '1'];
const drug = (modifier) => [`J1885${modifier}`, '12.00', '4', '1'];
const of = (id, member, lines) =>
  claim({ id, lines }).map((segment) => segment.replace('1EG4TE5MK73', member));

/** No 25 and no JZ; no 25; 25 on the injection, which nobody need be asked about; the same; clean. */
const source = file837([
  of('TWO-1', '1EG4TE5MA11', [visit(''), injection(), drug('')]),
  of('VISIT-1', '1EG4TE5MA12', [visit(''), injection(), drug(':JZ')]),
  of('SLIP-1', '1EG4TE5MA13', [visit(':25'), injection(':25'), drug(':JZ')]),
  of('SLIP-2', '1EG4TE5MA14', [visit(':25'), injection(':25'), drug(':JZ')]),
  of('CLEAN-1', '1EG4TE5MA15', [visit(':25'), injection(), drug(':JZ')]),
]);

/** What comes out when a claim's segments are changed: `change` gets those from its CLM on. */
function withClaim(text, id, change) {
  const begin = text.indexOf(`CLM*${id}*`);
  const end = /HL\*|SE\*/.exec(text.slice(begin)).index + begin;
  return text.slice(0, begin) + change(text.slice(begin, end)) + text.slice(end);
}
const with25 = (text, id) => withClaim(text, id, (own) => own.replace('99213', '99213:25'));
const withJz = (text, id) => withClaim(text, id, (own) => own.replace('J1885', 'J1885:JZ'));
const without25 = (text, id) => withClaim(text, id, (own) => own.replace('96372:25', '96372'));

const form = (page) => page.locator('deltoid-batch-claim');
const finding = (page, rule) => form(page).locator(`li.finding:not(.done)[data-key^="${rule}"]`);
const panel = (page) => page.locator('deltoid-corrected dialog');

async function openBatch(files, options) {
  const page = await open(browser, options);
  await choose(page, files);
  await queueRows(page).first().waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: /^All/ }).click();
  return page;
}

/** Opens a claim, works on it and goes back. */
async function onClaim(page, id, work) {
  await queueRows(page).filter({ hasText: id }).click();
  await form(page).locator('deltoid-checker:not([hidden]) .totals').waitFor();
  await work();
  await page.getByRole('button', { name: 'Back to the queue' }).click();
}

const take = (page, id, ...rules) =>
  onClaim(page, id, async () => {
    for (const rule of rules) await takeFix(finding(page, rule));
  });

async function openPanel(page) {
  await page.getByRole('button', { name: 'Download' }).click();
  await page.getByRole('button', { name: 'Corrected 837 …' }).first().click();
  await panel(page).locator('.file, .hint').first().waitFor();
}

async function saved(page, name) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel(page)
      .getByRole('button', { name: `Save ${name}` })
      .click(),
  ]);
  await panel(page).getByText(`Saved: ${name}`).waitFor();
  assert.equal(download.suggestedFilename(), name);
  return readFile(await download.path(), 'latin1');
}

const end = async (page) => {
  assert.deepEqual([page.asked, page.complaints], [[], []]);
  await page.context().close();
};

for (const [what, change] of [
  ['a segment a line', (text) => text],
  ['CR LF behind the terminators', (text) => text.replaceAll('~\n', '~\r\n')],
  ['no line ends and no last terminator', (text) => text.replaceAll('~\n', '~').slice(0, -1)],
  [
    'other separators',
    (text) => text.replaceAll('*', '|').replaceAll(':', '>').replaceAll('^', '!').replaceAll('~\n', "'"),
  ],
  ['a byte order mark', (text) => `\u00EF\u00BB\u00BF${text}`],
]) {
  test(`${what}: the fixes that were taken are in the file, and no other byte is changed`, async () => {
    const page = await openBatch({
      name: 'claims-0915.837',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(change(source), 'latin1'),
    });
    await take(page, 'TWO-1', 'BND003', 'DRG004');
    await take(page, 'VISIT-1', 'BND003');
    await openPanel(page);
    await panel(page).getByText('3 fixes that you took, on 2 claims').waitFor();
    const written = await saved(page, 'claims-0915-corrected.837');
    const wanted = withJz(with25(with25(source, 'TWO-1'), 'VISIT-1'), 'TWO-1');
    assert.equal(written, change(wanted));
    const result = await panel(page).locator('.result').innerText();
    assert.match(
      result,
      /3 fixes written on 2 claims\.\s+Read again, it has none of these findings any more\./,
    );
    assert.match(result, /Left in this file: 2 will deny/);
    await end(page);
  });
}

test('a deleted line, and a fix on what moved up: total, line numbers and segment count follow', async () => {
  const page = await openBatch(asFile('claims.837', source));
  await onClaim(page, 'TWO-1', async () => {
    await finding(page, 'BND003').getByRole('button', { name: 'Delete line 1' }).click();
    await takeFix(finding(page, 'DRG004'));
  });
  await openPanel(page);
  await panel(page).getByText('Show all 2').first().click();
  await panel(page).getByText('TWO-1 · Line 2: Add JZ').waitFor();
  const written = await saved(page, 'claims-corrected.837');
  const wanted = withClaim(source, 'TWO-1', (own) =>
    own
      .replace('TWO-1*172.00', 'TWO-1*52.00')
      .replace(/LX\*1~\n[\s\S]*?(?=LX\*2~)/, '')
      .replace('LX*2~', 'LX*1~')
      .replace('LX*3~', 'LX*2~')
      .replace('J1885', 'J1885:JZ'),
  ).replace(/SE\*(\d+)/, (_, count) => `SE*${count - 3}`);
  assert.equal(written, wanted);
  await panel(page).getByText('2 fixes written on 1 claim, 1 line deleted.').waitFor();
  await end(page);
});

test('a fix of what only the fix before it has brought up is written, too', async () => {
  const push = ['96374', '90.00', '1', '1'];
  const text = file837([of('PUSH-1', '1EG4TE5MA11', [push, injection(), drug(':JZ')])]);
  const page = await openBatch(asFile('claims.837', text));
  await onClaim(page, 'PUSH-1', async () => {
    await finding(page, 'BND007').locator('.fix', { hasText: 'Add 59' }).click();
    await finding(page, 'BND007').locator('.question .yes').click();
    await finding(page, 'BND008').getByRole('button', { name: 'Delete line 2' }).click();
    await page.getByText('“Corrected 837” in the work queue writes it').waitFor();
  });
  await openPanel(page);
  await panel(page).getByText('2 fixes that you took, on 1 claim').waitFor();
  const wanted = withClaim(text, 'PUSH-1', (own) =>
    own
      .replace('PUSH-1*142.00', 'PUSH-1*102.00')
      .replace(/LX\*2~\n[\s\S]*?(?=LX\*3~)/, '')
      .replace('LX*3~', 'LX*2~'),
  ).replace(/SE\*(\d+)/, (_, count) => `SE*${count - 3}`);
  assert.equal(await saved(page, 'claims-corrected.837'), wanted);
  await panel(page).getByText('2 fixes written on 1 claim, 1 line deleted.').waitFor();
  await end(page);
});

test('undo takes a fix back, and so does “Back to what the file has”', async () => {
  const page = await openBatch(asFile('claims.837', source));
  await onClaim(page, 'TWO-1', async () => {
    await takeFix(finding(page, 'BND003'));
    await takeFix(finding(page, 'DRG004'));
    await form(page).locator('.tools').getByRole('button', { name: 'Undo' }).click();
    await finding(page, 'DRG004').waitFor();
  });
  await take(page, 'VISIT-1', 'BND003');
  await onClaim(page, 'VISIT-1', async () => {
    await page.getByRole('button', { name: 'Back to what the file has' }).click();
    await finding(page, 'BND003').waitFor();
  });
  await openPanel(page);
  await panel(page).getByText('1 fix that you took, on 1 claim').waitFor();
  assert.equal(await saved(page, 'claims-corrected.837'), with25(source, 'TWO-1'));
  await end(page);
});

test('what was typed is written where it is just what a fix does; else the claim stays, and the page says so', async () => {
  const page = await openBatch(asFile('claims.837', source));
  await onClaim(page, 'TWO-1', async () => {
    await takeFix(finding(page, 'BND003'));
    await form(page).getByLabel('Charge 24F').first().fill('125.00');
    await form(page).getByLabel('Charge 24F').first().blur();
    await page.getByText('Kept here, but what was typed cannot be written').waitFor();
  });
  await onClaim(page, 'VISIT-1', async () => {
    await form(page).getByLabel('Modifiers').first().fill('25');
    await page.getByText('“Corrected 837” in the work queue writes it').waitFor();
  });
  // A claim that was worked on is opened once more: what was done stays known.
  await onClaim(page, 'VISIT-1', async () => {
    await page.getByText('“Corrected 837” in the work queue writes it').waitFor();
  });
  await openPanel(page);
  await panel(page)
    .getByText('In one claim something was typed that no finding asks for. It stays as your file has it')
    .waitFor();
  await panel(page).getByText('Show what was typed').click();
  const typed = await panel(page).getByRole('list', { name: 'Show what was typed' }).innerText();
  assert.match(typed, /TWO-1 · Line 1: the charge: 120\.00 → 125\.00/);
  assert.equal(await saved(page, 'claims-corrected.837'), with25(source, 'VISIT-1'));
  await end(page);
});

test('what a finding leaves to a person to type is written as it was typed', async () => {
  const text = file837([
    of('UNITS-1', '1EG4TE5MA11', [visit(':25'), injection(), ['J1885:JZ', '12.00', '400', '1']]),
  ]);
  const page = await openBatch(asFile('claims.837', text));
  await onClaim(page, 'UNITS-1', async () => {
    await finding(page, 'UNT').locator('.fix', { hasText: 'Correct the units' }).first().click();
    // Key by key: the "6" on the way is not what was meant.
    await form(page).getByLabel('Units 24G').nth(2).pressSequentially('60');
    await page.getByText('“Corrected 837” in the work queue writes it').waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('4');
    await form(page).locator('.state.clean').waitFor();
  });
  await openPanel(page);
  await panel(page).getByText('1 fix that you took, on 1 claim').waitFor();
  assert.equal(await saved(page, 'claims-corrected.837'), text.replace('UN*400*', 'UN*4*'));
  await end(page);
});

test('a claim that is ignored stays as the file has it', async () => {
  const page = await openBatch(asFile('claims.837', source));
  await take(page, 'TWO-1', 'BND003');
  await take(page, 'VISIT-1', 'BND003');
  await page.locator('deltoid-queue-table .body .pick').first().click();
  await page.getByRole('button', { name: 'Ignore …' }).click();
  await page.getByRole('button', { name: 'Ignore', exact: true }).click();
  await page.getByRole('button', { name: 'Ignored 1' }).waitFor();
  const ignored = await queueRows(page).filter({ hasText: 'Ignored:' }).innerText();
  const [kept, left] = /TWO-1/.test(ignored) ? ['VISIT-1', 'TWO-1'] : ['TWO-1', 'VISIT-1'];
  await openPanel(page);
  assert.match(await panel(page).innerText(), new RegExp(`is ignored now\\..*\\s+${left}`));
  assert.equal(await saved(page, 'claims-corrected.837'), with25(source, kept));
  await end(page);
});

test('fixes that need no decision are shown, and written only when that is ticked', async () => {
  const page = await openBatch(asFile('claims.837', source));
  await take(page, 'VISIT-1', 'BND003');
  await openPanel(page);
  const tick = panel(page).getByRole('checkbox', { name: 'Also write the 2 fixes that need no decision' });
  assert.equal(await tick.isChecked(), false);
  await panel(page).getByText('Show all 2').click();
  await panel(page).getByText('SLIP-2 · Line 2: Remove 25').waitFor();
  const alone = with25(source, 'VISIT-1');
  assert.equal(await saved(page, 'claims-corrected.837'), alone);
  await tick.check();
  assert.equal(await saved(page, 'claims-corrected.837'), without25(without25(alone, 'SLIP-1'), 'SLIP-2'));
  await end(page);
});

test('a fix that an 837 has no place for is said with its reason, and all others are written', async () => {
  const begin = source.indexOf('CLM*SLIP-1*');
  const own = source.slice(begin, source.indexOf('HL*', begin));
  // Two claims of one subscriber, whose number was copied with its hyphens: it stands once for both.
  const shared = source
    .replace(own, own + own.replace('SLIP-1', 'SLIP-3').replaceAll('20260915', '20260916'))
    .replace('1EG4TE5MA13', '1EG4-TE5-MA13');
  const page = await openBatch(asFile('claims.837', shared));
  await take(page, 'SLIP-3', 'MOD001', 'CLM007');
  await openPanel(page);
  assert.equal(await saved(page, 'claims-corrected.837'), without25(shared, 'SLIP-3'));
  const result = await panel(page).locator('.result').innerText();
  assert.match(result, /1 fix written on 1 claim\./);
  assert.match(
    result,
    /Not written\.[\s\S]*SLIP-3: Set [\s\S]* stands in a loop that other claims of the file share/,
  );
  assert.doesNotMatch(result, /none of these findings/);
  await end(page);
});

test('each 837 of a batch is a file of its own, packed or not; other files are none', async () => {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  await zip.add('in/c.837', new TextReader(source.replaceAll('VISIT-1', 'ZIPPED-1')));
  const page = await openBatch([
    asFile('a.837', source),
    asFile(
      'b.837.gz',
      gzipSync(source.replaceAll('VISIT-1', 'PACKED-1').replaceAll('1EG4TE5MA', '1EG4TE5MC')),
    ),
    asFile('week.zip', Buffer.from(await zip.close())),
    asFile('d.json', JSON.stringify({ id: 'J-1', lines: [{ code: '96372', modifiers: ['25'] }] })),
  ]);
  const files = panel(page).getByRole('region');
  await take(page, 'PACKED-1', 'BND003');
  await take(page, 'ZIPPED-1', 'BND003');
  await openPanel(page);
  assert.deepEqual(await files.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))), [
    'a.837',
    'b.837.gz',
    'week.zip/in/c.837',
  ]);
  assert.equal(await files.nth(0).getByText('that you took').count(), 0);
  assert.equal(
    await saved(page, 'b-corrected.837'),
    with25(source.replaceAll('VISIT-1', 'PACKED-1').replaceAll('1EG4TE5MA', '1EG4TE5MC'), 'PACKED-1'),
  );
  assert.equal(
    await saved(page, 'c-corrected.837'),
    with25(source.replaceAll('VISIT-1', 'ZIPPED-1'), 'ZIPPED-1'),
  );
  await end(page);
});

test('a file that changed on the disk meanwhile: said, and nothing is saved', async () => {
  const path = join(folder, 'claims.837');
  await writeFile(path, source);
  const page = await openBatch(path);
  await take(page, 'VISIT-1', 'BND003');
  await openPanel(page);
  await writeFile(path, `${source}\n`);
  const downloads = [];
  page.on('download', (one) => downloads.push(one));
  await panel(page).getByRole('button', { name: 'Save claims-corrected.837' }).click();
  await panel(page).getByText('The file changed, moved or vanished since it was checked.').waitFor();
  assert.deepEqual(downloads, []);
  await end(page);
});

test('by the keyboard alone, and nothing is in the way of anybody', async () => {
  const page = await openBatch(asFile('claims.837', source), { reducedMotion: 'reduce' });
  await take(page, 'VISIT-1', 'BND003');
  await page.getByRole('button', { name: 'Corrected 837 …' }).focus();
  await page.keyboard.press('Enter');
  await panel(page).locator('.file').waitFor();
  const focused = () =>
    page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.textContent?.trim() || at?.type;
    });
  const order = [];
  while (!/^Save/.test(await focused()) && order.length < 12) {
    await page.keyboard.press('Tab');
    order.push(await focused());
    if (order.at(-1) === 'Show it') await page.keyboard.press('Enter');
  }
  assert.ok(order.includes('checkbox'), order.join(', '));
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.equal(await readFile(await download.path(), 'latin1'), with25(source, 'VISIT-1'));
  await panel(page).getByText('Saved:').waitFor();
  assert.match(await focused(), /^Save/);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await violationsOf(page), []);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const sideways = await panel(page).evaluate((node) => node.scrollWidth - node.clientWidth);
  assert.equal(sideways, 0);
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'hidden' });
  await end(page);
});

test('Clear leaves nothing of it; before a fix is taken there is nothing to write', async () => {
  const clean = file837([of('CLEAN-1', '1EG4TE5MA15', [visit(':25'), injection(), drug(':JZ')])]);
  const page = await openBatch(asFile('claims.837', source));
  await take(page, 'VISIT-1', 'BND003');
  await openPanel(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('button', { name: 'Clear it all' }).click();
  await page.getByRole('heading', { name: 'What do you have?' }).waitFor();
  assert.equal(await page.locator('deltoid-corrected').count(), 0);
  await choose(page, asFile('claims.837', clean));
  await queueRows(page).first().waitFor();
  await openPanel(page);
  await panel(page).getByText('There is no fix to write yet').waitFor();
  await end(page);
});
