// SPDX-License-Identifier: Apache-2.0
// One session, fed in slices: the same loop in the worker, in Node and on a page whose policy forbids workers.
import type { Engine, Role } from '../../../wasm/engine.js';
import { abortError, DeltoidError, type Problem, readProblems } from './problems.js';

/** One input of a batch. */
export interface SessionInput {
  name: string;
  role: Role;
  source: Blob | Uint8Array | ReadableStream<Uint8Array>;
}

/** How far a session has come. */
export interface Progress {
  bytes: number;
  totalBytes: number;
  claims: number;
  file: string;
}

export interface SessionHooks {
  /** New output. A view: valid only during the call. */
  onOutput(view: Uint8Array): void;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

// As fast as the largest, fine enough for progress, and a cancel is never further away than one slice.
const sliceSize = 1 << 20;

/** Runs a session to its end; returns the inputs that could not be read, each with a sentence. */
export async function runSession(
  engine: Engine,
  inputs: SessionInput[],
  options: string,
  hooks: SessionHooks,
): Promise<Problem[]> {
  refuse(engine.open(options));
  const unreadable: Problem[] = [];
  const totalBytes = inputs.reduce((sum, { source }) => sum + sizeOf(source), 0);
  let bytes = 0;
  for (const { name, role, source } of inputs) {
    engine.begin(role, name);
    try {
      for await (const slice of slicesToTheEnd(source)) {
        await breath();
        if (hooks.signal?.aborted) throw abortError();
        engine.buffer(slice.length).set(slice);
        hooks.onOutput(engine.feed(slice.length));
        bytes += slice.length;
        hooks.onProgress?.({
          bytes,
          totalBytes: Math.max(bytes, totalBytes),
          claims: engine.claims(),
          file: name,
        });
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unreadable.push({ path: name, message: error.message });
    }
    refuse(engine.problems());
  }
  if (hooks.signal?.aborted) throw abortError();
  hooks.onOutput(engine.finish());
  refuse(engine.problems());
  return unreadable;
}

function refuse(json: string): void {
  const problems = readProblems(json);
  if (problems.length > 0) throw new DeltoidError(problems);
}

/** A source that could not be read to its end, with a sentence. */
class Unreadable extends Error {
  constructor(error: unknown) {
    const gone =
      error instanceof DOMException && (error.name === 'NotReadableError' || error.name === 'NotFoundError');
    super(
      gone
        ? 'The file changed, moved or vanished while it was read.'
        : `It could not be read to its end: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** What fails in here failed while reading: the loop's own errors do not come this way. */
async function* slicesToTheEnd(source: SessionInput['source']): AsyncGenerator<Uint8Array> {
  try {
    yield* slicesOf(source);
  } catch (error) {
    throw new Unreadable(error);
  }
}

function sizeOf(source: SessionInput['source']): number {
  if (source instanceof Uint8Array) return source.length;
  return source instanceof Blob ? source.size : 0;
}

async function* slicesOf(source: SessionInput['source']): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array) {
    yield* slicesOfBytes(source);
  } else if (source instanceof Blob) {
    // The next slice is read while this one is checked.
    let next = source.slice(0, sliceSize).arrayBuffer();
    for (let at = 0; at < source.size; at += sliceSize) {
      const slice = await next;
      if (at + sliceSize < source.size) {
        next = source.slice(at + sliceSize, at + 2 * sliceSize).arrayBuffer();
        next.catch(() => {}); // told where it is awaited, or not at all after a cancel
      }
      yield new Uint8Array(slice);
    }
  } else {
    const reader = source.getReader();
    try {
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        yield* slicesOfBytes(bytesOf(read.value));
      }
    } finally {
      reader.cancel().catch(() => {}); // a stream that failed says so again
    }
  }
}

function* slicesOfBytes(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += sliceSize) yield bytes.subarray(at, at + sliceSize);
}

/** Streams of text are common, too. */
function bytesOf(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  if (typeof chunk === 'string') return encoder.encode(chunk);
  throw new TypeError('the stream holds neither bytes nor text');
}

const encoder = new TextEncoder();

interface NodeTurn {
  setImmediate?(done: () => void): void;
}

/** A turn of the event loop, so that a cancel is heard between slices. Timers would cost four milliseconds each. */
export function breath(): Promise<void> {
  const { setImmediate } = globalThis as NodeTurn;
  return new Promise((resolve) => {
    if (setImmediate) {
      setImmediate(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
