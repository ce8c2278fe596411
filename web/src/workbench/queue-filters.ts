// SPDX-License-Identifier: Apache-2.0
// Which claims the queue shows: the lists by what they need, search, rule, payer, columns.
import { html, nothing, type TemplateResult } from 'lit';
import { type Bucket, buckets } from '../findings/buckets.js';
import { type ClaimQuery, naturally, type SortKey, sortKeys } from '../findings/claim-order.js';
import type { ClaimStore } from '../findings/claim-store.js';
import { collator } from '../findings/sorting.js';
import type { Verdict } from '../findings/verdict.js';
import { showCount } from '../formats/numbers.js';
import { type ColumnId, columnIds, columns, nameOfPayer } from '../table/queue-columns.js';
import { verdictIcon } from '../view/icons.js';
import { words } from '../words/index.js';
import type { Batch } from './batch.js';

const said = words.queue;

/** A longer list helps nobody; the search finds the others. */
const mostPayers = 500;

/** What the lists, filters and columns show and change. */
export interface QueueFilters {
  batch: Batch;
  query: ClaimQuery;
  counts: Uint32Array;
  columns: readonly ColumnId[];
  identifiers: boolean;
  ask(change: Partial<ClaimQuery>): void;
  showColumns(ids: readonly ColumnId[]): void;
  showIdentifiers(shown: boolean): void;
}

/** Each list has the shape of its verdict; ignored ones have none. */
const shapes: Record<Bucket, Verdict | undefined> = {
  fix: 'deny',
  chart: 'chart',
  payer: 'payer',
  clean: 'clean',
  ignored: undefined,
  unchecked: 'unchecked',
};

export function bucketsView({ query, counts, ask }: QueueFilters): TemplateResult {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const chip = (bucket: Bucket | 'all', count: number): TemplateResult => {
    const shape = bucket === 'all' ? undefined : shapes[bucket];
    return html`<button
      type="button"
      class="chip"
      aria-pressed=${query.bucket === bucket}
      @click=${() => ask({ bucket })}
    >
      ${shape ? verdictIcon(shape) : nothing} ${said.buckets[bucket]} <b>${showCount(count)}</b>
    </button>`;
  };
  return html`<div class="chips" role="group" aria-label=${said.bucketsLabel}>
    ${buckets.map((bucket, at) => chip(bucket, counts[at] ?? 0))} ${chip('all', all)}
  </div>`;
}

export function filtersView(filters: QueueFilters): TemplateResult {
  const { batch, query, ask } = filters;
  const value = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
  const { store, claims } = batch;
  const rules = store.rules
    .map((name, rule) => [rule, name] as const)
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
  return html`<div class="filters">
    <div class="choice search">
      <label for="queue-search">${said.search}</label>
      <input id="queue-search" type="search" autocomplete="off" placeholder=${said.searchHint} .value=${query.text}
        @input=${(event: Event) => ask({ text: value(event) })} />
    </div>
    ${choice('queue-rule', said.rule, query.rule, [[-1, said.allRules], ...rules], (rule) => ask({ rule: Number(rule) }))}
    ${choice('queue-payer', said.payer, query.payer, [[-1, said.allPayers], ...payersOf(claims)], (payer) => ask({ payer: Number(payer) }))}
    ${choice(
      'queue-sort',
      said.sortBy,
      query.sort[0]?.key ?? 'risk',
      sortKeys.map((key) => [key, said.sort[key]] as const),
      (key) => ask({ sort: [naturally(key as SortKey)] }),
      'narrow-only',
    )}
    ${columnsView(filters)}
    <label class="tick"
      ><input type="checkbox" .checked=${query.hideResolved}
        @change=${(event: Event) => ask({ hideResolved: (event.target as HTMLInputElement).checked })} />
      ${said.hideResolved}</label>
  </div>`;
}

const known = new WeakMap<ClaimStore, { of: string; payers: [number, string][] }>();

/** By name; sorted once, not whenever something is drawn: there may be thousands. */
function payersOf(claims: ClaimStore): [number, string][] {
  const of = `${claims.payers.length} ${words.language}`;
  const before = known.get(claims);
  if (before?.of === of) return before.payers;
  const payers = claims.payers
    .map((_, payer): [number, string] => [payer, nameOfPayer(claims, payer)])
    .sort(([, a], [, b]) => collator.compare(a, b))
    .slice(0, mostPayers);
  known.set(claims, { of, payers });
  return payers;
}

function choice(
  id: string,
  label: string,
  chosen: string | number,
  options: readonly (readonly [string | number, string])[],
  choose: (value: string) => void,
  className = '',
): TemplateResult {
  return html`<div class="choice ${className}">
    <label for=${id}>${label}</label>
    <select id=${id} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${options.map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}
    </select>
  </div>`;
}

function columnsView({
  columns: shown,
  showColumns,
  identifiers,
  showIdentifiers,
}: QueueFilters): TemplateResult {
  const toggle = (id: ColumnId): void =>
    showColumns(columnIds.filter((one) => (one === id ? !shown.includes(id) : shown.includes(one))));
  return html`<details class="menu" @keydown=${closeOnEscape} @focusout=${closeOnLeave}>
    <summary class="button">${said.chooseColumns}</summary>
    <div class="panel" role="group" aria-label=${said.columnsHint}>
      ${columnIds
        .filter((id) => !columns[id].always)
        .map(
          (id) => html`<label class="tick">
            <input type="checkbox" .checked=${shown.includes(id)} @change=${() => toggle(id)} />
            ${said.columnNames[id]}
          </label>`,
        )}
      <button type="button" class="quiet" @click=${() => showIdentifiers(!identifiers)}>
        ${identifiers ? said.hideIdentifiers : said.showIdentifiers}
      </button>
    </div>
  </details>`;
}

function closeOnEscape(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
  event.stopPropagation();
}

function closeOnLeave(event: FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) menu.open = false;
}
