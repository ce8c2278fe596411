// SPDX-License-Identifier: Apache-2.0
// Gathers a session's output into indexed batches: ten a second however many slices there are, more only when there is
// so much of it that the page would be held up by taking it all at once.
import { FindingIndexer } from '../findings/indexer.js';
import { RosterReader } from '../findings/roster.js';
import type { SessionBatch, WorkerProgress } from './protocol.js';
import type { Progress, SessionHooks } from './session.js';

const interval = 100;

/** Bytes of findings, or of claims, that a page takes within a few milliseconds. */
const mostAtOnce = 1 << 20;

export class Collector {
  readonly #indexer = new FindingIndexer();
  readonly #send: (batch: SessionBatch, progress: WorkerProgress) => void;
  readonly #roster = new RosterReader();
  #findingBytes = new Pieces();
  #rosterBytes = new Pieces();
  #last = 0;
  #findings = 0;
  /** Names of parts that were left out. */
  readonly apart: string[] = [];
  #progress: Progress = { bytes: 0, totalBytes: 0, claims: 0, file: '' };

  constructor(send: (batch: SessionBatch, progress: WorkerProgress) => void) {
    this.#send = send;
  }

  /** The hooks to give to runSession(). */
  hooks(signal: AbortSignal | undefined): SessionHooks {
    return {
      signal,
      onOutput: (view) => {
        this.#findingBytes.add(view);
      },
      onRoster: (view) => {
        this.#rosterBytes.add(view);
      },
      onApart: (name) => void this.apart.push(name),
      onFile: (name) => {
        this.#roster.begin(name);
      },
      onProgress: (progress) => {
        this.#progress = progress;
        const now = performance.now();
        const full = this.#findingBytes.size > mostAtOnce || this.#rosterBytes.size > mostAtOnce;
        if (now - this.#last < interval && !full) return;
        this.#last = now;
        this.#flush(progress);
      },
    };
  }

  /** Sends what is left; the session's summary line. */
  end(): Uint8Array<ArrayBuffer> {
    this.#flush(this.#progress);
    return this.#indexer.summary ?? new Uint8Array();
  }

  /** What waited for the end may be much: it goes in several batches, the claims with the first one. */
  #flush(progress: Progress): void {
    let claims = this.#roster.read(this.#rosterBytes.take());
    for (const bytes of inParts(this.#findingBytes.take())) {
      const batch = { ...this.#indexer.read(bytes), claims };
      this.#findings += batch.columns.start.length;
      this.#send(batch, { ...progress, findings: this.#findings });
      claims = this.#roster.read(new Uint8Array());
    }
  }
}

/** Whole lines, copied into parts that a page takes at once; one part at least. */
function* inParts(bytes: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>> {
  if (bytes.length <= mostAtOnce) {
    yield bytes;
    return;
  }
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(newLine, start + mostAtOnce);
    const end = newline < 0 ? bytes.length : newline + 1;
    yield bytes.slice(start, end);
    start = end;
  }
}

const newLine = 10;

/** Copies of views, put together when they are wanted. */
class Pieces {
  #pieces: Uint8Array[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(view: Uint8Array): void {
    if (view.length === 0) return;
    this.#pieces.push(view.slice());
    this.#size += view.length;
  }

  take(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#size);
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [];
    this.#size = 0;
    return bytes;
  }
}
