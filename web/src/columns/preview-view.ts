// SPDX-License-Identifier: Apache-2.0
// The first rows of a spreadsheet as they will be read: its columns under our names, and what is said of the cells.
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../words/index.js';
import { labelOf } from './column-names.js';
import type { Reading } from './look.js';
import type { ColumnName } from './preview.js';

const said = words.columns;

const rowsShown = 6;
const columnsShown = 40;

export function previewView(
  { columns, rows, headerRow, trial, problems }: Reading,
  names: readonly ColumnName[],
  whole: boolean,
): TemplateResult | typeof nothing {
  const read = columns.flatMap(({ name }, at) => (name ? [{ name, at }] : [])).slice(0, columnsShown);
  if (read.length === 0) return nothing;
  return html`<h4>${said.preview}</h4>
    <div class="scroll" role="region" tabindex="0" aria-label=${said.preview}>
      <table class="rows">
        <thead>
          <tr>${read.map(({ name }) => html`<th scope="col">${labelOf(name, names)}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.slice(0, rowsShown).map((row) => html`<tr>${read.map(({ at }) => html`<td>${row[at] ?? ''}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>
    <p class="hint">
      ${headerRow > 1 ? said.headerRow(headerRow) : nothing}
      ${trial.claims > 0 ? said.comesTo(trial.lines, trial.claims, whole) : nothing}
    </p>
    ${
      trial.said.length + problems.length > 0
        ? html`<div class="said">
            <h4>${said.problems}</h4>
            <ul lang="en">
              ${problems.map(({ message }) => html`<li>${message}</li>`)}
              ${trial.said.map((message) => html`<li>${message}</li>`)}
            </ul>
            ${trial.count > trial.said.length ? html`<p class="hint">${said.moreProblems(trial.count - trial.said.length)}</p>` : nothing}
          </div>`
        : nothing
    }`;
}
