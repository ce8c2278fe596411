// SPDX-License-Identifier: Apache-2.0
// The page in Spanish: every view is walked, and no English word of the catalogue is left but where it is marked.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { sidewaysOf, violationsOf } from './support/access.mjs';
import { acknowledgement, answeredClaims, answersToThem } from './support/answers.mjs';
import { mixedFile } from './support/claims837.mjs';
import { importSource } from './support/modules.mjs';
import { address, asFile, choose, findingRows, launch, open, openQueue } from './support/page.mjs';

let browser;
let english;
before(async () => {
  browser = await launch();
  const { en, es } = await importSource(
    `export { en } from './words/en.ts'; export { es } from './words/es.ts';`,
  );
  english = new Set(onlyEnglish(en, es));
});
after(() => browser?.close());

/** The English texts of the catalogue that Spanish says otherwise. */
function onlyEnglish(en, es) {
  if (typeof en === 'string') return en !== es && /[a-z]{3}/i.test(en) ? [en] : [];
  if (en === null || typeof en !== 'object') return [];
  return Object.keys(en).flatMap((key) => onlyEnglish(en[key], es[key]));
}

// None of these is a Spanish word too.
const englishWords =
  /\b(the|and|of|with|is|are|not|from|this|that|what|which|line|claim|claims|file|files|box|needs|will|check|show|your|you|for|by|to|in|on|at|page|open|findings?)\b/i;

async function inSpanish(options) {
  const page = await open(browser, options);
  await page.getByLabel('Language').selectOption('es');
  await page.getByRole('heading', { name: '¿Qué tiene usted?' }).waitFor();
  return page;
}

const example = async (page) => {
  await page.getByRole('button', { name: 'Muéstreme un ejemplo' }).click();
  await page.locator('li.finding').first().waitFor({ state: 'attached' });
};
const batch = async (page) => {
  await openQueue(page, asFile('a.837', mixedFile(30)));
};

const views = {
  start: async (page) => page.getByText('Lo que no revisa').click(),
  'blank claim': async (page) => {
    await page.getByRole('button', { name: 'Escribir una reclamación' }).click();
    await page.getByText('Todavía no hay nada que revisar').waitFor();
  },
  'example with everything open': async (page) => {
    await example(page);
    await page.locator('deltoid-checker').evaluate((node) => {
      node.toggleLine(2);
      for (const details of node.shadowRoot.querySelectorAll('details')) details.open = true;
    });
    await page.getByText('Registro de administración').waitFor();
    await page.locator('deltoid-checker').evaluate((node) => {
      for (const details of node.shadowRoot.querySelectorAll('details')) details.open = true;
    });
  },
  'question for the chart': async (page) => {
    await example(page);
    await page.locator('li.finding .fix').first().click();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.locator('li.finding:not(.done) .fix').nth(1).click();
    await page.getByText('Una pregunta al expediente').waitFor();
  },
  suggestions: async (page) => {
    await page.getByRole('button', { name: 'Escribir una reclamación' }).click();
    await page.getByLabel('Código 24D').pressSequentially('met');
    await page.getByRole('listbox').waitFor();
  },
  'clean claim': async (page) => {
    await example(page);
    await page.locator('deltoid-checker').evaluate((node) => {
      const claim = structuredClone(node.value);
      claim.lines[0].modifiers = ['25'];
      claim.lines[1].pointers = ['A'];
      claim.lines[2].modifiers = ['JZ'];
      node.value = claim;
    });
    await page.locator('.state.clean').waitFor();
  },
  batch,
  'finding opened': async (page) => {
    await batch(page);
    await page.getByRole('button', { name: 'Por hallazgo' }).click();
    await findingRows(page).nth(1).click();
    await page.getByRole('article', { name: 'Un hallazgo' }).waitFor();
  },
  remittances: async (page) => {
    await choose(page, [
      asFile('enviadas.837', answeredClaims()),
      asFile('pagos.835', answersToThem()),
      asFile('acuse.277', acknowledgement()),
    ]);
    await page.locator('deltoid-remittances #chart-files').waitFor();
    await page.locator('deltoid-remittances').evaluate((node) => {
      for (const details of node.shadowRoot.querySelectorAll('details')) details.open = true;
    });
  },
  'remittances that wait for claims': async (page) => {
    await choose(page, asFile('pagos.835', answersToThem()));
    await page.getByRole('button', { name: 'Abrir reclamaciones' }).waitFor();
  },
  privacy: async (page) => {
    await page.getByRole('button', { name: '¿Cómo lo sé?' }).click();
    await page.getByRole('button', { name: 'Intentar una fuga ahora' }).click();
    await page.getByRole('button', { name: 'Intentar otra vez' }).waitFor({ timeout: 60_000 });
  },
  settings: async (page) => {
    await page.locator('.base .quiet').click();
    await page.getByLabel('Perfil incluido').selectOption('aetna');
    await page.locator('.base', { hasText: 'Perfil: Aetna' }).waitFor();
  },
  keys: async (page) => page.getByRole('button', { name: 'Teclas' }).click(),
  countdown: async (page) => {
    await example(page);
    await page.clock.fastForward('09:30');
    await page.locator('.countdown').waitFor();
    await page.clock.resume();
  },
};

/** Runs in the page: every text that a person or a screen reader gets, but for what is marked as English or is code. */
function textsShown() {
  const found = [];
  const skipped = '[lang=en], .raw, kbd, script, style, noscript, option[lang]';
  const add = (text, node) => {
    if (text?.trim() && !node.closest(skipped)) found.push(text.trim());
  };
  const look = (root) => {
    for (const node of root.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) add(node.getAttribute(name), node);
      const drawn = node.checkVisibility?.() ?? true;
      for (const child of node.childNodes) if (child.nodeType === 3 && drawn) add(child.data, node);
      if (node.shadowRoot) look(node.shadowRoot);
    }
  };
  look(document.body);
  return [...new Set(found), document.title];
}

for (const [name, go] of Object.entries(views)) {
  test(`no English is left: ${name}`, async () => {
    const page = await open(browser);
    if (name === 'countdown') {
      await page.clock.install();
      await page.reload();
    }
    await page.getByLabel('Language').selectOption('es');
    await page.getByRole('heading', { name: '¿Qué tiene usted?' }).waitFor();
    await go(page);
    const shown = await page.evaluate(textsShown);
    assert.ok(shown.length > 20, 'there is something to read');
    assert.deepEqual(
      shown.filter((text) => english.has(text) || englishWords.test(text.replace(/\S+[./-]\S+/g, ''))),
      [],
    );
    await page.context().close();
  });
}

test('what stays English is marked, and the page says so', async () => {
  const page = await inSpanish();
  await example(page);
  await page.getByText('Los hallazgos, sus motivos y sus fuentes están en inglés').waitFor();
  for (const part of ['.message', '.why'])
    assert.equal(await page.locator(`li.finding ${part}`).first().getAttribute('lang'), 'en');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'es');
  await page.context().close();
});

test('the words change at once and change back, and what was typed stays', async () => {
  const page = await inSpanish();
  await example(page);
  await page.getByLabel('Cargo 24F').first().fill('150');
  await page.getByLabel('Idioma').selectOption('en');
  await page.getByLabel('Charge 24F').first().waitFor();
  assert.equal(await page.getByLabel('Charge 24F').first().inputValue(), '150');
  await page.getByRole('button', { name: /^Add 25/ }).waitFor();
  await page.getByLabel('Language').selectOption('es');
  await page.getByRole('button', { name: /^Agregar 25/ }).waitFor();
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('the browser’s language is the first one, and no choice is stored', async () => {
  const context = await browser.newContext({ locale: 'es-US' });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('heading', { name: '¿Qué tiene usted?' }).waitFor();
  await page.getByLabel('Idioma').selectOption('en');
  await page.getByRole('heading', { name: 'What do you have?' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '¿Qué tiene usted?' }).waitFor();
  await context.close();
});

for (const name of ['start', 'question for the chart', 'privacy', 'settings']) {
  test(`axe and 320 pixels in Spanish: ${name}`, async () => {
    const page = await inSpanish({ viewport: { width: 320, height: 700 }, reducedMotion: 'reduce' });
    if (name === 'question for the chart') {
      await example(page);
      await page.getByRole('button', { name: 'Mostrar', exact: true }).click();
      await page.locator('li.finding .fix').first().click();
    } else await views[name](page);
    const wide = await sidewaysOf(page);
    assert.equal(wide, 0);
    assert.deepEqual(await violationsOf(page), []);
    await page.context().close();
  });
}
