// SPDX-License-Identifier: Apache-2.0
// The one-file page's engine: it lies in the page as data blocks, which the browser neither runs nor fetches.
import type { Assets } from './assets.js';

export const pageAssets: Assets = {
  engine: async () => block('engine'),
  worker: async () => block('worker'),
};

function block(id: string): string {
  return document.getElementById(id)?.textContent?.trim() ?? '';
}
