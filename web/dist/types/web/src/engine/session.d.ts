import type { Engine, Role } from '../../../wasm/engine.js';
import { type Problem } from './problems.js';
/** One input of a batch. */
export interface SessionInput {
    name: string;
    role: Role;
    source: Blob | Uint8Array | ReadableStream<Uint8Array>;
}
/** How far a session has come. Counts of claims are those of claims that have been written about. */
export interface Progress {
    bytes: number;
    totalBytes: number;
    file: string;
}
export interface SessionHooks {
    /** New output. A view: valid only during the call. */
    onOutput(view: Uint8Array): void;
    onProgress?: ((progress: Progress) => void) | undefined;
    signal?: AbortSignal | undefined;
}
/** Runs a session to its end; returns the inputs that could not be read, each with a sentence. */
export declare function runSession(engine: Engine, inputs: SessionInput[], options: string, hooks: SessionHooks): Promise<Problem[]>;
