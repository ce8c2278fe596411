import type { Fix } from '../findings/model.js';
/** `ofLine`: the line that the finding is about, which need not be said again. */
declare function label(fix: Fix, ofLine: number | null): string;
export declare const fixWords: {
    label: typeof label;
};
export {};
