// SPDX-License-Identifier: Apache-2.0
// Findings as files: the contract's JSON, put together from the bytes as they came, and CSV for spreadsheets.
import type { Finding } from './model.js';
import type { FindingStore } from './store.js';

/** `{"findings": [...], "summary": {...}}` */
export function findingsAsJson(store: FindingStore, summary: Uint8Array<ArrayBuffer> | undefined): Blob {
  const parts: BlobPart[] = ['{"findings":['];
  for (let row = 0; row < store.size; row++) parts.push(row > 0 ? ',\n' : '\n', store.bytes(row));
  parts.push('\n],"summary":', summary && summary.length > 0 ? summary : 'null', '}\n');
  return new Blob(parts, { type: 'application/json' });
}

const columns: [string, (finding: Finding) => string | number | null | undefined][] = [
  ['file', (one) => one.file],
  ['claim', (one) => one.claim],
  ['claim_index', (one) => one.claim_index],
  ['line', (one) => one.line],
  ['rule', (one) => one.rule],
  ['name', (one) => one.name],
  ['level', (one) => one.level],
  ['tags', (one) => one.tags.join(' ')],
  ['message', (one) => one.message],
  ['why', (one) => one.why],
  ['box', (one) => one.box],
  ['field', (one) => one.field],
  ['x12', (one) => one.x12],
  ['amount', (one) => one.amount],
  ['group', (one) => one.denial?.group],
  ['carc', (one) => one.denial?.carc],
  ['rarc', (one) => one.denial?.rarc.join(' ')],
  ['confidence', (one) => one.confidence],
  ['offset', (one) => one.at?.offset],
  ['segment', (one) => one.at?.segment],
  ['text_line', (one) => one.at?.text_line],
];

/** One row a finding, in the order of the files. Yields to the page while it works. */
export async function findingsAsCsv(store: FindingStore): Promise<Blob> {
  const parts = [`${columns.map(([name]) => name).join(',')}\r\n`];
  for (let row = 0; row < store.size; row++) {
    const finding = store.parse(row);
    parts.push(`${columns.map(([, value]) => cell(value(finding))).join(',')}\r\n`);
    if (row % 500 === 499) await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob(parts, { type: 'text/csv' });
}

function cell(value: string | number | null | undefined): string {
  let text = String(value ?? '');
  // A spreadsheet would run a text that begins like a formula; a claim's id may come from anywhere.
  if (typeof value === 'string' && /^[=+\-@\t\r]/.test(text) && !/^-?[\d.]+$/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
