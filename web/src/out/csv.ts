// SPDX-License-Identifier: Apache-2.0
// CSV (RFC 4180) as the core writes it: the same quotes, the same guard against cells that a spreadsheet would run.

export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number): string {
  let text = String(value);
  // A text that begins like a formula would be run; a claim's id may come from anywhere.
  if (typeof value === 'string' && /^[=+\-@\t\r]/.test(text) && !/^-[\d.]+$/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
