// SPDX-License-Identifier: Apache-2.0
// One finding beside the claim: what, why, what to do at one click, and the rest behind "why".
import { html, nothing, type TemplateResult } from 'lit';
import { boxOf } from '../claim/boxes.js';
import { type ChartAnswer, questionKey } from '../claim/chart-answers.js';
import type { Finding, Fix } from '../findings/model.js';
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
    <p class="message" id="finding-${key}" lang="en">${finding.message}</p>
    <p class="why" lang="en">${finding.why}</p>
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
    ${verdictIcon('clean')} <span><s lang="en">${finding.message}</s> ${said.done}</span>
    ${latest && view.canUndo ? html`<button type="button" class="link" @click=${() => view.undo()}>${words.claim.undo}</button>` : nothing}
  </li>`;
}

/** Something worth knowing, or what was not looked at. */
export function noteView(finding: Finding): TemplateResult {
  const verdict = verdictOfFinding(finding);
  return html`<li class="note ${verdict}">
    ${verdictIcon(verdict)}
    <details>
      <summary id="finding-${keyOf(finding)}" lang="en">${finding.message}</summary>
      <p class="why" lang="en">${finding.why}</p>
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
  const keys = finding.fix.map((fix) => questionKey(view.claim, finding, fix));
  const asked = finding.fix[keys.indexOf(view.asking)];
  if (asked) return question(view, finding, asked);
  const denied = new Set(view.answers.filter(({ yes }) => !yes).map(({ key }) => key));
  return html`<div class="fixes">
    ${finding.fix.map((fix, at) =>
      denied.has(keys[at] ?? '')
        ? nothing
        : html`<button type="button" class="fix" part="fix" @click=${() => view.takeFix(finding, fix)}>${words.fixes.label(fix, finding.line)}</button>`,
    )}
  </div>`;
}

/** What only the chart can tell is asked before it is put on the claim. */
function question(view: CheckerView, finding: Finding, fix: Fix): TemplateResult {
  return html`<div class="question" role="group" aria-labelledby="question">
    <p class="hint">${verdictIcon('chart')} ${words.fixes.chart}</p>
    <p id="question" class="asked">${words.fixes.question(fix, finding.line)}</p>
    <div class="fixes">
      <button type="button" class="fix yes" aria-describedby="question" @click=${() => view.answer(finding, fix, true)}>${words.fixes.yes(fix, finding.line)}</button>
      <button type="button" class="fix no" aria-describedby="question" @click=${() => view.answer(finding, fix, false)}>${words.fixes.no}</button>
      <button type="button" class="quiet" @click=${() => view.stopAsking()}>${words.fixes.later}</button>
    </div>
  </div>`;
}

/** One answer of the chart, as it was given. */
export function answerView(view: CheckerView, answer: ChartAnswer): TemplateResult {
  const { finding, fix, yes } = answer;
  return html`<li class="note answer">
    ${verdictIcon('chart')}
    <p>
      ${finding.line ? `${words.claim.line(finding.line)}: ` : ''}${words.fixes.question(fix, finding.line)}
      <b>${said.answer(yes)}</b>
      ${
        yes || view.readOnly
          ? nothing
          : html`<button type="button" class="link" @click=${() => view.askAgain(answer)}>${said.askAgain}</button>`
      }
    </p>
  </li>`;
}
