export declare const controlStyles: import("lit").CSSResult;
