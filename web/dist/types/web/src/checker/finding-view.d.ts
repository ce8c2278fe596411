import { type TemplateResult } from 'lit';
import type { Finding } from '../findings/model.js';
import type { CheckerView } from './checker-view.js';
/** A finding that asks for something. */
export declare function findingView(view: CheckerView, finding: Finding): TemplateResult;
/** A finding that a fix has cleared, in its old place. */
export declare function doneView(view: CheckerView, finding: Finding): TemplateResult;
/** Something worth knowing, or what was not looked at. */
export declare function noteView(finding: Finding): TemplateResult;
