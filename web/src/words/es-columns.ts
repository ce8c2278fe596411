// SPDX-License-Identifier: Apache-2.0
// What the columns of a spreadsheet are, in Spanish. The names of the columns are the engine's and stay English.
import { showCount } from '../formats/numbers.js';
import type { columnWords as english } from './en-columns.js';

const many = (count: number, one: string): string => `${showCount(count)} ${one}${count === 1 ? '' : 's'}`;

export const columnWords: typeof english = {
  title: 'Qué son las columnas',
  needed: {
    code: 'Código de procedimiento',
    dos: 'Fecha de servicio',
    claim_id: 'Reclamación',
  },
  lead: {
    stuck: 'Diga qué columnas tienen lo que falta. Sin códigos y fechas no se puede revisar nada.',
    noClaim:
      'Ninguna columna dice a qué reclamación pertenece una fila. Diga cuál es; sin ella, las filas vecinas del mismo paciente, pagador y día se toman como una reclamación.',
    ready: 'Todo lo necesario se entendió. Cambie lo que no sea como debe.',
    none: 'No se eligió ninguna hoja. Marque las que tienen reclamaciones.',
  },
  missing: 'aún no se encontró',
  is: (header) => `columna «${header}»`,

  files: 'Cuáles tienen reclamaciones',
  hidden: 'oculta',
  more: (count) => `y ${showCount(count)} más`,
  oneMeaning:
    'Un encabezado significa lo mismo en todas. Donde no sea así, revise los archivos uno después de otro.',

  column: 'Columna del archivo',
  samples: 'Primeros valores',
  readAs: 'Se lee como',
  noHeader: '(sin encabezado)',
  noSamples: 'vacía',
  noName: 'No se lee',
  how: {
    mapping: 'como usted dijo',
    header: 'por su encabezado',
    none: 'no se entendió',
    twice: 'no se lee: otra columna dice lo mismo',
  },
  notRead: 'no se lee',
  showMore: (count) => `Mostrar ${many(count, 'columna')} más`,
  allInOne: (label) => `${label}, todo en una celda`,
  numbered: (label, number) => `${label} ${number}`,
  ofLine: (label) => `${label} (línea)`,
  groups: {
    needed: 'Necesario',
    line: 'La línea',
    claim: 'Reclamación, paciente y pagador',
    providers: 'Proveedores',
    chart: 'Del expediente',
  },

  preview: 'Las primeras filas, tal como se leerán',
  headerRow: (row) => `Los encabezados están en la fila ${showCount(row)}.`,
  comesTo: (lines, claims, whole) =>
    `${whole ? '' : 'Hasta donde se miró: '}${many(lines, 'línea')}, ${
      claims === 1 ? '1 reclamación' : `${showCount(claims)} reclamaciones`
    }.`,
  problems: 'Lo que no se lee tal como está',
  moreProblems: (count) => `Y ${showCount(count)} más. La revisión los nombra todos.`,
  reading: 'Leyendo las columnas …',
  failed: 'No se pudieron leer las columnas otra vez. Inténtelo de nuevo.',

  check: 'Revisar con estas columnas',
  back: 'Volver a los resultados',
  save: 'Guardar como archivo de columnas',
  saveHint:
    'Encabezados y lo que son, nada de un paciente. Ábralo junto con la próxima hoja, o déselo a deltoid check --columns.',
  use: 'Usar un archivo de columnas',
  notMapping: (name) => `${name} no dice qué son las columnas; no se tomó.`,
  forgotten: 'Nada de esto se recuerda: desaparece con Borrar y al cerrar la página.',

  note: (understood, all) => `Columnas: ${showCount(understood)} de ${showCount(all)} entendidas`,
  sheets: (read, all) => `Hojas: ${showCount(read)} de ${showCount(all)} leídas`,
  change: 'cambiar',
};
