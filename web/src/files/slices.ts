// SPDX-License-Identifier: Apache-2.0
// Bytes in slices of a size that suits the engine, from whatever holds them.
import { BrokenStream } from './unreadable.js';

// As fast as the largest, fine enough for progress, and a cancel is never further away than one slice.
const sliceSize = 1 << 20;

/** Counts what was taken out of a source, for progress. */
export interface Meter {
  taken: number;
}

export async function* slicesOfBytes(bytes: Uint8Array, meter: Meter): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += sliceSize) {
    const slice = bytes.subarray(at, at + sliceSize);
    meter.taken += slice.length;
    yield slice;
  }
}

export async function* slicesOfBlob(blob: Blob, meter: Meter): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  // The next slice is read while this one is checked.
  let next = blob.slice(0, sliceSize).arrayBuffer();
  for (let at = 0; at < blob.size; at += sliceSize) {
    const slice = await next;
    if (at + sliceSize < blob.size) {
      next = blob.slice(at + sliceSize, at + 2 * sliceSize).arrayBuffer();
      next.catch(() => {}); // told where it is awaited, or not at all after a cancel
    }
    meter.taken += slice.byteLength;
    yield new Uint8Array(slice);
  }
}

/** Pieces as they come, put together to slices: an unpacker hands out many small ones. */
export async function* slicesOfStream(
  stream: ReadableStream<Uint8Array>,
  meter?: Meter,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let held: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const piece = bytesOf(value);
      if (meter) meter.taken += piece.length;
      held.push(piece);
      size += piece.length;
      if (size < sliceSize) continue;
      yield joined(held, size);
      held = [];
      size = 0;
    }
    if (size > 0) yield joined(held, size);
  } finally {
    reader.cancel().catch(() => {}); // a stream that failed has said so already
  }
}

/** What fails in here is the host's stream: it is told as such. */
export async function* slicesOfHost(
  stream: ReadableStream<Uint8Array>,
  meter: Meter,
): AsyncGenerator<Uint8Array> {
  try {
    yield* slicesOfStream(stream, meter);
  } catch (error) {
    throw new BrokenStream(error);
  }
}

/** Streams of text are common, too. */
function bytesOf(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  if (typeof chunk === 'string') return encoder.encode(chunk);
  throw new TypeError('the stream holds neither bytes nor text');
}

const encoder = new TextEncoder();

/** The other way round: slices as a stream, for an unpacker. */
export function streamOf(slices: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<BufferSource> {
  return new ReadableStream<BufferSource>({
    async pull(controller) {
      const { done, value } = await slices.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await slices.return(undefined);
    },
  });
}

function joined(pieces: Uint8Array[], size: number): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only) return only;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
