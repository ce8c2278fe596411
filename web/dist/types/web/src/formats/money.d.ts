/** Cents of "1,234.50", "12" or "$3"; undefined when it is no amount or finer than a cent. */
export declare function readCents(text: string | number | null | undefined): number | undefined;
/** 123450 as "1,234.50". */
export declare function showCents(cents: number): string;
/** Cents as a claim carries them: "1234.50". */
export declare function plainCents(cents: number): string;
