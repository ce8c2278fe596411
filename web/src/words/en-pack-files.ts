// SPDX-License-Identifier: Apache-2.0
// Why a file of tables was not taken, in English: what is not said by the engine. The page's words and the package's.

export const packFileWords = {
  none: 'It holds none of the tables that are read.',
  workbook: 'It is a workbook. The text or CSV file that lies beside it in the same .zip is what is read.',
  large: 'It is larger than any pack of tables.',
  parts:
    'It is a part of an edition of which other parts are in force. Choose all of its files together, so that none is lost.',
};

export type PackReason = keyof typeof packFileWords;
