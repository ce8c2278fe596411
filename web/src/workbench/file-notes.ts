// SPDX-License-Identifier: Apache-2.0
// What is to be said of the files themselves: which were not read, or not to their end, and what is wrong with them.
import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../engine/problems.js';
import { verdictOfFinding } from '../findings/verdict.js';
import { verdictBadge } from '../view/icons.js';
import { words } from '../words/index.js';
import type { Batch } from './batch.js';

const said = words.queue;

const shownAtOnce = 4;

/** Files that were not read; a failed check as a whole. */
export function problemsView({ state, problems }: Batch): TemplateResult | typeof nothing {
  if (problems.length === 0 && state !== 'failed') return nothing;
  const ofFiles = problems.length > 0 && problems.every(({ reason }) => reason);
  const title = state === 'failed' ? (ofFiles ? said.nothingChecked : words.batch.failed) : said.partly;
  return html`<div class="notice problem" role="alert">
    <p class="lead">${title}</p>
    ${problems.map((problem) => html`<p>${problem.path ? html`<b>${problem.path}</b>: ` : nothing}${sentenceOf(problem)}</p>`)}
  </div>`;
}

/** In the page's own words where it has them. */
function sentenceOf({ reason, message }: Problem): string {
  return reason ? words.files[reason] : message;
}

/** Findings about files that ask for something; what is only good to know is in the list of findings. */
export function fileNotesView(
  { aboutFiles, store }: Batch,
  showAll: () => void,
): TemplateResult | typeof nothing {
  const rows = aboutFiles.filter((row) => store.verdictCode(row) < 4);
  if (rows.length === 0) return nothing;
  return html`<section class="notice notes" aria-label=${said.aboutFiles}>
    <p class="lead">${said.aboutFiles}</p>
    ${rows.slice(0, shownAtOnce).map((row) => {
      const finding = store.finding(row);
      return html`<p>
        ${verdictBadge(verdictOfFinding(finding))} <b>${finding.file}</b> ${finding.message}
        <span class="hint">${finding.why}</span>
      </p>`;
    })}
    ${
      rows.length > shownAtOnce
        ? html`<button type="button" class="quiet" @click=${showAll}>${said.showAll(rows.length)}</button>`
        : nothing
    }
  </section>`;
}
