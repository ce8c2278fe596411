export declare const checkerStyles: import("lit").CSSResult;
