// SPDX-License-Identifier: Apache-2.0
// The worker: one engine, one session. It is bundled as one classic script, because a blob worker under file://
// must not be a module.
import { instantiate } from '../../../wasm/engine.js';
import { reasonOf } from '../files/unreadable.js';
import { partsOfZip } from '../files/zip.js';
import { fileWords } from '../words/en-files.js';
import { Collector } from './collector.js';
import { runJoined } from './joined.js';
import { DeltoidError } from './problems.js';
import type { FromWorker, ToWorker } from './protocol.js';
import { seldom } from './seldom.js';
import { findClaim } from './session.js';
import { perform } from './tasks.js';

interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
}

const scope = self as unknown as WorkerScope;
const cancel = new AbortController();
const unzip = async (): Promise<typeof partsOfZip> => partsOfZip;

scope.onmessage = ({ data }) => {
  if (data.type === 'cancel') cancel.abort();
  else if (data.type === 'task') void performTask(data);
  else if (data.type === 'find') void find(data);
  else void run(data);
};

scope.postMessage({ type: 'ready' });

async function run({ module, inputs, options }: Extract<ToWorker, { type: 'start' }>): Promise<void> {
  const collector = new Collector((batch, progress) => {
    scope.postMessage({ type: 'findings', batch, progress }, [
      batch.bytes.buffer,
      ...buffersOf(batch.columns),
      ...buffersOf(batch.claims),
    ]);
  });
  try {
    const engine = await instantiate(module);
    const end = await runJoined(engine, inputs, options, {
      ...collector.hooks(cancel.signal),
      unzip,
    });
    const summary = collector.end();
    scope.postMessage({ type: 'done', summary, apart: collector.apart, ...end });
  } catch (error) {
    scope.postMessage(answerTo(error));
  }
}

async function performTask({ module, task }: Extract<ToWorker, { type: 'task' }>): Promise<void> {
  try {
    const onProgress = seldom((progress) => scope.postMessage({ type: 'task-progress', progress }));
    const hooks = { signal: cancel.signal, unzip, onProgress };
    const result = await perform(task, await instantiate(module), hooks);
    scope.postMessage({ type: 'task-done', result });
  } catch (error) {
    scope.postMessage(answerTo(error));
  }
}

async function find({ module, place }: Extract<ToWorker, { type: 'find' }>): Promise<void> {
  try {
    const claim = await findClaim(await instantiate(module), place, unzip);
    scope.postMessage({ type: 'found', claim });
  } catch (error) {
    scope.postMessage(answerTo(error));
  }
}

/** Columns are handed over, not copied. */
function buffersOf(columns: object): ArrayBuffer[] {
  return Object.values(columns)
    .filter((column) => ArrayBuffer.isView(column))
    .map((column) => column.buffer as ArrayBuffer);
}

function answerTo(error: unknown): FromWorker {
  const reason = reasonOf(error);
  if (reason) return { type: 'problems', problems: [{ path: '', message: fileWords[reason], reason }] };
  if (cancel.signal.aborted) return { type: 'cancelled' };
  if (error instanceof DeltoidError) return { type: 'problems', problems: error.problems };
  return { type: 'failed', message: error instanceof Error ? error.message : String(error) };
}
