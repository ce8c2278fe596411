import type { Claim } from './claim/model.js';
import { type CheckOptions } from './engine/options.js';
import type { WorkerProgress } from './engine/protocol.js';
import type { Finding, Summary } from './findings/model.js';
export type { Claim, Line, PayerClass } from './claim/model.js';
export type { CheckOptions } from './engine/options.js';
export { DeltoidError, type Problem } from './engine/problems.js';
export type { Finding, Fix, Summary } from './findings/model.js';
/** Something to check: a file, its bytes or text, a stream, or a claim as an object. */
export type Input = File | Blob | Uint8Array | ArrayBuffer | string | ReadableStream<Uint8Array> | Claim;
export interface CheckCall extends CheckOptions {
    /** Table packs, read before the claims. */
    tables?: (File | Uint8Array)[];
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
export declare function check(input: Input | Input[], call?: CheckCall): Promise<{
    summary: Summary;
    findings: Finding[];
}>;
/** All rules: what each looks for, why, and where it says so. */
export declare function rules(): Promise<unknown[]>;
/** One rule's page, by id or name; undefined when there is no such rule. */
export declare function explain(rule: string): Promise<unknown>;
