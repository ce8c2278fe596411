// SPDX-License-Identifier: Apache-2.0
// The package: check claims from JavaScript, in a browser, a worker or Node. No DOM.
import { instantiate } from '../../wasm/engine.js';
import { engineModule, provideAssets } from './engine/assets.js';
import { packageAssets } from './engine/package-assets.js';
import type { Rule } from './findings/rule.js';

export type { Claim, ClaimInput, Line, PayerClass } from './claim/model.js';
export { type CheckCall, check, type Input } from './engine/check.js';
export type { CheckOptions } from './engine/options.js';
export { DeltoidError, type Problem } from './engine/problems.js';
export type { WorkerProgress as CheckProgress } from './engine/protocol.js';
export type { Finding, Fix, Summary } from './findings/model.js';
export type { Rule, RuleExample } from './findings/rule.js';

provideAssets(packageAssets);

/** All rules: what each looks for, why, and where it says so. */
export async function rules(): Promise<Rule[]> {
  const engine = await instantiate(await engineModule('everything'));
  return (JSON.parse(decoder.decode(engine.catalogue())) as { rules: Rule[] }).rules;
}

/** One rule's page, by id or name; undefined when there is no such rule. */
export async function explain(rule: string): Promise<Rule | undefined> {
  const engine = await instantiate(await engineModule('everything'));
  const page = decoder.decode(engine.explain(rule));
  return page === '' ? undefined : (JSON.parse(page) as Rule);
}

const decoder = new TextDecoder();
