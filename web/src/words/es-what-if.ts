// SPDX-License-Identifier: Apache-2.0
// The words of "What if", in Spanish.
import type { whatIfWords as english } from './en-what-if.js';

export const whatIfWords: typeof english = {
  title: 'Y si',
  ask: '¿Y si fuera otro pagador?',
  lead: 'La reclamación del formulario, revisada para otros pagadores, lugares y fechas. Se marca lo que difiere de la reclamación escrita.',
  nothing: 'Todavía no hay reclamación en el formulario.',
  nothingHint: 'Escriba una, o abra el ejemplo; luego vuelva.',
  type: 'Escribir una reclamación',
  payers: 'Pagadores',
  places: 'Lugares de servicio',
  dates: 'Fechas de servicio',
  addPlace: 'Otro lugar',
  addDate: 'Otra fecha',
  addDateHint: 'dígitos, como 091526',
  add: 'Agregar',
  addThis: 'Agregar esta fecha',
  noDate: 'Las líneas aún no tienen fecha.',
  checking: 'Revisando …',
  failed: 'El revisor no pudo funcionar aquí.',
  status: (cells, differ) =>
    `${cells} variantes, ${differ === 0 ? 'ninguna difiere' : differ === 1 ? '1 difiere' : `${differ} difieren`} de la reclamación escrita`,
  grid: 'Resultados por pagador, fecha y lugar',
  payer: 'Pagador',
  asTyped: 'como se escribió',
  same: 'igual',
  differs: 'difiere',
  more: (count) => `${count} más`,
  changes: { added: 'también', gone: 'ya no', changed: 'de otro modo' },
  signs: { added: '+', gone: '−', changed: '~' },
  headings: {
    added: 'Se dice además',
    gone: 'Ya no se dice',
    changed: 'Se dice con otro resultado',
  },
  unchanged: (count) =>
    count === 0 ? '' : count === 1 ? 'Un hallazgo es igual.' : `${count} hallazgos son iguales.`,
  noChange: 'Nada difiere de la reclamación escrita.',
  detail: 'Una variante',
  open: 'Abrir en el formulario',
  close: 'Cerrar',
  atRisk: (amount) => `${amount} en riesgo`,
  now: (verdict) => `ahora: ${verdict}`,
  variant: (payer, place, day) => [payer, place, day].filter(Boolean).join(', '),
  noPlace: 'sin lugar',
};
