// SPDX-License-Identifier: Apache-2.0
// The note of an injection, pasted into the form: what was read is shown with its words, only what was seen is filled,
// nothing that was typed is written over by itself, and the note is kept nowhere.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import { sidewaysOf, violationsOf } from './support/access.mjs';
import { serveHost } from './support/host.mjs';
import { importSource } from './support/modules.mjs';
import { launch, open, openExample } from './support/page.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const oneShot =
  'Toradol 60 mg IM L deltoid given at 2:30 for acute low back pain — exp 1/27. Tolerated well. María Ruiz, RN';
const twoShots =
  'The patient received two injections today. Promethazine 25 mg IM was given in the left ventrogluteal area for vomiting, lot PR771. Ketorolac 30 mg IM was given in the right ventrogluteal area for migraine, lot KT020. Both were administered by Dana Fox, RN.';

const checker = (page) => page.locator('deltoid-checker');
const records = (page) =>
  checker(page).evaluate((node) => node.value.lines.map(({ documentation }) => documentation));
const panel = (page) => page.locator('.note-panel');
const row = (page, name) => page.locator('.offer', { hasText: name });

/** The example: a visit, the injection and J1885 in line 3. */
async function openForm(options, documentation) {
  const page = await open(browser, options);
  await openExample(page);
  if (documentation)
    await checker(page).evaluate((node, record) => {
      const { value } = node;
      value.lines[2].documentation = record;
      node.value = value;
    }, documentation);
  return page;
}

async function readNote(page, note) {
  await page.getByRole('button', { name: 'Paste the note of this injection' }).click();
  await page.getByLabel('Paste or type the note').fill(note);
  await page.getByRole('button', { name: 'Read the note' }).click();
  await page.locator('.note-found').waitFor();
}

/** As if from the clipboard: into the box that has the focus. */
function paste(page, text) {
  return page.evaluate((pasted) => {
    let box = document.activeElement;
    while (box.shadowRoot?.activeElement) box = box.shadowRoot.activeElement;
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    box.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }),
    );
  }, text);
}

test('what was read stands beside its words, is filled at one press, and one undo takes it back', async () => {
  const page = await openForm();
  await readNote(page, oneShot);
  const marks = await page.locator('.note-text mark').allInnerTexts();
  assert.deepEqual(marks, [
    'Toradol',
    '60 mg',
    'IM',
    'L deltoid',
    'acute low back pain',
    '1/27',
    'Tolerated well',
    'María Ruiz',
    'RN',
  ]);
  assert.equal(await page.locator('.note-text').innerText(), oneShot, 'the note itself is not changed');
  assert.match(await row(page, 'Site').innerText(), /left deltoid\s+The note says\s+L deltoid/);
  assert.deepEqual(await records(page), [undefined, undefined, undefined], 'nothing is filled by reading');
  await page.getByLabel('Route IM').uncheck();
  await page.getByRole('button', { name: 'Use these for line 3' }).click();
  assert.deepEqual((await records(page))[2], {
    drug: 'Toradol',
    dose: '60 mg',
    site: 'left deltoid',
    expiration: '2027-01',
    given_by: 'María Ruiz',
    credential: 'RN',
    indication: 'acute low back pain',
    response: 'Tolerated well',
  });
  await page.getByText('8 boxes filled in the administration record of line 3').waitFor();
  await page.keyboard.press('Control+z');
  assert.deepEqual((await records(page))[2], undefined);
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(page.asked, []);
  await page.context().close();
});

test('what is open in the note is filled by a choice alone', async () => {
  const page = await openForm();
  await readNote(page, oneShot);
  const given = row(page, 'Given at');
  assert.match(await given.innerText(), /morning or in the afternoon/);
  assert.equal(await given.getByLabel('Leave it open').isChecked(), true);
  await page.getByRole('button', { name: 'Use these for line 3' }).click();
  assert.equal((await records(page))[2].given_at, undefined);
  // The time is of the line's day.
  await given.getByLabel(/14:30/).check();
  await page.getByRole('button', { name: 'Use these for line 3' }).click();
  assert.match((await records(page))[2].given_at, /^\d{4}-\d\d-\d\dT14:30$/);
  await page.context().close();
});

test('what was typed stands beside what the note says, and stays unless it is given up', async () => {
  const typed = { dose: '30 mg', route: 'im', lot: 'OWN-1' };
  const page = await openForm({}, typed);
  await readNote(page, oneShot);
  assert.match(await row(page, 'Route').innerText(), /stands there already/);
  const dose = row(page, 'Dose');
  assert.equal(await dose.getByLabel('Keep 30 mg').isChecked(), true);
  await page.getByRole('button', { name: 'Use these for line 3' }).click();
  let record = (await records(page))[2];
  assert.deepEqual({ dose: record.dose, route: record.route, lot: record.lot }, typed);
  await dose.getByLabel('Take 60 mg').check();
  await page.getByRole('button', { name: 'Use these for line 3' }).click();
  record = (await records(page))[2];
  assert.equal(record.dose, '60 mg');
  assert.equal(record.lot, 'OWN-1');
  await page.context().close();
});

test('each injection is offered to the line that bills its drug; where none does a person chooses', async () => {
  const page = await openForm();
  await readNote(page, twoShots);
  const [other, own] = [page.locator('.given').nth(0), page.locator('.given').nth(1)];
  assert.equal(await own.getByLabel('Belongs to line').inputValue(), '2', 'ketorolac is J1885');
  assert.equal(await other.getByLabel('Belongs to line').inputValue(), '');
  assert.match(await other.innerText(), /No line of this claim bills this drug/);
  assert.equal(await other.getByRole('button', { name: 'Use these' }).isDisabled(), true);
  await other.getByLabel('Belongs to line').selectOption('2');
  await other.getByText('Line 3 bills another drug than the note names.').waitFor();
  // A line of its own drug is offered as soon as it is there.
  await page.getByRole('button', { name: '+ Add a line' }).click();
  await page.getByLabel('Code 24D').nth(3).fill('J2550');
  await other.getByLabel('Belongs to line').selectOption('3');
  await other.getByRole('button', { name: 'Use these for line 4' }).click();
  await own.getByRole('button', { name: 'Use these for line 3' }).click();
  const drugs = (await records(page)).map((record) => [record?.drug, record?.lot]);
  assert.deepEqual(drugs.slice(2), [
    ['Ketorolac', 'KT020'],
    ['Promethazine', 'PR771'],
  ]);
  await page.context().close();
});

test('two injections of one drug, or two lines of it, are never told apart by guessing', async () => {
  const { preferredLines } = await importSource("export { preferredLines } from './notes/fitting-lines.ts';");
  const given = (...drugs) => drugs.map((drug) => ({ documentation: { drug }, taken: [], unsure: [] }));
  const line = (index, code) => ({ index, code, isDrug: code !== '96372' });
  const isDrug = { J1885: 'ketorolac', J3420: 'b12', J2550: 'promethazine' };
  const all = Object.values(isDrug);
  const another = (drug, code) => all.includes(drug) && isDrug[code] !== drug;
  const lines = (administrations, ...codes) =>
    preferredLines(
      administrations,
      codes.map((code, at) => line(at, code)),
      another,
    );
  assert.deepEqual(lines(given('ketorolac'), '96372', 'J1885', 'J3420'), [1]);
  assert.deepEqual(lines(given('ketorolac'), 'J1885', 'J1885'), [undefined]);
  assert.deepEqual(lines(given('ketorolac', 'ketorolac'), '96372', 'J1885'), [undefined, undefined]);
  assert.deepEqual(lines(given('b12', 'ketorolac'), '96372', 'J1885', 'J3420'), [2, 1]);
  assert.deepEqual(lines(given('promethazine'), '96372', 'J1885'), [undefined]);
  assert.deepEqual(lines(given('ketorolac'), '96372'), [0], 'the drug is not billed: it is the injection’s');
  assert.deepEqual(lines(given('depo'), '96372', 'J1885'), [1], 'an unclear name, and one drug line');
  assert.deepEqual(lines(given('depo'), 'J3420', 'J1885'), [undefined]);
});

test('marks are at the right words behind letters of several bytes', async () => {
  const { piecesOf } = await importSource("export { piecesOf } from './notes/reading.ts';");
  const note = 'ñandú — 💉 60 mg día';
  const bytes = (text) => new TextEncoder().encode(text).length;
  const from = bytes('ñandú — 💉 ');
  const taken = [
    { field: 'dose', from, to: from + 5 },
    { field: 'drug', from: bytes('ñandú — '), to: from + 2 },
  ];
  const pieces = piecesOf(note, { administrations: [{ taken }] });
  assert.equal(pieces.map(({ text }) => text).join(''), note);
  assert.deepEqual(
    pieces.filter(({ of }) => of.length > 0),
    [
      { text: '💉 ', of: ['0-drug'] },
      { text: '60', of: ['0-dose', '0-drug'] },
      { text: ' mg', of: ['0-dose'] },
    ],
  );
});

const unread = {
  'in another language': [
    'Der Patient erhielt eine Spritze in den Arm.',
    /neither in English nor in Spanish/,
  ],
  'without an injection': ['Blood pressure 120/80, follow up in two weeks.', /No injection was found/],
  'of an injection that was refused': [
    'I discussed a Toradol injection with the patient. She declined the injection.',
    /was not given/,
  ],
};

for (const [name, [note, sentence]] of Object.entries(unread))
  test(`a note ${name} gets a plain sentence, and fills nothing`, async () => {
    const page = await openForm();
    await readNote(page, note);
    assert.match(await page.locator('.note-found').innerText(), sentence);
    assert.match(await page.locator('.note-found').innerText(), /Nothing was filled/);
    assert.equal(await page.locator('.given').count(), 0);
    await page.context().close();
  });

test('a long note is read beside the page, as far as the engine reads, and says so', async () => {
  const page = await openForm();
  await page.getByRole('button', { name: 'Paste the note of this injection' }).click();
  await page.getByLabel('Paste or type the note').waitFor();
  const worker = page.waitForEvent('worker');
  await paste(page, `${oneShot}\n`.repeat(20_000));
  await worker;
  await page.getByText('only its first 64 KB were read').waitFor();
  assert.ok((await page.locator('.note-text').textContent()).length < 70_000);
  await page.getByRole('button', { name: 'Use these for line 3' }).waitFor();
  await page.context().close();
});

test('another note that is pasted meanwhile, or Close, ends the reading', async () => {
  const page = await openForm();
  await page.getByRole('button', { name: 'Paste the note of this injection' }).click();
  await page.getByLabel('Paste or type the note').waitFor();
  await paste(page, oneShot);
  await page.getByRole('button', { name: 'Close and forget the note' }).click();
  assert.equal(await panel(page).count(), 0);
  await page.getByRole('button', { name: 'Paste the note of this injection' }).click();
  assert.equal(await page.getByLabel('Paste or type the note').inputValue(), '');
  await page.waitForTimeout(500);
  assert.equal(await page.locator('.given').count(), 0, 'the first reading is not told any more');
  await page.context().close();
});

/** Where a browser or the page could have kept something. */
const traces = (page) =>
  page.evaluate(async () => {
    const textOf = (root) =>
      [...root.querySelectorAll('*')]
        .map(
          (node) =>
            [...[...node.attributes].map(({ value }) => value), node.value ?? ''].join(' ') +
            (node.shadowRoot ? node.shadowRoot.textContent + textOf(node.shadowRoot) : ''),
        )
        .join(' ');
    return [
      document.title,
      location.href,
      JSON.stringify(history.state),
      document.cookie,
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify(await indexedDB.databases()),
      document.body.textContent,
      textOf(document),
      JSON.stringify(performance.getEntries().map(({ name }) => name)),
    ].join('\n');
  });

for (const [name, leave] of Object.entries({
  'is closed': (page) => page.getByRole('button', { name: 'Close and forget the note' }).click(),
  'is cleared with the claim': (page) => page.getByRole('button', { name: 'Clear', exact: true }).click(),
  'belongs to the claim before': (page) => checker(page).evaluate((node) => node.begin({ lines: [] })),
}))
  test(`a note that ${name} is gone`, async () => {
    const page = await openForm();
    await readNote(page, `${oneShot} Zebrafinch lives next door.`);
    assert.ok((await traces(page)).includes('Zebrafinch'), 'the test sees it while it is there');
    assert.ok(!(await page.title()).includes('Zebrafinch') && !page.url().includes('Zebrafinch'));
    await leave(page);
    await panel(page).waitFor({ state: 'detached' });
    const left = await traces(page);
    assert.ok(!left.includes('Zebrafinch') && !left.includes('Tolerated well'), 'something of it is left');
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

test('what is saved has what was filled, and nothing else of the note', async () => {
  const page = await openForm();
  await readNote(page, `${oneShot} Zebrafinch lives next door.`);
  await page.getByRole('button', { name: 'Use these for line 3' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as JSON' }).click(),
  ]);
  const saved = await readFile(await download.path(), 'utf8');
  assert.ok(saved.includes('left deltoid') && !saved.includes('Zebrafinch'), saved);
  await page.context().close();
});

test('a note alone is reason enough for the page to clear itself', async () => {
  const page = await open(browser);
  await page.clock.install();
  await page.reload();
  await page.getByRole('button', { name: 'Type one claim' }).click();
  await page.getByRole('button', { name: 'Paste the note of this injection' }).click();
  await page.getByLabel('Paste or type the note').fill(oneShot);
  await page.clock.fastForward('09:30');
  await page.locator('.countdown').waitFor();
  await page.clock.fastForward('00:40');
  await page.getByText('Cleared, because nobody touched the page').first().waitFor();
  assert.equal((await traces(page)).includes('María Ruiz'), false);
  await page.context().close();
});

const focused = (page) =>
  page.evaluate(() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return {
      name: node?.labels?.[0]?.innerText.trim() ?? node?.innerText?.trim() ?? '',
      tag: node?.localName,
    };
  });

async function tabTo(page, name) {
  for (let steps = 0; steps < 60; steps++) {
    if (name.test((await focused(page)).name)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not lead to ${name}`);
}

test('the keyboard alone is enough, and undo in the note is the note’s', async () => {
  const page = await openForm();
  await page.getByLabel('Units 24G').last().focus();
  await tabTo(page, /^Paste the note/);
  await page.keyboard.press('Enter');
  await page.getByLabel('Paste or type the note').waitFor();
  assert.equal((await focused(page)).tag, 'textarea');
  const before = await checker(page).evaluate((node) => JSON.stringify(node.value));
  await page.keyboard.type('Gave it');
  await page.keyboard.press('Control+z');
  assert.equal(await page.getByLabel('Paste or type the note').inputValue(), '');
  assert.equal(await checker(page).evaluate((node) => JSON.stringify(node.value)), before);
  await page.keyboard.type('Gave Toradol 60 mg IM R deltoid');
  await tabTo(page, /^Read the note/);
  await page.keyboard.press('Enter');
  await page.locator('.given').waitFor();
  await tabTo(page, /^Site/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Use these for line 3/);
  await page.keyboard.press('Enter');
  await page.getByText('3 boxes filled').waitFor();
  assert.equal((await focused(page)).name, 'Toradol, 60 mg', 'the focus is not lost with the button');
  assert.deepEqual((await records(page))[2], { drug: 'Toradol', dose: '60 mg', route: 'IM' });
  await page.context().close();
});

test('a line’s record leads to it, and it belongs to that line then', async () => {
  const page = await openForm();
  await page.getByRole('button', { name: /More of line 2/ }).click();
  await page.getByText('Administration record').click();
  await page.locator('.record').getByRole('button', { name: 'Paste the note of this injection' }).click();
  await page.getByLabel('Paste or type the note').fill(oneShot);
  await page.getByRole('button', { name: 'Read the note' }).click();
  await page.getByRole('button', { name: 'Use these for line 2' }).waitFor();
  await page.context().close();
});

test('a form that is only shown takes no note', async () => {
  const page = await openForm();
  await checker(page).evaluate((node) => {
    node.readOnly = true;
  });
  await page.getByRole('button', { name: 'Paste the note of this injection' }).waitFor({ state: 'detached' });
  await page.context().close();
});

const states = {
  'to be pasted': async (page) => {
    await page.getByRole('button', { name: 'Paste the note of this injection' }).click();
    await page.getByLabel('Paste or type the note').waitFor();
  },
  'read, with a choice and a conflict': (page) => readNote(page, oneShot),
  'with two injections': (page) => readNote(page, twoShots),
  'not read': (page) => readNote(page, unread['in another language'][0]),
};

for (const [name, go] of Object.entries(states)) {
  for (const colorScheme of ['light', 'dark'])
    test(`axe: a note ${name}, ${colorScheme}`, async () => {
      const page = await openForm({ colorScheme }, { dose: '30 mg', route: 'IM' });
      await go(page);
      assert.deepEqual(await violationsOf(page), []);
      await page.context().close();
    });

  for (const [size, viewport, fontSize] of [
    ['at 320 pixels', { width: 320, height: 640 }, '100%'],
    ['with text twice as large', { width: 1280, height: 860 }, '200%'],
  ])
    test(`nothing scrolls sideways ${size}: a note ${name}`, async () => {
      const page = await openForm({ viewport }, { dose: '30 mg', route: 'IM' });
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, fontSize);
      await go(page);
      const sideways = await sidewaysOf(page);
      assert.equal(sideways, 0);
      await page.context().close();
    });
}

test('in Spanish the engine’s sentences are Spanish too', async () => {
  const page = await open(browser);
  await page.getByLabel('Language').selectOption('es');
  await page.getByRole('button', { name: 'Muéstreme un ejemplo' }).click();
  await page.getByRole('button', { name: 'Pegar la nota de esta inyección' }).click();
  await page.getByLabel('Pegue o escriba la nota').fill(`${oneShot} Lot A1 or lot B2.`);
  await page.getByRole('button', { name: 'Leer la nota' }).click();
  await page.locator('.given').waitFor();
  const said = await panel(page).evaluate((node) => {
    const copy = node.cloneNode(true);
    for (const own of copy.querySelectorAll('.note-text, q, b, h4, option')) own.remove();
    return copy.textContent;
  });
  assert.match(said, /mañana o de la tarde/);
  assert.doesNotMatch(said, /\b(the|note|line|may|stand|more|than|drug|given|leave|choose)\b/i);
  await page.context().close();
});

test('the element by itself reads a note, and loads the larger engine for it alone', async () => {
  const host = await serveHost({
    '/': `<!doctype html><html lang="en"><title>A portal</title><body>
      <form><deltoid-checker name="claim" as-of="2026-09-20"></deltoid-checker></form>
      <script type="module" src="/host.mjs"></script></body></html>`,
    '/host.mjs': `import '/element.js';`,
  });
  try {
    const page = await browser.newPage();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(host.address);
    await page.waitForFunction(() => customElements.get('deltoid-checker'));
    await checker(page).evaluate(async (node) => {
      node.value = {
        lines: [
          { code: '96372', from: '2026-09-15' },
          { code: 'J1885', from: '2026-09-15' },
        ],
      };
      await node.check();
    });
    const atFirst = asked.length;
    await readNote(page, oneShot);
    assert.ok(asked.length > atFirst, 'the larger engine came when it was wanted');
    await page.getByRole('button', { name: 'Use these for line 2' }).click();
    assert.equal((await records(page))[1].site, 'left deltoid');
    const sent = await page.evaluate(() => new FormData(document.querySelector('form')).get('claim'));
    assert.ok(sent.includes('left deltoid') && !sent.includes('L deltoid'));
    assert.ok(asked.every((url) => url.startsWith(host.address)));
    await checker(page).evaluate((node) => node.remove());
    assert.equal(await checker(page).count(), 0);
    await page.close();
  } finally {
    host.close();
  }
});
