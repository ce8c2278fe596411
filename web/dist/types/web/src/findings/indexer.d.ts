/** What is known of a batch of findings; one entry a finding in every column. */
export interface FindingColumns {
    /** Of the finding's line in `bytes`. */
    start: Uint32Array;
    end: Uint32Array;
    /** 0 error, 1 warning, 2 info. */
    level: Uint8Array;
    /** Bits: 1 chart, 2 payer, 4 not evaluated. */
    tags: Uint8Array;
    /** The charge in cents; -1 when there is none. */
    cents: Float64Array;
    /** Index into all rules seen so far in this session. */
    rule: Uint16Array;
    /** Position among the session's inputs, and of the claim in its file; -1 when it is about the file. */
    file: Uint16Array;
    claim: Int32Array;
    /** Rules and files that were seen for the first time. */
    newRules: string[];
    newFiles: string[];
}
export interface FindingBatch {
    bytes: Uint8Array<ArrayBuffer>;
    columns: FindingColumns;
}
/** Indexes the output of one session. */
export declare class FindingIndexer {
    #private;
    /** The last line of the session, once it was seen. */
    summary: Uint8Array<ArrayBuffer> | undefined;
    /** Indexes whole lines of output. */
    read(bytes: Uint8Array<ArrayBuffer>): FindingBatch;
}
