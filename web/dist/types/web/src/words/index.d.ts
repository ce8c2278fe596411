import { type Words } from './en.js';
export type { Words };
export declare const words: Words;
