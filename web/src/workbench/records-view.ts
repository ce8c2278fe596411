// SPDX-License-Identifier: Apache-2.0
// The records of injections that were checked with a batch: how many found their line, what stayed apart on either side,
// and how to take them away again.
import { html, nothing, type TemplateResult } from 'lit';
import type { ClaimWithout, Joined } from '../engine/joined.js';
import type { Use } from '../files/uses.js';
import type { SomeClaims } from '../pictures/pictures-element.js';
import { words } from '../words/index.js';
import type { Batch, FileOfBatch, RecordFile } from './batch.js';

const said = words.records;

/** A file of the batch is to be used otherwise, or not at all. */
export interface UseOfFile {
  file: File;
  use: Use | 'none';
}

/** What the view may do. */
export interface RecordActions {
  change(change: UseOfFile): void;
  /** Narrows the work queue to these claims. */
  showOnly(only: SomeClaims): void;
}

export function recordsView(batch: Batch, actions: RecordActions): TemplateResult | typeof nothing {
  const { records, maybeRecords, recordsJoined: joined } = batch;
  if (records.length === 0 && maybeRecords.length === 0) return nothing;
  const serve = records.some(({ problem }) => !problem);
  const button = (text: string, { name, file }: FileOfBatch, use: Use | 'none'): TemplateResult =>
    html`<button type="button" class="quiet" aria-label="${text}: ${name}" @click=${() => actions.change({ file, use })}>${text}</button>`;
  return html`<section class="notice records" aria-labelledby="records-title">
    <h2 id="records-title">${said.title}</h2>
    <ul class="record-files">
      ${records.map(
        (one) => html`<li>
          ${fileView(one)}
          <span class="ways">
            ${one.both ? nothing : button(said.leaveOut, one, 'none')} ${button(one.both ? said.onlyClaims : said.asClaims, one, 'claims')}
          </span>
        </li>`,
      )}
      ${maybeRecords.map(
        (one) => html`<li>
          <span>${said.maybe(one.name)}</span>
          <span class="ways">${button(said.asRecords, one, 'records')}</span>
        </li>`,
      )}
    </ul>
    ${joined && serve ? joinedView(batch, joined, actions) : nothing}
  </section>`;
}

function fileView({ name, both, problem }: RecordFile): TemplateResult {
  if (problem) return html`<span>${said.refused(name)} <span lang="en">${problem}</span></span>`;
  return html`<span><b>${name}</b> ${both ? html`<span class="hint">${said.bothHint}</span>` : nothing}</span>`;
}

function joinedView(batch: Batch, joined: Joined, { showOnly }: RecordActions): TemplateResult {
  const { records, records_apart: lost, apart, without, lines_without: linesWithout, lines } = joined;
  const moreApart = lost - apart.length;
  return html`<p role="status">${said.joined(records, records - lost)}</p>
    ${
      lost > 0
        ? html`<details>
            <summary>${said.apart(lost)}</summary>
            <ul class="apart" tabindex="0" aria-label=${said.apart(lost)}>
              ${apart.map(({ file, row, claim, why }) => html`<li><b>${file}</b>, ${said.row(row, claim)}: ${said.why[why]}</li>`)}
              ${moreApart > 0 ? html`<li>${said.more(moreApart)}</li>` : nothing}
            </ul>
          </details>`
        : nothing
    }
    ${
      linesWithout > 0
        ? html`<details>
            <summary>${said.without(linesWithout, lines)}</summary>
            <button
              type="button"
              class="quiet"
              @click=${() => showOnly({ name: said.withoutRecord, where: placesOf(batch, without) })}
            >
              ${said.showInQueue}
            </button>
            <ul class="apart" tabindex="0" aria-label=${said.without(linesWithout, lines)}>
              ${without.map(({ file, claim_index, claim }) => html`<li><b>${file}</b>, ${said.claim(claim_index + 1, claim)}</li>`)}
              ${without.length >= 100 ? html`<li>${said.moreLines}</li>` : nothing}
            </ul>
          </details>`
        : nothing
    }`;
}

/** The claims as a bar of a picture names them: number of the file and index in it, in turn. */
function placesOf({ claims }: Batch, without: ClaimWithout[]): Uint32Array {
  const places = without.flatMap(({ file, claim_index }) => [claims.files.indexOf(file), claim_index]);
  return Uint32Array.from(places.some((one) => one < 0) ? [] : places);
}
