import { ClaimEngine } from './claim-engine.js';
/** The engine, started at the first call. */
export declare function sharedClaimEngine(): Promise<ClaimEngine>;
/** Lets go of the engine with its memory; the next call starts a fresh one. */
export declare function dropClaimEngine(): void;
