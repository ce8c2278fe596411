// SPDX-License-Identifier: Apache-2.0
// The browser's own dialog, for files of one kind.

export function askForFiles(
  accept: string,
  multiple: boolean,
  take: (files: File[]) => Promise<unknown>,
): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = multiple;
  input.addEventListener('change', () => void take([...(input.files ?? [])]));
  input.click();
}
