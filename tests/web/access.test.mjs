// SPDX-License-Identifier: Apache-2.0
// For everyone: axe finds nothing on any view, nothing scrolls sideways at 320 pixels or with text twice as large.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { sidewaysOf, violationsOf } from './support/access.mjs';
import { mixedFile } from './support/claims837.mjs';
import {
  asFile,
  byFinding,
  findingRows,
  launch,
  open,
  openExample,
  openQueue,
  queueRows,
} from './support/page.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const openBatch = async (page) => {
  await openQueue(page, asFile('claims-0915.837', mixedFile(60)));
};
const openFindings = async (page) => {
  await openBatch(page);
  await byFinding(page);
};
const openClaim = async (page) => {
  await openBatch(page);
  await queueRows(page).nth(1).click();
  await page.locator('deltoid-batch-claim li.finding').first().waitFor({ state: 'attached' });
};

const views = {
  'first screen': async () => {},
  'what it does not check': async (page) => page.getByText('What it does not check').click(),
  'blank claim': async (page) => {
    await page.getByRole('button', { name: 'Type one claim' }).click();
    await page.getByText('Nothing to check yet').waitFor({ state: 'attached' });
  },
  example: async (page) => {
    await openExample(page);
    const strip = page.getByRole('button', { name: 'Show', exact: true });
    if (await strip.isVisible()) await strip.click();
  },
  'example, everything open': async (page) => {
    await openExample(page);
    await page.locator('deltoid-checker').evaluate((node) => {
      node.toggleLine(2);
      for (const details of node.shadowRoot.querySelectorAll('details')) details.open = true;
    });
  },
  'question for the chart': async (page) => {
    await openExample(page);
    const strip = page.getByRole('button', { name: 'Show', exact: true });
    if (await strip.isVisible()) await strip.click();
    await page.locator('li.finding .fix').first().click();
    await page.locator('.question .no').click();
    await page.locator('li.finding:not(.done) .fix').nth(1).click();
    await page.locator('.question').waitFor();
  },
  suggestions: async (page) => {
    await page.getByRole('button', { name: 'Type one claim' }).click();
    await page.getByLabel('Code 24D').pressSequentially('met');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('ArrowDown');
  },
  'clean claim': async (page) => {
    await openExample(page);
    await page.locator('deltoid-checker').evaluate((node) => {
      const claim = structuredClone(node.value);
      claim.lines[0].modifiers = ['25'];
      claim.lines[1].pointers = ['A'];
      claim.lines[2].modifiers = ['JZ'];
      node.value = claim;
    });
    await page.locator('.state.clean').waitFor({ state: 'attached' });
  },
  'work queue': openBatch,
  'work queue, columns': async (page) => {
    await openBatch(page);
    await page.locator('summary', { hasText: 'Columns' }).click();
    await page.getByRole('button', { name: 'Show patient identifiers' }).click();
  },
  'work queue, some selected': async (page) => {
    await openBatch(page);
    await page.locator('deltoid-queue-table .body .pick').nth(2).click();
    await page.getByText('1 claim selected').waitFor();
  },
  'work queue, nothing there': async (page) => {
    await openBatch(page);
    await page.getByRole('button', { name: /^Ignored/ }).click();
    await page.getByText('Nothing is ignored').waitFor();
  },
  'ignore dialog': async (page) => {
    await openBatch(page);
    await page.getByRole('grid', { name: 'Claims' }).focus();
    await page.keyboard.press('i');
    await page.getByRole('heading', { name: 'Ignore this claim' }).waitFor();
  },
  'corrected 837': async (page) => {
    await openClaim(page);
    await page
      .locator('deltoid-batch-claim li.finding .fix')
      .last()
      .evaluate((button) => button.click());
    await page.locator('deltoid-batch-claim .question .yes').evaluate((button) => button.click());
    await page.getByRole('button', { name: 'Back to the queue' }).click();
    await page.getByRole('button', { name: 'Corrected 837 …' }).click();
    await page.getByRole('button', { name: /^Save claims/ }).click();
    await page.getByText('Saved:').waitFor();
  },
  'claim of a batch': openClaim,
  'by finding': openFindings,
  'finding opened': async (page) => {
    await openFindings(page);
    await findingRows(page).nth(1).click();
    await page.getByRole('article', { name: 'One finding' }).waitFor();
  },
  'privacy panel': async (page) => page.getByRole('button', { name: 'How do I know?' }).click(),
  'privacy panel after the leak test': async (page) => {
    await page.getByRole('button', { name: 'How do I know?' }).click();
    await page.getByRole('button', { name: 'Try to leak now' }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
  },
  'profile and tables, one refused': async (page) => {
    await page.locator('.base .quiet').click();
    const [dialog] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Load a profile' }).click(),
    ]);
    await dialog.setFiles(asFile('bad.json', '{"payers":[{"clas":1}]}'));
    await page.locator('.refusal').waitFor();
  },
  'countdown to clearing': async (page) => {
    await page.clock.install();
    await page.reload();
    await openExample(page);
    await page.clock.fastForward('09:30');
    await page.locator('.countdown').waitFor();
    await page.clock.resume();
  },
  keys: async (page) => page.getByRole('button', { name: 'Keys' }).click(),
};

const sideways = (page) => sidewaysOf(page);

for (const [name, go] of Object.entries(views)) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe: ${name}, ${colorScheme}`, async () => {
      const page = await open(browser, { colorScheme, reducedMotion: 'reduce' });
      await go(page);
      assert.deepEqual(await violationsOf(page), []);
      await page.context().close();
    });
  }

  test(`320 pixels: ${name}`, async () => {
    const page = await open(browser, { viewport: { width: 320, height: 640 } });
    await go(page);
    assert.equal(await sideways(page), 0);
    await page.context().close();
  });

  test(`text twice as large: ${name}`, async () => {
    const page = await open(browser);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await go(page);
    assert.equal(await sideways(page), 0);
    await page.context().close();
  });
}

test('targets are at least 24 pixels', async () => {
  const page = await open(browser);
  await openExample(page);
  const small = await page.evaluate(() => {
    const found = [];
    const look = (root) => {
      for (const node of root.querySelectorAll('*')) {
        if (node.shadowRoot) look(node.shadowRoot);
        if (!node.matches('button, input, select, summary')) continue;
        const { width, height } = node.getBoundingClientRect();
        if (width > 0 && (width < 24 || height < 24))
          found.push(`${node.outerHTML.slice(0, 80)} ${width}x${height}`);
      }
    };
    look(document);
    return found;
  });
  assert.deepEqual(small, []);
  await page.context().close();
});
