// SPDX-License-Identifier: Apache-2.0
// Our own short names for common codes, in Spanish. Drugs keep the names of the packs.
import type { codeWords as english } from './en-codes.js';

export const codeWords: typeof english = {
  suggestions: 'Sugerencias',
  found: (count: number) => (count === 1 ? '1 sugerencia' : `${count} sugerencias`),
  own: {
    '96372': 'inyección',
    '99202': 'visita, paciente nuevo',
    '99203': 'visita, paciente nuevo',
    '99204': 'visita, paciente nuevo',
    '99205': 'visita, paciente nuevo',
    '99211': 'visita de enfermería',
    '99212': 'visita, paciente conocido',
    '99213': 'visita, paciente conocido',
    '99214': 'visita, paciente conocido',
    '99215': 'visita, paciente conocido',
  },
  payers: ['UnitedHealthcare', 'Aetna', 'Cigna', 'Anthem', 'Humana'],
};
