// SPDX-License-Identifier: Apache-2.0
// Fixes as a list, and what came of writing them.
import { html, nothing, type TemplateResult } from 'lit';
import type { ClaimStore } from '../findings/claim-store.js';
import { nameOfClaim } from '../table/queue-columns.js';
import { verdictIcon } from '../view/icons.js';
import { words } from '../words/index.js';
import { type HandEdit, handEdits } from './hand-edits.js';
import type { BatchToCorrect, PlannedFix } from './plan.js';
import type { Written837 } from './write-837.js';

const said = words.corrected;

const mostShown = 200;
const mostNames = 40;

/** `saved`: the name; `fixes`: those that were approved, in their order. */
export type Outcome =
  | { problem: { changed: boolean; message: string } }
  | ({ saved: string; size: string; fixes: PlannedFix[] } & Omit<Written837, 'content'>);

/** Claims, each by its name. */
export function namesView(claims: ClaimStore, rows: readonly number[]): string {
  const names = rows.slice(0, mostNames).map((row) => nameOfClaim(claims, row));
  if (rows.length > mostNames) names.push(said.more(rows.length - mostNames));
  return names.join(', ');
}

/** Each fix in a line, behind a heading that opens. */
export function fixesView(claims: ClaimStore, fixes: readonly PlannedFix[]): TemplateResult {
  const heading = said.showAll(fixes.length);
  return html`<details>
    <summary>${heading}</summary>
    <ul tabindex="0" aria-label=${heading}>
      ${fixes.slice(0, mostShown).map((one) => html`<li>${lineOf(claims, one)}</li>`)}
      ${fixes.length > mostShown ? html`<li>${said.more(fixes.length - mostShown)}</li>` : nothing}
    </ul>
  </details>`;
}

/** What was typed into claims that stay as they were. */
export function handEditsView(claims: ClaimStore, rows: readonly number[]): TemplateResult {
  return html`<details>
    <summary>${said.typed}</summary>
    <ul tabindex="0" aria-label=${said.typed}>
      ${rows.slice(0, mostShown).flatMap((row) => {
        const correction = claims.corrections.get(row);
        const edits = correction && handEdits(correction.claim, correction.path);
        if (!edits) return [html`<li><b>${nameOfClaim(claims, row)}</b>: ${said.typedLines}</li>`];
        return edits.map((edit) => html`<li><b>${nameOfClaim(claims, row)}</b>${editOf(edit)}</li>`);
      })}
      ${rows.length > mostShown ? html`<li>${said.more(rows.length - mostShown)}</li>` : nothing}
    </ul>
  </details>`;
}

function editOf({ line, field, before, after }: HandEdit): string {
  const where = line ? ` · ${words.claim.line(line)}` : '';
  return `${where}: ${words.fixes.field(field)}: ${before || said.nothingThere} → ${after || said.nothingThere}`;
}

function lineOf(claims: ClaimStore, { row, line, fix }: PlannedFix): TemplateResult {
  const where = line ? ` · ${words.claim.line(line)}` : '';
  return html`<b>${nameOfClaim(claims, row)}</b>${where}: ${words.fixes.label(fix, line)}`;
}

export function resultView(batch: BatchToCorrect, outcome: Outcome): TemplateResult {
  if ('problem' in outcome) {
    const { changed, message } = outcome.problem;
    return html`<div class="result none">
      <p class="lead">${verdictIcon('deny')} ${said.failed}</p>
      <p>${changed ? said.changed : message}</p>
    </div>`;
  }
  const { claims } = batch;
  const { refused, standing, fixes } = outcome;
  const whole = refused.length + standing.length === 0;
  const told = new Set(refused.map(({ at }) => `${fixes[at]?.row} ${fixes[at]?.rule}`));
  const rowOf = (index: number): number => fixes.find(({ row }) => claims.index(row) === index)?.row ?? -1;
  const silent = standing.filter(({ index, rule }) => !told.has(`${rowOf(index)} ${rule}`));
  return html`<div class="result ${whole ? '' : 'some'}">
    <p class="lead">${verdictIcon(whole ? 'clean' : 'may')} ${said.saved(outcome.saved, outcome.size)}</p>
    <p>
      ${said.written(outcome.fixesWritten, outcome.claimsChanged, outcome.linesDeleted)}
      ${whole ? said.gone : nothing}
    </p>
    ${refused.length > 0 ? refusedView(batch, outcome) : nothing}
    ${
      silent.length > 0
        ? html`<p>${said.standing}</p>
            <ul>${silent.slice(0, mostShown).map(({ index, rule }) => html`<li><b>${nameOfClaim(claims, rowOf(index))}</b>: ${rule}</li>`)}</ul>`
        : nothing
    }
    ${outcome.asRead > 0 ? html`<p>${said.asRead(outcome.asRead)}</p>` : nothing}
    ${outcome.unread > 0 ? html`<p>${said.unread(outcome.unread)}</p>` : nothing}
    <p class="hint">${said.left(outcome.errors, outcome.warnings)}</p>
  </div>`;
}

/** The engine's sentence; that there is no such fix here has words of its own. */
function whyNot(message: string): TemplateResult {
  if (/ has no such fix of /.test(message)) return html`${said.noSuchFix}`;
  return html`<span lang="en">${message}</span>`;
}

function refusedView(
  { claims }: BatchToCorrect,
  { refused, fixes }: Extract<Outcome, { saved: string }>,
): TemplateResult {
  return html`<p>${said.notWritten}</p>
    <ul tabindex="0" aria-label=${said.notWritten}>
      ${refused.slice(0, mostShown).map(({ at, message }) => {
        const fix = fixes[at];
        return fix ? html`<li>${lineOf(claims, fix)}. ${whyNot(message)}</li>` : nothing;
      })}
      ${refused.length > mostShown ? html`<li>${said.more(refused.length - mostShown)}</li>` : nothing}
    </ul>`;
}
