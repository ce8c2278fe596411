// SPDX-License-Identifier: Apache-2.0
// open() of the element: a whole file is checked beside the page, one at a time, and its first claim is looked for.
import { claimsOfText } from '../claim/read-claim.js';
import { type CheckCall, check } from '../engine/check.js';
import { DeltoidError } from '../engine/problems.js';
import type { Finding, Summary } from '../findings/model.js';

/** A file beyond this is checked, but not read as a whole to show its first claim. */
const longestShown = 16 << 20;

export interface FileResult {
  findings: Finding[];
  summary: Summary;
  /** The first claim, where the file is JSON. */
  first: unknown;
}

export class FileCheck {
  #running: AbortController | undefined;

  /** Ends the check that runs, if one does. */
  cancel(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  /** Checks `file`; a check that still runs is ended first. Findings are told as they come, and given at the end. */
  async run(file: Blob, call: CheckCall): Promise<FileResult> {
    if (!(file instanceof Blob))
      throw new DeltoidError([{ path: 'file', message: 'open() takes a File or a Blob.' }]);
    this.cancel();
    const stop = new AbortController();
    this.#running = stop;
    const { signal, onFindings } = call;
    if (signal?.aborted) stop.abort();
    signal?.addEventListener('abort', () => stop.abort(), { signal: stop.signal });
    const findings: Finding[] = [];
    try {
      const { summary } = await check(file, {
        ...call,
        signal: stop.signal,
        onFindings(some) {
          findings.push(...some);
          onFindings?.(some);
        },
      });
      const first = await firstClaim(file, summary);
      stop.signal.throwIfAborted();
      return { findings, summary, first };
    } finally {
      if (this.#running === stop) this.#running = undefined;
    }
  }
}

async function firstClaim(file: Blob, summary: Summary): Promise<unknown> {
  if (summary.files[0]?.format !== 'json' || file.size > longestShown) return undefined;
  try {
    return claimsOfText(await file.text())[0];
  } catch {
    return undefined; // what is wrong with it stands in the findings
  }
}
