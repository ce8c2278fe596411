// SPDX-License-Identifier: Apache-2.0
// The words of what payers answered, in Spanish.
import { showCount } from '../formats/numbers.js';
import type { remittanceWords as english } from './en-remittances.js';

const many = (count: number, one: string, more: string): string =>
  `${showCount(count)} ${count === 1 ? one : more}`;

export const remittanceWords: typeof english = {
  title: 'Remesas',
  back: 'Volver a las remesas',
  intro: 'Lo que contestaron los pagadores, frente a lo que dicen las reglas de estas reclamaciones.',
  asOf: 'Cada archivo de reclamaciones se revisa como en el día en que se hizo, no como hoy: la lista de trabajo puede decir otra cosa, sobre todo de los plazos.',
  inEnglish: 'Las notas sobre los archivos vienen del motor y están en inglés.',

  none: '¿Ya se contestaron estas reclamaciones?',
  noneHint:
    'Abra las remesas (835) y los acuses (277CA) que las contestan, también en .zip o .gz. Verá qué denegaciones vio antes una regla, cuáles no vio ninguna y qué se señaló y aun así se pagó.',
  open: 'Abrir remesas',
  noClaims: (files) =>
    files === 1
      ? 'Esto es lo que contestó un pagador'
      : `Estos ${showCount(files)} archivos son lo que contestaron los pagadores`,
  noClaimsHint:
    'Abra también las reclamaciones (837) que contestan. Todo queda en esta computadora, y mientras tanto nada se pierde.',
  openClaims: 'Abrir reclamaciones',
  partial:
    'La revisión de las reclamaciones se detuvo, así que no se pueden comparar con las respuestas. Abra los archivos otra vez.',

  starting: 'Empezando …',
  reading: (file) => `Leyendo ${file}`,
  joining: 'Comparando respuestas con reclamaciones …',
  progress: (share, done, total) => `${share} % · ${done} de ${total}`,
  cancel: 'Cancelar',
  cancelled: 'Detenido. De media comparación no se muestra nada.',
  again: 'Comparar otra vez',
  failed: 'Los archivos no se pudieron comparar.',
  noMatch: 'Ninguna de estas respuestas es de estas reclamaciones',
  noMatchHint:
    'O las reclamaciones son de otro tiempo o consultorio, o sus números cambiaron en el camino. Cada respuesta está abajo, con el motivo por el que no se unió.',
  noInjections: 'Ninguna de estas reclamaciones tiene 96372, así que no hay regla que comparar.',

  figures: {
    answered: 'contestadas',
    answeredOf: (claims) => `de ${claims} reclamaciones con 96372`,
    firstPass: 'pagadas a la primera',
    firstPassOf: (paid, answered) => `${paid} de ${answered} contestadas`,
    denied: 'líneas denegadas',
    caught: 'vistas antes',
    missed: 'no vistas',
    alarms: 'señaladas, pero pagadas',
  },

  showIdentifiers: 'Mostrar números de reclamación',
  hideIdentifiers: 'Ocultar números de reclamación',
  identifiersHint: 'Los archivos guardados llevan números de reclamación solo mientras se muestran.',
  saveReport: 'Guardar el informe (JSON)',
  saveTable: 'Guardar como CSV',
  saveTableOf: (title) => `Guardar como CSV: ${title}`,
  saved: (name, size) => `Guardado: ${name}, ${size}`,
  notSaved: 'El archivo no se pudo escribir.',
  stem: 'remesas',

  notices: 'Sobre las remesas',
  moreNotices: (count) => `${many(count, 'nota', 'notas')} más en el informe`,
  unreadable: 'No se leyó todo',
  table: 'Como tabla',
  all: (count) => `Mostrar las ${showCount(count)}`,
  fewer: 'Mostrar menos',
  rows: (shown, count) =>
    shown === count
      ? many(count, 'fila', 'filas')
      : `${showCount(shown)} de ${many(count, 'fila', 'filas')}, primero las de más dinero`,
  more: (count) => `Mostrar ${showCount(count)} más`,
  capped: (shown, count) => `Las primeras ${showCount(shown)} de ${showCount(count)}. El CSV tiene todas.`,
  showLines: (count) => `${count}. Mostrar estas líneas`,

  columns: {
    what: 'Qué',
    lines: 'Líneas',
    injections: 'Con 96372',
    money: 'Dinero',
    reason: 'Motivo del pagador',
    cause: 'Causa',
    remarks: 'Observaciones',
    seen: 'Vistas antes',
    missed: 'No vistas',
    denied: 'Denegado',
    missedMoney: 'Dinero no visto',
    rules: 'Reglas que lo vieron',
    families: 'Reglas que lo buscan',
    rule: 'Regla',
    flags: 'Avisos',
    right: 'Denegadas',
    alarms: 'Pagadas aun así',
    open: 'No se sabe',
    precision: 'Acertados, de los que se saben (precisión)',
    recall: 'Encontradas, de sus denegaciones (exhaustividad)',
    deniedLines: 'Líneas denegadas',
    deniedMoney: 'Dinero denegado',
    paidMoney: 'Señalado, pero pagado',
    month: 'Mes',
    payer: 'Pagador',
    claims: 'Reclamaciones',
    clean: 'Limpias',
    answered: 'Contestadas',
    firstPass: 'Pagadas a la primera',
    deniedClaims: 'Denegadas',
    rejected: 'Rechazadas',
    charged: 'Cobrado',
    paid: 'Pagado',
    patient: 'Debe el paciente',
    claim: 'Reclamación',
    line: 'Línea',
    code: 'Código',
    answer: 'Está en',
    recovered: 'Pagado después',
    charge: 'Cargo',
    payment: 'Pago',
    day: 'Fecha',
    pays: 'Paga',
    comesTo: 'Sus reclamaciones suman',
    difference: 'Diferencia',
    expected: 'Debería ser',
    found: 'Es',
    count: 'Cuántos',
    why: 'Por qué',
    state: 'Estado',
    file: 'Archivo',
    format: 'Formato',
    size: 'Tamaño',
  },

  verdicts: {
    title: 'Qué se denegó, y qué dijeron las reglas',
    denied: 'Denegadas o rechazadas',
    caught: 'Vistas antes por una regla',
    missed: 'No vistas: ninguna regla avisó',
    alarms: 'Señaladas, pero pagadas',
    quiet: 'No señaladas, y pagadas',
    open: 'No se sabe',
    money: (charged, paid, patient, contract) =>
      `Cobrado ${charged}: pagado ${paid}, a cargo del paciente ${patient}, descontado por contrato ${contract}.`,
    precision: (right, all, share) =>
      `De ${all} líneas que una regla señaló y un pagador decidió, se denegaron ${right}: ${share} (precisión).`,
    recall: (right, all, share) =>
      `De ${all} líneas denegadas, una regla había señalado ${right}: ${share} (exhaustividad).`,
    sameReason: (lines) =>
      `${many(lines, 'línea se denegó', 'líneas se denegaron')} por el mismo motivo que la regla pronosticó.`,
    recovered: (lines, money) =>
      `${many(lines, 'línea denegada se pagó', 'líneas denegadas se pagaron')} después: ${money}.`,
  },
  outcomes: {
    prior_payer: 'resueltas por el pagador anterior',
    written_off: 'todo descontado por contrato',
    no_charge: 'sin cargo',
    unexplained: 'nada pagado, sin motivo',
    no_line_answer: 'línea que la respuesta omite',
    acknowledged: 'con acuse, aún sin decidir',
    pending: 'pendientes',
    forwarded: 'enviadas a otro pagador',
    predetermined: 'solo una predeterminación',
    other_payer: 'contestadas solo por otro pagador',
    unanswered: 'sin respuesta',
  },

  reasons: {
    title: 'Por qué denegaron los pagadores',
    hint: 'Por el código de la remesa (CARC), o el estado de un rechazo. Una línea cuenta bajo su mayor denegación.',
    noReason: 'Sin motivo',
    remarks: 'Observaciones junto a los motivos (RARC)',
    nothing: 'No se denegó ninguna línea.',
  },
  causes: { title: 'Causas de fondo', hint: 'Los códigos que dicen lo mismo, juntos.' },
  causeNames: {
    unknown: 'Sin motivo conocido aquí',
    bundled: 'Incluida en otro servicio del día',
    duplicate: 'Cobrada dos veces',
    modifier: 'Modificador que falta o está mal',
    units: 'Más unidades de las que el pagador permite',
    'not-supported': 'El diagnóstico no respalda el servicio',
    diagnosis: 'Diagnóstico que falta, no es válido o no se señala',
    code: 'Código de servicio o medicamento no válido',
    'drug-missing': 'Falta el servicio que debe acompañarla',
    description: 'Faltan nombre y dosis del medicamento',
    ndc: 'NDC que falta o está mal',
    place: 'Lugar de servicio',
    'not-covered': 'No lo cubre el plan',
    authorization: 'Autorización que falta o se excedió',
    timely: 'Enviada demasiado tarde',
    provider: 'Número, inscripción o especialidad del proveedor',
    records: 'Expediente pedido o no enviado',
    eligibility: 'Sin cobertura ese día, u otro pagador va primero',
    'facility-stay': 'Parte de un hospicio, residencia o paquete quirúrgico',
    'age-sex': 'Edad o sexo del paciente',
    charge: 'El cargo',
    incomplete: 'Algo falta o está mal, y ninguna observación dice qué',
  },

  rules: {
    title: 'Cómo les fue a las reglas',
    hint: 'Un aviso acierta cuando una de sus líneas se denegó, y es una falsa alarma cuando ninguna se denegó y una se pagó. Las notas no se califican. La exhaustividad es de todas las líneas denegadas por un motivo que la regla pronostica.',
    right: 'denegadas',
    alarms: 'pagadas aun así',
    ofAll: (part, all) => `${part} de ${all}`,
    nothing: 'Ninguna regla habló de estas reclamaciones.',
    forEar: (right, decided) => `${right} de ${decided} avisos acertaron`,
  },

  months: {
    title: 'Mes por mes',
    payer: 'Pagador',
    allPayers: 'Todos los pagadores',
    nothing: 'Ninguna reclamación tiene fecha.',
  },
  payers: { title: 'Por pagador' },
  rates: {
    clean: 'limpias antes de enviarse',
    firstPass: 'pagadas a la primera',
    hint: 'Limpia: ninguna regla tiene error ni advertencia. Pagada a la primera: contestada, sin línea denegada y con una resuelta.',
    forEar: (clean, pass) => `${clean} limpias, ${pass} pagadas a la primera`,
    none: '–',
  },

  lines: {
    title: 'Línea por línea',
    missed: 'No vistas',
    caught: 'Vistas antes',
    alarms: 'Señaladas, pero pagadas',
    missedHint:
      'Denegadas, y ninguna regla avisó. El motivo del pagador dice qué debería mirar la próxima regla.',
    caughtHint: 'Denegadas, y una regla había dicho que algo está mal.',
    alarmsHint: 'Una regla avisó, y el pagador pagó: una falsa alarma, o suerte.',
    only: (what) => `Solo: ${what}`,
    injections: 'Solo líneas con 96372',
    onlyEnd: 'Mostrar todas',
    none: 'Ninguna.',
    wholeClaim: 'reclamación',
    claimAt: (place) => `reclamación ${showCount(place)}`,
    openClaim: (claim, file) => `Abrir ${claim} de ${file}`,
    at: (file, segment) => `${file}, segmento ${showCount(segment)}`,
    picked: (kind) => `Remesas: ${kind}`,
  },

  sums: {
    title: '¿Cuadran los pagos?',
    none: 'No hay ningún pago (835) entre estos archivos.',
    all: (payments, total) =>
      payments === 1 ? `1 pago de ${total}.` : `${showCount(payments)} pagos, en total ${total}.`,
    claims: (claims, provider) =>
      `Sus reclamaciones suman ${claims}; los ajustes del proveedor (PLB) quitan ${provider}.`,
    allBalance: 'Cada pago es lo que suman sus reclamaciones y ajustes (BPR02).',
    unbalanced: (payments, difference) =>
      `${many(payments, 'pago no cuadra', 'pagos no cuadran')} (BPR02); todas las diferencias juntas son ${difference}.`,
    sets: 'Pagos que no cuadran',
    imbalances: 'Reclamaciones y líneas que no cuadran',
    imbalancesHint: 'El cargo menos los ajustes no es lo que se pagó.',
    adjustments: 'Quitado o dado aparte de las reclamaciones (PLB)',
    linesOfClaim: (count) => many(count, 'línea', 'líneas'),
    claim: 'reclamación',
  },

  unmatched: {
    title: 'Lo que no encontró pareja',
    none: 'Cada respuesta encontró su reclamación, y cada reclamación y línea su respuesta.',
    answers: 'Respuestas sin reclamación',
    claims: 'Reclamaciones sin respuesta',
    lines: 'Líneas que las respuestas omiten',
    services: 'Líneas contestadas que la reclamación no tiene',
    why: {
      unknown_claim: 'ninguna reclamación tiene este número',
      other_date_or_amount: 'la reclamación de este número tiene otra fecha u otro monto',
      other_practice: 'es para otro consultorio',
      reversal_alone: 'retira una respuesta que no está aquí',
    },
  },

  files: { title: 'Archivos de esta comparación', incomplete: 'termina antes' },
};
