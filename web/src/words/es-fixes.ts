// SPDX-License-Identifier: Apache-2.0
// What a fix says on its button and asks of the chart, in Spanish. The pieces are those of en-fixes.ts.
import { pointers } from '../claim/fields.js';
import type { Fix } from '../findings/model.js';
import type { fixWords as english } from './en-fixes.js';

const facts: Record<string, string> = {
  '24': 'la visita no tuvo que ver con la operación',
  '25': 'la nota muestra una visita aparte',
  '57': 'en la visita se decidió la operación',
  '59': 'la nota muestra una inyección aparte',
  '76': 'se repitió la misma inyección',
  '77': 'la repitió otro profesional',
  XE: 'la nota muestra otro encuentro',
  XP: 'la nota muestra otro profesional',
  XS: 'la nota muestra otro sitio',
  XU: 'la nota muestra un servicio que no se superpone',
  EA: 'anemia por quimioterapia',
  EB: 'anemia por radioterapia',
  EC: 'anemia por ninguna de las dos',
  JA: 'el registro muestra que se dio en una vena',
  JB: 'el registro muestra que se dio bajo la piel',
  JW: 'el registro muestra lo que se desechó',
  JZ: 'el registro muestra que no se desechó nada',
};

const questions: Record<string, string> = {
  '24': '¿Muestra la nota que la visita no tuvo nada que ver con la operación?',
  '25': '¿Muestra la nota una visita propia, con su propio motivo y sus propios hallazgos?',
  '57': '¿Se decidió la operación en esta visita?',
  '59': '¿Muestra la nota una inyección aparte: otro medicamento, otro sitio u otra hora?',
  '76': '¿Repitió la misma inyección el mismo profesional?',
  '77': '¿Repitió la misma inyección otro profesional?',
  XE: '¿Se dio en otro encuentro del mismo día?',
  XP: '¿La dio otro profesional?',
  XS: '¿Se dio en otro sitio del cuerpo?',
  XU: '¿Muestra la nota un servicio que no se superpone con el otro?',
  EA: '¿Dice el expediente que la anemia viene de la quimioterapia?',
  EB: '¿Dice el expediente que la anemia viene de la radioterapia?',
  EC: '¿Dice el expediente que la anemia no viene ni de quimioterapia ni de radioterapia?',
  JA: '¿Muestra el registro que se dio en una vena?',
  JB: '¿Muestra el registro que se dio bajo la piel?',
  JW: '¿Muestra el registro cuánto se desechó?',
  JZ: '¿Muestra el registro que no se desechó nada?',
};

const fields: [RegExp, string][] = [
  [/\/total_charge$/, 'la casilla 28'],
  [/\/pos$/, 'el lugar de servicio'],
  [/\/pointers(\/\d+)?$/, 'el apuntador'],
  [/\/charge$/, 'el cargo'],
  [/\/units$/, 'las unidades'],
  [/\/unit_type$/, 'el tipo de unidad'],
  [/\/modifiers(\/\d+)?$/, 'los modificadores'],
  [/\/ndc\/code$/, 'el NDC'],
  [/\/ndc\/unit$/, 'la unidad del NDC'],
  [/\/ndc\/quantity$/, 'la cantidad del NDC'],
  [/\/diagnoses(\/\d+)?$/, 'la casilla 21'],
  [/\/npi$/, 'el NPI'],
  [/\/note$/, 'la nota'],
  [/\/from$/, 'la fecha'],
  [/\/documentation\/container$/, 'el envase'],
  [/\/documentation\/source$/, 'la procedencia del medicamento'],
  [/\/documentation\/given_at$/, 'la hora en que se dio'],
  [/\/documentation\/given_by$/, 'quién lo dio'],
  [/\/documentation\/ordered_by$/, 'quién lo ordenó'],
  [/\/documentation\/order_date$/, 'la fecha de la orden'],
  [/\/documentation\/supervised_by$/, 'quién supervisó'],
  [/\/documentation\/lot$/, 'el número de lote'],
  [/\/documentation\/expiration$/, 'la fecha de vencimiento'],
  [/\/documentation\/indication$/, 'el motivo del medicamento'],
  [/\/documentation\/visit_documented_separately$/, 'si la visita está documentada aparte'],
  [/\/documentation\/reason_distinct$/, 'por qué hubo una segunda inyección'],
  [/\/documentation\/(\w+)$/, 'el registro'],
  [/\/prior_authorization$/, 'la autorización, casilla 23'],
  [/\/birth_date$/, 'la fecha de nacimiento'],
  [/\/sex$/, 'el sexo'],
  [/\/class$/, 'el tipo de pagador'],
];

function fieldName(pointer = ''): string {
  return fields.find(([pattern]) => pattern.test(pointer))?.[1] ?? pointer.split('/').pop() ?? '';
}

function one(fix: Fix, ofLine: number | null): string {
  const { op, line, field, value } = fix;
  const text = typeof value === 'object' ? (value.code ?? '') : shown(value ?? '', field);
  const there = line && line !== ofLine ? ` en la línea ${line}` : '';
  switch (op) {
    case 'add_modifier':
      return `Agregar ${text}${there}`;
    case 'remove_modifier':
      return `Quitar ${text}${there}`;
    case 'replace_code':
      return `Cambiar el código por ${text}${there}`;
    case 'set_units':
      return text
        ? `Cambiar las unidades a ${text}${there}`
        : `Corregir las unidades${there} según el expediente`;
    case 'set_field':
      return text
        ? `Poner ${text} en ${fieldName(field)}${there}`
        : `Completar ${fieldName(field)}${there} según el expediente`;
    case 'add_line':
      return text ? `Agregar una línea con ${text}` : 'Agregar la línea que falta';
    case 'delete_line':
      return `Borrar la línea ${line}`;
    case 'add_diagnosis':
      return 'Agregar el diagnóstico que documenta el expediente';
    case 'document':
      return `Completar ${fieldName(field)}${there}`;
  }
}

/** Pointers are letters on the form. */
function shown(value: string, field = ''): string {
  return /\/pointers(\/\d+)?$/.test(field) ? pointers.show([...value]) : value;
}

function label(fix: Fix, ofLine: number | null): string {
  const edits = [fix, ...(fix.also ?? [])];
  const said = together(edits, ofLine);
  if (!edits.some(({ needs }) => needs === 'chart')) return said;
  const known = edits
    .map(({ op, value }) => (op === 'add_modifier' ? facts[String(value)] : undefined))
    .filter(Boolean);
  if (known.length > 0) return `${said}: ${known.join(', ')}`;
  return fix.value === undefined ? said : `${said}: el expediente lo documenta`;
}

function together(edits: Fix[], ofLine: number | null): string {
  return edits.map((edit, at) => (at === 0 ? one(edit, ofLine) : lowerFirst(one(edit, ofLine)))).join(' y ');
}

function question(fix: Fix, ofLine: number | null): string {
  const asked = [fix, ...(fix.also ?? [])].filter(({ needs }) => needs === 'chart');
  return asked.map((edit) => ask(edit, ofLine)).join(' ');
}

function ask({ op, line, field, value }: Fix, ofLine: number | null): string {
  const text = typeof value === 'object' ? (value.code ?? '') : shown(value ?? '', field);
  const there = line && line !== ofLine ? ` en la línea ${line}` : '';
  switch (op) {
    case 'add_modifier':
      return questions[text] ?? `¿Muestra el expediente lo que dice ${text}${there}?`;
    case 'remove_modifier':
      return `¿Es cierto que el expediente no muestra lo que dice ${text}${there}?`;
    case 'replace_code':
      return `¿Muestra el expediente que lo que se hizo${there} es ${text}?`;
    case 'set_units':
      return `¿Muestra el expediente ${text} unidades${there}?`;
    case 'add_line':
      return `¿Muestra el expediente que se hizo ${text}?`;
    case 'delete_line':
      return `¿Es cierto que el expediente no muestra lo que cobra la línea ${line}?`;
    default:
      if (/\/pointers(\/\d+)?$/.test(field ?? ''))
        return `¿Muestra el expediente que esto se hizo por el diagnóstico ${text}?`;
      return `¿Dice el expediente que ${fieldName(field)}${there} es ${text}?`;
  }
}

function yes(fix: Fix, ofLine: number | null): string {
  return `Sí: ${lowerFirst(together([fix, ...(fix.also ?? [])], ofLine))}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export const fixWords: typeof english = {
  label,
  field: fieldName,
  question,
  yes,
  no: 'No',
  later: 'Ahora no',
  chart: 'Una pregunta al expediente',
};
