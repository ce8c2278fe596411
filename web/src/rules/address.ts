// SPDX-License-Identifier: Apache-2.0
// What the page's address says: which rule is looked at, and never anything of a claim.

/** The rule that the address asks for, '' for the list of all; undefined when it asks for none. */
export function ruleAsked(hash: string): string | undefined {
  return /^#rules?(?:-(\w+))?$/
    .exec(hash)
    ?.slice(1)
    .map((id) => id ?? '')[0];
}
