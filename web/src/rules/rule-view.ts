// SPDX-License-Identifier: Apache-2.0
// One rule's page: what, why, what to do, what is wrongly advised, what it says, examples, sources. The rule's own texts
// come from the engine and are English whatever the page speaks; they are marked so.
import { html, nothing, type TemplateResult } from 'lit';
import type { Source } from '../findings/model.js';
import { showDate } from '../formats/dates.js';
import { verdictBadge } from '../view/icons.js';
import { words } from '../words/index.js';
import { type Catalogue, type Rule, verdictOfLevel } from './catalogue.js';
import { type ExampleControls, exampleView } from './example-view.js';

const said = words.rules;

export function ruleView(
  rule: Rule,
  { rules, clean_claim }: Catalogue,
  controls: ExampleControls,
): TemplateResult {
  const at = rules.indexOf(rule);
  const compared = { clean: clean_claim, bad: rule.bad[0] };
  return html`<article class="rule" aria-labelledby="rule-title">
    <nav class="steps" aria-label=${said.rules}>
      <a href="#rules">‹ ${said.all}</a>
      <span>${step(rules[at - 1], said.previous, '‹ ')} ${step(rules[at + 1], said.next)}</span>
    </nav>
    <header>
      <p class="kind">${verdictBadge(verdictOfLevel[rule.level])} <span>${said.family[rule.family] ?? rule.family}</span></p>
      <h1 id="rule-title" tabindex="-1" lang="en"><span class="id">${rule.id}</span> ${rule.name.replaceAll('-', ' ')}</h1>
      <p class="lead" lang="en">${rule.summary}</p>
    </header>
    <dl class="reasons">
      <div><dt>${said.why}</dt><dd lang="en">${rule.why}</dd></div>
      <div><dt>${said.fix}</dt><dd lang="en">${rule.fix}</dd></div>
      ${rule.myth ? html`<div class="myth"><dt>${said.myth}</dt><dd lang="en">${rule.myth}</dd></div>` : nothing}
    </dl>
    <div class="examples">
      <section aria-labelledby="bad-title">
        <h2 id="bad-title">${said.bad}</h2>
        ${rule.bad.map((example) => exampleView(example, { kind: 'bad', rule, ...compared }, controls))}
      </section>
      <section aria-labelledby="good-title">
        <h2 id="good-title">${said.good}</h2>
        ${rule.good.map((example) => exampleView(example, { kind: 'good', rule, ...compared }, controls))}
      </section>
    </div>
    <section>
      <h2>${said.says}</h2>
      <ul class="messages" lang="en">${rule.messages.map((message) => html`<li>${template(message)}</li>`)}</ul>
      <p class="hint">${said.saysHint}</p>
    </section>
    <section>
      <h2>${said.sources}</h2>
      <ul class="sources">${rule.sources.map(source)}</ul>
      <p class="hint">${said.confidence[rule.confidence] ?? rule.confidence}</p>
    </section>
  </article>`;
}

function step(rule: Rule | undefined, label: string, arrow = ''): TemplateResult | typeof nothing {
  if (!rule) return nothing;
  return html`<a href="#rule-${rule.id}" aria-label="${label}, ${rule.id}">${arrow}${rule.id}${arrow ? '' : ' ›'}</a>`;
}

/** A message with its named places framed. */
function template(message: string): unknown[] {
  return message
    .split(/(\{\w+\})/)
    .map((part) =>
      /^\{\w+\}$/.test(part)
        ? html`<span class="place">${part.slice(1, -1).replaceAll('_', ' ')}</span>`
        : part,
    );
}

function source({ title, ref, from, to }: Source): TemplateResult {
  const dates = [from ? said.since(showDate(from)) : '', to ? said.until(showDate(to)) : ''].filter(Boolean);
  return html`<li>
    <span lang="en"><b>${title}</b> ${ref}</span>${dates.length > 0 ? html` <span class="dates">${dates.join(', ')}</span>` : nothing}
  </li>`;
}
