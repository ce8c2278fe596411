// SPDX-License-Identifier: Apache-2.0
// What is thrown when a check cannot be made at all. Bad claims never throw: they are findings.

import type { Reason } from '../words/en-files.js';

/** A place (JSON pointer into the options, "name:line" of a table, or a file's name) and one plain sentence. */
export interface Problem {
  path: string;
  message: string;
  /** Why a file was not read, or not to its end: for hosts that have words of their own. */
  reason?: Reason;
}

/** Options, profile, tables or the engine itself do not serve. */
export class DeltoidError extends Error {
  override readonly name = 'DeltoidError';
  constructor(readonly problems: Problem[]) {
    super(problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('\n'));
  }
}

/** Reads the border's problems: JSON, or '' when there are none. */
export function readProblems(json: string): Problem[] {
  return json === '' ? [] : (JSON.parse(json) as Problem[]);
}

/** The error that a cancelled check is rejected with. */
export function abortError(): DOMException {
  return new DOMException('The check was cancelled.', 'AbortError');
}
