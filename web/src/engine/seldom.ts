// SPDX-License-Identifier: Apache-2.0
// Progress is looked at by people: what is told oftener than ten times a second is left out.
import type { Progress } from './session.js';

const interval = 100;

export function seldom(tell: (progress: Progress) => void): (progress: Progress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    if (performance.now() - last < interval) return;
    last = performance.now();
    tell(progress);
  };
}
