import type { Finding } from '../findings/model.js';
/** One place of the list: a finding that stands, or one that was worked off. */
export interface Place {
    key: string;
    finding: Finding;
    done: boolean;
}
export declare class WorkedOff {
    #private;
    /** The list as it is shown. */
    get places(): readonly Place[];
    /** New findings after a change. Those that `byFix` cleared stay as done; otherwise what is gone is gone. */
    update(findings: Finding[], byFix: boolean): void;
    /** Forgets what was done. */
    clear(): void;
}
