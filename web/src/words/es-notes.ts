// SPDX-License-Identifier: Apache-2.0
// The note of an injection, pasted into the form, in Spanish.
import type { noteWords as english } from './en-notes.js';

/** What the engine says, which is in English. */
const sentences: Record<string, string> = {
  'The note is empty.': 'La nota está vacía.',
  'Nothing was read: the note is neither in English nor in Spanish, or it is no text.':
    'No se leyó nada: la nota no está en inglés ni en español, o no es texto.',
  'The note is long: only its first 64 KB were read.':
    'La nota es larga: solo se leyeron sus primeros 64 KB.',
  'The note says that an injection was not given.': 'La nota dice que una inyección no se administró.',
  'No injection was found in the note.': 'No se encontró ninguna inyección en la nota.',
  'The note orders or plans an injection; it does not say that one was given.':
    'La nota ordena o planea una inyección; no dice que se administró.',
  'The note gives more than one.': 'La nota dice más de uno.',
  'It may be in the morning or in the afternoon.': 'Puede ser de la mañana o de la tarde.',
  'Day and month may stand either way round.': 'El día y el mes pueden estar en cualquier orden.',
  'No drug that the tables know is named.': 'No nombra ningún medicamento que las tablas conozcan.',
  'The note orders more than one drug.': 'La nota ordena más de un medicamento.',
  'The name may stand for more than one drug.': 'El nombre puede ser de más de un medicamento.',
  'It is a strength: the note does not say how much was given.':
    'Es una concentración: la nota no dice cuánto se administró.',
  'Several drugs are named before it, and the note does not say whose it is.':
    'Antes nombra varios medicamentos, y la nota no dice de cuál es.',
  'It stands in the order; the note does not say that it was given so.':
    'Está en la orden; la nota no dice que se administró así.',
};

export const noteWords: typeof english = {
  paste: 'Pegar la nota de esta inyección',
  title: 'La nota de esta inyección',
  label: 'Pegue o escriba la nota',
  promise:
    'Se lee en esta computadora y no se guarda: desaparece cuando usted la cierra. No se llena nada antes de que usted lo diga.',
  read: 'Leer la nota',
  reading: 'Leyendo la nota …',
  failed: 'La nota no se pudo leer aquí.',
  close: 'Cerrar y olvidar la nota',
  change: 'Cambiar la nota',
  text: 'La nota, con las palabras tomadas marcadas',
  sentence: (english) => sentences[english] ?? english,
  found: (count) => (count === 1 ? 'Se encontró una inyección.' : `Se encontraron ${count} inyecciones.`),
  nothing: 'No se llenó nada.',
  unnamed: 'Un medicamento que la nota no nombra con claridad',
  forLine: 'Es de la línea',
  chooseLine: 'elija una línea',
  which: 'La nota no dice de qué línea es. Elíjala.',
  unbilled:
    'Ninguna línea de esta reclamación cobra este medicamento. Elija de todos modos la línea a la que pertenece, o déjelo fuera.',
  noLines:
    'Todavía no hay ninguna línea de la que pueda ser. Escriba primero la línea del medicamento; la nota se queda aquí.',
  another: (line) => `La línea ${line} cobra otro medicamento que el de la nota.`,
  from: 'La nota dice',
  already: 'ya está ahí',
  keep: (value) => `Dejar ${value}`,
  take: (value) => `Tomar ${value}`,
  leave: 'Dejarlo abierto',
  dayless: 'Ni la nota ni la línea dicen el día. Escriba primero la fecha de servicio.',
  use: (line) => `Usar esto para la línea ${line}`,
  useNone: 'Usar esto',
  allThere: (line) => `Todo lo que usted eligió está en la línea ${line}.`,
  filled: (count, line) =>
    `${count === 1 ? 'Se llenó una casilla' : `Se llenaron ${count} casillas`} en el registro de administración de la línea ${line}. Deshacer lo quita todo.`,
  show: (line) => `Ver el registro de la línea ${line}`,
};
