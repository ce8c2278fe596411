// SPDX-License-Identifier: Apache-2.0
// open() of the element: a whole file is checked beside the page, one at a time, and its first claim is looked for.
import { claimsOfText } from '../claim/read-claim.js';
import { type CheckCall, check, nameOfInput } from '../engine/check.js';
import { claimOf } from '../engine/client.js';
import { sessionOptions } from '../engine/options.js';
import { DeltoidError } from '../engine/problems.js';
import type { WorkerProgress } from '../engine/protocol.js';
import type { Finding, Summary } from '../findings/model.js';
import { words } from '../words/index.js';
import type { Notice } from './notice.js';

/** JSON beyond this is not read as a whole here to show its first claim as it is written. */
const longestAsWritten = 16 << 20;

export interface FileResult {
  findings: Finding[];
  summary: Summary;
  /** The first claim; undefined where none could be read. */
  first: unknown;
}

/** What the element lends to it: a line under its totals, and its events. */
export interface FileHost {
  say(notice: Notice): void;
  tell(name: 'deltoid-progress', detail: WorkerProgress): void;
  tell(name: 'deltoid-finding', detail: Finding): void;
}

export class FileCheck {
  readonly #host: FileHost;
  #running: AbortController | undefined;

  constructor(host: FileHost) {
    this.#host = host;
  }

  /** Ends the check that runs, if one does, and says so. */
  cancel(): void {
    this.#running?.abort();
  }

  /** Ends it without a word: another one begins, or everything is cleared. */
  end(): void {
    const running = this.#running;
    this.#running = undefined;
    running?.abort();
  }

  /** Checks `file`; a check that still runs is ended first. Findings are told as they come, and given at the end. */
  async open(file: Blob, call: CheckCall): Promise<FileResult> {
    this.end();
    const stop = new AbortController();
    this.#running = stop;
    const name = file instanceof File ? file.name : words.element.file;
    this.#host.say({ kind: 'reading', file: name });
    try {
      return await this.#run(file, name, call, stop);
    } catch (error) {
      if (this.#running === stop) this.#host.say(endOf(name, error));
      throw error;
    } finally {
      if (this.#running === stop) this.#running = undefined;
      stop.abort(); // lets go of the caller's signal
    }
  }

  async #run(file: Blob, name: string, call: CheckCall, stop: AbortController): Promise<FileResult> {
    if (!(file instanceof Blob))
      throw new DeltoidError([{ path: '', message: 'open() takes a File or a Blob.' }]);
    if (call.signal?.aborted) stop.abort();
    call.signal?.addEventListener('abort', () => stop.abort(), { signal: stop.signal });
    const findings: Finding[] = [];
    const { summary } = await check(file, {
      ...call,
      signal: stop.signal,
      onProgress: (progress) => {
        this.#host.say({ kind: 'reading', file: name, progress });
        this.#host.tell('deltoid-progress', progress);
      },
      onFindings: (some) => {
        findings.push(...some);
        for (const finding of some) this.#host.tell('deltoid-finding', finding);
      },
    });
    const first = await firstClaim(file, summary, call).catch(() => undefined); // what is wrong stands in the findings
    stop.signal.throwIfAborted();
    this.#host.say({ kind: 'read', file: name, summary, shown: first !== undefined });
    return { findings, summary, first };
  }
}

function endOf(file: string, error: unknown): Notice {
  if (error instanceof DOMException && error.name === 'AbortError') return { kind: 'cancelled', file };
  return { kind: 'not-read', file, why: error instanceof Error ? error.message : String(error) };
}

/** JSON as it is written, with what the host keeps in it beside the contract; other formats as the engine reads them. */
async function firstClaim(file: Blob, summary: Summary, call: CheckCall): Promise<unknown> {
  const holder = summary.files.find(({ claims }) => claims > 0);
  if (!holder) return undefined;
  const name = nameOfInput(file);
  if (holder.format === 'json' && holder.name === name && file.size <= longestAsWritten)
    return claimsOfText(await file.text())[0];
  return claimOf({
    inputs: [{ name, role: 'claims', source: file }],
    file: holder.name,
    claimIndex: 0,
    options: sessionOptions(call),
  });
}
