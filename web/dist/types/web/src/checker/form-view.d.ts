import { type TemplateResult } from 'lit';
import type { CheckerView } from './checker-view.js';
export declare function formView(view: CheckerView): TemplateResult;
