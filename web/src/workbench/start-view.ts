// SPDX-License-Identifier: Apache-2.0
// The first screen: three ways in, and the small print.
import { html, nothing, type TemplateResult } from 'lit';
import type { About } from '../engine/claim-engine.js';
import { words } from '../words/index.js';

const said = words.start;

export interface StartActions {
  about: About | undefined;
  choose(): void;
  type(): void;
  example(): void;
}

export function startView({ about, choose, type, example }: StartActions): TemplateResult {
  return html`<section class="start" aria-labelledby="question">
    <h1 id="question">${said.question}</h1>
    <div class="ways">
      <button type="button" class="way drop" @click=${choose}>
        <span class="name">${said.drop}</span>
        <span class="hint">${said.dropHint}</span>
      </button>
      <button type="button" class="way" @click=${type}>
        <span class="name">${said.type}</span>
        <span class="hint">${said.typeHint}</span>
      </button>
      <button type="button" class="way" @click=${example}>
        <span class="name">${said.example}</span>
        <span class="hint">${said.exampleHint}</span>
      </button>
    </div>
    <div class="small-print">
      <p>
        ${about ? html`${said.rulesAsOf(about.version, about.rulebook)} · ` : nothing}${tables(about)}${said.offline}
      </p>
      <details>
        <summary>${said.limits}</summary>
        <ul>${said.limitsText.map((text) => html`<li>${text}</li>`)}</ul>
      </details>
    </div>
  </section>`;
}

/** The three tables that a biller would ask for. */
function tables(about: About | undefined): string {
  const list = words.tables.list(about?.tables ?? [], 3);
  return list ? `${list} · ` : '';
}
