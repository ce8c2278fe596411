// SPDX-License-Identifier: Apache-2.0
// One line under the totals: what of the host's value did not fit, or how the check of a file goes and how it ended.
import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../engine/problems.js';
import type { WorkerProgress } from '../engine/protocol.js';
import type { Summary } from '../findings/model.js';
import { words } from '../words/index.js';

export type Notice =
  | { kind: 'left-out'; parts: Problem[] }
  | { kind: 'reading'; file: string; progress?: WorkerProgress }
  | { kind: 'read'; file: string; summary: Summary; shown: boolean }
  | { kind: 'cancelled'; file: string }
  | { kind: 'not-read'; file: string; why: string };

/** The line. Its region for screen readers stays in place while it is empty; progress is not read out at every step. */
export function noticeView(notice: Notice | undefined, cancel: () => void): TemplateResult {
  return html`<div class="notices" role="status">${notice && notice.kind !== 'reading' ? ended(notice) : nothing}</div>
    ${notice?.kind === 'reading' ? reading(notice, cancel) : nothing}`;
}

function ended(notice: Notice): TemplateResult {
  return html`<div class="notice ${notice.kind}" part="notice"><p>${textOf(notice)}</p></div>`;
}

function reading(notice: Extract<Notice, { kind: 'reading' }>, cancel: () => void): TemplateResult {
  return html`<div class="notice" part="notice">
    <p>${textOf(notice)}</p>
    <progress max="100" value=${shareOf(notice.progress)} aria-label=${notice.file}></progress>
    <button type="button" class="quiet" @click=${cancel}>${words.element.cancel}</button>
  </div>`;
}

function shareOf(progress: WorkerProgress | undefined): number {
  return progress ? Math.floor((100 * progress.bytes) / Math.max(1, progress.totalBytes)) : 0;
}

function textOf(notice: Notice): string {
  const said = words.element;
  switch (notice.kind) {
    case 'left-out':
      return said.leftOut(notice.parts.map(({ path, message }) => [path, message]));
    case 'reading':
      return said.reading(notice.file, shareOf(notice.progress), notice.progress?.claims ?? 0);
    case 'read': {
      const { claims, errors, warnings } = notice.summary;
      return [said.read(notice.file, claims, errors, warnings), notice.shown ? said.firstShown : '']
        .filter(Boolean)
        .join(' ');
    }
    case 'cancelled':
      return said.cancelled(notice.file);
    case 'not-read':
      return said.notRead(notice.file, notice.why);
  }
}
