// SPDX-License-Identifier: Apache-2.0
// The work queue's words, in Spanish.
import { showCount } from '../formats/numbers.js';
import type { queueWords as english } from './en-queue.js';

const many = (count: number, one: string, more = `${one}s`): string =>
  `${showCount(count)} ${count === 1 ? one : more}`;

export const queueWords: typeof english = {
  byClaim: 'Lista de trabajo',
  label: 'Reclamaciones',

  bucketsLabel: 'Lo que necesitan las reclamaciones',
  buckets: {
    all: 'Todas',
    fix: 'Por corregir',
    chart: 'Falta el expediente',
    payer: 'Depende del pagador',
    clean: 'Limpias',
    ignored: 'Ignoradas',
    unchecked: 'No todo revisado',
  },

  columns: {
    verdict: 'veredicto',
    claim: 'reclamación',
    patient: 'paciente',
    payer: 'pagador',
    day: 'fecha',
    problem: 'problema',
    rule: 'regla',
    risk: 'en riesgo',
    left: 'días',
    billed: 'facturado',
    lines: 'líneas',
    file: 'archivo',
  },
  columnNames: {
    verdict: 'Veredicto',
    claim: 'Reclamación',
    patient: 'Paciente (casilla 1a)',
    payer: 'Pagador',
    day: 'Fecha de servicio',
    problem: 'Problema',
    rule: 'Regla',
    risk: 'Dinero en riesgo',
    left: 'Días que quedan para presentarla',
    billed: 'Facturado',
    lines: 'Líneas',
    file: 'Archivo',
  },
  chooseColumns: 'Columnas',
  columnsHint: 'Se muestran estas columnas',
  showIdentifiers: 'Mostrar los identificadores de pacientes',
  hideIdentifiers: 'Ocultar los identificadores de pacientes',
  hidden: 'oculto',
  selectAll: 'Seleccionar todas las reclamaciones de esta lista',
  select: (claim) => `Seleccionar la reclamación ${claim}`,
  noId: (place) => `reclamación ${showCount(place)}`,
  moreProblems: (count) => `+${showCount(count)}`,
  passed: 'vencido',
  today: 'hoy',
  daysLeft: 'días',
  noLimit: 'no se conoce el plazo',
  corrected: 'corregida',
  ignoredBecause: (reason) => `Ignorada: ${reason}`,
  nothingAgainst: 'Nada se opone a ella',

  sortHint: 'Ordena por esta columna. Con Mayús, ordena también por ella.',
  sortBy: 'Ordenar por',
  sort: {
    risk: 'Dinero en riesgo',
    left: 'Días que quedan',
    verdict: 'Veredicto',
    claim: 'Reclamación',
    payer: 'Pagador',
    day: 'Fecha de servicio',
    rule: 'Regla',
    billed: 'Facturado',
    file: 'Orden del archivo',
  },
  search: 'Buscar',
  searchHint: 'reclamación, paciente, pagador, problema',
  rule: 'Regla',
  allRules: 'Todas las reglas',
  payer: 'Pagador',
  allPayers: 'Todos los pagadores',
  unnamedPayer: 'pagador sin nombre',
  hideResolved: 'Ocultar lo que está hecho',

  shown: (claims, risk) => `${many(claims, 'reclamación', 'reclamaciones')} · ${risk} en riesgo`,
  resolved: (count) => `${many(count, 'hecha')}`,
  sorting: 'ordenando …',
  selected: (count, risk) =>
    `${many(count, 'reclamación seleccionada', 'reclamaciones seleccionadas')} · ${risk} en riesgo`,
  ignore: 'Ignorar …',
  restore: 'Retomar',
  clearSelection: 'No seleccionar ninguna',

  asOpened: (count) =>
    `Estas cifras son de los archivos como los abrió. La lista de trabajo, aquí y guardada, y las gráficas muestran ${count === 1 ? 'la reclamación que corrigió como está' : `las ${showCount(count)} reclamaciones que corrigió como están`} ahora.`,
  saveCorrected: (count) => `Guardar ${many(count, 'reclamación corregida', 'reclamaciones corregidas')}`,

  aboutFiles: 'Sobre los archivos',
  showAll: (count) => `Mostrar los ${showCount(count)}`,

  empty: {
    noClaims: 'No hay reclamaciones en estos archivos',
    noClaimsHint: 'Lo que se encontró en ellos está arriba. Abra un archivo 837P, o reclamaciones en JSON.',
    noInjections: 'No hay reclamaciones con 96372 en estos archivos',
    noInjectionsHint: (claims) =>
      `Se ${claims === 1 ? 'leyó y se pasó por alto' : 'leyeron y se pasaron por alto'} ${many(claims, 'reclamación', 'reclamaciones')}: deltoid revisa reclamaciones de inyecciones.`,
    allClean: 'Todas las reclamaciones de inyecciones están limpias',
    allCleanHint: 'Nada se opone a ellas. Las otras listas muestran lo que no se revisó, y por qué.',
    allDone: 'Aquí está todo hecho',
    allDoneHint: 'Cada reclamación que necesitaba un arreglo se corrigió o se ignoró.',
    chart: 'Ninguna reclamación espera el expediente',
    payer: 'Ninguna reclamación depende de su pagador',
    clean: 'No hay reclamaciones limpias',
    cleanHint: 'Algo se opone a cada reclamación de inyecciones de estos archivos.',
    ignored: 'No se ignora nada',
    ignoredHint: 'Pulse I en una reclamación para dejarla como está, y diga por qué.',
    unchecked: 'Se pudo revisar todo',
    nothingMatches: 'Ninguna reclamación coincide con los filtros',
    nothingMatchesHint: 'No se perdió nada: está en las otras listas y filtros.',
    resetFilters: 'Mostrar todo',
    goTo: (bucket) => `Ir a «${bucket}»`,
  },

  ignoreTitle: (count) =>
    count === 1 ? 'Ignorar esta reclamación' : `Ignorar ${many(count, 'reclamación', 'reclamaciones')}`,
  ignoreWhy: '¿Por qué? Queda anotado junto a la reclamación.',
  reasons: [
    'Nuestro pagador la paga así',
    'Ya se envió',
    'Se corregirá en nuestro propio sistema',
    'Se revisó el expediente, está bien',
  ],
  otherReason: 'Otro motivo',
  otherReasonText: 'El motivo en pocas palabras',
  ignoreDo: 'Ignorar',
  cancel: 'Cancelar',

  claim: {
    back: 'Volver a la lista',
    title: (id) => `Reclamación ${id}`,
    place: (position, count) => `${showCount(position)} de ${showCount(count)}`,
    inFile: (file, place) => `${file}, reclamación ${showCount(place)}`,
    next: 'Reclamación siguiente',
    previous: 'Reclamación anterior',
    opening: 'Sacando la reclamación de su archivo …',
    changed:
      'El archivo cambió, se movió o desapareció desde que se revisó, y la reclamación no se puede sacar de él. Abra el archivo otra vez. Lo que corrigió en otras se conserva.',
    gone: 'Esta reclamación no se pudo leer entera de su archivo. Lo que se halló en ella está en «Por hallazgo».',
    asInFile: 'Volver a lo que dice el archivo',
    left: (days) => `quedan ${days} para presentarla`,
    days: (days) => many(days, 'día'),
    passed: 'plazo de presentación vencido',
    atRisk: (amount) => `${amount} en riesgo`,
    inBatch: 'Del lote',
    inBatchHint:
      'El formulario de abajo revisa la reclamación sola. Esto se vio junto a otras reclamaciones, o en los bytes del archivo, y queda hasta que los archivos se revisen de nuevo.',
    openOther: (id) => `Abrir la reclamación ${id}`,
    answered: 'Resuelto por el lote',
    answeredHint:
      'El formulario lo dice de la reclamación sola. Otra reclamación del mismo día lo resuelve, así que no cuenta.',
    kept: 'Guardado aquí. Guarde las reclamaciones corregidas desde la lista, o haga el cambio en su propio sistema.',
  },

  leave: {
    title: 'El lote contiene trabajo suyo',
    text: (corrected, ignored) =>
      `${[
        corrected > 0 ? many(corrected, 'reclamación corregida', 'reclamaciones corregidas') : '',
        ignored > 0 ? many(ignored, 'ignorada') : '',
      ]
        .filter(Boolean)
        .join(', ')}. No se guarda en ningún otro lugar.`,
    together: 'Revisar los archivos nuevos con él y conservar el trabajo',
    instead: 'Poner los archivos nuevos en su lugar',
    clear: 'Borrarlo todo',
    stay: 'Dejarlo como está',
  },

  full: 'Más de un millón de hallazgos: la revisión se detuvo ahí, porque ningún navegador guarda más. Lo hallado hasta entonces está abajo. Revise el archivo por partes.',
  nothingChecked: 'No se revisó nada',
  partly: 'No se leyó todo',
  whileRunning: 'Los archivos nuevos se unen a la revisión en curso: empieza otra vez con todos.',

  keys: [
    ['Flechas, Re Pág, Av Pág', 'recorrer la lista'],
    ['Intro', 'abrir la reclamación'],
    ['Escape', 'volver a la lista, al mismo lugar'],
    ['Alt+Av Pág, Alt+Re Pág', 'reclamación siguiente, reclamación anterior'],
    ['Espacio, Ctrl+A', 'seleccionar la reclamación, seleccionar todas'],
    ['I', 'ignorar con un motivo, o retomarla'],
  ],
};
