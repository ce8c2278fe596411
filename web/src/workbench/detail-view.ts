// SPDX-License-Identifier: Apache-2.0
// One finding of a batch in full: what, why, what to do, forecast, sources, and its place in the file.
import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '../findings/model.js';
import { verdictOfFinding } from '../findings/verdict.js';
import { findingDetails, row } from '../view/finding-details.js';
import { verdictBadge } from '../view/icons.js';
import { words } from '../words/index.js';

const said = words.detail;

export interface DetailControls {
  position: number;
  count: number;
  go(step: 1 | -1): void;
  close(): void;
}

export function detailView(finding: Finding, { position, count, go, close }: DetailControls): TemplateResult {
  return html`<article class="detail finding" tabindex="-1" aria-label=${said.label}>
    <nav class="steps">
      <button type="button" class="quiet" @click=${close}>‹ ${said.back}</button>
      <span>
        <button type="button" class="quiet" ?disabled=${position <= 0} @click=${() => go(-1)}>${said.previous}</button>
        <button type="button" class="quiet" ?disabled=${position < 0 || position >= count - 1} @click=${() => go(1)}>
          ${said.next}
        </button>
      </span>
    </nav>
    <p>${verdictBadge(verdictOfFinding(finding))}</p>
    <h2 lang="en">${finding.message}</h2>
    <p class="why" lang="en">${finding.why}</p>
    ${words.findings.inEnglish ? html`<p class="hint">${words.findings.inEnglish}</p>` : nothing}
    ${fixes(finding)}
    ${findingDetails(finding, whereabouts(finding))}
  </article>`;
}

function whereabouts(finding: Finding): TemplateResult {
  const { claim, box, x12, field, amount } = finding;
  return html`
    ${amount ? row(said.amount, amount) : nothing} ${row(said.claim, claim ?? words.table.wholeFile)}
    ${row(said.inFile, place(finding))} ${box ? row(said.box, box) : nothing}
    ${x12 ? row(said.element, html`<span class="raw">${x12}</span>`) : nothing}
    ${field ? row(said.field, html`<span class="raw">${field}</span>`) : nothing}
  `;
}

function fixes({ fix, line }: Finding): TemplateResult {
  return html`<h3>${said.fixes}</h3>
    ${
      fix.length > 0
        ? html`<ol class="todo">${fix.map((one) => html`<li>${words.fixes.label(one, line)}</li>`)}</ol>`
        : html`<p>${words.findings.needsPerson}</p>`
    }`;
}

function place({ file, line, at }: Finding): string {
  return [
    file ?? '',
    line ? words.claim.line(line).toLowerCase() : '',
    at?.segment ? said.segment(at.segment) : '',
    at?.text_line ? said.textLine(at.text_line) : '',
    at ? said.byte(at.offset) : '',
  ]
    .filter(Boolean)
    .join(', ');
}
