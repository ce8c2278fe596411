// SPDX-License-Identifier: Apache-2.0
// The words of what leaves the page as a file, in Spanish. Column names stay: other programs read them.
import { showCount } from '../formats/numbers.js';
import { outWords as english } from './en-out.js';

export const outWords: typeof english = {
  download: 'Descargar',
  claimDownload: 'Informe, hallazgos',
  label: 'Guardar como archivo',
  kinds: {
    'work-list': ['Lista de trabajo', 'CSV, una fila por reclamación: qué está mal y qué hacer'],
    html: ['Informe para imprimir', 'HTML, una reclamación por página; se abre en cualquier navegador'],
    csv: ['Hallazgos en CSV', 'Una fila por hallazgo, con sus arreglos'],
    json: ['Hallazgos en JSON', 'Como los escriben la línea de comandos y el paquete'],
    sarif: ['Hallazgos en SARIF', 'SARIF 2.1.0, para herramientas que siguen hallazgos'],
    corrected: [
      'Reclamaciones corregidas',
      'JSON, cada reclamación entera con todo lo que contiene; Abrir archivos la toma otra vez',
    ],
  },
  identifiers: 'Con números de reclamación e identificadores del paciente',
  identifiersHint:
    'Se omiten si no marca esto. Los hallazgos nombran entonces la reclamación por su lugar en el archivo. Fechas, códigos y cargos quedan: trate el archivo como datos del paciente.',
  printHint:
    'Esto es lo que estaba en la pantalla. Todos los hallazgos están en el informe: Descargar, Informe para imprimir.',
  writing: (kind) => `Escribiendo: ${kind} …`,
  saved: (name, size) => `Guardado: ${name}, ${size}`,
  failed: 'No se pudo escribir el archivo.',
  unreadable: (names) =>
    `${names} no se pudo leer otra vez, así que no se guardó nada. Abra los archivos de nuevo.`,
  partial: 'La revisión se detuvo. Lo que se guarda aquí se hace, aun así, de los archivos completos.',
  asOpened: (corrected) =>
    `La lista de trabajo tiene ${corrected === 1 ? 'la reclamación que corrigió como está' : `las ${showCount(corrected)} reclamaciones que corrigió como están`} ahora; informe, CSV, JSON y SARIF son de los archivos como los abrió.`,
  cancel: 'Cancelar',
  stems: english.stems,
  findings: english.findings,
  workList: {
    columns: english.workList.columns,
    or: '; o: ',
    person: 'Debe verlo una persona: ningún cambio de la reclamación lo resuelve por sí solo',
  },
};
