// SPDX-License-Identifier: Apache-2.0
// One batch: its files, how far the check has come, what was found. The view only looks at it.
import { runBatch } from '../engine/client.js';
import { sessionOptions } from '../engine/options.js';
import { DeltoidError, type Problem } from '../engine/problems.js';
import type { WorkerProgress } from '../engine/protocol.js';
import type { Summary } from '../findings/model.js';
import { FindingStore } from '../findings/store.js';
import { bytesOfTables, noSettings, type Settings } from '../settings/settings.js';

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
  readonly #abort = new AbortController();
  readonly #onChange: () => void;

  constructor(files: File[], onChange: () => void, settings: Settings = noSettings) {
    this.names = files.map(({ name }) => name);
    this.#onChange = onChange;
    void this.#run(files, settings);
  }

  /** Stops; what was found until then stays. */
  cancel(): void {
    this.#abort.abort();
  }

  async #run(files: File[], settings: Settings): Promise<void> {
    const tables = bytesOfTables(settings).map(({ name, bytes }) => ({
      name,
      role: 'tables' as const,
      source: bytes,
    }));
    const claims = files.map((file) => ({ name: file.name, role: 'claims' as const, source: file }));
    const options = sessionOptions({ profile: settings.profile?.value });
    try {
      const { summary, unreadable } = await runBatch([...tables, ...claims], options, {
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
