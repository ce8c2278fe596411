// SPDX-License-Identifier: Apache-2.0
// The words of an 837 that is written again with fixes in it, in English.
import { showCount } from '../formats/numbers.js';

const many = (count: number, one: string, more = `${one}s`): string =>
  `${showCount(count)} ${count === 1 ? one : more}`;

export const correctedWords = {
  title: 'Corrected 837',
  menu: ['Corrected 837 …', 'Your file with your fixes in it, every other byte as it was'] as [
    string,
    string,
  ],
  open: 'Corrected 837 …',
  intro:
    'Your file again, with only these fixes written in. Totals, line numbers and segment counts follow; every other byte stays as it was. It is patient data, as your file is.',
  looking: 'Looking through the findings …',
  nothing: 'There is no fix to write yet',
  nothingHint: 'Open a claim of the work queue and press one of its fixes. What you take is gathered here.',
  others: (count: number) =>
    count === 1
      ? 'One more 837 has no fix to write.'
      : `${showCount(count)} more 837 files have no fix to write.`,

  taken: (fixes: number, claims: number) =>
    `${many(fixes, 'fix', 'fixes')} that you took, on ${many(claims, 'claim')}`,
  offered: (count: number) =>
    count === 1
      ? 'Also write the one fix that needs no decision'
      : `Also write the ${showCount(count)} fixes that need no decision`,
  offeredHint:
    'Each is the only way to clear its finding, deletes no line and rests on neither chart nor payer. Without the tick none is written.',
  showAll: (count: number) => (count === 1 ? 'Show it' : `Show all ${showCount(count)}`),
  more: (count: number) => `and ${showCount(count)} more`,
  byHand: (count: number) =>
    count === 1
      ? 'In one claim something was typed that no finding asks for. It stays as your file has it: type the change in your billing program.'
      : `In ${showCount(count)} claims something was typed that no finding asks for. They stay as your file has them: type the changes in your billing program.`,
  typed: 'Show what was typed',
  typedLines: 'lines were added or deleted',
  nothingThere: 'nothing',
  ignored: (count: number) =>
    count === 1
      ? 'One claim that you corrected is ignored now. It stays as your file has it.'
      : `${showCount(count)} claims that you corrected are ignored now. They stay as your file has them.`,

  save: (name: string) => `Save ${name}`,
  writing: (name: string) => `Writing ${name} …`,
  cancel: 'Cancel',
  close: 'Close',
  saved: (name: string, size: string) => `Saved: ${name}, ${size}`,
  written: (fixes: number, claims: number, deleted: number) =>
    `${many(fixes, 'fix', 'fixes')} written on ${many(claims, 'claim')}${deleted > 0 ? `, ${many(deleted, 'line')} deleted` : ''}.`,
  gone: 'Read again, it has none of these findings any more.',
  standing: 'Read again, it still has findings that these fixes were for:',
  left: (errors: number, warnings: number) =>
    errors + warnings === 0
      ? 'Nothing is left in this file.'
      : `Left in this file: ${showCount(errors)} will deny, ${showCount(warnings)} may deny.`,
  notWritten: 'Not written. These fixes are yours to make in your billing program:',
  noSuchFix: 'Beside the other claims of this file nothing asks for it.',
  asRead: (count: number) =>
    `${many(count, 'claim')} could not be read as a whole and ${count === 1 ? 'is as it was' : 'are as they were'}.`,
  unread: (count: number) =>
    `${many(count, 'claim')} of a kind that is not read ${count === 1 ? 'is as it was' : 'are as they were'}.`,
  changed:
    'The file changed, moved or vanished since it was checked. Nothing was saved. Open it again, and take the fixes from its new findings.',
  failed: 'Nothing was saved.',

  keptByFix: 'Kept. “Corrected 837” in the work queue writes it into your file.',
  keptByHand:
    'Kept here, but what was typed cannot be written into your 837: make the change in your billing program, too.',
};
