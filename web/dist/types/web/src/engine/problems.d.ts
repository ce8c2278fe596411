/** A place (JSON pointer into the options, "name:line" of a table, or a file's name) and one plain sentence. */
export interface Problem {
    path: string;
    message: string;
}
/** Options, profile, tables or the engine itself do not serve. */
export declare class DeltoidError extends Error {
    readonly problems: Problem[];
    readonly name = "DeltoidError";
    constructor(problems: Problem[]);
}
/** Reads the border's problems: JSON, or '' when there are none. */
export declare function readProblems(json: string): Problem[];
/** The error that a cancelled check is rejected with. */
export declare function abortError(): DOMException;
