// SPDX-License-Identifier: Apache-2.0
// Files of injection records beside the claims of a batch, in Spanish.
import { showCount } from '../formats/numbers.js';
import type { recordWords as english } from './en-records.js';

const many = (count: number, one: string, more: string): string =>
  `${showCount(count)} ${count === 1 ? one : more}`;

export const recordWords: typeof english = {
  title: 'Registros de inyecciones',
  joined: (records, joined) =>
    `${many(records, 'registro leído', 'registros leídos')}, ${joined === records ? (records === 1 ? 'y unido a su línea.' : 'y todos unidos a sus líneas.') : `${many(joined, 'unido a su línea', 'unidos a sus líneas')}.`}`,
  bothHint: 'Tiene reclamaciones y registros; cada cosa se tomó por lo que es.',
  leaveOut: 'Dejar fuera',
  asClaims: 'Revisar como reclamaciones',
  asRecords: 'Usar como registros de inyecciones',
  onlyClaims: 'Dejar fuera sus registros',
  withoutRecord: 'sin registro de inyección',
  showInQueue: 'Mostrar estas reclamaciones en la lista',
  maybe: (file) => `${file} se lee como reclamaciones. Parece que podría ser registros de inyecciones.`,
  refused: (file) => `${file} no sirve como registros de inyecciones, y se dejó fuera.`,
  apart: (count) => `${many(count, 'registro no se unió', 'registros no se unieron')} a ninguna línea`,
  row: (row, claim) => (claim ? `fila ${row}, reclamación ${claim}` : `fila ${row}`),
  why: {
    no_line: 'No se encontró ninguna línea de medicamento o inyección de esa reclamación y ese número.',
    no_claim: 'Ninguna reclamación con ese número tiene una línea a la que pertenezca.',
    nobody: 'No nombra ni reclamación ni paciente.',
    no_day: 'No nombra ninguna reclamación, ni un día que se pueda leer.',
    no_drug: 'Ninguna reclamación de ese paciente y ese día cobra el medicamento.',
  },
  more: (count) => `y ${showCount(count)} más.`,
  without: (count, of) =>
    `${showCount(count)} de ${many(of, 'línea', 'líneas')} de 96372 no ${count === 1 ? 'tiene' : 'tienen'} registro`,
  claim: (place, id) =>
    id
      ? `reclamación ${id} (número ${showCount(place)} del archivo)`
      : `reclamación número ${showCount(place)}`,
  moreLines: 'Solo se nombran las primeras cien reclamaciones.',
};
