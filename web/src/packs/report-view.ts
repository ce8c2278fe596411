// SPDX-License-Identifier: Apache-2.0
// What came of the files that were read last: what is in force now, what was not taken and why, what was passed over.
import { html, nothing, type TemplateResult } from 'lit';
import { tableWords } from '../words/en-tables.js';
import { words } from '../words/index.js';
import type { Refusal } from './import-tables.js';

const said = words.packs;

const shownAtOnce = 8;

export interface Report {
  taken: number;
  refused: readonly Refusal[];
  /** Sentences about what was taken. */
  notes: readonly string[];
  passedOver: string[];
}

export function reportView({ refused, notes, passedOver }: Report): TemplateResult {
  return html`
    ${
      refused.length > 0
        ? html`<div class="refusal" role="alert">
            <p><b>${said.refused}</b></p>
            <ul>${refused.slice(0, shownAtOnce).map(refusalView)}</ul>
            ${refused.length > shownAtOnce ? html`<p class="hint">${said.more(refused.length - shownAtOnce)}</p>` : nothing}
          </div>`
        : nothing
    }
    ${notes.map((note) => html`<p class="hint" lang="en">${note}</p>`)}
    ${passedOver.length > 0 ? html`<p class="hint">${said.passedOver(passedOver)}</p>` : nothing}
  `;
}

/** In the page's own words where it has them. */
function refusalView({ path, message, reason, because }: Refusal): TemplateResult {
  const own = because ? said.because[because] : reason ? words.files[reason] : undefined;
  const [, file = path, line] = /^(.*):(\d+)$/.exec(path) ?? [];
  return html`<li>
    <p class="path"><b>${file}</b> ${line && line !== '1' ? words.detail.textLine(Number(line)) : nothing}</p>
    <p lang=${own === undefined ? 'en' : words.language}>${own ?? inWords(message)}</p>
  </li>`;
}

/** The engine's sentences, with what people call its tables in the place of their names. */
function inWords(message: string): string {
  return message.replaceAll(/\b(?:ncci|mue|icd10|ndc|physician)-[a-z-]+\b/g, (table) =>
    tableWords.name(table),
  );
}
