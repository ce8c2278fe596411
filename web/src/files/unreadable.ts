// SPDX-License-Identifier: Apache-2.0
// Thrown while a file is read that cannot be read on.
import type { Reason } from '../words/en-files.js';

export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(readonly reason: Reason) {
    super(reason);
  }
}

/** A host's stream that failed, or held what are no bytes. */
export class BrokenStream extends Error {
  override readonly name = 'BrokenStream';
  constructor(error: unknown) {
    super(`It could not be read to its end: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The reason behind an error of the browser's own; undefined when it is none of reading. */
export function reasonOf(error: unknown): Reason | undefined {
  if (error instanceof Unreadable) return error.reason;
  if (!(error instanceof DOMException)) return undefined;
  return error.name === 'NotReadableError' || error.name === 'NotFoundError' ? 'changed' : undefined;
}
