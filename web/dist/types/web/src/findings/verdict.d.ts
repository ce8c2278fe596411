import type { Finding } from './model.js';
/** Worst first. Each has a word, a shape and a colour of its own. */
export declare const verdicts: readonly ['deny', 'may', 'chart', 'payer', 'note', 'unchecked', 'clean'];
export type Verdict = (typeof verdicts)[number];
/** Bits as in the indexer's columns. */
export declare const tagBit: {
    readonly chart: 1;
    readonly payer: 2;
    readonly not_evaluated: 4;
};
/** By level (0 error, 1 warning, 2 info) and tag bits: what a table row knows without parsing. */
export declare function verdictOf(level: number, tags: number): Verdict;
export declare function verdictOfFinding({ level, tags }: Finding): Verdict;
/** The line a finding is about: the one that will be denied, else the one it names; 0 for the claim as a whole. */
export declare function lineOf(finding: Finding): number;
/** The worst that is said of a line (from 1), or of the claim as a whole (0). Notes do not spoil a clean line. */
export declare function verdictOfLine(findings: Finding[], line: number): Verdict;
/** Something that a person has to do: F8 goes from one to the next. */
export declare function isProblem(finding: Finding): boolean;
/** A name for a finding that stays while others come and go. */
export declare function keyOf({ rule, claim_index, line, field }: Finding): string;
