import type { Claim, Line } from './model.js';
export declare class ClaimEditor {
    #private;
    constructor(onChange: () => void);
    get claim(): Claim;
    get lines(): Line[];
    get canUndo(): boolean;
    get canRedo(): boolean;
    /** Another claim altogether: nothing of the last one is kept. */
    load(claim: Claim): void;
    /** A typed change. Key strokes in one box are one step of undo. */
    type(pointer: string, value: unknown): void;
    /** The date of service of every line. */
    typeDay(day: string): void;
    /** A whole new claim as one step: a fix was applied. */
    replace(claim: Claim): void;
    /** A new line behind line `index`, with its dates. */
    addLine(index: number): void;
    duplicateLine(index: number): void;
    deleteLine(index: number): void;
    undo(): void;
    redo(): void;
}
