// SPDX-License-Identifier: Apache-2.0
// What the element says of what its host page hands it, in Spanish.
import { showCount } from '../formats/numbers.js';
import type { elementWords as english } from './en-element.js';

const claimsOf = (count: number): string =>
  `${showCount(count)} ${count === 1 ? 'reclamación' : 'reclamaciones'}`;

export const elementWords: typeof english = {
  leftOut: (parts) =>
    `Lo que llenó esta página no cabe en el formulario y se dejó fuera: ${parts
      .map(([path, expected]) =>
        path ? `${path} (se esperaba: ${expected})` : `todo (se esperaba: ${expected})`,
      )
      .join(', ')}.`,
  reading: (file, share, claims) =>
    `Revisando ${file}: ${share} %${claims ? `, ${claimsOf(claims)} hasta ahora` : ''}`,
  read: (file, claims, errors, warnings) =>
    `${file}: ${claimsOf(claims)} revisadas, ${showCount(errors)} con denegación segura, ${showCount(warnings)} por mirar.`,
  firstShown: 'Aquí se muestra la primera reclamación.',
  file: 'El archivo',
  cancel: 'Cancelar',
  cancelled: (file) => `${file}: la revisión se canceló.`,
  openFrame:
    'El formulario no se abre aquí: la página que lo rodea podría leer lo que se escribe. Su marco debe estar aislado (sandbox="allow-scripts").',
  notRead: (file, why) => `${file}: ${why}`,
};
