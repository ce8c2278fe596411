// SPDX-License-Identifier: Apache-2.0
// What of a batch is saved as files.
import { html, type TemplateResult } from 'lit';
import { files837 } from '../corrected/plan.js';
import '../out/downloads-element.js';
import type { ToSave } from '../out/downloads-element.js';
import { save } from '../out/save.js';
import { words } from '../words/index.js';
import type { Batch } from './batch.js';

const said = words.out;

/** `openCorrected` shows the panel in which an 837 is written again. */
export function downloadsView(batch: Batch, openCorrected: () => void): TemplateResult {
  const { size } = batch.claims.corrections;
  const notes = [batch.state === 'done' ? '' : said.partial, size > 0 ? said.asOpened(size) : ''];
  const of: ToSave = {
    stem: stemOf(batch),
    note: notes.filter(Boolean).join(' '),
    checked: () => batch.checked,
    corrected: size > 0 ? () => correctedClaims(batch) : undefined,
    openCorrected: files837(batch).length > 0 ? openCorrected : undefined,
  };
  return html`<deltoid-downloads .of=${of}></deltoid-downloads>`;
}

/** The claims that were corrected, as they are now. */
export function saveCorrected(batch: Batch): void {
  save(correctedClaims(batch), `${stemOf(batch)}-${said.stems.corrected}.json`);
}

function correctedClaims({ claims }: Batch): Blob {
  const rows = [...claims.corrections].sort(([a], [b]) => a - b);
  const json = rows.map(([, { claim }]) => JSON.stringify(claim)).join(',\n');
  return new Blob([`[\n${json}\n]\n`], { type: 'application/json' });
}

function stemOf({ names }: Batch): string {
  return (names.length === 1 ? (names[0] ?? '') : 'batch').replace(/\.[^.]*$/, '');
}
