// SPDX-License-Identifier: Apache-2.0
// check(): one input or many as one batch, findings as objects. What the package's callers and the element use.
import type { ClaimInput } from '../claim/model.js';
import type { FindingBatch } from '../findings/indexer.js';
import type { Finding, Summary } from '../findings/model.js';
import { runBatch } from './client.js';
import { type CheckOptions, sessionOptions } from './options.js';
import { DeltoidError, type Problem } from './problems.js';
import type { WorkerProgress } from './protocol.js';
import { breath, type SessionInput } from './session.js';
import { readTables, type TableSource } from './tables.js';

/** Something to check: a file, its bytes or text, a stream of bytes, or a claim as an object. */
export type Input = Blob | Uint8Array | ArrayBuffer | string | ReadableStream<Uint8Array> | ClaimInput;

export interface CheckCall extends CheckOptions {
  /** Table packs, or official files as published (docs/tables.md), read before the claims. */
  tables?: readonly TableSource[] | undefined;
  /** Claims that were sent earlier: nothing is said of them, but new claims are held against them. */
  history?: Input | readonly Input[] | undefined;
  /** Administration records of the claims, where the claims do not carry them. */
  documentation?: Input | readonly Input[] | undefined;
  /** Stops the check at its next slice; the promise rejects with an AbortError. */
  signal?: AbortSignal | undefined;
  /** At most ten times a second. */
  onProgress?: ((progress: WorkerProgress) => void) | undefined;
  /** Findings as they come, in their order; the result's own list is then empty. */
  onFindings?: ((findings: Finding[]) => void) | undefined;
}

export interface CheckOutcome {
  summary: Summary;
  findings: Finding[];
  /**
   * With `documentation`: records that no claim line took, and lines of 96372 without one; a place (file and number in it)
   * and a sentence each, the first hundred of either, then a sum.
   */
  unjoined?: Problem[];
}

/**
 * Checks one input, or several as one batch. Bad claims never reject: they are findings. A rejection is an AbortError,
 * or a DeltoidError that says what is wrong with options, profile, tables or the engine, or which input could not be read.
 */
export async function check(input: Input | readonly Input[], call: CheckCall = {}): Promise<CheckOutcome> {
  const { tables, history, documentation, signal, onProgress, onFindings, ...options } = call;
  const packs = await readTables(tables, signal);
  const inputs = [
    ...packs.map(({ name, bytes }) => ({ name, role: 'tables' as const, source: bytes })),
    ...inputsOf(history, 'history'),
    ...inputsOf(documentation, 'documentation'),
    ...inputsOf(input, 'claims'),
  ];
  const findings: Finding[] = [];
  const take = onFindings ?? ((some: Finding[]) => void findings.push(...some));
  const told = seldom(onProgress ?? (() => {}));
  let taken = Promise.resolve();
  const { summary, unreadable, joined } = await runBatch(inputs, sessionOptions(options), {
    signal,
    onBatch(batch, progress) {
      taken = taken.then(async () => {
        await read(batch, take, signal);
        if (progress.totalBytes > 0 && !signal?.aborted) told.tell(progress);
      });
      taken.catch(() => {}); // told where it is awaited
    },
  });
  await taken;
  told.end();
  if (unreadable.length > 0) throw new DeltoidError(unreadable);
  const outcome = { summary: JSON.parse(decoder.decode(summary)) as Summary, findings };
  return joined ? { ...outcome, unjoined: joined.problems } : outcome;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

// A batch may hold thousands of findings: they become objects a few milliseconds at a time.
const longest = 12;

async function read(
  { bytes, columns: { start, end } }: FindingBatch,
  take: (findings: Finding[]) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  let part: Finding[] = [];
  let began = performance.now();
  for (let row = 0; row < start.length && !signal?.aborted; row++) {
    part.push(JSON.parse(decoder.decode(bytes.subarray(start[row], end[row]))) as Finding);
    if (performance.now() - began < longest) continue;
    take(part);
    part = [];
    await breath();
    began = performance.now();
  }
  if (part.length > 0 && !signal?.aborted) take(part);
}

/** Tells at most ten times a second; the last one is told when `end` is called. */
function seldom(onProgress: (progress: WorkerProgress) => void): {
  tell(progress: WorkerProgress): void;
  end(): void;
} {
  let last = Number.NEGATIVE_INFINITY;
  let untold: WorkerProgress | undefined;
  return {
    tell(progress) {
      untold = progress;
      if (performance.now() - last < 100) return;
      last = performance.now();
      untold = undefined;
      onProgress(progress);
    },
    end() {
      if (untold) onProgress(untold);
    },
  };
}

function inputsOf(
  given: Input | readonly Input[] | null | undefined,
  role: SessionInput['role'],
): SessionInput[] {
  const list = given === undefined || given === null ? [] : Array.isArray(given) ? given : [given];
  return list.map((input, index) => {
    const name = nameOfInput(input, role, index);
    return { name, role, source: sourceOf(input, name) };
  });
}

/** What findings call an input: the name of its file; else its role and number. */
export function nameOfInput(input: Input, role: SessionInput['role'] = 'claims', index = 0): string {
  const named = typeof File !== 'undefined' && input instanceof File ? input.name : '';
  return named || `${role}-${index + 1}`;
}

function sourceOf(input: Input, name: string): SessionInput['source'] {
  if (input instanceof Blob || input instanceof Uint8Array || input instanceof ReadableStream) return input;
  if (input instanceof ArrayBuffer) return new Uint8Array(input);
  if (typeof input === 'string') return encoder.encode(input);
  try {
    return encoder.encode(JSON.stringify(input) ?? '');
  } catch {
    throw new DeltoidError([
      { path: name, message: 'This object cannot be written as JSON, so it is no claim.' },
    ]);
  }
}
