// SPDX-License-Identifier: Apache-2.0
// One engine for all forms of a page: a check opens its session afresh, so they do not meet. Whoever holds it must hear
// when it is dropped: its memory goes only when nobody holds it any more.
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

const holders = new Set<() => void>();

/** Calls `onDrop` whenever the engine is dropped; the result ends that. */
export function holdClaimEngine(onDrop: () => void): () => void {
  holders.add(onDrop);
  return () => void holders.delete(onDrop);
}

/** Lets go of the engine with its memory, in all who hold it; the next call starts a fresh one. */
export function dropClaimEngine(): void {
  engine = undefined;
  for (const onDrop of [...holders]) onDrop();
}
