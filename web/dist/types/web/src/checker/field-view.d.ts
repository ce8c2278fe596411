import { type TemplateResult } from 'lit';
import type { FieldKind } from '../claim/fields.js';
import type { CheckerView } from './checker-view.js';
export interface Field {
    pointer: string;
    kind: FieldKind;
    label: string;
    /** Number of the box on the CMS-1500. */
    box?: string;
    className?: string;
    maxLength?: number;
    /** Small text under the control. */
    hint?: string;
    /** Value and word of each choice: a select instead of a text box. */
    choices?: [string, string][];
}
/** A control of the form, with what it needs to make a value of what is typed. */
export type Box = (HTMLInputElement | HTMLSelectElement) & {
    fieldKind: FieldKind;
};
/** A labelled box. */
export declare function fieldView(view: CheckerView, field: Field): TemplateResult;
/** The number of a box, as it stands on the paper form. */
export declare function boxNumber(box: string): TemplateResult;
/** The id of a box's control within the element. */
export declare function idOf(pointer: string): string;
