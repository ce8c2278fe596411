// SPDX-License-Identifier: Apache-2.0
// All that crosses the border between a host page and the framed form, and how each side reads what comes: by hand, key
// by key, so that nothing else can cross. The claim has no place here, nor has an amount: with one line it is the charge.

/** How the framed form is to check. */
export interface FrameOptions {
  /** Class of payer for claims that do not say one. */
  payerClass?: string | undefined;
  /** The day to check for, YYYY-MM-DD; the local day if absent. */
  asOf?: string | undefined;
  /** A payer profile, or the name of a built-in one. */
  profile?: object | string | undefined;
  /** The language of the form. */
  lang?: string | undefined;
}

/** The one word for the claim: nothing to check, clean, may deny, will deny. */
export type FrameVerdict = 'blank' | 'clean' | 'may' | 'deny';

/** Counts, and what was checked with. */
export interface FrameSummary {
  injection_lines: number;
  clean_injection_lines: number;
  errors: number;
  warnings: number;
  infos: number;
  not_evaluated: number;
  version: string;
  rulebook: string;
}

export type ToFrame = { type: 'options'; options: FrameOptions } | { type: 'clear' };

export type FromFrame =
  | { type: 'check'; verdict: FrameVerdict; summary: FrameSummary | undefined }
  | { type: 'clear' }
  | { type: 'height'; height: number };

/** The word that asks a frame to talk; the port for it comes along. */
export const hello = 'deltoid-embed-1';

const verdicts: readonly string[] = ['blank', 'clean', 'may', 'deny'];
const counts = [
  'injection_lines',
  'clean_injection_lines',
  'errors',
  'warnings',
  'infos',
  'not_evaluated',
] as const;
const mostCounted = 1e9;
const tallest = 20_000;

/** Reads a message from the frame; undefined when it is none. */
export function readFromFrame(data: unknown): FromFrame | undefined {
  if (!isObject(data)) return undefined;
  const { type, verdict, summary, height } = data;
  if (type === 'clear') return { type };
  if (type === 'height' && isCount(height)) return { type, height: Math.min(height, tallest) };
  if (type !== 'check' || !verdicts.includes(verdict as string)) return undefined;
  return { type, verdict: verdict as FrameVerdict, summary: readSummary(summary) };
}

/** Reads a message from the host page; undefined when it is none. What the options are is the form's to judge. */
export function readToFrame(data: unknown): ToFrame | undefined {
  if (!isObject(data)) return undefined;
  if (data.type === 'clear') return { type: 'clear' };
  if (data.type !== 'options' || !isObject(data.options)) return undefined;
  const { payerClass, asOf, profile, lang } = data.options;
  return {
    type: 'options',
    options: {
      payerClass: textOrNone(payerClass),
      asOf: textOrNone(asOf),
      profile: isObject(profile) ? profile : textOrNone(profile),
      lang: textOrNone(lang),
    },
  };
}

/** The counts of a summary, and nothing else that stands in it. Undefined when one is missing. */
export function readSummary(given: unknown): FrameSummary | undefined {
  if (!isObject(given)) return undefined;
  const read: Record<string, number | string> = {};
  for (const count of counts) {
    const value = given[count];
    if (!isCount(value)) return undefined;
    read[count] = value;
  }
  for (const name of ['version', 'rulebook'] as const) {
    const value = given[name];
    if (typeof value !== 'string' || !/^[\w.+-]{0,40}$/.test(value)) return undefined;
    read[name] = value;
  }
  return read as unknown as FrameSummary;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= mostCounted;
}

function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
