// SPDX-License-Identifier: Apache-2.0
// What of a batch is saved as files.
import { html, type TemplateResult } from 'lit';
import '../out/downloads-element.js';
import type { ToSave } from '../out/downloads-element.js';
import { words } from '../words/index.js';
import type { Batch } from './batch.js';

export function downloadsView(batch: Batch): TemplateResult {
  const stem = (batch.names.length === 1 ? (batch.names[0] ?? '') : 'batch').replace(/\.[^.]*$/, '');
  const note = batch.state === 'done' ? undefined : words.out.partial;
  const of: ToSave = { stem, note, checked: () => batch.checked };
  return html`<deltoid-downloads .of=${of}></deltoid-downloads>`;
}
