// SPDX-License-Identifier: Apache-2.0
// One engine for all forms of a page: a check opens its session afresh, so they do not meet.
import { ClaimEngine } from './claim-engine.js';

let engine: Promise<ClaimEngine> | undefined;

/** The engine, started at the first call. */
export function sharedClaimEngine(): Promise<ClaimEngine> {
  if (!engine) {
    const starting = ClaimEngine.start();
    starting.catch(() => {
      if (engine === starting) engine = undefined; // the next call tries again
    });
    engine = starting;
  }
  return engine;
}

/** Lets go of the engine with its memory; the next call starts a fresh one. */
export function dropClaimEngine(): void {
  engine = undefined;
}
