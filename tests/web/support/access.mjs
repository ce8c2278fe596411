// SPDX-License-Identifier: Apache-2.0
// What keeps people out of a page: what axe-core finds, and what only scrolling sideways shows.
import { readFile } from 'node:fs/promises';
import { require } from './modules.mjs';

const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');

/** A line for each kind of violation, with the places and what would mend them; none on a page for everybody. */
export async function violationsOf(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ['violations'] }),
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.flat()} ${failureSummary}`).join('\n  ')}`,
  );
}

/** Pixels of the page that lie beside the window. */
export const sidewaysOf = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
