// SPDX-License-Identifier: Apache-2.0
// The worker: one engine, one session. It is bundled as one classic script, because a blob worker under file://
// must not be a module.
import { instantiate } from '../../../wasm/engine.js';
import { Collector } from './collector.js';
import { DeltoidError } from './problems.js';
import type { FromWorker, ToWorker } from './protocol.js';
import { runSession } from './session.js';
import { perform } from './tasks.js';

interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
}

const scope = self as unknown as WorkerScope;
const cancel = new AbortController();

scope.onmessage = ({ data }) => {
  if (data.type === 'cancel') cancel.abort();
  else if (data.type === 'task') void performTask(data);
  else void run(data);
};

scope.postMessage({ type: 'ready' });

async function run({ module, inputs, options }: Extract<ToWorker, { type: 'start' }>): Promise<void> {
  const collector = new Collector((batch, progress) => {
    const { newRules, newFiles, ...arrays } = batch.columns;
    const buffers = Object.values(arrays).map((array) => array.buffer as ArrayBuffer);
    scope.postMessage({ type: 'findings', batch, progress }, [batch.bytes.buffer, ...buffers]);
  });
  try {
    const engine = await instantiate(module);
    const unreadable = await runSession(engine, inputs, options, collector.hooks(cancel.signal));
    const summary = collector.end();
    scope.postMessage({ type: 'done', summary, unreadable });
  } catch (error) {
    scope.postMessage(answerTo(error));
  }
}

async function performTask({ module, task }: Extract<ToWorker, { type: 'task' }>): Promise<void> {
  try {
    const result = await perform(task, await instantiate(module), { signal: cancel.signal });
    scope.postMessage({ type: 'task-done', result });
  } catch (error) {
    scope.postMessage(answerTo(error));
  }
}

function answerTo(error: unknown): FromWorker {
  if (cancel.signal.aborted) return { type: 'cancelled' };
  if (error instanceof DeltoidError) return { type: 'problems', problems: error.problems };
  return { type: 'failed', message: error instanceof Error ? error.message : String(error) };
}
