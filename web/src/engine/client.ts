// SPDX-License-Identifier: Apache-2.0
// Runs a session beside the page: in a blob worker where there is one, else here, a slice at a time.
import { instantiate } from '../../../wasm/engine.js';
import type { Claim } from '../claim/model.js';
import { engineModule, unzipper, workerSource } from './assets.js';
import { Collector } from './collector.js';
import { runJoined, type SessionEnd } from './joined.js';
import { ownWorker } from './own-worker.js';
import { abortError, DeltoidError } from './problems.js';
import type { FromWorker, SessionBatch, ToWorker, WorkerProgress } from './protocol.js';
import { type ClaimPlace, findClaim, type SessionInput } from './session.js';
import { wantedToRead } from './wanted.js';

export interface RunHooks {
  /** Findings, in their order, with how far the session has come. Called ten times a second, oftener when there are many. */
  onBatch(batch: SessionBatch, progress: WorkerProgress): void;
  signal?: AbortSignal | undefined;
}

/** `unreadable`: inputs that could not be read, each with a sentence; `joined`: how administration records were joined. */
export interface RunResult extends SessionEnd {
  /** The summary, a line of JSON. */
  summary: Uint8Array<ArrayBuffer>;
  /** Parts that were left out: of the other kind than their input is to give. */
  apart: string[];
}

// After a cancel the worker stops at its next slice; a slice never takes this long.
const patience = 200;

/** Runs one session. Rejects with an AbortError or a DeltoidError. */
export async function runBatch(inputs: SessionInput[], options: string, hooks: RunHooks): Promise<RunResult> {
  if (hooks.signal?.aborted) throw abortError();
  const module = await moduleFor(inputs, options);
  const streams = inputs.some(({ source }) => source instanceof ReadableStream);
  const worker = streams ? undefined : await ownWorker(await workerSource());
  if (!worker) return runHere(module, inputs, options, hooks);
  try {
    return await runThere(worker, { type: 'start', module, inputs, options }, hooks);
  } finally {
    worker.terminate(); // the engine's memory goes with it
  }
}

/** One claim of a batch again, out of its file; undefined when it is not there any more. */
export async function claimOf(place: ClaimPlace): Promise<Claim | undefined> {
  const module = await moduleFor(place.inputs, place.options);
  const worker = await ownWorker(await workerSource());
  const json = worker
    ? await findThere(worker, { type: 'find', module, place }).finally(() => worker.terminate())
    : await findClaim(await instantiate(module), place, unzipper());
  return json === '' ? undefined : (JSON.parse(json) as Claim);
}

async function moduleFor(inputs: SessionInput[], options?: string): Promise<WebAssembly.Module> {
  try {
    return await engineModule(await wantedToRead(inputs, options));
  } catch (error) {
    throw engineFailure(String(error));
  }
}

function findThere(worker: Worker, question: ToWorker): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'found') resolve(data.claim);
      else if (data.type === 'problems') reject(new DeltoidError(data.problems));
      else if (data.type === 'failed') reject(engineFailure(data.message));
    };
    worker.onerror = (event) => reject(engineFailure(event.message));
    worker.postMessage(question);
  });
}

async function runHere(
  module: WebAssembly.Module,
  inputs: SessionInput[],
  options: string,
  hooks: RunHooks,
): Promise<RunResult> {
  const collector = new Collector(hooks.onBatch);
  try {
    const engine = await instantiate(module);
    const end = await runJoined(engine, inputs, options, {
      ...collector.hooks(hooks.signal),
      unzip: unzipper(),
    });
    return { summary: collector.end(), apart: collector.apart, ...end };
  } catch (error) {
    if (hooks.signal?.aborted) throw abortError();
    throw error instanceof DeltoidError ? error : engineFailure(String(error));
  }
}

function runThere(worker: Worker, start: ToWorker, { onBatch, signal }: RunHooks): Promise<RunResult> {
  const done = new AbortController();
  const running = new Promise<RunResult>((resolve, reject) => {
    const send = (message: ToWorker) => worker.postMessage(message);
    const cancel = () => {
      send({ type: 'cancel' });
      setTimeout(() => reject(abortError()), patience);
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'findings') onBatch(data.batch, data.progress);
      else if (data.type === 'done') resolve(data);
      else if (data.type === 'cancelled') reject(abortError());
      else if (data.type === 'problems') reject(new DeltoidError(data.problems));
      else if (data.type === 'failed') reject(engineFailure(data.message));
    };
    worker.onerror = (event) => reject(engineFailure(event.message));
    signal?.addEventListener('abort', cancel, { once: true, signal: done.signal });
    if (signal?.aborted)
      reject(abortError()); // while the worker was started
    else send(start);
  });
  return running.finally(() => done.abort());
}

/** The engine itself stopped or could not be started. */
export function engineFailure(message: string): DeltoidError {
  return new DeltoidError([{ path: 'engine', message: `The checker could not run here: ${message}` }]);
}
