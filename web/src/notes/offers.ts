// SPDX-License-Identifier: Apache-2.0
// What a note offers to a line, held against what stands there: filled is only what a person has seen, and nothing that
// was typed is written over unless it was chosen.
import type { Line } from '../claim/model.js';
import type { Administration } from './reading.js';

/**
 * `fills`: the line says nothing of it; `same`: it says so already; `differs`: it says something else; `open`: the note
 * leaves it open; `dayless`: a time whose day nobody knows.
 */
export type OfferState = 'fills' | 'same' | 'differs' | 'open' | 'dayless';

/** One field. */
export interface Offer {
  field: string;
  state: OfferState;
  /** What it may be filled with: one value, or the candidates of an open one. */
  values: string[];
  /** The words of the note that it rests on. */
  words: string[];
  /** Why it is open. */
  reason: string;
  /** What the line says; '' when it says nothing. */
  standing: string;
}

/** In the order of the form. */
const fields = [
  'drug',
  'dose',
  'route',
  'site',
  'lot',
  'expiration',
  'given_at',
  'given_by',
  'credential',
  'ordered_by',
  'order_date',
  'supervised_by',
  'supervision',
  'container',
  'source',
  'discarded',
  'indication',
  'response',
];

export function offersOf(administration: Administration, line: Line | undefined): Offer[] {
  const named = new Set([
    ...Object.keys(administration.documentation),
    ...administration.unsure.map(({ field }) => field),
  ]);
  const known = fields.filter((field) => named.delete(field));
  return [...known, ...named].map((field) => offerOf(administration, line, field));
}

function offerOf(
  { documentation, taken, unsure }: Administration,
  line: Line | undefined,
  field: string,
): Offer {
  const standing = String(line?.documentation?.[field] ?? '').trim();
  const words = taken.filter((one) => one.field === field).map((one) => one.words);
  const doubt = unsure.find((one) => one.field === field);
  const sure = documentation[field];
  const day = standing.slice(0, 10) || (line?.from ?? '');
  const complete = (value: string): string => (field === 'given_at' ? withDay(value, day) : value);
  const offer = { field, words, standing, reason: doubt?.reason ?? '' };
  if (sure === undefined) return { ...offer, state: 'open', values: (doubt?.candidates ?? []).map(complete) };
  const value = complete(sure);
  if (isSame(standing, value)) return { ...offer, state: 'same', values: [value] };
  if (field === 'given_at' && isTime(value)) return { ...offer, state: 'dayless', values: [value] };
  return { ...offer, state: standing ? 'differs' : 'fills', values: [value] };
}

/** A time alone is of the line's day. */
function withDay(value: string, day: string): string {
  return isTime(value) && day ? `${day}T${value}` : value;
}

function isTime(value: string): boolean {
  return /^\d{1,2}:\d{2}$/.test(value);
}

/** "60mg" is "60 mg", and a day of a month is in that month. */
function isSame(standing: string, value: string): boolean {
  const [one, other] = [standing, value].map((text) => text.toLowerCase().replace(/\s+/g, ''));
  return (
    standing !== '' && (one === other || (/^\d{4}-\d{2}$/.test(value) && standing.startsWith(`${value}-`)))
  );
}
