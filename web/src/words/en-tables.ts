// SPDX-License-Identifier: Apache-2.0
// What the engine's tables are called, in English. By the engine's names; those that matter most first.
import { tableWordsOf } from './table-words.js';

export const tableWords = tableWordsOf({
  'ncci-ptp-practitioner': 'Medicare edits',
  'mue-practitioner': 'unit limits',
  drugs: 'drugs',
  'hcpcs-codes': 'drug codes',
  'ncci-ptp-outpatient': 'hospital edits',
  'mue-outpatient': 'hospital unit limits',
  'mue-medicaid': 'Medicaid unit limits',
  'icd10-codes': 'diagnosis codes',
  'icd10-sets': 'groups of diagnoses',
  'code-sets': 'groups of codes',
  'place-of-service': 'places of service',
  successors: 'codes that took over',
  'ndc-hcpcs': 'codes by NDC',
  'ndc-directory': 'NDC directory',
  'physician-fees': 'Medicare fees',
});
