// SPDX-License-Identifier: Apache-2.0
// Gathers a session's output into indexed batches, at most ten a second however many slices there are.
import { type FindingBatch, FindingIndexer } from '../findings/indexer.js';
import type { WorkerProgress } from './protocol.js';
import type { Progress, SessionHooks } from './session.js';

const interval = 100;

export class Collector {
  readonly #indexer = new FindingIndexer();
  readonly #send: (batch: FindingBatch, progress: WorkerProgress) => void;
  #pieces: Uint8Array[] = [];
  #held = 0;
  #last = 0;
  #findings = 0;
  #progress: Progress = { bytes: 0, totalBytes: 0, claims: 0, file: '' };

  constructor(send: (batch: FindingBatch, progress: WorkerProgress) => void) {
    this.#send = send;
  }

  /** The hooks to give to runSession(). */
  hooks(signal: AbortSignal | undefined): SessionHooks {
    return {
      signal,
      onOutput: (view) => {
        if (view.length === 0) return;
        this.#pieces.push(view.slice());
        this.#held += view.length;
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
    const bytes = new Uint8Array(this.#held);
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [];
    this.#held = 0;
    const batch = this.#indexer.read(bytes);
    this.#findings += batch.columns.start.length;
    this.#send(batch, { ...progress, findings: this.#findings });
  }
}
