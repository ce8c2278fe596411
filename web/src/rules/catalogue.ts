// SPDX-License-Identifier: Apache-2.0
// The rulebook as the engine tells it: what stands on a rule's page, and the claim that its examples change.
import type { JSONPatchDocument } from 'immutable-json-patch';
import { instantiate } from '../../../wasm/engine.js';
import type { Claim } from '../claim/model.js';
import { engineModule } from '../engine/assets.js';
import type { CheckOptions } from '../engine/options.js';
import type { Rule as RuleAsTold, RuleExample } from '../findings/rule.js';

/** What an example wants to be checked with. */
export interface ExampleOptions extends Pick<CheckOptions, 'payer' | 'profile'> {
  as_of?: string;
  tables?: string[];
  select?: string[];
}

/** Documentation and demonstration at once: a change of the clean claim, several of these, or a whole input. */
export interface Example extends Pick<RuleExample, 'what' | 'input'> {
  patch?: JSONPatchDocument | JSONPatchDocument[];
  /** A patch for a claim that was sent earlier. */
  history?: JSONPatchDocument;
  options: ExampleOptions;
}

/** A rule with examples that can be tried. */
export interface Rule extends Omit<RuleAsTold, 'bad' | 'good'> {
  bad: Example[];
  good: Example[];
}

export interface Catalogue {
  version: string;
  rulebook: string;
  clean_claim: Claim;
  rules: Rule[];
}

/** What a finding of each level is called when nothing else is known of it. */
export const verdictOfLevel = { error: 'deny', warning: 'may', info: 'note' } as const;

let read: Catalogue | undefined;

/** All rules, read from an engine of its own at the first call. */
export async function catalogue(): Promise<Catalogue> {
  if (!read) {
    const engine = await instantiate(await engineModule('everything'));
    read = JSON.parse(new TextDecoder().decode(engine.catalogue())) as Catalogue;
  }
  return read;
}

/** The rules whose texts hold every word; all of them for an empty search. */
export function matching(rules: Rule[], search: string): Rule[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return wanted.length === 0
    ? rules
    : rules.filter((rule) => wanted.every((word) => textOf(rule).includes(word)));
}

function textOf({ id, name, summary, why, fix, myth, messages, sources }: Rule): string {
  const cited = sources.flatMap(({ title, ref }) => [title, ref]);
  return [id, name, summary, why, fix, myth ?? '', ...messages, ...cited].join('\n').toLowerCase();
}
