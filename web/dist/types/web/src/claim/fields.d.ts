export interface FieldKind {
    /** The claim's value for what was typed so far. */
    read(typed: string): unknown;
    /** How a value of the claim is shown when nobody is typing. */
    show(value: unknown): string;
    /** What the box shows while it is typed in; kept as typed if absent. */
    tidy?(typed: string): string;
    inputMode?: 'numeric' | 'decimal' | 'text';
}
/** Free text, kept as typed. */
export declare const text: FieldKind;
/** Codes and identifiers: capitals without blanks. */
export declare const code: FieldKind;
/** Numbers that are typed as digits, units and quantities. */
export declare const count: FieldKind;
/** Identifiers of digits only. */
export declare const digits: FieldKind;
/** Money: "120" is shown as "120.00" once the box is left. What is no amount stays as typed, for the rules to say. */
export declare const money: FieldKind;
/** A date typed as digits (091526). While it is not a date yet it is absent. */
export declare const date: FieldKind;
/** A birth date: two digits of a year never lie in the future. */
export declare function birthDate(today: string): FieldKind;
/** Up to four modifiers, "25 59": the blank comes by itself. */
export declare const modifiers: FieldKind;
/** Diagnosis pointers, "AB"; digits are taken as letters. */
export declare const pointers: FieldKind;
