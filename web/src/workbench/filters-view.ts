// SPDX-License-Identifier: Apache-2.0
// What is shown in the table, and in which order.
import { html, nothing, type TemplateResult } from 'lit';
import type { Query, SortBy } from '../findings/order.js';
import type { FindingStore } from '../findings/store.js';
import { type Verdict, verdicts } from '../findings/verdict.js';
import { showCount } from '../formats/numbers.js';
import { verdictIcon } from '../view/icons.js';
import { words } from '../words/index.js';

const said = words.table;

export function filtersView(
  store: FindingStore,
  query: Query,
  shown: number,
  searching: boolean,
  ask: (change: Partial<Query>) => void,
): TemplateResult {
  const toggle = (verdict: Verdict): void => {
    const chosen = new Set(query.verdicts);
    if (!chosen.delete(verdict)) chosen.add(verdict);
    ask({ verdicts: chosen });
  };
  const present = verdicts.filter((verdict) => (store.counts.get(verdict) ?? 0) > 0);
  const value = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
  return html`<div class="filters">
    <div class="chips" role="group" aria-label=${said.show}>
      ${present.map(
        (verdict) => html`<button
          type="button"
          class="chip"
          aria-pressed=${query.verdicts.has(verdict)}
          @click=${() => toggle(verdict)}
        >
          ${verdictIcon(verdict)} ${words.verdict[verdict]} <b>${showCount(store.counts.get(verdict) ?? 0)}</b>
        </button>`,
      )}
    </div>
    <div class="choices">
      <div class="choice search">
        <label for="search">${said.search}</label>
        <input id="search" type="search" autocomplete="off" placeholder=${said.searchHint} .value=${query.text}
          @input=${(event: Event) => ask({ text: value(event) })} />
      </div>
      <div class="choice">
        <label for="rule">${said.ruleFilter}</label>
        <select id="rule" @change=${(event: Event) => ask({ rule: Number(value(event)) })}>
          <option value="-1" ?selected=${query.rule < 0}>${said.allRules}</option>
          ${rulesOf(store, query.rule).map(
            ([rule, name]) =>
              html`<option value=${rule} ?selected=${rule === query.rule}>${name} (${showCount(store.ruleCounts.get(rule) ?? 0)})</option>`,
          )}
        </select>
      </div>
      <div class="choice">
        <label for="sort">${said.sortBy}</label>
        <select id="sort" @change=${(event: Event) => ask({ sort: value(event) as SortBy })}>
          ${Object.entries(said.sort).map(
            ([sort, name]) => html`<option value=${sort} ?selected=${sort === query.sort}>${name}</option>`,
          )}
        </select>
      </div>
    </div>
    <p class="hint shown" role="status">
      ${said.shown(shown, store.standing)}${searching ? html` · ${said.searching}` : nothing}
    </p>
  </div>`;
}

/** Those that say something now, and the chosen one. */
function rulesOf(store: FindingStore, chosen: number): [number, string][] {
  return store.rules
    .map((name, rule): [number, string] => [rule, name])
    .filter(([rule]) => rule === chosen || (store.ruleCounts.get(rule) ?? 0) > 0)
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
}
