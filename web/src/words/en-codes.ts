// SPDX-License-Identifier: Apache-2.0
// Our own short names for codes that stand on most claims, in English. They are no CPT descriptors, and drugs have
// their names in the packs.

export const codeWords = {
  suggestions: 'Suggestions',
  found: (count: number) => (count === 1 ? '1 suggestion' : `${count} suggestions`),
  own: {
    '96372': 'injection',
    '99202': 'visit, new patient',
    '99203': 'visit, new patient',
    '99204': 'visit, new patient',
    '99205': 'visit, new patient',
    '99211': 'nurse visit',
    '99212': 'visit, known patient',
    '99213': 'visit, known patient',
    '99214': 'visit, known patient',
    '99215': 'visit, known patient',
  } as Record<string, string>,
  /** Payers that have a built-in profile; names of companies. */
  payers: ['UnitedHealthcare', 'Aetna', 'Cigna', 'Anthem', 'Humana'],
};
