// SPDX-License-Identifier: Apache-2.0
// What page and worker say to each other.
import type { FindingBatch } from '../findings/indexer.js';
import type { Problem } from './problems.js';
import type { Progress, SessionInput } from './session.js';
import type { Task } from './tasks.js';

export type ToWorker =
  | { type: 'start'; module: WebAssembly.Module; inputs: SessionInput[]; options: string }
  | { type: 'task'; module: WebAssembly.Module; task: Task }
  | { type: 'cancel' };

export type FromWorker =
  | { type: 'ready' }
  | { type: 'findings'; batch: FindingBatch; progress: WorkerProgress }
  | { type: 'done'; summary: Uint8Array<ArrayBuffer>; unreadable: Problem[] }
  | { type: 'task-done'; result: unknown }
  | { type: 'cancelled' }
  | { type: 'problems'; problems: Problem[] }
  | { type: 'failed'; message: string };

/** Progress as the page shows it. */
export interface WorkerProgress extends Progress {
  /** Findings so far. */
  findings: number;
}
