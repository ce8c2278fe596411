// SPDX-License-Identifier: Apache-2.0
// Where a claim lies in the work queue: what it needs next.
import { type Verdict, verdicts } from './verdict.js';

/** In the order of the tabs. */
export const buckets = ['fix', 'chart', 'payer', 'clean', 'ignored', 'unchecked'] as const;

export type Bucket = (typeof buckets)[number];

/** What the worst that is said of a claim makes of it. Something to know does not spoil a clean claim. */
export function bucketOfVerdict(verdict: Verdict): Bucket {
  if (verdict === 'deny' || verdict === 'may') return 'fix';
  if (verdict === 'chart' || verdict === 'payer' || verdict === 'unchecked') return verdict;
  return 'clean';
}

/** By index into `verdicts`. */
export const bucketOfCode = verdicts.map((verdict) => buckets.indexOf(bucketOfVerdict(verdict)));
