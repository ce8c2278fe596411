// SPDX-License-Identifier: Apache-2.0
// A copy of the page with settings inside: one more data block, which no browser runs, so the page's policy stays as it
// is. The copy is put together from the page as it was built: nothing that was typed can be in it.
import { block } from '../engine/page-assets.js';
import { pageText } from '../privacy/page-text.js';
import type { Settings } from './settings.js';

/** Other choices of the page that a copy carries. */
export interface PageChoices {
  minutes?: number;
  language?: string;
}

type Saved = Pick<Settings, 'profile' | 'tables'> & PageChoices;

const id = 'settings';

/** The page with these settings, as a file. */
export async function pageWith({ profile, tables }: Settings, choices: PageChoices): Promise<Blob> {
  const saved: Saved = { ...(profile ? { profile } : {}), tables, ...choices };
  const packed = await through(new Blob([JSON.stringify(saved)]), new CompressionStream('gzip'));
  const block = `<script type="application/json+gzip;base64" id="${id}">${await base64Of(packed)}</script>`;
  return new Blob([pageText(block)], { type: 'text/html' });
}

/** What was saved into this page; undefined when nothing was. Rejects when it cannot be read. */
export async function savedSettings(): Promise<{ settings: Settings; choices: PageChoices } | undefined> {
  const base64 = await block(id);
  if (!base64) return undefined;
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const json = await (await through(new Blob([bytes]), new DecompressionStream('gzip'))).text();
  const { profile, tables, minutes, language } = JSON.parse(json) as Saved;
  return {
    settings: { ...(profile ? { profile } : {}), tables, kept: true },
    choices: { ...(minutes === undefined ? {} : { minutes }), ...(language ? { language } : {}) },
  };
}

function through(content: Blob, change: CompressionStream | DecompressionStream): Promise<Blob> {
  return new Response(content.stream().pipeThrough(change)).blob();
}

/** By way of a reader: a loop over a large pack's bytes would hold up the page. */
function base64Of(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.readAsDataURL(content);
  });
}
