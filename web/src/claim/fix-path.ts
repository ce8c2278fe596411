// SPDX-License-Identifier: Apache-2.0
// How a claim came to be what it is by fixes alone: which were taken, one after the other, and what they made of it. A claim
// that is something else was edited by hand besides, and that cannot be repeated in its file.
import type { Finding, Fix } from '../findings/model.js';
import { pointers } from './fields.js';
import type { Claim } from './model.js';
import { valueAt } from './pointer.js';
import { isSameClaim } from './same-claim.js';

/** A fix that was taken, as the finding had it then: with the line numbers of then. */
export interface TakenFix {
  rule: string;
  line: number | null;
  fix: Fix;
}

/** `claim`: what the fixes have made of the one that the file has; `before`: the same without the last of them. */
export interface FixPath {
  fixes: readonly TakenFix[];
  claim: Claim;
  before?: FixPath;
}

export function pathFrom(claim: Claim): FixPath {
  return { fixes: [], claim };
}

/** A step further by a fix. One that was taken on top of something typed is none: the file does not have what was typed. */
export function withFix(path: FixPath, before: Claim, taken: TakenFix, after: Claim): FixPath {
  if (!isOnPath(path, before)) return path;
  return further(path, taken, after);
}

function further(before: FixPath, taken: TakenFix, claim: Claim): FixPath {
  return { fixes: [...before.fixes, taken], claim, before };
}

/** Is the claim just what its fixes make of it, as far as an 837 can tell? */
export function isOnPath(path: FixPath, claim: Claim): boolean {
  return isSameClaim(inFile(path.claim), inFile(claim));
}

/** What was said of the claim of a path. */
export type Offered = Pick<WeakMap<FixPath, readonly Finding[]>, 'get'>;

/**
 * The path that leads to a claim: this one, one that it came by, or a step further. What was typed may be just what a fix
 * does, "25" in its box, say: then it is as good as taken.
 */
export function pathTo(
  claim: Claim,
  from: FixPath,
  offered: Offered,
  apply: (claim: Claim, fix: Fix) => Claim | undefined,
): FixPath | undefined {
  const known: FixPath[] = [];
  for (let path: FixPath | undefined = from; path; path = path.before) known.push(path);
  return known.find((path) => isOnPath(path, claim)) ?? typed(claim, known, offered, apply);
}

/** The shortest way first: of what was typed on the way to it nothing is kept. */
function typed(
  claim: Claim,
  known: FixPath[],
  offered: Offered,
  apply: (claim: Claim, fix: Fix) => Claim | undefined,
): FixPath | undefined {
  for (const path of known.toReversed())
    for (const { rule, line, fix: alternatives } of offered.get(path) ?? [])
      for (const alternative of alternatives) {
        const fix = withTyped(alternative, claim);
        const fixed = fix && apply(path.claim, fix);
        if (fixed && isOnPath(pathFrom(fixed), claim)) return further(path, { rule, line, fix }, fixed);
      }
  return undefined;
}

/** The alternative with what was typed where it leaves that to a person; undefined where nothing was. */
function withTyped({ also, ...first }: Fix, claim: Claim): Fix | undefined {
  const edits = [first, ...(also ?? [])].map((edit) => {
    if (edit.value !== undefined || edit.op === 'delete_line') return edit;
    const value = typedValue(edit, claim);
    return value ? { ...edit, value } : undefined;
  });
  const [own, ...others] = edits;
  if (!own || others.includes(undefined)) return undefined;
  return others.length > 0 ? { ...own, also: others as Fix[] } : own;
}

/** What stands in the box that an edit is about. */
function typedValue({ op, line, field }: Fix, { lines = [], diagnoses = [], ...claim }: Claim): string {
  const { units, code, modifiers = [] } = lines[(line ?? 0) - 1] ?? {};
  switch (op) {
    case 'set_units':
      return units ?? '';
    case 'replace_code':
      return code ?? '';
    case 'add_modifier':
      return modifiers.at(-1) ?? '';
    case 'add_diagnosis':
      return diagnoses.at(-1) ?? '';
    case 'set_field': {
      const value = field ? valueAt({ ...claim, lines, diagnoses }, field) : undefined;
      return Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '';
    }
    default:
      return '';
  }
}

/** Without what stands in no 837: administration records, and the payer's class, which is told by other things. */
function inFile({ payer, lines = [], ...rest }: Claim): object {
  const { class: _, ...named } = payer ?? {};
  const billed = lines.map(({ documentation: __, ...line }) => ({
    ...line,
    pointers: pointers.show(line.pointers ?? []), // "A" and 1 are the same
  }));
  return { ...rest, payer: named, lines: billed };
}
