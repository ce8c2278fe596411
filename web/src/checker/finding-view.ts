// SPDX-License-Identifier: Apache-2.0
// One finding beside the claim: what, why, what to do at one click, and the rest behind "why".
import { html, nothing, type TemplateResult } from 'lit';
import { boxOf } from '../claim/boxes.js';
import type { Finding } from '../findings/model.js';
import { keyOf, verdictOfFinding } from '../findings/verdict.js';
import { denialCode, findingDetails, forecast, row } from '../view/finding-details.js';
import { verdictBadge, verdictIcon } from '../view/icons.js';
import { words } from '../words/index.js';
import type { CheckerView } from './checker-view.js';

const said = words.findings;

/** A finding that asks for something. */
export function findingView(view: CheckerView, finding: Finding): TemplateResult {
  const key = keyOf(finding);
  const verdict = verdictOfFinding(finding);
  return html`<li
    part="finding"
    class="finding ${verdict} ${view.activeKey === key ? 'active' : ''}"
    data-key=${key}
    tabindex="-1"
    aria-labelledby="finding-${key}"
  >
    <div class="finding-head">
      ${verdictBadge(verdict)}
      <button type="button" class="link" title=${said.goTo} @click=${() => view.focusBox(boxOf(finding))}>
        ${said.lineAndBox(finding.line, finding.box)}
      </button>
      ${finding.denial ? html`<span class="code">${shortForecast(finding)}</span>` : nothing}
    </div>
    <p class="message" id="finding-${key}">${finding.message}</p>
    <p class="why">${finding.why}</p>
    ${fixes(view, finding)}
    <details>
      <summary>${said.why}</summary>
      ${findingDetails(finding, finding.x12 ? row(words.detail.element, finding.x12) : undefined)}
    </details>
  </li>`;
}

/** A finding that a fix has cleared, in its old place. */
export function doneView(view: CheckerView, finding: Finding, latest: boolean): TemplateResult {
  return html`<li class="finding done">
    ${verdictIcon('clean')} <span><s>${finding.message}</s> ${said.done}</span>
    ${latest && view.canUndo ? html`<button type="button" class="link" @click=${() => view.undo()}>${words.claim.undo}</button>` : nothing}
  </li>`;
}

/** Something worth knowing, or what was not looked at. */
export function noteView(finding: Finding): TemplateResult {
  const verdict = verdictOfFinding(finding);
  return html`<li class="note ${verdict}">
    ${verdictIcon(verdict)}
    <details>
      <summary id="finding-${keyOf(finding)}">${finding.message}</summary>
      <p class="why">${finding.why}</p>
      ${findingDetails(finding)}
    </details>
  </li>`;
}

/** The line is said only when it is another one. */
function shortForecast({ denial, line }: Finding): string {
  if (!denial) return '';
  return denial.line === line ? denialCode(denial) : forecast(denial);
}

function fixes(view: CheckerView, finding: Finding): TemplateResult | typeof nothing {
  if (view.readOnly || finding.fix.length === 0) return nothing;
  return html`<div class="fixes">
    ${finding.fix.map(
      (fix) =>
        html`<button type="button" class="fix" part="fix" @click=${() => view.takeFix(finding, fix)}>${words.fixes.label(fix, finding.line)}</button>`,
    )}
  </div>`;
}
