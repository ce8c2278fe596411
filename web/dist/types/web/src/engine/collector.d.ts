import { type FindingBatch } from '../findings/indexer.js';
import type { WorkerProgress } from './protocol.js';
import type { SessionHooks } from './session.js';
export declare class Collector {
    #private;
    constructor(send: (batch: FindingBatch, progress: WorkerProgress) => void);
    /** The hooks to give to runSession(). */
    hooks(signal: AbortSignal | undefined): SessionHooks;
    /** Sends what is left; the session's summary line. */
    end(): Uint8Array<ArrayBuffer>;
}
