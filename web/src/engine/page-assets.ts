// SPDX-License-Identifier: Apache-2.0
// The one-file page's engine: it lies in the page as data blocks, which the browser neither runs nor fetches. They
// stand behind the script, so that the first picture need not wait for them.
import type { Assets } from './assets.js';

export const pageAssets: Assets = {
  engine: async () => bytesOf(await block('engine')),
  worker: async () => (await block('worker')).trim(),
  codes: () => block('codes'),
};

/** A data block of the page, once all of it has been read; '' where there is none. */
export async function block(id: string): Promise<string> {
  if (document.readyState === 'loading')
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
  return document.getElementById(id)?.textContent ?? '';
}

/** One character a byte; build.mjs says which stand higher. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
