import { DeltoidChecker } from './checker/checker-element.js';
export { DeltoidChecker };
