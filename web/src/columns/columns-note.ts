// SPDX-License-Identifier: Apache-2.0
// One quiet line above a batch: how many columns of its spreadsheets were understood, and the way to change that.
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../words/index.js';
import { countColumns, type Spreadsheets } from './spreadsheets.js';

const said = words.columns;

export function columnsNote(
  spreadsheets: Spreadsheets | undefined,
  change: () => void,
): TemplateResult | typeof nothing {
  if (!spreadsheets || spreadsheets.sheets.length === 0) return nothing;
  const { sheets, taken } = spreadsheets;
  const { understood, all } = countColumns(spreadsheets);
  return html`<p class="hint">
    ${taken.size < sheets.length ? html`${said.sheets(taken.size, sheets.length)} · ` : nothing}${said.note(understood, all)} ·
    <button type="button" class="link" @click=${change}>${said.change}</button>
  </p>`;
}
