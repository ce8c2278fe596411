// SPDX-License-Identifier: Apache-2.0
// Every word of the page, in Spanish, for medical billers in the United States. The type is English's: a word that is
// missing here does not compile. Findings and rule pages are the engine's and stay English; the page marks them so.
import { showCount } from '../formats/numbers.js';
import type { Words } from './en.js';
import { codeWords } from './es-codes.js';
import { columnWords } from './es-columns.js';
import { correctedWords } from './es-corrected.js';
import { documentationWords } from './es-documentation.js';
import { elementWords } from './es-element.js';
import { fileWords } from './es-files.js';
import { fixWords } from './es-fixes.js';
import { idleWords } from './es-idle.js';
import { noteWords } from './es-notes.js';
import { outWords } from './es-out.js';
import { packWords } from './es-packs.js';
import { pictureWords } from './es-pictures.js';
import { privacyWords } from './es-privacy.js';
import { queueWords } from './es-queue.js';
import { recordWords } from './es-records.js';
import { remittanceWords } from './es-remittances.js';
import { ruleWords, trialWords } from './es-rules.js';
import { settingsWords } from './es-settings.js';
import { tableWords } from './es-tables.js';
import { whatIfWords } from './es-what-if.js';

/** A box of the CMS-1500; a form locator of the UB-04 ("FL 44") is called so already. */
const placeName = (box: string): string => (box.startsWith('FL ') ? box : `casilla ${box}`);

const many = (count: number, one: string, more = `${one}s`): string =>
  `${showCount(count)} ${count === 1 ? one : more}`;

export const es: Words = {
  language: 'es',

  app: {
    name: 'deltoid',
    title: 'deltoid: revisar reclamaciones de inyecciones',
    language: 'Idioma',
    promise: 'revisa reclamaciones de inyecciones · nada sale de esta computadora',
    howDoIKnow: '¿Cómo lo sé?',
    openFiles: 'Abrir archivos',
    oneClaim: 'Una reclamación',
    batch: 'Lote',
    start: 'Inicio',
    keys: 'Teclas',
    close: 'Cerrar',
    dropHere: 'Suelte los archivos para revisarlos',
    skip: 'Ir al contenido',
  },

  start: {
    question: '¿Qué tiene usted?',
    drop: 'Suelte aquí un archivo 837, una hoja de cálculo o una remesa, o elija',
    dropHint:
      'CSV y .xlsx, FHIR y JSON, 835 y 277CA, registros de inyecciones, tablas oficiales; también en .zip o .gz. Varios a la vez son un solo lote.',
    choose: 'Elegir archivos',
    type: 'Escribir una reclamación',
    typeHint: 'Casilla por casilla, como en el CMS-1500. Los hallazgos aparecen mientras escribe.',
    example: 'Muéstreme un ejemplo',
    exampleHint: 'Una reclamación con tres defectos, y cómo corregir cada uno.',
    rulesAsOf: (version: string, rulebook: string) => `deltoid ${version}, reglamento ${rulebook}`,
    offline: 'Funciona sin conexión',
    limits: 'Lo que no revisa',
    limitsText: [
      'Si el paciente tiene cobertura, y cuánto paga el plan.',
      'Si el expediente respalda lo que se cobra. Donde solo el expediente puede decidir, lo dice y deja la respuesta a usted.',
      'Reclamaciones sin CPT 96372, salvo daños del archivo y faltas de la reclamación misma, como un total equivocado. Se cuentan y se pasan por alto.',
      'Ediciones y tablas que ni vienen incluidas ni cargó usted. Cada hallazgo nombra la edición en que se apoya, y “no revisado” dice cuál falta.',
      'No es asesoría de codificación ni legal, y no tiene relación con CMS ni con ningún pagador. CPT es una marca registrada de la American Medical Association; no se incluyen descripciones de códigos.',
    ],
  },

  payerClass: {
    medicare_b: 'Medicare Parte B',
    medicare_advantage: 'Medicare Advantage',
    medicaid: 'Medicaid',
    commercial: 'Comercial',
    tricare: 'TRICARE',
    va: 'VA',
    workers_comp: 'Compensación laboral',
    auto: 'Seguro de auto',
    unknown: 'Se desconoce',
  },

  place: {
    '02': 'Telesalud, fuera del hogar',
    '10': 'Telesalud en el hogar',
    '11': 'Consultorio',
    '12': 'Hogar',
    '13': 'Vivienda asistida',
    '19': 'Hospital ambulatorio fuera del campus',
    '20': 'Atención de urgencia',
    '21': 'Hospital, paciente internado',
    '22': 'Hospital ambulatorio en el campus',
    '23': 'Sala de emergencias',
    '24': 'Centro quirúrgico',
    '31': 'Centro de enfermería especializada',
    '32': 'Hogar de ancianos',
    '49': 'Clínica independiente',
    '50': 'Centro de salud con calificación federal',
    '60': 'Centro de vacunación masiva',
    '65': 'Centro de diálisis',
    '71': 'Clínica de salud pública',
    '72': 'Clínica de salud rural',
  },

  verdict: {
    deny: 'se denegará',
    may: 'puede denegarse',
    chart: 'vea el expediente',
    payer: 'depende del pagador',
    note: 'conviene saber',
    unchecked: 'no revisado',
    clean: 'limpio',
  },

  claim: {
    title: 'Una reclamación',
    form: 'La reclamación',
    payer: 'Pagador',
    payerClass: 'Tipo de pagador',
    diagnoses: 'Diagnósticos',
    diagnosis: (letter: string) => `Diagnóstico ${letter}`,
    addDiagnosis: 'Agregar un diagnóstico',
    date: 'Fecha de servicio',
    severalDates: 'varias fechas',
    place: 'Lugar de servicio',
    noPlaceName: 'dos dígitos',
    lines: 'Líneas de servicio',
    line: (number: number) => `Línea ${number}`,
    code: 'Código',
    modifiers: 'Modificadores',
    pointers: 'Apuntador',
    charge: 'Cargo',
    units: 'Unidades',
    verdict: 'Resultado',
    more: (number: number) => `Más de la línea ${number}`,
    moreShort: 'NDC, nota',
    ndc: 'NDC',
    ndcQuantity: 'Cantidad del NDC',
    ndcUnit: 'Unidad del NDC',
    lineDate: 'Fecha de esta línea',
    lineNote: 'Nota',
    container: 'Envase',
    containers: { single_dose: 'Dosis única', multi_dose: 'Multidosis' },
    source: 'El medicamento vino de',
    sources: {
      stock: 'Existencias propias',
      patient: 'Lo trajo el paciente',
      specialty_pharmacy: 'Farmacia especializada',
      sample: 'Muestra',
      state_supplied: 'Provisto por el estado',
    },
    notSaid: 'sin indicar',
    addLine: 'Agregar una línea',
    deleteLine: (number: number) => `Borrar la línea ${number}`,
    duplicateLine: (number: number) => `Duplicar la línea ${number}`,
    total: 'Cargo total',
    moreBoxes: 'Casillas de paciente, pagador y proveedor',
    moreBoxesHint: '1a, 3, 11, 17, 19, 22, 23, 24J, 32, 33',
    memberId: 'ID del asegurado',
    birthDate: 'Fecha de nacimiento',
    sex: 'Sexo',
    sexes: { F: 'Femenino', M: 'Masculino', U: 'Se desconoce' },
    payerName: 'Nombre del pagador',
    payerId: 'ID del pagador',
    referringNpi: 'NPI de quien refiere',
    orderingNpi: 'NPI de quien ordena',
    supervisingNpi: 'NPI de quien supervisa',
    note: 'Nota en la reclamación',
    frequency: 'Código de reenvío',
    originalReference: 'Referencia original',
    authorization: 'Autorización previa',
    renderingNpi: 'NPI de quien presta el servicio',
    facilityNpi: 'NPI del establecimiento',
    billingNpi: 'NPI de quien factura',
    receivedDate: 'Recibida por el pagador',
    box: placeName,
    undo: 'Deshacer',
    redo: 'Rehacer',
    copy: 'Copiar hallazgos',
    copied: 'Copiado',
    print: 'Imprimir',
    clear: 'Borrar',
    save: 'Guardar como JSON',
  },

  findings: {
    title: 'Lo que tiene mal',
    inEnglish: 'Los hallazgos, sus motivos y sus fuentes están en inglés; todo lo demás está en español.',
    blank: 'Todavía no hay nada que revisar',
    blankHint: 'Escriba los códigos en la casilla 24D. Los hallazgos aparecen mientras escribe.',
    noInjection: 'No hay 96372 en esta reclamación',
    noInjectionHint:
      'deltoid revisa reclamaciones de inyecciones. Agregue una línea con 96372 para que se revise esta.',
    clean: 'Limpia',
    cleanHint: (payer: string) => `Nada se opone a esta reclamación ante ${payer}.`,
    checkedBy: (rules: string, tables: string) => `Revisada por ${rules}${tables ? `, con ${tables}` : ''}.`,
    starting: 'Arrancando el verificador …',
    failed: 'El verificador no pudo arrancar',
    failedHint: 'Este navegador, o una política de esta computadora, no deja funcionar WebAssembly.',
    totals: (denied: number, may: number) =>
      [
        denied ? `${showCount(denied)} ${denied === 1 ? 'se denegará' : 'se denegarán'}` : '',
        may ? `${showCount(may)} por ver` : '',
      ].filter(Boolean),
    allClean: 'limpia',
    billed: (amount: string) => `${amount} facturado`,
    atRisk: (amount: string) => `${amount} en riesgo`,
    notes: 'Conviene saber',
    unchecked: 'No revisado',
    done: 'hecho',
    forecast: 'Pronóstico',
    forecastOn: (line: number) => `en la línea ${line}`,
    forecastOnClaim: 'en la reclamación',
    why: 'Por qué, y dónde lo dice',
    sources: 'Fuentes',
    since: (day: string) => `desde ${day}`,
    until: (day: string) => `hasta ${day}`,
    evidence: 'Se apoya en',
    place: 'Lugar',
    others: 'Junto con',
    confidence: { verified: 'fuente leída', professional: 'conocimiento profesional' },
    confidenceLabel: 'Certeza',
    rule: 'Regla',
    goTo: 'Mostrar la casilla',
    lineAndBox: (line: number | null, box: string | null) =>
      [line ? `línea ${line}` : 'reclamación', box ? placeName(box) : ''].filter(Boolean).join(', '),
    strip: 'Hallazgos',
    show: (open: boolean) => (open ? 'Ocultar' : 'Mostrar'),
    status: (problems: number) => (problems === 0 ? 'Sin problemas' : many(problems, 'problema')),
    needsPerson: 'Ningún cambio de la reclamación resuelve esto por sí solo.',
    showFinding: (line: number, verdict: string) => `Línea ${line}: ${verdict}. Mostrar el hallazgo`,
    answers: 'Lo que usted respondió según el expediente',
    answersHint: 'Solo para esta reclamación. Se va con ella.',
    answer: (yes: boolean) => (yes ? 'Sí' : 'No'),
    askAgain: 'Preguntar otra vez',
    undone: 'Deshecho',
    redone: 'Hecho de nuevo',
  },

  batch: {
    title: 'Lote',
    views: 'Verlo',
    byFinding: 'Por hallazgo',
    reading: (file: string) => `Leyendo ${file}`,
    starting: 'Empezando …',
    progress: (done: string, total: string) => `${done} de ${total}`,
    claimsSoFar: (claims: number, findings: number) =>
      [
        claims ? many(claims, 'reclamación', 'reclamaciones') : '',
        `${many(findings, 'hallazgo')} hasta ahora`,
      ]
        .filter(Boolean)
        .join(' · '),
    cancel: 'Cancelar',
    clear: 'Borrar',
    cancelled: 'Cancelado. Abajo está lo que se halló hasta entonces; no es el archivo entero.',
    failed: 'No se pudo hacer la revisión.',
    status: {
      running: 'Revisando',
      asking: 'En espera: ¿qué son las columnas?',
      done: 'Revisado',
      cancelled: 'Cancelado',
      full: 'Detenido',
      failed: 'No se pudo hacer la revisión',
    },
    files: (count: number) => many(count, 'archivo'),
    incomplete: 'termina antes de tiempo',
    claims: 'reclamaciones',
    claimsWith: (count: number) => `${showCount(count)} con 96372`,
    injectionLines: 'líneas de inyección',
    clean: 'líneas de inyección limpias',
    cleanShare: (share: string) => share,
    errors: 'se denegarán',
    warnings: 'dudosas o por preguntar',
    unchecked: (count: number) => `${showCount(count)} sin revisar`,
    atRisk: 'en riesgo',
    details: 'Archivos y tablas de esta revisión',
    format: 'Formato',
    bytes: 'Tamaño',
    nothingFound: 'No se halló nada',
    nothingFoundHint:
      'Ningún hallazgo en estos archivos. Las reclamaciones sin 96372 se contaron y se pasaron por alto.',
    noneLeft: 'Ningún hallazgo coincide con los filtros.',
    resetFilters: 'Mostrar todo',
  },

  table: {
    label: 'Hallazgos',
    verdict: 'resultado',
    claim: 'reclamación',
    line: 'línea',
    problem: 'problema',
    rule: 'regla',
    amount: 'en riesgo',
    sortBy: 'Ordenar por',
    sort: { money: 'dinero en riesgo', claim: 'orden del archivo', rule: 'regla' },
    show: 'Mostrar',
    allRules: 'Todas las reglas',
    ruleFilter: 'Regla',
    search: 'Buscar',
    searchHint: 'reclamación, mensaje o regla',
    shown: (shown: number, all: number) =>
      shown === all ? many(all, 'hallazgo') : `${showCount(shown)} de ${many(all, 'hallazgo')}`,
    searching: 'buscando …',
    file: 'archivo',
    wholeFile: 'el archivo',
  },

  detail: {
    label: 'Un hallazgo',
    back: 'Volver a la lista',
    next: 'Siguiente',
    previous: 'Anterior',
    fixes: 'Qué hacer',
    inFile: 'Lugar en el archivo',
    claim: 'Reclamación',
    box: 'Casilla',
    segment: (segment: number) => `segmento ${showCount(segment)}`,
    textLine: (line: number) => `línea de texto ${showCount(line)}`,
    byte: (offset: number) => `byte ${showCount(offset)}`,
    element: 'Elemento',
    field: 'Campo',
    amount: 'Cargo de la línea',
  },

  keys: {
    title: 'Teclas',
    list: [
      ['Enter', 'línea siguiente, misma casilla'],
      ['Ctrl+D', 'duplicar la línea'],
      ['Ctrl+Backspace', 'borrar la línea'],
      ['Ctrl+Z, Ctrl+Y', 'deshacer, rehacer'],
      ['F8, Shift+F8', 'problema siguiente, problema anterior'],
      ['Alt+1 … Alt+9', 'tomar ese arreglo del problema en que está'],
      ['Ctrl+O', 'abrir archivos'],
      ['Ctrl+P', 'imprimir'],
      ['?', 'estas teclas'],
    ],
    queueTitle: 'En la lista de trabajo',
    dates: 'Las fechas se escriben con dígitos: 091526 es el 15 de septiembre de 2026.',
  },

  print: {
    phi: 'Contiene PHI',
    page: 'página',
    of: 'de',
    rulebook: (version: string, rulebook: string) => `deltoid ${version} · reglamento ${rulebook}`,
  },

  codes: codeWords,
  columns: columnWords,
  idle: idleWords,
  settings: settingsWords,
  documentation: documentationWords,
  notes: noteWords,
  records: recordWords,
  element: elementWords,
  tables: tableWords,
  packs: packWords,
  files: fileWords,
  queue: queueWords,
  fixes: fixWords,
  out: outWords,
  corrected: correctedWords,
  pictures: pictureWords,
  remittances: remittanceWords,
  rules: ruleWords,
  trial: trialWords,
  whatIf: whatIfWords,
  privacy: privacyWords,
};
