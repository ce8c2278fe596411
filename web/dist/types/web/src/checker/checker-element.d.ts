import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Claim, PayerClass } from '../claim/model.js';
import type { ClaimResult } from '../engine/claim-engine.js';
import type { Finding, Fix, Summary } from '../findings/model.js';
import type { CheckerView, EngineState } from './checker-view.js';
import { WorkedOff } from './worked-off.js';
export declare class DeltoidChecker extends LitElement implements CheckerView {
    #private;
    static readonly formAssociated = true;
    static styles: import("lit").CSSResult[];
    /** Kind of payer when the claim does not say one. */
    payerClass: PayerClass | '';
    readOnly: boolean;
    /** The day the check is made for; the local day if absent. */
    asOf: string;
    /** A payer profile. */
    profile: object | undefined;
    engineState: EngineState;
    activeKey: string;
    stripOpen: boolean;
    diagnosisBoxes: number;
    private openLines;
    private status;
    findings: Finding[];
    summary: Summary | undefined;
    tied: ReadonlyMap<string, Finding[]>;
    readonly drafts: Map<string, string>;
    readonly workedOff: WorkedOff;
    /** The claim, as contract JSON has it. Setting it begins afresh: nothing of the last one can be had back. */
    get value(): Claim;
    set value(claim: Claim);
    get claim(): Claim;
    get today(): string;
    get canUndo(): boolean;
    get canRedo(): boolean;
    /** Checks the claim as it stands now. */
    check(): Promise<ClaimResult | undefined>;
    /** Puts the first claim of a JSON file into the form. */
    open(file: Blob): Promise<void>;
    /** Empties the form and lets go of the engine's memory. */
    clear(): void;
    connectedCallback(): void;
    disconnectedCallback(): void;
    formResetCallback(): void;
    formDisabledCallback(disabled: boolean): void;
    protected willUpdate(changed: PropertyValues<this>): void;
    protected render(): TemplateResult;
    readonly onInput: (event: Event) => void;
    readonly onLeave: (event: Event) => void;
    focusBox(pointer: string): void;
    focusFinding(key: string): void;
    takeFix(finding: Finding, fix: Fix): void;
    addDiagnosis(): void;
    addLine(after: number): void;
    duplicateLine(index: number): void;
    deleteLine(index: number): void;
    undo(): void;
    redo(): void;
    isLineOpen(index: number): boolean;
    toggleLine(index: number): void;
    toggleStrip(): void;
}
