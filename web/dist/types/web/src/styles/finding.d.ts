export declare const findingStyles: import("lit").CSSResult;
