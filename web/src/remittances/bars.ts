// SPDX-License-Identifier: Apache-2.0
// Charts of a replay: bars of several parts, or two bars a row, with figures at their end. As in the pictures of a batch
// the rectangles are SVG in per cent; what a colour says is said in the legend and in figures as well.
import { html, nothing, svg, type TemplateResult } from 'lit';
import { percent } from '../pictures/bars-view.js';
import { words } from '../words/index.js';
import type { Look } from './look.js';

const said = words.remittances;

const mostBars = 8;

export type Colour = 'seen' | 'missed' | 'alarm' | 'pass';

export interface Bar {
  name: string;
  more?: string | undefined;
  /** Of a name in the engine's language. */
  english?: boolean;
  parts: readonly { colour: Colour; value: number }[];
  /** At its end. */
  figure: string;
  /** What the figure does not say, for who does not see the bar. */
  ear: string;
  pick?: (() => void) | undefined;
}

export interface Bars {
  id: string;
  title: string;
  hint?: string;
  legend: readonly (readonly [Colour, string])[];
  bars: readonly Bar[];
  /** The right end, and the marks of the scale. */
  top: number;
  marks: readonly { at: number; text: string }[];
  /** Parts stand above each other, not behind each other. */
  apart?: boolean;
  /** All bars are shown from the start. */
  always?: boolean;
  /** Names are short. */
  narrow?: boolean;
  nothing: string;
  /** Between title and bars. */
  choice?: TemplateResult;
  table: TemplateResult;
}

export function barsView(look: Look, chart: Bars): TemplateResult {
  const { id, title, hint, bars, legend, choice } = chart;
  return html`<section class="chart ${chart.apart ? 'apart' : ''} ${chart.narrow ? 'narrow' : ''}" aria-labelledby="chart-${id}">
    <h2 id="chart-${id}">${title}</h2>
    ${choice ?? nothing}
    ${
      bars.length === 0
        ? html`<p class="hint">${chart.nothing}</p>`
        : html`<p class="key" aria-hidden="true">
              ${legend.map(([colour, name]) => html`<span>${swatch(colour)} ${name}</span>`)}
            </p>
            ${drawn(look, chart)} ${hint ? html`<p class="hint">${hint}</p>` : nothing} ${chart.table}`
    }
  </section>`;
}

function swatch(colour: Colour): TemplateResult {
  return html`<svg class="track swatch" focusable="false"><rect class=${colour} width="100%" height="100%" rx="2" /></svg>`;
}

function drawn(look: Look, { id, bars, top, marks, apart, always }: Bars): TemplateResult {
  const all = always || look.whole.has(id);
  const lines = marks.filter(({ at }) => at < top || apart);
  return html`<div class="axis" aria-hidden="true">
      <svg class="scale">
        ${lines.map(({ at, text }) => svg`<text x=${percent(at, top)} y="1em">${text}</text>`)}
      </svg>
    </div>
    <ul class="bars">
      ${(all ? bars : bars.slice(0, mostBars)).map((bar) => html`<li>${barView(bar, top, lines, apart ?? false)}</li>`)}
    </ul>
    ${
      bars.length > mostBars && !always
        ? html`<button type="button" class="quiet" aria-expanded=${all} @click=${() => look.toggleWhole(id)}>
            ${all ? said.fewer : said.all(bars.length)}
          </button>`
        : nothing
    }`;
}

function barView(bar: Bar, top: number, marks: Bars['marks'], apart: boolean): TemplateResult {
  const { name, more, english, figure, ear, pick } = bar;
  const content = html`<span class="name"><b>${name}</b>${more ? html` <span class="more" lang=${english ? 'en' : nothing}>${more}</span>` : nothing}</span>
    <svg class="track" aria-hidden="true" focusable="false">
      ${marks.map(({ at }) => svg`<line x1=${percent(at, top)} x2=${percent(at, top)} y1="0" y2="100%" />`)}
      ${rectangles(bar, top, apart)}
    </svg>
    <span class="money"><span aria-hidden=${ear ? 'true' : nothing}>${figure}</span>${ear ? html`<span class="visually-hidden"> ${ear}</span>` : nothing}</span>`;
  return pick
    ? html`<button type="button" class="bar" @click=${pick}>${content}</button>`
    : html`<div class="bar">${content}</div>`;
}

function rectangles({ parts }: Bar, top: number, apart: boolean): TemplateResult[] {
  let from = 0;
  return parts.map(({ colour, value }, at) => {
    const x = apart ? 0 : from;
    from += value;
    const [y, height] = apart
      ? [`${(100 * at) / parts.length + 4}%`, `${100 / parts.length - 8}%`]
      : ['0', '100%'];
    return svg`<rect class=${colour} x=${percent(x, top)} y=${y} width=${percent(value, top)} height=${height} rx="2" />` as TemplateResult;
  });
}
