// SPDX-License-Identifier: Apache-2.0
// The kinds of boxes: how what is typed becomes a value of the claim, and how a value is shown.
import { readDate, showDate } from '../formats/dates.js';
import { plainCents, readCents } from '../formats/money.js';

export interface FieldKind {
  /** The claim's value for what was typed so far. */
  read(typed: string): unknown;
  /** How a value of the claim is shown when nobody is typing. */
  show(value: unknown): string;
  /** What the box shows while it is typed in; kept as typed if absent. */
  tidy?(typed: string): string;
  inputMode?: 'numeric' | 'decimal' | 'text';
}

const asText = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** Free text, kept as typed. */
export const text: FieldKind = { read: (typed) => typed, show: asText };

/** Codes and identifiers: capitals without blanks. */
export const code: FieldKind = {
  read: (typed) => typed.trim().toUpperCase(),
  show: asText,
  tidy: (typed) => typed.toUpperCase(),
};

/** A service's code. While it looks like the beginning of a drug's name it is absent; suggestions turn it into one. */
export const service: FieldKind = {
  ...code,
  read: (typed) => (/^\s*[A-Z]{2}/i.test(typed) ? '' : code.read(typed)),
};

/** A place of service: two digits, or the beginning of its name, which suggestions turn into them. */
export const place: FieldKind = {
  read: (typed) => (/^\s*[a-z]/i.test(typed) ? '' : typed.trim()),
  show: asText,
};

/** Numbers that are typed as digits, units and quantities. */
export const count: FieldKind = { read: (typed) => typed.trim(), show: asText, inputMode: 'decimal' };

/** Identifiers of digits only. */
export const digits: FieldKind = { read: (typed) => typed.trim(), show: asText, inputMode: 'numeric' };

/** Money: "120" is shown as "120.00" once the box is left. What is no amount stays as typed, for the rules to say. */
export const money: FieldKind = {
  read: (typed) => typed.replace(/[$,\s]/g, ''),
  show(value) {
    const cents = readCents(asText(value));
    return cents === undefined ? asText(value) : plainCents(cents);
  },
  inputMode: 'decimal',
};

/** A date typed as digits (091526). While it is not a date yet it is absent. */
export const date: FieldKind = {
  read: (typed) => readDate(typed) ?? '',
  show: (value) => showDate(asText(value)),
  inputMode: 'numeric',
};

/** A birth date: two digits of a year never lie in the future. */
export function birthDate(today: string): FieldKind {
  return { ...date, read: (typed) => readDate(typed, today) ?? '' };
}

/** A day with its time, "091526 1020" or "09/15/2026 10:20". While it is none yet it is absent. */
export const moment: FieldKind = {
  read(typed) {
    const parts = /^(\S+)(?:[\sT]+(\d{1,2}):?(\d{2}))?$/i.exec(typed.trim());
    const day = parts ? readDate(parts[1] ?? '') : undefined;
    if (!parts || !day) return '';
    return parts[2] ? `${day}T${parts[2].padStart(2, '0')}:${parts[3]}` : day;
  },
  show(value) {
    const [day = '', time = ''] = asText(value).split('T');
    return [showDate(day), time].filter(Boolean).join(' ');
  },
};

/** Yes or no, or not said. */
export const yesNo: FieldKind = {
  read: (typed) => (typed === '' ? '' : typed === 'true'),
  show: asText,
};

/** A whole number, kept as one. */
export const whole: FieldKind = {
  read: (typed) => (/^\d+$/.test(typed.trim()) ? Number(typed) : typed.trim()),
  show: asText,
  inputMode: 'numeric',
};

/** Up to four modifiers, "25 59": the blank comes by itself. */
export const modifiers: FieldKind = {
  read: (typed) => pairs(typed),
  show: (value) => (Array.isArray(value) ? value.join(' ') : ''),
  tidy: (typed) => pairs(typed).join(' '),
};

/** Diagnosis pointers, "AB"; digits are taken as letters. */
export const pointers: FieldKind = {
  read: (typed) => [...typed.toUpperCase().replace(/[^A-L1-9]/g, '')].map(asLetter),
  show: (value) => (Array.isArray(value) ? value.map(asLetter).join('') : ''),
  tidy: (typed) => typed.toUpperCase(),
};

function pairs(typed: string): string[] {
  return (
    typed
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .match(/.{1,2}/g) ?? []
  );
}

function asLetter(pointer: unknown): string {
  const number = Number(pointer);
  return number >= 1 && number <= 12 ? String.fromCharCode(64 + number) : asText(pointer).toUpperCase();
}
