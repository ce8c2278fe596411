// SPDX-License-Identifier: Apache-2.0
// Clearing by itself, in Spanish.
import type { idleWords as english } from './en-idle.js';

export const idleWords: typeof english = {
  label: 'Se borra sola después de',
  after: (minutes: number) => (minutes === 0 ? 'nunca' : `${minutes} minutos`),
  countdown: (seconds: number) =>
    `Esta página se borra sola en ${seconds} ${seconds === 1 ? 'segundo' : 'segundos'}.`,
  title: 'A punto de borrarse',
  why: 'Nadie la ha usado desde hace un rato.',
  keep: 'Conservarla',
  clearNow: 'Borrar ahora',
  cleared: (minutes: number) =>
    `Se borró porque nadie usó la página durante ${minutes} minutos. No queda nada de la reclamación.`,
};
