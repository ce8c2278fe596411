// SPDX-License-Identifier: Apache-2.0
// Files as people have them: several at once, packed, of another kind, locked, damaged, changed under the hand.
import assert from 'node:assert/strict';
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { gzipSync } from 'node:zlib';
import { mixedFile, queueFile } from './support/claims837.mjs';
import { require } from './support/modules.mjs';
import { asFile, choose, launch, open, openQueue, queueRows } from './support/page.mjs';

const { ZipWriter, Uint8ArrayWriter, Uint8ArrayReader, TextReader } = require('@zip.js/zip.js');

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

const figure = async (page) => {
  await page.locator('.figures').waitFor({ timeout: 60_000 });
  return (await page.locator('.figures .value').first().innerText()).replaceAll(',', '');
};
const alert = (page) => page.getByRole('alert').first();

/** A .zip of these files; a value is a text, bytes, or null for a folder. */
async function zipOf(files, options = {}) {
  const zip = new ZipWriter(new Uint8ArrayWriter(), options);
  for (const [name, content] of Object.entries(files)) {
    if (content === null) await zip.add(name, undefined, { directory: true });
    else
      await zip.add(
        name,
        typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content),
      );
  }
  return Buffer.from(await zip.close());
}

test('a .gz is unpacked, and a claim of it is opened', async () => {
  const page = await open(browser);
  await choose(page, asFile('claims.837.gz', gzipSync(mixedFile(3000))));
  assert.equal(await figure(page), '3000');
  await page.getByRole('columnheader', { name: 'claim', exact: true }).getByRole('button').click();
  await page.getByRole('columnheader', { name: 'claim', exact: true }).getByRole('button').click();
  await queueRows(page).filter({ hasText: 'A-22997' }).click();
  await page.getByRole('heading', { name: 'Claim A-22997' }).waitFor();
  await page.locator('deltoid-batch-claim deltoid-checker').waitFor();
  assert.deepEqual(page.asked, []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('the files of a .zip are one batch, whatever lies about in it', async () => {
  const zip = await zipOf({
    'claims/': null,
    'claims/a.837': queueFile(),
    'claims/b.json': '{"id":"J-1","lines":[{"code":"96372"}]}',
    'claims/c.837.gz': gzipSync(mixedFile(3)),
    '__MACOSX/claims/._a.837': 'Mac OS X',
    'claims/.DS_Store': 'Bud1',
    'scan.pdf': '%PDF-1.7 a picture of a claim',
  });
  const page = await open(browser);
  await choose(page, asFile('week.zip', zip));
  // What is in the .gz inside is told, not read.
  assert.equal(await figure(page), '9');
  assert.match(await alert(page).innerText(), /week\.zip\/claims\/c\.837\.gz: .*inside an archive/);
  assert.match(await alert(page).innerText(), /week\.zip\/scan\.pdf: It is a PDF/);
  await page.getByText('Files and tables of this check').click();
  await page.getByText('week.zip/claims/a.837').first().waitFor();
  await page.getByRole('button', { name: /^All/ }).click();
  await queueRows(page).filter({ hasText: 'CHART-1' }).click();
  await page.getByText('week.zip/claims/a.837, claim 3').waitFor();
  await page.locator('deltoid-batch-claim deltoid-checker').waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('several files are one batch: the lines of a patient’s day meet across them', async () => {
  const page = await open(browser);
  await choose(page, [asFile('a.837', mixedFile(2)), asFile('a.837', mixedFile(2))]);
  assert.equal(await figure(page), '4');
  // Both have one name; each claim is a duplicate of the other file's.
  await page.getByRole('button', { name: /^All/ }).click();
  await queueRows(page).filter({ hasText: 'a.837 (2)' }).first().click();
  await page.getByRole('region', { name: 'From the batch' }).waitFor();
  await page.getByText('a.837 (2), claim').waitFor();
  await page.context().close();
});

test('a second drop while a check runs makes one batch of both', async () => {
  const path = join(folder, 'long.837');
  await writeFile(path, mixedFile(20_000).repeat(8));
  const page = await open(browser);
  await choose(page, path);
  await page.locator('progress').waitFor();
  await choose(page, asFile('more.837', mixedFile(3)));
  await page.getByRole('heading', { name: '2 files' }).waitFor();
  assert.equal(await figure(page), String(8 * 20_000 + 3));
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('what only unpacks and unpacks is left at that', async () => {
  const zeros = Buffer.alloc(200 << 20);
  const bombs = { 'bomb.gz': gzipSync(zeros), 'bomb.zip': await zipOf({ 'bomb.837': zeros }) };
  for (const [name, bytes] of Object.entries(bombs)) {
    const page = await open(browser);
    await choose(page, [asFile(name, bytes), asFile('a.837', mixedFile(3))]);
    assert.equal(await figure(page), '3');
    assert.match(await alert(page).innerText(), /grows more than two hundredfold/);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test('what cannot be read is named in a plain sentence, and the rest is checked', async () => {
  const zip = await zipOf({ 'a.837': mixedFile(3) });
  const text = mixedFile(3000);
  const gz = gzipSync(text);
  const files = {
    'scan.pdf': ['%PDF-1.7', /It is a PDF/],
    'photo.jpg': [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /It is a picture/],
    'list.xlsx': [await zipOf({ '[Content_Types].xml': '<Types/>' }), /It is an Office document/],
    'claims.7z': [Buffer.from('377abcaf271c0004', 'hex'), /packed in a way that is not read here/],
    'locked.zip': [await zipOf({ 'a.837': mixedFile(3) }, { password: 'secret' }), /locked with a password/],
    'zip.zip': [await zipOf({ 'inner.zip': zip }), /archive inside an archive/],
    'empty.zip': [await zipOf({}), /There are no files in it/],
    'torn.zip': [zip.subarray(0, zip.length - 40), /It is damaged/],
    'torn.gz': [gz.subarray(0, gz.length / 2), /It is damaged/],
  };
  for (const [name, [bytes, sentence]] of Object.entries(files)) {
    const page = await open(browser);
    await choose(page, [asFile(name, bytes), asFile('good.837', mixedFile(7))]);
    assert.ok(Number(await figure(page)) >= 7, name);
    const said = await alert(page).innerText();
    assert.match(said, /^Not everything was read/, name);
    assert.match(said, sentence, name);
    assert.ok(said.includes(name), name);
    assert.deepEqual(page.complaints, [], name);
    await page.context().close();
  }
});

test('nothing but a picture: nothing was checked, and the page is ready for the next file', async () => {
  const page = await open(browser);
  await choose(page, asFile('photo.png', Buffer.from('89504e470d0a1a0a', 'hex')));
  assert.match(await alert(page).innerText(), /^Nothing was checked\s+photo\.png: It is a picture/);
  assert.equal(await page.locator('progress').count(), 0);
  await choose(page, asFile('a.837', mixedFile(3)));
  assert.equal(await figure(page), '3');
  await page.context().close();
});

test('a file that changed since it was checked: the claim is not guessed at, the rest stays', async () => {
  const path = join(folder, 'changing.837');
  await writeFile(path, mixedFile(24));
  const page = await open(browser);
  await openQueue(page, path);
  await appendFile(path, 'more');
  await queueRows(page).first().click();
  await page.getByText('The file changed, moved or vanished since it was checked').waitFor();
  await page.getByRole('region', { name: 'From the batch' }).getByText('needs modifier 25').waitFor();
  await page.keyboard.press('Escape');
  await queueRows(page).first().waitFor();
  assert.equal(await page.locator('.figures').isVisible(), true);
  await page.context().close();
});

test('a file that changes while it is read is named, and what was read of it stays', async () => {
  const path = join(folder, 'moving.837');
  await writeFile(path, mixedFile(20_000).repeat(8));
  const page = await open(browser);
  await choose(page, [path]);
  await page.waitForFunction(() => {
    const batch = document.querySelector('deltoid-workbench').shadowRoot.querySelector('deltoid-batch');
    return Number(batch.shadowRoot.querySelector('progress')?.value) > 0;
  });
  await appendFile(path, 'more');
  const claims = Number(await figure(page));
  assert.match(await alert(page).innerText(), /moving\.837: The file changed, moved or vanished/);
  assert.ok(claims > 0 && claims < 8 * 20_000, String(claims));
  await queueRows(page).first().waitFor();
  await page.context().close();
});

test('progress tells claims and bytes', async () => {
  const path = join(folder, 'progress.837');
  await writeFile(path, mixedFile(20_000).repeat(8));
  const page = await open(browser);
  await choose(page, path);
  await page.getByText(/[\d.]+ MB of [\d.]+ MB · [\d,]+ claims · [\d,]+ findings so far/).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Cancelled. What was found until then').waitFor();
  assert.equal(await page.locator('progress').count(), 0);
  await queueRows(page).first().waitFor();
  await page.context().close();
});

test('a folder that is dropped is the files in it', async () => {
  const dropped = join(folder, 'week');
  await mkdir(join(dropped, 'monday'), { recursive: true });
  await writeFile(join(dropped, 'monday', 'a.837'), mixedFile(3));
  await writeFile(join(dropped, 'b.837'), mixedFile(2));
  await writeFile(join(dropped, '.DS_Store'), 'Bud1');
  const page = await open(browser);
  const cdp = await page.context().newCDPSession(page);
  const data = { items: [], files: [dropped], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'])
    await cdp.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
  await page.getByRole('heading', { name: '2 files' }).waitFor();
  assert.equal(await figure(page), '5');
  assert.equal(await page.getByRole('alert').count(), 0);
  await page.context().close();
});
