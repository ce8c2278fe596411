// SPDX-License-Identifier: Apache-2.0
// The system's own Firefox, as it is installed, driven through WebDriver BiDi. (Playwright drives only its own builds.)
import { existsSync } from 'node:fs';
import { require } from './modules.mjs';

const { default: puppeteer } = require('puppeteer-core');

const places = ['firefox-esr', 'firefox'].flatMap((name) => [`/usr/bin/${name}`, `/usr/lib/${name}/${name}`]);

/** Where Firefox is; undefined when there is none. FIREFOX says where, if it is elsewhere. */
export const firefox = [process.env.FIREFOX, ...places].find((path) => path && existsSync(path));

export function launchFirefox() {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox,
    headless: true,
    args: ['--width=1280', '--height=860'],
  });
}

/** All text on the page, through its shadow roots. */
export function textOf(page) {
  return page.evaluate(() => {
    const read = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (/^(SCRIPT|STYLE|NOSCRIPT)$/.test(node.nodeName)) return '';
      return [...(node.shadowRoot ?? node).childNodes].map(read).join(' ');
    };
    return read(document.body).replace(/\s+/g, ' ');
  });
}

/** Waits until the text of the page matches. */
export async function reads(page, pattern) {
  let text = '';
  for (let wait = 0; wait < 300; wait++) {
    text = await textOf(page);
    if (pattern.test(text)) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The page does not say ${pattern}: ${text.slice(-2000)}`);
}
