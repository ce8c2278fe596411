// SPDX-License-Identifier: Apache-2.0
// One batch: its files, how far the check has come, what was found. The view only looks at it.
import { runBatch } from '../engine/client.js';
import { sessionOptions } from '../engine/options.js';
import { DeltoidError, type Problem } from '../engine/problems.js';
import type { WorkerProgress } from '../engine/protocol.js';
import type { Checked } from '../engine/tasks.js';
import type { Summary } from '../findings/model.js';
import { FindingStore } from '../findings/store.js';

export type BatchState = 'running' | 'done' | 'cancelled' | 'failed';

export class Batch {
  state: BatchState = 'running';
  progress: WorkerProgress | undefined;
  summary: Summary | undefined;
  /** The summary's line as it came. */
  summaryBytes: Uint8Array<ArrayBuffer> | undefined;
  /** Why it failed, or which files could not be read. */
  problems: Problem[] = [];
  readonly store = new FindingStore();
  readonly names: string[];
  /** What was checked, and how: for what is made of it afterwards. */
  readonly checked: Checked;
  readonly #abort = new AbortController();
  readonly #onChange: () => void;

  constructor(files: File[], onChange: () => void) {
    this.names = files.map(({ name }) => name);
    const inputs = files.map((file) => ({ name: file.name, role: 'claims' as const, source: file }));
    this.checked = { inputs, options: sessionOptions({}) };
    this.#onChange = onChange;
    void this.#run();
  }

  /** Stops; what was found until then stays. */
  cancel(): void {
    this.#abort.abort();
  }

  async #run(): Promise<void> {
    const { inputs, options } = this.checked;
    try {
      const { summary, unreadable } = await runBatch(inputs, options, {
        signal: this.#abort.signal,
        onBatch: (batch, progress) => {
          this.store.add(batch);
          if (progress.totalBytes > 0) this.progress = progress;
          this.#onChange();
        },
      });
      this.summaryBytes = summary;
      this.summary = JSON.parse(new TextDecoder().decode(summary)) as Summary;
      this.problems = unreadable;
      this.state = 'done';
    } catch (error) {
      this.state = this.#abort.signal.aborted ? 'cancelled' : 'failed';
      if (this.state === 'failed') this.problems = problemsOf(error);
    }
    this.#onChange();
  }
}

function problemsOf(error: unknown): Problem[] {
  if (error instanceof DeltoidError) return error.problems;
  return [{ path: '', message: error instanceof Error ? error.message : String(error) }];
}
