// SPDX-License-Identifier: Apache-2.0
// Makes a claim of whatever a host page or a file hands over. Its shape is held to, so that the form can show it; what
// does not fit is left out and named. Whether the values are right is the rules' business.
import type { Problem } from '../engine/problems.js';
import { blankClaim } from './claims.js';
import type { Claim } from './model.js';

export interface ReadClaim {
  claim: Claim;
  /** What was left out: its place, and what ought to stand there. */
  left: Problem[];
}

type Shape = 'value' | { each: Shape } | { [key: string]: Shape };

const provider: Shape = { npi: 'value', taxonomy: 'value', entity: 'value' };
const values: Shape = { each: 'value' };

/** Lists and objects that the form reaches into. Keys that are not named here are kept as they are. */
const claimShape: Shape = {
  payer: { name: 'value', id: 'value', class: 'value' },
  billing: provider,
  rendering: provider,
  supervising: provider,
  ordering: provider,
  referring: provider,
  facility: provider,
  patient: { birth_date: 'value', sex: 'value' },
  subscriber: { id: 'value' },
  ...Object.fromEntries(['id', 'frequency', 'total_charge', 'pos', 'note'].map((key) => [key, 'value'])),
  diagnoses: values,
  lines: {
    each: {
      ...Object.fromEntries(
        ['code', 'units', 'charge', 'from', 'to', 'pos', 'note'].map((key) => [key, 'value']),
      ),
      modifiers: values,
      pointers: values,
      ndc: { code: 'value', quantity: 'value', unit: 'value' },
      documentation: {},
    },
  },
};

/** Reads a claim, or JSON text of one. Nothing (null, undefined, '') is a blank claim. */
export function readClaim(given: unknown): ReadClaim {
  if (given === undefined || given === null || given === '') return { claim: blankClaim(), left: [] };
  let plain: unknown;
  try {
    // A copy of its own: the host may go on changing what it gave.
    plain = JSON.parse(typeof given === 'string' ? given : (JSON.stringify(given) ?? 'null'));
  } catch {
    return { claim: blankClaim(), left: [{ path: '', message: 'a claim in JSON' }] };
  }
  const left: Problem[] = [];
  const claim = fit(plain, claimShape, '', left);
  return { claim: (claim as Claim | undefined) ?? blankClaim(), left };
}

/** The claims of a JSON text: one, an array, {"claims": [...]}, or one a line. Throws when it is no JSON. */
export function claimsOfText(text: string): unknown[] {
  const parsed = parsedOf(text);
  const list = isObject(parsed) && Array.isArray(parsed.claims) ? parsed.claims : parsed;
  return Array.isArray(list) ? list : [list];
}

function parsedOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [first = '', second = ''] = text.trimStart().split('\n', 2);
    if (second.trim() === '' || !first.startsWith('{')) throw error;
    return JSON.parse(first);
  }
}

function fit(value: unknown, shape: Shape, path: string, left: Problem[]): unknown {
  if (value === null || value === undefined) return undefined;
  const refuse = (message: string): undefined => {
    left.push({ path, message });
  };
  if (shape === 'value') return typeof value === 'object' ? refuse('a text or a number') : value;
  if (isList(shape)) {
    if (!Array.isArray(value)) return refuse('a list');
    // What is empty keeps its place: lines and diagnoses are known by their numbers.
    const empty = shape.each === 'value' ? '' : {};
    return value.map((one, index) => fit(one, shape.each, `${path}/${index}`, left) ?? empty);
  }
  if (!isObject(value)) return refuse(path === '' ? 'a claim' : 'an object');
  const fitted: Record<string, unknown> = { ...value };
  for (const [key, inner] of Object.entries(shape)) {
    if (!(key in fitted)) continue;
    const one = fit(fitted[key], inner, `${path}/${key}`, left);
    if (one === undefined) delete fitted[key];
    else fitted[key] = one;
  }
  return fitted;
}

function isList(shape: Exclude<Shape, 'value'>): shape is { each: Shape } {
  return 'each' in shape;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
