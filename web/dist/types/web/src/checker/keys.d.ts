import type { CheckerView } from './checker-view.js';
/** Handles a key pressed in `box` (a pointer, or ''); true when it was one of ours. */
export declare function handleKey(view: CheckerView, event: KeyboardEvent, box: string): boolean;
