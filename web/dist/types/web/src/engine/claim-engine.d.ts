import type { Claim } from '../claim/model.js';
import type { Finding, Fix, Summary } from '../findings/model.js';
import { type CheckOptions } from './options.js';
export interface ClaimResult {
    findings: Finding[];
    summary: Summary;
}
/** Version, rulebook and built-in tables, as the engine tells them. */
export interface About {
    version: string;
    rulebook: string;
    tables: {
        name: string;
        edition: string;
        from: string | null;
        to: string | null;
    }[];
}
/** Checks single claims, synchronously once it is started. */
export declare class ClaimEngine {
    #private;
    private constructor();
    static start(): Promise<ClaimEngine>;
    /** Checks one claim. Throws a DeltoidError when the options do not serve. */
    check(claim: Claim, options?: CheckOptions): ClaimResult;
    /** The claim with one fix alternative; undefined when it cannot be applied to this claim. */
    apply(claim: Claim, fix: Fix): Claim | undefined;
    about(): About;
}
