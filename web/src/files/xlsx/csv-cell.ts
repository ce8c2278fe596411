// SPDX-License-Identifier: Apache-2.0
// A text as one cell of CSV. Whatever could be taken for a separator stands in quotes, so that the comma is told as ours.

const encoder = new TextEncoder();

export function csvCell(text: string): Uint8Array {
  return encoder.encode(/[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
}
