// SPDX-License-Identifier: Apache-2.0
// Which line of the claim an administration may belong to. Where more than one may be meant a person chooses.
import type { KnownCodes } from '../claim/known-codes.js';
import type { Line } from '../claim/model.js';
import type { Administration } from './reading.js';

/** Whether a line bills the drug of the note; `unknown` where nobody can tell. */
export type Fit = 'yes' | 'no' | 'unknown';

/** A line that can take a record. */
export interface Target {
  /** Index in the claim. */
  index: number;
  code: string;
  isDrug: boolean;
}

/** Lines of drugs and of the injection; any line with a code when there are none of these. */
export function targetsOf(lines: readonly Line[], codes: KnownCodes | undefined): Target[] {
  const all = lines.flatMap((line, index) => {
    const code = line.code ?? '';
    return code ? [{ index, code, isDrug: isDrug(code, codes) }] : [];
  });
  const own = all.filter(({ code, isDrug }) => isDrug || code === '96372');
  return own.length > 0 ? own : all;
}

function isDrug(code: string, codes: KnownCodes | undefined): boolean {
  return codes?.services.has(code) || /^[JQ]\d{4}$/.test(code);
}

/** Does the engine find another drug in a record of `drug` than `code` bills? */
export type NamesAnother = (drug: string, code: string) => boolean;

/** Two drugs that are not the same: what neither of them contradicts is no name of a drug. */
const twoDrugs = ['J1885', 'J3420'];

export function fitOf(drug: string, { code, isDrug }: Target, namesAnother: NamesAnother): Fit {
  if (!drug || !isDrug) return 'unknown';
  if (namesAnother(drug, code)) return 'no';
  return twoDrugs.some((other) => namesAnother(drug, other)) ? 'yes' : 'unknown';
}

/**
 * For each administration the line that it is offered to: the one that bills its drug, when no other administration has
 * that drug; or the only line that there is. Undefined where that leaves a choice.
 */
export function preferredLines(
  administrations: readonly Administration[],
  targets: readonly Target[],
  namesAnother: NamesAnother,
): (number | undefined)[] {
  const fits = administrations.map(({ documentation }) =>
    targets.map((target) => fitOf(documentation.drug ?? '', target, namesAnother)),
  );
  const matching = fits.map((row) => targets.filter((_, at) => row[at] === 'yes').map(({ index }) => index));
  return matching.map((lines, own) => {
    const [line] = lines;
    const wantedElsewhere = matching.some((others, at) => at !== own && others.some((one) => one === line));
    if (lines.length === 1) return wantedElsewhere ? undefined : line;
    return lines.length === 0 && administrations.length === 1
      ? onlyLine(targets, fits[own] ?? [])
      : undefined;
  });
}

/** Where drugs are billed a record belongs to one of them; else to the injection. */
function onlyLine(targets: readonly Target[], fits: readonly Fit[]): number | undefined {
  const drugs = targets.some(({ isDrug }) => isDrug);
  const possible = targets.filter((target, at) => fits[at] !== 'no' && target.isDrug === drugs);
  return possible.length === 1 ? possible[0]?.index : undefined;
}
