// SPDX-License-Identifier: Apache-2.0
// The shapes: each verdict has one of its own, so that colour is never the only sign. The word always stands beside.
import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { Verdict } from '../findings/verdict.js';
import { words } from '../words/index.js';

const shapes: Record<Verdict, SVGTemplateResult> = {
  // octagon
  deny: svg`<path d="M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z" fill="currentColor" /><path d="M8 4.2v4.6M8 11.1v.9" class="cut" />`,
  // triangle
  may: svg`<path d="M8 1.4 15.2 14.4H.8z" fill="currentColor" /><path d="M8 6v4M8 11.7v.9" class="cut" />`,
  // page
  chart: svg`<path d="M3 1.5h6.5L13 5v9.5H3z" class="line" /><path d="M9.3 1.7V5.2H13M5.5 8h5M5.5 10.8h5" class="line" />`,
  // scales
  payer: svg`<path d="M8 1.5v12.6M4.5 14.2h7M3 3.7h10M3 3.7.9 9.2h4.2zM13 3.7l-2.1 5.5h4.2z" class="line" />`,
  // letter i in a circle
  note: svg`<circle cx="8" cy="8" r="6.6" class="line" /><path d="M8 7.2v4.3M8 4.3v.9" class="line" />`,
  // dash
  unchecked: svg`<path d="M2.5 8h11" class="line" stroke-dasharray="3 1.6" />`,
  // check in a circle
  clean: svg`<circle cx="8" cy="8" r="6.6" class="line" /><path d="M4.8 8.3 7.1 10.6 11.3 5.7" class="line" />`,
};

/** The shape of a verdict; it says nothing to a screen reader, the word does. */
export function verdictIcon(verdict: Verdict): TemplateResult {
  return html`<svg class="icon ${verdict}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shapes[verdict]}</svg>`;
}

/** Shape and word. */
export function verdictBadge(verdict: Verdict): TemplateResult {
  return html`<span class="badge ${verdict}">${verdictIcon(verdict)}<span>${words.verdict[verdict]}</span></span>`;
}
