// SPDX-License-Identifier: Apache-2.0
// Tables of one's own, in Spanish.
import { showCount } from '../formats/numbers.js';
import type { packWords as english } from './en-packs.js';

const many = (count: number, one: string): string => `${showCount(count)} ${one}${count === 1 ? '' : 's'}`;

export const packWords: typeof english = {
  hint: 'Los archivos trimestrales de Medicare traen lo que no viene incluido. Elíjalos tal como los descargó, comprimidos o no; todas las partes de un trimestre juntas.',
  load: 'Cargar tablas',
  which: 'Qué archivos hay y qué trae cada uno',
  keepNames:
    'Conserve los nombres que les dio cms.gov: dicen la edición. También se leen los paquetes que usted guardó aquí.',
  ways: [
    ['ccipra-v323r0-f1.zip a f4.zip', 'Pares del trimestre: lo que no se puede facturar junto a 96372.'],
    ['ccioph-v323r0-f1.zip a f4.zip', 'Lo mismo para consultas externas de hospital.'],
    ['MCR_MUE_PractitionerServices_Eff_10-01-2026.csv', 'Límites de unidades.'],
    ['icd10cm_order_2027.txt', 'Se comprueba cada código de diagnóstico.'],
    ['October 2026 ASP NDC-HCPCS Crosswalk.csv', 'Cada NDC se compara con su código de medicamento.'],
    ['PPRRVU2026_Oct_nonQPP.csv', 'El importe de Medicare aparece junto al cargo en riesgo.'],
  ],

  reading: (file: string, share: number) => (file ? `Leyendo ${file} · ${share} %` : 'Leyendo …'),
  cancel: 'Cancelar',
  cancelled: 'Cancelado. Sigue en vigor lo que había.',
  failed: 'No se pudieron leer los archivos aquí. Sigue en vigor lo que había.',
  taken: (count: number) => `${many(count, 'tabla')} ahora en vigor`,
  noneTaken: 'No se tomó nada. Sigue en vigor lo que había.',
  refused: 'No se tomó',
  passedOver: (names: string[]) =>
    `Se pasó por alto en los archivos comprimidos: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` y ${showCount(names.length - 3)} más` : ''}.`,
  more: (count: number) => `y ${showCount(count)} más`,
  because: {
    none: 'No contiene ninguna de las tablas que se leen.',
    workbook:
      'Es un libro de hojas de cálculo. Se lee el archivo de texto o CSV que está a su lado en el mismo .zip.',
    large: 'Es más grande que cualquier tabla.',
    broken:
      'Está dañado: no se pudo descomprimir hasta el final, así que no se tomó nada de él. Descárguelo de nuevo.',
    changed: 'Cambió, se movió o desapareció mientras se leía, así que no se tomó nada de él.',
    bomb: 'Crece más de doscientas veces al descomprimirlo, lo que no hace ninguna tabla. No se tomó nada de él.',
    parts:
      'Es una parte de una edición de la que hay otras partes en vigor. Elija todos sus archivos juntos, para que no se pierda ninguno.',
  },

  yours: 'Suyas',
  complete: 'completa',
  partly: 'en parte',
  published: {
    'mue-practitioner': 'no se publican todos los límites',
    'mue-outpatient': 'no se publican todos los límites',
    'mue-medicaid': 'no se publican todos los límites',
    'ndc-hcpcs': 'no contiene todos los envases',
    'physician-fees': 'códigos con importe',
  },
  rows: (count: number) => many(count, 'fila'),
  from: (day: string) => `desde ${day}`,
  brings: {
    'ncci-ptp-practitioner':
      'Dice qué códigos no se pueden facturar junto a 96372 y cuáles necesitan un modificador.',
    'ncci-ptp-outpatient': 'Dice lo mismo de las reclamaciones de hospital.',
    'mue-practitioner': 'Dice cuántas unidades se pagan.',
    'mue-outpatient': 'Dice cuántas unidades se pagan a los hospitales.',
    'mue-medicaid': 'Dice cuántas unidades paga Medicaid.',
    'icd10-codes': 'Los códigos de diagnóstico se comprueban con ella (DX005).',
    'ndc-hcpcs': 'Cada NDC se compara con el código con que se factura (NDC008).',
    'ndc-directory': 'Se comprueba cada NDC: si estaba en el mercado ese día (NDC009).',
    'physician-fees': 'El importe de Medicare aparece junto al cargo en riesgo.',
  },
  incomplete:
    'No contiene los cuatro archivos del trimestre: un par que no está en ella puede estar sujeto a una edición.',
  outside: (window: string, days: string) =>
    `Es para fechas de servicio ${window}. Las reclamaciones de aquí son de ${days}: cargue también la edición de esos días.`,
  ended: (day: string) => `Terminó el ${day}: para fechas posteriores cargue la edición que siguió.`,
  sources: (count: number) => `Hecha de ${many(count, 'archivo')}`,
  save: 'Guardar',
  saveName: (name: string) => `Guardar ${name} como archivo`,
  saveAll: 'Guardar todas en un archivo',
  saved: (name: string) =>
    `Guardado como ${name}. Suéltelo aquí la próxima vez; descomprimido sirve para --tables de la línea de comandos.`,
  takeOut: 'Quitar',
  takeOutName: (name: string) => `Quitar ${name}`,
  takenOut: (name: string) => `${name} ya no está.`,
  allTakenOut: 'Sus tablas ya no están. Están en vigor las incluidas.',
  allInForce: (count: number) => `Todas las ediciones en vigor, incluidas y suyas (${showCount(count)})`,

  byMedicare: (amount: string) => `${amount} según las tarifas de Medicare`,
  changed: 'El perfil o las tablas cambiaron desde que se verificaron estas reclamaciones.',
  again: 'Verificar de nuevo',
};
