// SPDX-License-Identifier: Apache-2.0
// What the element says of what its host page hands it: parts that are no claim, and files.
import { showCount } from '../formats/numbers.js';

export const elementWords = {
  /** `parts`: [where, what was expected there]. */
  leftOut: (parts: [string, string][]) =>
    `What this page filled in does not fit the form, and was left out: ${parts
      .map(([path, expected]) =>
        path ? `${path} (expected: ${expected})` : `all of it (expected: ${expected})`,
      )
      .join(', ')}.`,
  reading: (file: string, share: number, claims: number) =>
    `Checking ${file}: ${share} %${claims ? `, ${showCount(claims)} ${claims === 1 ? 'claim' : 'claims'} so far` : ''}`,
  read: (file: string, claims: number, errors: number, warnings: number) =>
    `${file}: ${showCount(claims)} ${claims === 1 ? 'claim' : 'claims'} checked, ${showCount(errors)} will deny, ${showCount(warnings)} to look at.`,
  firstShown: 'The first claim is shown here.',
  file: 'The file',
  cancel: 'Cancel',
  cancelled: (file: string) => `${file}: the check was cancelled.`,
  openFrame:
    'The claim form does not start here: the page around it could read what is typed. Its frame must be sandboxed (sandbox="allow-scripts").',
  notRead: (file: string, why: string) => `${file}: ${why}`,
};
