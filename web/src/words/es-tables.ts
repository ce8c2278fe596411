// SPDX-License-Identifier: Apache-2.0
// What the engine's tables are called, in Spanish. In the order of en-tables.ts.
import { tableWordsOf } from './table-words.js';

export const tableWords = tableWordsOf({
  'ncci-ptp-practitioner': 'ediciones de Medicare',
  'mue-practitioner': 'límites de unidades',
  drugs: 'medicamentos',
  'hcpcs-codes': 'códigos de medicamentos',
  'ncci-ptp-outpatient': 'ediciones de hospital',
  'mue-outpatient': 'límites de unidades de hospital',
  'mue-medicaid': 'límites de unidades de Medicaid',
  'icd10-codes': 'códigos de diagnóstico',
  'icd10-sets': 'grupos de diagnósticos',
  'code-sets': 'grupos de códigos',
  'place-of-service': 'lugares de servicio',
  successors: 'códigos que sustituyen a otros',
  'ndc-hcpcs': 'códigos por NDC',
  'ndc-directory': 'directorio de NDC',
  'physician-fees': 'tarifas de Medicare',
});
