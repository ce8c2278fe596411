// SPDX-License-Identifier: Apache-2.0
// A rule's id as a way to its page. Only our own page has such pages: in a host's page an id is plain text.
import { html, type TemplateResult } from 'lit';

let pages = false;

/** Says that this document shows a rule's page at #rule-ID. A rule's id says nothing of a claim. */
export function haveRulePages(): void {
  pages = true;
}

/** The rule's id, and its name if given. */
export function ruleLink(id: string, name = ''): TemplateResult {
  const text = name ? `${id} ${name}` : id;
  return pages ? html`<a class="rule-link" href="#rule-${id}">${text}</a>` : html`${text}`;
}
