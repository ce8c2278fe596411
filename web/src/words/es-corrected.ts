// SPDX-License-Identifier: Apache-2.0
// The words of an 837 that is written again with fixes in it, in Spanish.
import { showCount } from '../formats/numbers.js';
import type { correctedWords as english } from './en-corrected.js';

const many = (count: number, one: string, more = `${one}s`): string =>
  `${showCount(count)} ${count === 1 ? one : more}`;

const claims = (count: number): string => many(count, 'reclamación', 'reclamaciones');

export const correctedWords: typeof english = {
  title: '837 corregido',
  menu: ['837 corregido …', 'Su archivo con sus arreglos, cada otro byte como estaba'],
  open: '837 corregido …',
  intro:
    'Su archivo otra vez, solo con estos arreglos escritos en él. Los totales, los números de línea y las cuentas de segmentos los siguen; cada otro byte queda como estaba. Son datos del paciente, como su archivo.',
  looking: 'Revisando los hallazgos …',
  nothing: 'Todavía no hay arreglos que escribir',
  nothingHint:
    'Abra una reclamación de la lista de trabajo y pulse uno de sus arreglos. Lo que tome se reúne aquí.',
  others: (count) =>
    count === 1
      ? 'Otro 837 no tiene arreglos que escribir.'
      : `Otros ${showCount(count)} archivos 837 no tienen arreglos que escribir.`,

  taken: (fixes, of) => `${many(fixes, 'arreglo')} que usted tomó, en ${claims(of)}`,
  offered: (count) =>
    count === 1
      ? 'Escribir también el arreglo que no necesita decisión'
      : `Escribir también los ${showCount(count)} arreglos que no necesitan decisión`,
  offeredHint:
    'Cada uno es la única manera de resolver su hallazgo, no borra ninguna línea y no depende ni del expediente ni del pagador. Sin la marca no se escribe ninguno.',
  showAll: (count) => (count === 1 ? 'Mostrarlo' : `Mostrar los ${showCount(count)}`),
  more: (count) => `y ${showCount(count)} más`,
  byHand: (count) =>
    count === 1
      ? 'En una reclamación se escribió algo que ningún hallazgo pide. Queda como la tiene su archivo: escriba el cambio en su programa de facturación.'
      : `En ${showCount(count)} reclamaciones se escribió algo que ningún hallazgo pide. Quedan como las tiene su archivo: escriba los cambios en su programa de facturación.`,
  typed: 'Mostrar lo que se escribió',
  typedLines: 'se añadieron o borraron líneas',
  nothingThere: 'nada',
  ignored: (count) =>
    count === 1
      ? 'Una reclamación que usted corrigió ahora se ignora. Queda como la tiene su archivo.'
      : `${showCount(count)} reclamaciones que usted corrigió ahora se ignoran. Quedan como las tiene su archivo.`,

  save: (name) => `Guardar ${name}`,
  writing: (name) => `Escribiendo ${name} …`,
  cancel: 'Cancelar',
  close: 'Cerrar',
  saved: (name, size) => `Guardado: ${name}, ${size}`,
  written: (fixes, of, deleted) =>
    `${many(fixes, 'arreglo escrito', 'arreglos escritos')} en ${claims(of)}${deleted > 0 ? `, ${many(deleted, 'línea borrada', 'líneas borradas')}` : ''}.`,
  gone: 'Leído otra vez, ya no tiene ninguno de estos hallazgos.',
  standing: 'Leído otra vez, todavía tiene hallazgos a los que iban estos arreglos:',
  left: (errors, warnings) =>
    errors + warnings === 0
      ? 'No queda nada en este archivo.'
      : `Queda en este archivo: ${showCount(errors)} se denegarán, ${showCount(warnings)} pueden denegarse.`,
  notWritten: 'No se escribieron. Estos arreglos debe hacerlos usted en su programa de facturación:',
  noSuchFix: 'Junto a las otras reclamaciones de este archivo nada lo pide.',
  asRead: (count) =>
    count === 1
      ? 'Una reclamación no se pudo leer entera y está como estaba.'
      : `${claims(count)} no se pudieron leer enteras y están como estaban.`,
  unread: (count) =>
    count === 1
      ? 'Una reclamación de un tipo que no se lee está como estaba.'
      : `${claims(count)} de un tipo que no se lee están como estaban.`,
  changed:
    'El archivo cambió, se movió o desapareció desde que se revisó. No se guardó nada. Ábralo otra vez y tome los arreglos de sus nuevos hallazgos.',
  failed: 'No se guardó nada.',

  keptByFix: 'Guardado aquí. “837 corregido” en la lista de trabajo lo escribe en su archivo.',
  keptByHand:
    'Guardado aquí, pero lo que se escribió a mano no puede ir a su 837: haga el cambio también en su programa de facturación.',
};
