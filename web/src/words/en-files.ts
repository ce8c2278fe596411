// SPDX-License-Identifier: Apache-2.0
// Why a file was not read, or not to its end, in English: one plain sentence each, the page's and the package's alike.

export const fileWords = {
  changed:
    'The file changed, moved or vanished while it was read. What was read until then is checked; open it again for the rest.',
  broken: 'It is damaged: it could not be unpacked to its end. What came out until then is checked.',
  encrypted: 'It is locked with a password. Unpack it first, then open the files in it.',
  bomb: 'It grows more than two hundredfold when unpacked, which no claim file does. It was left at that.',
  large: 'It holds more than 4 GB unpacked. Open its files one by one.',
  many: 'It holds more than 2,000 files. Unpack it, and open a folder’s worth at a time.',
  nested: 'It is an archive inside an archive. Unpack the outer one first.',
  empty: 'There are no files in it.',
  pdf: 'It is a PDF. Claims are read from 837 files, spreadsheets and JSON; ask your software for one of these.',
  image: 'It is a picture. Claims are read from 837 files, spreadsheets and JSON.',
  office:
    'It is an Office document, and no workbook. Claims are read from 837 files, spreadsheets and JSON; ask your software for one of these.',
  workbook:
    'It is a workbook of an older or another kind, or locked with a password. Save it in Excel as .xlsx without a password, or as CSV, and open that.',
  blank: 'There are no rows in this workbook.',
  texts: 'This workbook holds too much text to be read here. Save its sheet as CSV: that may have any size.',
  mapping: 'It says what the columns of a spreadsheet are. Open it together with the spreadsheet.',
  packed: 'It is packed in a way that is not read here. Unpack it first; .zip and .gz are read as they are.',
  records:
    'It holds records of injections and no claims. Open the claims as well: the records are joined to them.',
  program: 'It is a program, not a file of claims.',
};

/** Why a file was not read, or not to its end. */
export type Reason = keyof typeof fileWords;
