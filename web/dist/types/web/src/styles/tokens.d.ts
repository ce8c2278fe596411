export declare const tokenStyles: import("lit").CSSResult;
