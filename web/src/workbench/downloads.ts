// SPDX-License-Identifier: Apache-2.0
// Findings as files that the browser saves. They are made here; nothing is asked of anybody.
import { html, type TemplateResult } from 'lit';
import { findingsAsCsv, findingsAsJson } from '../findings/export.js';
import { words } from '../words/index.js';
import type { Batch } from './batch.js';

export function downloadsView(batch: Batch): TemplateResult {
  const stem = (batch.names.length === 1 ? (batch.names[0] ?? '') : 'batch').replace(/\.[^.]*$/, '');
  const csv = async (): Promise<void> => save(await findingsAsCsv(batch.store), `${stem}-findings.csv`);
  const json = (): void => save(findingsAsJson(batch.store, batch.summaryBytes), `${stem}-findings.json`);
  return html`<button type="button" @click=${csv}>${words.batch.csv}</button>
    <button type="button" @click=${json}>${words.batch.json}</button>`;
}

/** Hands a file to the browser to save. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has the content by then; the memory is given back.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
