// SPDX-License-Identifier: Apache-2.0
// Has a task done beside the page: in a worker of its own, which goes away with the engine's memory when it is done.
import { instantiate } from '../../../wasm/engine.js';
import { engineModule, unzipper, type Wanted, workerSource } from './assets.js';
import { engineFailure } from './client.js';
import { ownWorker } from './own-worker.js';
import { abortError, DeltoidError } from './problems.js';
import type { FromWorker, ToWorker } from './protocol.js';
import { perform, type Task, type TaskResults } from './tasks.js';
import { wantedToRead } from './wanted.js';

/** The task's result. Rejects with an AbortError or a DeltoidError. */
export async function ask<T extends Task>(task: T, signal?: AbortSignal): Promise<TaskResults[T['do']]> {
  const module = await engineModule(await wantedFor(task));
  const worker = await ownWorker(await workerSource());
  if (!worker) return perform(task, await instantiate(module), { signal, unzip: unzipper() });
  try {
    return (await answerOf(worker, { type: 'task', module, task }, signal)) as TaskResults[T['do']];
  } finally {
    worker.terminate();
  }
}

function wantedFor(task: Task): Wanted | Promise<Wanted> {
  if (task.do === 'check-claims') return 'checks';
  if (task.do === 'read-note' || task.do === 'join-records') return 'everything';
  return task.do === 'write' ? 'everything' : wantedToRead(task.of.inputs, task.of.options);
}

function answerOf(worker: Worker, asked: ToWorker, signal: AbortSignal | undefined): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) reject(abortError());
    // Nobody waits for what it has so far: it is ended at once.
    signal?.addEventListener('abort', () => reject(abortError()), { once: true });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'task-done') resolve(data.result);
      else if (data.type === 'problems') reject(new DeltoidError(data.problems));
      else if (data.type === 'failed') reject(engineFailure(data.message));
    };
    worker.onerror = (event) => reject(engineFailure(event.message));
    worker.postMessage(asked);
  });
}
