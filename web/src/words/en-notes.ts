// SPDX-License-Identifier: Apache-2.0
// The note of an injection, pasted into the form, in English.

export const noteWords = {
  paste: 'Paste the note of this injection',
  title: 'The note of this injection',
  label: 'Paste or type the note',
  promise:
    'It is read on this computer and kept nowhere: it is gone when you close it. Nothing is filled before you say so.',
  read: 'Read the note',
  reading: 'Reading the note …',
  failed: 'The note could not be read here.',
  close: 'Close and forget the note',
  change: 'Change the note',
  text: 'The note, with the words that were taken marked',
  /** What the engine says of the note as a whole, or of a field: in English already. */
  sentence: (english: string) => english,
  found: (count: number) => (count === 1 ? 'One injection was found.' : `${count} injections were found.`),
  nothing: 'Nothing was filled.',
  unnamed: 'A drug that the note does not name clearly',
  forLine: 'Belongs to line',
  chooseLine: 'choose a line',
  which: 'The note does not tell which line this belongs to. Choose it.',
  unbilled:
    'No line of this claim bills this drug. Choose the line that it belongs to all the same, or leave it out.',
  noLines: 'There is no line yet that this could belong to. Type the drug’s line first; the note stays here.',
  another: (line: number) => `Line ${line} bills another drug than the note names.`,
  from: 'The note says',
  already: 'stands there already',
  keep: (value: string) => `Keep ${value}`,
  take: (value: string) => `Take ${value}`,
  leave: 'Leave it open',
  dayless: 'The note gives no day, and neither does the line. Type the date of service first.',
  use: (line: number) => `Use these for line ${line}`,
  useNone: 'Use these',
  allThere: (line: number) => `All that you chose stands in line ${line}.`,
  filled: (count: number, line: number) =>
    `${count === 1 ? 'One box' : `${count} boxes`} filled in the administration record of line ${line}. Undo takes all of it back.`,
  show: (line: number) => `Show the record of line ${line}`,
};
