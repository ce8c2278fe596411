// SPDX-License-Identifier: Apache-2.0
// The words of a batch's pictures, in Spanish.
import type { pictureWords as english } from './en-pictures.js';

export const pictureWords: typeof english = {
  title: 'Gráficas',
  drawing: 'Contando …',
  failed: 'Los archivos no se pudieron leer otra vez. Ábralos de nuevo.',
  partial: 'Las gráficas son de lotes completos. Esta revisión se canceló.',
  noInjections: 'Ninguna reclamación de este lote tiene 96372.',
  cleanClaims: 'Reclamaciones limpias',
  share: (share, clean, all) => `${share} limpias: ${clean} de ${all} reclamaciones con 96372`,
  parts: {
    clean: 'nada encontrado',
    may: 'puede denegarse, o pide verse',
    deny: 'se denegará',
  },
  byRule: 'Dinero en riesgo por regla',
  byRuleHint: 'Una línea que dos reglas deniegan cuenta para ambas.',
  byPayer: 'Dinero en riesgo por pagador',
  byDrug: 'Dinero en riesgo por medicamento',
  byDrugHint: 'Todo el dinero en riesgo de una reclamación cuenta para su medicamento.',
  choose: 'Elija una barra para ver sus reclamaciones.',
  nothing: 'No hay dinero en riesgo.',
  noDrug: 'Sin medicamento en la reclamación',
  severalDrugs: 'Varios medicamentos',
  all: (count) => `Mostrar las ${count}`,
  fewer: 'Mostrar menos',
  table: 'Como tabla',
  columns: { what: 'Qué', money: 'En riesgo', share: 'Parte', claims: 'Reclamaciones' },
  forEar: (claims) => `en riesgo, ${claims}`,
  claims: (count) => (count === '1' ? '1 reclamación' : `${count} reclamaciones`),
  only: (what) => `Solo: ${what}`,
  onlyEnd: 'Mostrar otra vez todas las reclamaciones',
};
