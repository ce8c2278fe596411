// SPDX-License-Identifier: Apache-2.0
// The package: check claims from JavaScript, in a browser, a worker or Node. No DOM.
import { instantiate } from '../../wasm/engine.js';
import type { Claim } from './claim/model.js';
import { engineModule, provideAssets } from './engine/assets.js';
import { runBatch } from './engine/client.js';
import { type CheckOptions, sessionOptions } from './engine/options.js';
import { packageAssets } from './engine/package-assets.js';
import { DeltoidError } from './engine/problems.js';
import type { WorkerProgress } from './engine/protocol.js';
import type { SessionInput } from './engine/session.js';
import type { FindingBatch } from './findings/indexer.js';
import type { Finding, Summary } from './findings/model.js';

export type { Claim, Line, PayerClass } from './claim/model.js';
export type { CheckOptions } from './engine/options.js';
export { DeltoidError, type Problem } from './engine/problems.js';
export type { Finding, Fix, Summary } from './findings/model.js';

provideAssets(packageAssets);

/** Something to check: a file, its bytes or text, a stream, or a claim as an object. */
export type Input = File | Blob | Uint8Array | ArrayBuffer | string | ReadableStream<Uint8Array> | Claim;

export interface CheckCall extends CheckOptions {
  /** Table packs, read before the claims. */
  tables?: (File | Uint8Array)[];
  /** Claims that were sent earlier: nothing is said of them, but new claims are held against them. */
  history?: Input | Input[];
  /** Stops the check at its next slice; the promise rejects with an AbortError. */
  signal?: AbortSignal;
  /** At most ten times a second. */
  onProgress?: (progress: WorkerProgress) => void;
  /** Findings as they come, in their order; the result's own list is then empty. */
  onFindings?: (findings: Finding[]) => void;
}

/**
 * Checks one input, or several as one batch. Bad claims never reject: they are findings. A rejection is an AbortError,
 * or a DeltoidError that says what is wrong with options, profile, tables or the engine.
 */
export async function check(
  input: Input | Input[],
  call: CheckCall = {},
): Promise<{ summary: Summary; findings: Finding[] }> {
  const { tables = [], history = [], signal, onProgress, onFindings, ...options } = call;
  const inputs = [
    ...tables.map((table, index) => inputOf(table, index, 'tables')),
    ...(Array.isArray(history) ? history : [history]).map((one, index) => inputOf(one, index, 'history')),
    ...(Array.isArray(input) ? input : [input]).map((one, index) => inputOf(one, index, 'claims')),
  ];
  const findings: Finding[] = [];
  const { summary, unreadable } = await runBatch(inputs, sessionOptions(options), {
    signal,
    onBatch(batch, progress) {
      const parsed = parse(batch);
      if (!onFindings) findings.push(...parsed);
      else if (parsed.length > 0) onFindings(parsed);
      if (progress.totalBytes > 0) onProgress?.(progress);
    },
  });
  if (unreadable.length > 0) throw new DeltoidError(unreadable);
  return { summary: JSON.parse(decoder.decode(summary)) as Summary, findings };
}

/** All rules: what each looks for, why, and where it says so. */
export async function rules(): Promise<unknown[]> {
  const engine = await instantiate(await engineModule());
  const catalogue = JSON.parse(decoder.decode(engine.catalogue())) as unknown[] | { rules: unknown[] };
  return Array.isArray(catalogue) ? catalogue : catalogue.rules;
}

/** One rule's page, by id or name; undefined when there is no such rule. */
export async function explain(rule: string): Promise<unknown> {
  const engine = await instantiate(await engineModule());
  const page = decoder.decode(engine.explain(rule));
  return page === '' ? undefined : (JSON.parse(page) as unknown);
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

function inputOf(input: Input, index: number, role: SessionInput['role']): SessionInput {
  const named = typeof File !== 'undefined' && input instanceof File ? input.name : '';
  return { name: named || `${role}-${index + 1}`, role, source: sourceOf(input) };
}

function sourceOf(input: Input): SessionInput['source'] {
  if (input instanceof Blob || input instanceof Uint8Array || input instanceof ReadableStream) return input;
  if (input instanceof ArrayBuffer) return new Uint8Array(input);
  return encoder.encode(typeof input === 'string' ? input : JSON.stringify(input));
}

function parse({ bytes, columns }: FindingBatch): Finding[] {
  return Array.from(columns.start, (start, row) => {
    return JSON.parse(decoder.decode(bytes.subarray(start, columns.end[row]))) as Finding;
  });
}
