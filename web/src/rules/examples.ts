// SPDX-License-Identifier: Apache-2.0
// A rule's examples: the claims that they are, whether the form can show them, and what differs from another claim.
import { immutableJSONPatch, type JSONPatchDocument } from 'immutable-json-patch';
import type { Claim, Line } from '../claim/model.js';
import { runBatch } from '../engine/client.js';
import { sessionOptions } from '../engine/options.js';
import type { SessionInput } from '../engine/session.js';
import type { Finding } from '../findings/model.js';
import type { Example } from './catalogue.js';

/** The day that examples are checked for when they name none: the clean claim is five days old then. */
const usualDay = '2026-09-20';

/** The claims of an example, none when it is a file; the last one is what it is about. */
export function claimsOf({ patch }: Example, clean: Claim): Claim[] {
  if (!patch) return [];
  return patchesOf(patch).map((one) => immutableJSONPatch(clean, one) as Claim);
}

/** The one claim that the form can show with all that the example wants; undefined when it takes more than a form. */
export function claimForForm(example: Example, clean: Claim): Claim | undefined {
  const [claim, second] = claimsOf(example, clean);
  return second || example.history || example.options.tables ? undefined : claim;
}

export function dayOf({ options }: Example): string {
  return options.as_of ?? usualDay;
}

/** What the checker says of an example, beside the page. */
export async function check(example: Example, clean: Claim): Promise<Finding[]> {
  const { options, history, input } = example;
  const inputs: SessionInput[] = (options.tables ?? []).map((table, at) =>
    inputOf('tables', `table-${at + 1}.tsv`, table),
  );
  if (history)
    inputs.push(inputOf('history', 'earlier.json', JSON.stringify(immutableJSONPatch(clean, history))));
  if (input) inputs.push(inputOf('claims', 'example.837', input));
  else inputs.push(inputOf('claims', 'example.json', JSON.stringify(claimsOf(example, clean))));
  const findings: Finding[] = [];
  const { payer, profile, select } = options;
  await runBatch(inputs, sessionOptions({ payer, profile, select, asOf: dayOf(example) }), {
    onBatch({ bytes }) {
      const lines = new TextDecoder().decode(bytes).split('\n');
      findings.push(
        ...lines.filter((line) => line.startsWith('{"kind":"finding"')).map((line) => JSON.parse(line)),
      );
    },
  });
  return findings;
}

/** A field of a claim or line as it is shown: where, what ('' where only the other claim has it), and whether it differs. */
export interface Fact {
  path: string;
  value: string;
  differs: boolean;
}

/** Every filled field outside the lines, marked where `other` has something else. */
export function factsOfClaim(claim: Claim, other: Claim): Fact[] {
  const { lines: _, ...rest } = claim;
  const { lines: __, ...otherRest } = other;
  return factsOf(rest, otherRest);
}

/** The same for one line, held against the line of `other` with its code or, failing that, in its place. */
export function factsOfLine(line: Line, index: number, other: Claim): Fact[] {
  const lines = other.lines ?? [];
  const same = lines.find(({ code }) => code === line.code);
  const facts = factsOf(line, same ?? lines[index] ?? {});
  return same ? facts : facts.filter(({ value }) => value !== ''); // another service need not have the same boxes
}

function factsOf(one: object, other: object): Fact[] {
  const here = new Map(leavesOf(one));
  const there = new Map(leavesOf(other));
  return [...new Set([...here.keys(), ...there.keys()])].map((path) => ({
    path,
    value: here.get(path) ?? '',
    differs: here.get(path) !== there.get(path),
  }));
}

/** Lists of plain values are one leaf, as they are one box. */
function leavesOf(value: unknown, path = ''): [string, string][] {
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return [[path, value.join(' ')]];
  if (typeof value !== 'object') return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, below]) => leavesOf(below, path ? `${path}.${key}` : key));
}

function patchesOf(patch: JSONPatchDocument | JSONPatchDocument[]): JSONPatchDocument[] {
  return Array.isArray(patch[0]) ? (patch as JSONPatchDocument[]) : [patch as JSONPatchDocument];
}

function inputOf(role: SessionInput['role'], name: string, text: string): SessionInput {
  return { role, name, source: new TextEncoder().encode(text) };
}
