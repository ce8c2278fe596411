// SPDX-License-Identifier: Apache-2.0
// What is wrong with the claim, beside it: the totals, what will deny, what is good to know, what was not checked.
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { hasCodes, sumOfLines } from '../claim/claims.js';
import type { Finding } from '../findings/model.js';
import { isProblem, keyOf, lineOf } from '../findings/verdict.js';
import { readCents, showCents } from '../formats/money.js';
import { verdictIcon } from '../view/icons.js';
import { words } from '../words/index.js';
import type { CheckerView } from './checker-view.js';
import { answerView, doneView, findingView, noteView } from './finding-view.js';
import { noticeView } from './notice.js';

const said = words.findings;

/** The strip of totals and, under it, the findings. On a narrow screen the strip stays in sight and opens them. */
export function totalsView(view: CheckerView): TemplateResult {
  return html`<div class="totals" part="summary">
    ${totals(view)}
    <button type="button" class="quiet strip" aria-expanded=${view.stripOpen} @click=${() => view.toggleStrip()}>
      ${said.show(view.stripOpen)}
    </button>
    ${noticeView(view.notice, () => view.cancelFile())}
  </div>`;
}

export function findingsView(view: CheckerView): TemplateResult {
  return html`<section
    part="findings"
    class="findings ${view.stripOpen ? 'open' : ''}"
    aria-label=${said.title}
    tabindex="-1"
  >
    ${said.inEnglish && view.findings.length > 0 ? html`<p class="hint in-english">${said.inEnglish}</p>` : nothing} ${body(view)}
    <p class="print-only">${words.print.rulebook(view.summary?.version ?? '', view.summary?.rulebook ?? '')}</p>
  </section>`;
}

/** "1 will deny · 172.00 billed · 120.00 at risk" */
function totals(view: CheckerView): TemplateResult {
  if (view.engineState !== 'ready' || !hasCodes(view.claim)) return html`<h2>${said.strip}</h2>`;
  const denied = new Set(view.findings.filter(({ level }) => level === 'error').map(lineOf)).size;
  const asked = view.findings.filter(({ level }) => level === 'warning').length;
  const billed = readCents(view.claim.total_charge || sumOfLines(view.claim)) ?? 0;
  const risk = readCents(view.summary?.amount_at_risk) ?? 0;
  const parts = [...said.totals(denied, asked), said.billed(showCents(billed))];
  const verdict = denied ? 'deny' : asked ? 'may' : 'clean';
  if (verdict === 'clean') parts.unshift(isInjection(view) ? said.allClean : said.strip);
  if (risk > 0) parts.push(said.atRisk(showCents(risk)));
  const byMedicare = readCents(view.summary?.medicare_amount_at_risk);
  if (risk > 0 && byMedicare !== undefined) parts.push(words.packs.byMedicare(showCents(byMedicare)));
  return html`<h2 class=${verdict}>
    ${verdict === 'clean' && !isInjection(view) ? nothing : verdictIcon(verdict)} <span>${parts.join(' · ')}</span>
  </h2>`;
}

function body(view: CheckerView): TemplateResult {
  if (view.engineState === 'starting') return state(said.starting, '');
  if (view.engineState === 'failed') return state(said.failed, view.engineProblem || said.failedHint);
  if (!hasCodes(view.claim)) return state(said.blank, said.blankHint);
  const { places } = view.workedOff;
  const problems = view.findings.some(isProblem);
  const notes = view.findings.filter((finding) => !isProblem(finding) && !isUnchecked(finding));
  const unchecked = view.findings.filter(isUnchecked);
  return html`
    ${problems ? nothing : isInjection(view) ? clean(view) : state(said.noInjection, said.noInjectionHint)}
    <ol class="list">
      ${repeat(
        places.filter(({ finding }) => isProblem(finding)),
        ({ key }) => key,
        ({ finding, done, latest }) => (done ? doneView(view, finding, latest) : findingView(view, finding)),
      )}
    </ol>
    ${answers(view)} ${group(said.notes, notes)} ${group(said.unchecked, unchecked)}
  `;
}

function group(title: string, findings: Finding[]): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing;
  return html`<h3>${title}</h3>
    <ul class="list quiet">
      ${repeat(findings, keyOf, noteView)}
    </ul>`;
}

function answers(view: CheckerView): TemplateResult | typeof nothing {
  if (view.answers.length === 0) return nothing;
  return html`<h3>${said.answers}</h3>
    <ul class="list quiet">
      ${repeat(
        view.answers,
        ({ key }) => key,
        (answer) => answerView(view, answer),
      )}
    </ul>
    <p class="hint">${said.answersHint}</p>`;
}

function clean(view: CheckerView): TemplateResult {
  const { summary, claim } = view;
  const payer = words.payerClass[claim.payer?.class || 'unknown'] ?? '';
  const tables = words.tables.list(summary?.tables ?? [], 4);
  return html`<div class="state clean">
    ${verdictIcon('clean')}
    <p class="lead">${said.clean}</p>
    <p>${said.cleanHint(payer)}</p>
    <p class="hint">${said.checkedBy(words.print.rulebook(summary?.version ?? '', summary?.rulebook ?? ''), tables)}</p>
  </div>`;
}

function state(title: string, hint: string): TemplateResult {
  return html`<div class="state"><p class="lead">${title}</p>${hint ? html`<p>${hint}</p>` : nothing}</div>`;
}

function isInjection({ summary }: CheckerView): boolean {
  return (summary?.injection_claims ?? 0) > 0;
}

function isUnchecked({ tags }: Finding): boolean {
  return tags.includes('not_evaluated');
}
