import type { FindingBatch } from '../findings/indexer.js';
import { DeltoidError, type Problem } from './problems.js';
import type { WorkerProgress } from './protocol.js';
import { type SessionInput } from './session.js';
export interface RunHooks {
    /** Findings, in their order, with how far the session has come. Called at most ten times a second. */
    onBatch(batch: FindingBatch, progress: WorkerProgress): void;
    signal?: AbortSignal | undefined;
}
export interface RunResult {
    /** The summary, a line of JSON. */
    summary: Uint8Array<ArrayBuffer>;
    /** Inputs that could not be read, each with a sentence. */
    unreadable: Problem[];
}
/** Runs one session. Rejects with an AbortError or a DeltoidError. */
export declare function runBatch(inputs: SessionInput[], options: string, hooks: RunHooks): Promise<RunResult>;
/** The engine itself stopped or could not be started. */
export declare function engineFailure(message: string): DeltoidError;
