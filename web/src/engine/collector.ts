// SPDX-License-Identifier: Apache-2.0
// Gathers a session's output into indexed batches, at most ten a second however many slices there are.
import { FindingIndexer } from '../findings/indexer.js';
import { RosterReader } from '../findings/roster.js';
import type { SessionBatch, WorkerProgress } from './protocol.js';
import type { Progress, SessionHooks } from './session.js';

const interval = 100;

export class Collector {
  readonly #indexer = new FindingIndexer();
  readonly #send: (batch: SessionBatch, progress: WorkerProgress) => void;
  readonly #roster = new RosterReader();
  #findingBytes = new Pieces();
  #rosterBytes = new Pieces();
  #last = 0;
  #findings = 0;
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
      onFile: (name) => {
        this.#roster.begin(name);
      },
      onProgress: (progress) => {
        this.#progress = progress;
        const now = performance.now();
        if (now - this.#last < interval) return;
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

  #flush(progress: Progress): void {
    const claims = this.#roster.read(this.#rosterBytes.take());
    const batch = { ...this.#indexer.read(this.#findingBytes.take()), claims };
    this.#findings += batch.columns.start.length;
    this.#send(batch, { ...progress, findings: this.#findings });
  }
}

/** Copies of views, put together when they are wanted. */
class Pieces {
  #pieces: Uint8Array[] = [];
  #size = 0;

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
