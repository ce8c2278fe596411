// SPDX-License-Identifier: Apache-2.0
// The one-file page's engine: it lies in the page as data blocks, which the browser neither runs nor fetches.
import type { Assets } from './assets.js';

export const pageAssets: Assets = {
  engine: async () => block('engine'),
  worker: async () => block('worker'),
};

/** What the engine may call, by names that can be read. */
export function engineImports(module: WebAssembly.Module): string[] {
  const pairs = (document.getElementById('engine')?.dataset.functions ?? '')
    .split(' ')
    .map((pair) => pair.split('='));
  const names = new Map(pairs.map(([short = '', long = '']) => [short, long]));
  return WebAssembly.Module.imports(module)
    .map(({ name }) => names.get(name) ?? name)
    .sort();
}

function block(id: string): string {
  return document.getElementById(id)?.textContent?.trim() ?? '';
}
