// SPDX-License-Identifier: Apache-2.0
// Hands a file to the browser to save.

export function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has the content by then; the memory is given back.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
