// SPDX-License-Identifier: Apache-2.0
// A bar chart whose bars are buttons, with its table. The scale comes from d3-array; the rectangles are SVG in per cent,
// drawn by Lit, so that they follow width, text size, dark and forced colours by themselves.
//
// Why not a chart library: Chart.js (46 KB brotli for bars alone) and uPlot (21 KB) paint on a canvas, where no bar can
// have the focus or a name, nor the system's colours; d3-scale (10 KB) brings interpolators and number formats that a
// length in per cent does not need. What is hard in an axis, round steps that fit, is d3-array's `nice` and `ticks` (1 KB).
import { nice, ticks } from 'd3-array';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { showCents } from '../formats/money.js';
import { showCount } from '../formats/numbers.js';
import { words } from '../words/index.js';
import type { Part } from './tally.js';

const said = words.pictures;

const mostBars = 8;
const steps = 4;

export interface Chart {
  id: string;
  title: string;
  hint?: string;
  parts: Part[];
  /** What the parts are parts of, in cents. */
  whole: number;
  /** The part's name, and more about it. */
  name(part: Part): [name: string, more?: string | undefined];
  all: boolean;
  toggleAll(): void;
  pick(part: Part): void;
}

export function chartView(chart: Chart): TemplateResult {
  const { id, title, hint, parts } = chart;
  return html`<section class="chart" aria-labelledby="chart-${id}">
    <h2 id="chart-${id}">${title}</h2>
    ${parts.length === 0 ? html`<p class="hint">${said.nothing}</p>` : bars(chart)}
    ${hint && parts.length > 0 ? html`<p class="hint">${hint}</p>` : nothing}
    ${parts.length > 0 ? table(chart) : nothing}
  </section>`;
}

function bars(chart: Chart): TemplateResult {
  const { parts, all, toggleAll } = chart;
  const largest = parts[0]?.cents ?? 0;
  const [, top] = nice(0, largest, steps);
  // The last step would stand under the money column.
  const marks = ticks(0, top, steps).filter((mark) => mark < top);
  return html`<div class="axis" aria-hidden="true">
      <svg class="scale">
        ${marks.map((mark) => svg`<text x=${percent(mark, top)} y="1em">${whole(mark)}</text>`)}
      </svg>
    </div>
    <ul class="bars">
      ${(all ? parts : parts.slice(0, mostBars)).map((part) => bar(chart, part, top, marks))}
    </ul>
    ${
      parts.length > mostBars
        ? html`<button type="button" class="quiet" aria-expanded=${all} @click=${toggleAll}>${all ? said.fewer : said.all(parts.length)}</button>`
        : nothing
    }`;
}

function bar({ name, pick }: Chart, part: Part, top: number, marks: number[]): TemplateResult {
  const [short, more] = name(part);
  const claims = said.claims(showCount(part.claims));
  return html`<li>
    <button type="button" class="bar" @click=${() => pick(part)}>
      <span class="name"><b>${short}</b>${more ? html` <span class="more">${more}</span>` : nothing}</span>
      <svg class="track" aria-hidden="true" focusable="false">
        ${marks.map((mark) => svg`<line x1=${percent(mark, top)} x2=${percent(mark, top)} y1="0" y2="100%" />`)}
        <rect width=${percent(part.cents, top)} height="100%" rx="2" />
      </svg>
      <span class="money">${showCents(part.cents)}<span class="visually-hidden"> ${said.forEar(claims)}</span></span>
    </button>
  </li>`;
}

function table({ id, title, parts, whole, name }: Chart): TemplateResult {
  const { what, money, share, claims } = said.columns;
  return html`<details>
    <summary>${said.table}</summary>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="chart-${id}">
      <table>
        <caption class="visually-hidden">${title}</caption>
        <thead>
          <tr>
            <th scope="col">${what}</th>
            <th scope="col" class="number">${money}</th>
            <th scope="col" class="number">${share}</th>
            <th scope="col" class="number">${claims}</th>
          </tr>
        </thead>
        <tbody>
          ${parts.map(
            (part) => html`<tr>
              <th scope="row">${name(part).filter(Boolean).join(' ')}</th>
              <td class="number">${showCents(part.cents)}</td>
              <td class="number">${percentText(part.cents, whole)}</td>
              <td class="number">${showCount(part.claims)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** A length for SVG. */
export function percent(part: number, whole: number): string {
  return `${whole > 0 ? ((100 * part) / whole).toFixed(3) : 0}%`;
}

/** "62 %"; never 100 % of what is not all, never 0 % of what is something. */
export function percentText(part: number, whole: number): string {
  if (whole <= 0) return '';
  const share = Math.round((100 * part) / whole);
  const shown = part > 0 && part < whole ? Math.min(99, Math.max(1, share)) : share;
  return `${shown} %`;
}

/** Dollars without cents, for the scale. */
function whole(cents: number): string {
  return cents % 100 === 0 ? showCents(cents).slice(0, -3) : showCents(cents);
}
