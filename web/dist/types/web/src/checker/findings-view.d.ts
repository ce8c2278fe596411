import { type TemplateResult } from 'lit';
import type { CheckerView } from './checker-view.js';
/** The strip of totals and, under it, the findings. On a narrow screen the strip stays in sight and opens them. */
export declare function totalsView(view: CheckerView): TemplateResult;
export declare function findingsView(view: CheckerView): TemplateResult;
