// SPDX-License-Identifier: Apache-2.0
// One table of one's own: its edition and days, what it brings, where it comes from, and the ways to keep or drop it.
import { html, nothing, type TemplateResult } from 'lit';
import type { OwnTable } from '../settings/settings.js';
import { words } from '../words/index.js';
import { showWindow } from './days.js';
import { factsOf, type PackFacts } from './pack-facts.js';

const said = words.packs;

export interface PackActions {
  save(pack: OwnTable): void;
  takeOut(pack: OwnTable): void;
}

/** `warning` is said of its days; '' when nothing is. */
export function packView(pack: OwnTable, warning: string, { save, takeOut }: PackActions): TemplateResult {
  const facts = factsOf(pack);
  const name = nameOfPack(facts);
  const shown = [
    showWindow(facts),
    facts.complete ? said.complete : (said.published[facts.table] ?? said.partly),
    said.rows(facts.rows),
  ].join(' · ');
  const parts = !facts.complete && facts.table.startsWith('ncci-ptp');
  return html`<li class="pack" data-pack=${pack.name}>
    <h4>${name}</h4>
    <span class="tools">
      <button type="button" class="quiet" aria-label=${said.saveName(name)} @click=${() => save(pack)}>${said.save}</button>
      <button type="button" class="quiet" aria-label=${said.takeOutName(name)} @click=${() => takeOut(pack)}>${said.takeOut}</button>
    </span>
    <p class="facts">${shown}</p>
    ${said.brings[facts.table] ? html`<p class="brings">${said.brings[facts.table]}</p>` : nothing}
    ${parts ? html`<p class="warning">${said.incomplete}</p>` : nothing}
    ${warning ? html`<p class="warning">${warning}</p>` : nothing}
    ${facts.sources.length > 0 ? sourcesView(facts) : nothing}
  </li>`;
}

/** "Diagnosis codes FY2027" */
export function nameOfPack({ table, edition }: Pick<PackFacts, 'table' | 'edition'>): string {
  const name = `${words.tables.name(table)} ${edition}`;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function sourcesView({ sources }: PackFacts): TemplateResult {
  return html`<details>
    <summary>${said.sources(sources.length)}</summary>
    <ul>
      ${sources.map(({ name, sha256 }) => html`<li>${name} <span class="raw">SHA-256 ${sha256}</span></li>`)}
    </ul>
  </details>`;
}
