/** 60000 as "60,000". */
export declare function showCount(count: number): string;
/** Bytes in the unit a person would say. */
export declare function showBytes(bytes: number): string;
