// SPDX-License-Identifier: Apache-2.0
// The administration record of a line, in Spanish.
import type { documentationWords as english } from './en-documentation.js';

export const documentationWords: typeof english = {
  title: 'Registro de administración',
  hint: 'Lo que el expediente dice de esta inyección. Deje vacío lo que no quiera que se revise.',
  drug: 'Medicamento administrado',
  dose: 'Dosis',
  route: 'Vía',
  site: 'Sitio',
  lot: 'Número de lote',
  expiration: 'Vence',
  givenAt: 'Administrado el',
  givenAtHint: 'fecha y hora: 091526 1020',
  orderedBy: 'Ordenado por',
  orderDate: 'Ordenado el',
  givenBy: 'Administrado por',
  credential: 'Credencial',
  supervisedBy: 'Supervisado por',
  supervision: 'Supervisión',
  supervisions: {
    onsite: 'En el lugar',
    audio_video: 'Audio y video',
    audio: 'Solo audio',
    none: 'Ninguna',
  },
  indication: 'Motivo del medicamento',
  response: 'Cómo lo toleró el paciente',
  discarded: 'Desechado',
  injections: 'Inyecciones',
  separateVisit: 'Visita documentada aparte',
  newProblem: 'Problema nuevo',
  reasonDistinct: 'Por qué una segunda inyección',
  yesNo: { true: 'Sí', false: 'No' },
};
