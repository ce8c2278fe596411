import { type TemplateResult } from 'lit';
import type { Verdict } from '../findings/verdict.js';
/** The shape of a verdict; it says nothing to a screen reader, the word does. */
export declare function verdictIcon(verdict: Verdict): TemplateResult;
/** Shape and word. */
export declare function verdictBadge(verdict: Verdict): TemplateResult;
