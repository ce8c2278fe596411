// SPDX-License-Identifier: Apache-2.0
// The words of a batch's pictures, in English.

export const pictureWords = {
  title: 'Pictures',
  drawing: 'Counting …',
  failed: 'The files could not be read again. Open them once more.',
  partial: 'Pictures are drawn of whole batches. This check was cancelled.',
  noInjections: 'No claim of this batch has 96372.',
  cleanClaims: 'Clean claims',
  share: (share: string, clean: string, all: string) =>
    `${share} clean: ${clean} of ${all} claims with 96372`,
  parts: {
    clean: 'nothing found',
    may: 'may deny, or ask for a look',
    deny: 'will deny',
  },
  byRule: 'Money at risk by rule',
  byRuleHint: 'A line that two rules deny counts for both.',
  byPayer: 'Money at risk by payer',
  byDrug: 'Money at risk by drug',
  byDrugHint: 'The whole money at risk of a claim counts for its drug.',
  choose: 'Choose a bar to see its claims.',
  nothing: 'No money is at risk.',
  noDrug: 'No drug on the claim',
  severalDrugs: 'Several drugs',
  all: (count: number) => `Show all ${count}`,
  fewer: 'Show fewer',
  table: 'As a table',
  columns: { what: 'What', money: 'At risk', share: 'Share', claims: 'Claims' },
  forEar: (claims: string) => `at risk, ${claims}`,
  claims: (count: string) => (count === '1' ? '1 claim' : `${count} claims`),
  only: (what: string) => `Only: ${what}`,
  onlyEnd: 'Show all claims again',
};
