// SPDX-License-Identifier: Apache-2.0
// The words in use. One language so far; choosing another will happen here.
import { en, type Words } from './en.js';

export type { Words };
export const words: Words = en;
