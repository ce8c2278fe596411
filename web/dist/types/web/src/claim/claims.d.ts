import type { Claim, Line } from './model.js';
/** A claim form with nothing on it but what most claims of an office share. */
export declare function blankClaim(): Claim;
/**
 * The example: a visit without 25, a drug line without JZ, and an injection that points to no diagnosis. Its day is
 * always a fortnight ago, so that no filing limit has passed.
 */
export declare function exampleClaim(today: string): Claim;
/** Does the line hold anything that was typed for it? Dates are carried from line to line and do not count. */
export declare function isBlankLine({ from, to, line, ...rest }: Line): boolean;
/** The claim as it goes to the engine: without the empty lines at its end. */
export declare function withoutBlankEnd(claim: Claim): Claim;
/** Is there anything at all to check? */
export declare function hasCodes(claim: Claim): boolean;
/** The sum of the lines' charges, as a claim carries it. */
export declare function sumOfLines(claim: Claim): string;
