// SPDX-License-Identifier: Apache-2.0
// <deltoid-rules>: all rules by family, with a search; or one rule's page. The address says which: #rules, #rule-BND003.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Claim } from '../claim/model.js';
import { showCount } from '../formats/numbers.js';
import { controlStyles } from '../styles/controls.js';
import { findingStyles } from '../styles/finding.js';
import { ruleStyles } from '../styles/rules.js';
import { tokenStyles } from '../styles/tokens.js';
import { verdictIcon } from '../view/icons.js';
import { words } from '../words/index.js';
import type { Trial } from '../workbench/trial.js';
import { type Catalogue, catalogue, type Example, matching, type Rule, verdictOfLevel } from './catalogue.js';
import type { ExampleControls, Outcome } from './example-view.js';
import { check, dayOf } from './examples.js';
import { ruleView } from './rule-view.js';

const said = words.rules;

export class DeltoidRules extends LitElement {
  static override styles = [tokenStyles, controlStyles, findingStyles, ruleStyles];

  /** Id of the rule whose page is shown; '' for the list. */
  @property({ attribute: false }) rule = '';

  @state() private all: Catalogue | undefined;
  @state() private failed = false;
  @state() private search = '';
  @state() private outcomes: ReadonlyMap<Example, Outcome> = new Map();
  #listWasAt = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void catalogue().then(
      (all) => {
        this.all = all;
      },
      () => {
        this.failed = true;
      },
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('rule')) return;
    this.outcomes = new Map();
    if (this.rule && !changed.get('rule')) this.#listWasAt = scrollY;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('rule') && !changed.has('all')) return;
    // A page begins at its title, the list where it was left.
    scrollTo(0, this.rule ? 0 : this.#listWasAt);
    if (this.rule) this.renderRoot.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    if (this.failed)
      return html`<h1>${said.title}</h1><p>${words.findings.failed}. ${words.findings.failedHint}</p>`;
    if (!this.all) return html`<h1>${said.title}</h1><p class="hint">${words.findings.starting}</p>`;
    const rule = this.all.rules.find(({ id }) => id === this.rule);
    if (rule) return ruleView(rule, this.all, this.#controls);
    return this.#list(this.all.rules);
  }

  #list(rules: Rule[]): TemplateResult {
    const shown = matching(rules, this.search);
    const families = Map.groupBy(shown, ({ family }) => family);
    return html`<div class="list">
      <header>
        <h1 tabindex="-1">${said.title}</h1>
        <p class="hint">${this.rule ? said.unknown(this.rule) : said.lead(showCount(rules.length))}</p>
        <div class="search">
          <label for="search">${said.search}</label>
          <input
            id="search"
            type="search"
            autocomplete="off"
            placeholder=${said.searchHint}
            .value=${this.search}
            @input=${this.#onSearch}
          />
          <p class="hint" role="status">${said.shown(showCount(shown.length), showCount(rules.length))}</p>
        </div>
      </header>
      ${shown.length === 0 ? this.#none() : nothing}
      ${[...families].map(([family, members]) => this.#family(family, members))}
    </div>`;
  }

  #none(): TemplateResult {
    return html`<div class="none">
      <p>${said.none}</p>
      <button
        type="button"
        @click=${() => {
          this.search = '';
        }}
      >
        ${said.showAll}
      </button>
    </div>`;
  }

  #family(family: string, rules: Rule[]): TemplateResult {
    return html`<section aria-labelledby="family-${family}">
      <h2 id="family-${family}">${said.family[family] ?? family} <span class="hint">${family}</span></h2>
      <ul>
        ${rules.map(
          ({ id, level, summary }) => html`<li>
            <a href="#rule-${id}">
              <span class="id">${verdictIcon(verdictOfLevel[level])}<span class="visually-hidden">${words.verdict[verdictOfLevel[level]]}</span> ${id}</span>
              <span lang="en">${summary}</span>
            </a>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  readonly #onSearch = (event: Event): void => {
    this.search = (event.target as HTMLInputElement).value;
  };

  get #controls(): ExampleControls {
    return {
      outcomes: this.outcomes,
      tryInForm: (rule, example, claim) => this.#tryInForm(rule, example, claim),
      tryHere: (example) => void this.#tryHere(example),
    };
  }

  #tryInForm(rule: Rule, example: Example, claim: Claim): void {
    const { payer, profile } = example.options;
    const title = words.trial.example(rule.id);
    const detail: Trial = { title, claim, asOf: dayOf(example), payer, profile };
    this.dispatchEvent(new CustomEvent('try-claim', { detail }));
  }

  async #tryHere(example: Example): Promise<void> {
    const clean = this.all?.clean_claim;
    if (!clean) return;
    const put = (outcome: Outcome): void => {
      this.outcomes = new Map(this.outcomes).set(example, outcome);
    };
    put('checking');
    put(await check(example, clean).catch((): Outcome => 'failed'));
  }
}

customElements.define('deltoid-rules', DeltoidRules);
