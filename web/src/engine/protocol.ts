// SPDX-License-Identifier: Apache-2.0
// What page and worker say to each other.
import type { FindingBatch } from '../findings/indexer.js';
import type { RosterColumns } from '../findings/roster.js';
import type { SessionEnd } from './joined.js';
import type { Problem } from './problems.js';
import type { ClaimPlace, Progress, SessionInput } from './session.js';
import type { Task } from './tasks.js';

/** Findings, and the claims that were read meanwhile when the options ask for a roster. */
export interface SessionBatch extends FindingBatch {
  claims: RosterColumns;
}

export type ToWorker =
  | { type: 'start'; module: WebAssembly.Module; inputs: SessionInput[]; options: string }
  | { type: 'task'; module: WebAssembly.Module; task: Task }
  | { type: 'find'; module: WebAssembly.Module; place: ClaimPlace }
  | { type: 'cancel' };

export type FromWorker =
  | { type: 'ready' }
  | { type: 'findings'; batch: SessionBatch; progress: WorkerProgress }
  | ({ type: 'done'; summary: Uint8Array<ArrayBuffer>; apart: string[] } & SessionEnd)
  | { type: 'task-progress'; progress: Progress }
  | { type: 'task-done'; result: unknown }
  | { type: 'found'; claim: string }
  | { type: 'cancelled' }
  | { type: 'problems'; problems: Problem[] }
  | { type: 'failed'; message: string };

/** Progress as the page shows it. */
export interface WorkerProgress extends Progress {
  /** Findings so far. */
  findings: number;
}
