// SPDX-License-Identifier: Apache-2.0
// Why a file of tables was not taken, in English: what is not said by the engine. The page's words and the package's.

export const packFileWords = {
  none: 'It holds none of the tables that are read.',
  workbook: 'It is a workbook. The text or CSV file that lies beside it in the same .zip is what is read.',
  large: 'It is larger than any table.',
  broken:
    'It is damaged: it could not be unpacked to its end, so nothing of it was taken. Download it again.',
  changed: 'It changed, moved or vanished while it was read, so nothing of it was taken.',
  bomb: 'It grows more than two hundredfold when unpacked, which no table does. Nothing of it was taken.',
  parts:
    'It is a part of an edition of which other parts are in force. Choose all of its files together, so that none is lost.',
};

export type PackReason = keyof typeof packFileWords;
