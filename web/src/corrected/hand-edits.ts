// SPDX-License-Identifier: Apache-2.0
// What was typed into a claim by hand, box by box: for whoever has to type it once more in another program.
import type { FixPath } from '../claim/fix-path.js';
import type { Claim, Line } from '../claim/model.js';

/** `line` is 0 for the claim itself; '' where nothing stands. */
export interface HandEdit {
  line: number;
  field: string;
  before: string;
  after: string;
}

/** How the claim differs from the one in its file; undefined when that cannot be said line by line. */
export function handEdits(claim: Claim, path: FixPath | undefined): HandEdit[] | undefined {
  if (!path) return undefined;
  let filed = path;
  while (filed.before) filed = filed.before;
  const before = filed.claim.lines ?? [];
  const after = claim.lines ?? [];
  if (before.length !== after.length) return undefined;
  return [
    ...between(withoutLines(filed.claim), withoutLines(claim), 0, ''),
    ...after.flatMap((line, at) => between(inFile(before[at] ?? {}), inFile(line), at + 1, `/lines/${at}`)),
  ];
}

function withoutLines({ lines: _, ...rest }: Claim): Claim {
  return rest;
}

function inFile({ line: _, documentation: __, ...rest }: Line): Line {
  return rest;
}

function between(before: unknown, after: unknown, line: number, field: string): HandEdit[] {
  if (isObject(before) || isObject(after)) {
    const [a, b] = [before, after].map((one) => (isObject(one) ? one : {})) as [
      Record<string, unknown>,
      Record<string, unknown>,
    ];
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].flatMap((key) => between(a[key], b[key], line, `${field}/${key}`));
  }
  const [was, is] = [textOf(before), textOf(after)];
  return was === is ? [] : [{ line, field, before: was, after: is }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(' ');
  return value === null || value === undefined ? '' : isObject(value) ? JSON.stringify(value) : String(value);
}
