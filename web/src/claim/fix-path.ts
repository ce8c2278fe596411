// SPDX-License-Identifier: Apache-2.0
// How a claim came to be what it is by fixes alone: which were taken, one after the other, and what they made of it. A claim
// that is something else was edited by hand besides, and that cannot be repeated in its file.
import type { Finding, Fix } from '../findings/model.js';
import type { Claim } from './model.js';
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

function typed(
  claim: Claim,
  known: FixPath[],
  offered: Offered,
  apply: (claim: Claim, fix: Fix) => Claim | undefined,
): FixPath | undefined {
  for (const path of known)
    for (const { rule, line, fix: alternatives } of offered.get(path) ?? [])
      for (const fix of alternatives) {
        const fixed = apply(path.claim, fix);
        if (fixed && isOnPath(pathFrom(fixed), claim)) return further(path, { rule, line, fix }, fixed);
      }
  return undefined;
}

/** Without what stands in no 837: administration records, and the payer's class, which is told by other things. */
function inFile({ payer, lines = [], ...rest }: Claim): Claim {
  const { class: _, ...named } = payer ?? {};
  return { ...rest, payer: named, lines: lines.map(({ documentation: __, ...line }) => line) };
}
