import { type TemplateResult } from 'lit';
import type { Denial, Finding } from '../findings/model.js';
/** "CO-236 N823" */
export declare function denialCode({ group, carc, rarc }: Denial): string;
/** What the payer would answer, and on which line. */
export declare function forecast(denial: Denial): string;
/** All of it as a definition list. `place`: rows about where it stands, shown behind the forecast. */
export declare function findingDetails(finding: Finding, place?: unknown): TemplateResult;
/** One row of a definition list. */
export declare function row(term: string, content: unknown): TemplateResult;
