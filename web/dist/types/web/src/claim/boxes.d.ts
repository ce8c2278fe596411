import type { Finding } from '../findings/model.js';
/** The pointer of the box that shows what the finding is about. */
export declare function boxOf({ field, line }: Pick<Finding, 'field' | 'line'>): string;
