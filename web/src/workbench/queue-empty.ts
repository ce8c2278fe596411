// SPDX-License-Identifier: Apache-2.0
// What the queue says when it has nothing to show, and where to go from there.
import { html, nothing, type TemplateResult } from 'lit';
import { type Bucket, buckets } from '../findings/buckets.js';
import type { ClaimQuery } from '../findings/claim-order.js';
import { verdictIcon } from '../view/icons.js';
import { words } from '../words/index.js';
import type { Batch } from './batch.js';

const said = words.queue.empty;

export function emptyView(
  { claims }: Batch,
  query: ClaimQuery,
  counts: Uint32Array,
  ask: (change: Partial<ClaimQuery>) => void,
): TemplateResult {
  const count = (bucket: Bucket): number => counts[buckets.indexOf(bucket)] ?? 0;
  const filtered = query.text.trim() !== '' || query.rule >= 0 || query.payer >= 0 || query.hideResolved;
  if (claims.size === 0) return notice(said.noClaims, said.noClaimsHint);
  if (counts.every((one) => one === 0)) return notice(said.noInjections, said.noInjectionsHint(claims.size));
  if (filtered && (query.bucket === 'all' || count(query.bucket) > 0))
    return notice(
      said.nothingMatches,
      said.nothingMatchesHint,
      html`<button type="button" @click=${() => ask({ text: '', rule: -1, payer: -1, hideResolved: false })}>
        ${said.resetFilters}
      </button>`,
    );
  const next = (['fix', 'chart', 'payer', 'unchecked', 'clean', 'ignored'] as const).find(
    (one) => count(one) > 0,
  );
  const go =
    next && next !== query.bucket
      ? html`<button type="button" @click=${() => ask({ bucket: next })}>${said.goTo(words.queue.buckets[next])}</button>`
      : nothing;
  switch (query.bucket) {
    case 'fix':
      return claims.corrections.size + claims.ignored.size > 0
        ? notice(said.allDone, said.allDoneHint, go, true)
        : notice(said.allClean, said.allCleanHint, go, true);
    case 'clean':
      return notice(said.clean, said.cleanHint, go);
    case 'ignored':
      return notice(said.ignored, said.ignoredHint, go);
    case 'all':
      return notice(said.nothingMatches, said.nothingMatchesHint, go);
    default:
      return notice(said[query.bucket], '', go);
  }
}

function notice(title: string, hint: string, action: unknown = nothing, clean = false): TemplateResult {
  return html`<div class="notice none">
    ${clean ? verdictIcon('clean') : nothing}
    <p class="lead">${title}</p>
    ${hint ? html`<p>${hint}</p>` : nothing} ${action}
  </div>`;
}
