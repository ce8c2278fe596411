// SPDX-License-Identifier: Apache-2.0
// A table of a report, and the list that is shown as far as it is asked for: each with its way to a CSV.
import { html, nothing, type TemplateResult } from 'lit';
import { readCents, showCents } from '../formats/money.js';
import { showCount } from '../formats/numbers.js';
import { words } from '../words/index.js';
import type { ClaimPlace, Look } from './look.js';
import type { Asked, ListName, Lists, Rows, Table } from './report.js';

const said = words.remittances;

export interface Column<T> {
  name: string;
  cell(row: T, at: number): unknown;
  /** A number: stands at the right. */
  number?: boolean;
  /** A text of several words. */
  text?: boolean;
}

/** `labelledBy`: id of its heading. The first column names the row. */
export function tableView<T>(
  labelledBy: string,
  caption: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
): TemplateResult {
  const side = ({ number, text }: Column<T>): string => (number ? 'number' : text ? 'text' : '');
  const [first, ...others] = columns;
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby=${labelledBy}>
    <table>
      <caption class="visually-hidden">${caption}</caption>
      <thead>
        <tr>${columns.map((column) => html`<th scope="col" class=${side(column)}>${column.name}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, at) => html`<tr>
            <th scope="row" class=${first?.text ? 'text' : nothing}>${first?.cell(row, at)}</th>
            ${others.map((column) => html`<td class=${side(column)}>${column.cell(row, at)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The table that belongs to a chart, behind a disclosure. */
export function chartTable<T>(
  look: Look,
  { id, title, table }: { id: string; title: string; table: Table },
  columns: readonly Column<T>[],
  { rows, count }: Rows<T>,
  summary = said.table,
): TemplateResult {
  return html`<details>
    <summary>${summary}</summary>
    ${tableView(`chart-${id}`, title, columns, rows)}
    <p class="below">
      ${rows.length < count ? html`<span class="hint">${said.capped(rows.length, count)}</span>` : nothing}
      ${saveButton(look, table, title)}
    </p>
  </details>`;
}

/** How many rows more are shown at a time, and how many at most: the CSV has all. */
const step = 100;
const mostShown = 220;

/** A list as far as it is shown. */
export function listView<L extends ListName>(
  look: Look,
  { list, id, title }: { list: L; id: string; title: string },
  columns: readonly Column<Lists[L]>[],
): TemplateResult {
  const { rows, count } = look.lists[list] as Rows<Lists[L]>;
  const more = Math.min(step, count - rows.length, mostShown - rows.length);
  const asked = look.asked[list] as Asked;
  return html`${tableView(id, title, columns, rows)}
    <p class="below">
      <span class="hint">
        ${rows.length >= mostShown && rows.length < count ? said.capped(rows.length, count) : said.rows(rows.length, count)}
      </span>
      ${more > 0 ? html`<button type="button" class="quiet" @click=${() => look.ask({ ...asked, most: rows.length + more })}>${said.more(more)}</button>` : nothing}
      ${saveButton(look, list, title)}
    </p>`;
}

export function saveButton(look: Look, table: Table, title: string): TemplateResult {
  return html`<button type="button" class="quiet" aria-label=${said.saveTableOf(title)} @click=${() => look.save(table)}>
    ${said.saveTable}
  </button>`;
}

/** The claim of a row: a way to it where the batch has it. Its number is hidden until asked for. */
export function claimColumn<T extends ClaimPlace>(look: Look, rows: readonly T[], picked: string): Column<T> {
  return {
    name: said.columns.claim,
    cell: (row, at) => {
      const { file, claim_index, claim } = row;
      const name = (look.identifiers && claim) || said.lines.claimAt(claim_index + 1);
      const shown = look.canOpen(row)
        ? html`<button type="button" class="link" aria-label=${said.lines.openClaim(name, file)} @click=${() => look.open(rows, at, picked)}>${name}</button>`
        : name;
      return html`${shown} <span class="soft">${file}</span>`;
    },
  };
}

export const money = (text: string): string => showCents(readCents(text) ?? 0);

/** "CO-97" with its remarks and the like: few are shown, how many there are is said. */
export function few(names: readonly string[], most = 4): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(' ')} +${showCount(rest)}` : names.join(' ');
}
