// SPDX-License-Identifier: Apache-2.0
// Which engine a session wants: the smaller one reads X12 and claims as JSON, and is there sooner.
import type { Wanted } from './assets.js';
import type { SessionInput } from './session.js';

// As far as is looked: a form's claim is shorter, and an interchange tells itself at once.
const enough = 64 * 1024;

/**
 * What reads all of these inputs with the session's options. A file that may be something else is given to the engine that
 * knows everything.
 */
export async function wantedToRead(inputs: readonly SessionInput[], options = '{}'): Promise<Wanted> {
  const { from } = JSON.parse(options) as { from?: string };
  if (from === 'csv' || from === 'fhir') return 'everything';
  const plain = await Promise.all(inputs.map(isPlain));
  return plain.every(Boolean) ? 'checks' : 'everything';
}

async function isPlain({ role, source }: SessionInput): Promise<boolean> {
  if (role === 'tables') return true;
  if (role === 'documentation' || role === 'remits' || source instanceof ReadableStream) return false;
  const start = await startOf(source);
  // A file that cannot be opened is told of when it is read.
  if (start === undefined || start.startsWith('ISA')) return true;
  return sizeOf(source) <= enough && /^[{[]/.test(start) && !start.includes('"resourceType"');
}

const decoder = new TextDecoder();

async function startOf(source: Blob | Uint8Array): Promise<string | undefined> {
  try {
    const bytes =
      source instanceof Blob ? await source.slice(0, enough).arrayBuffer() : source.subarray(0, enough);
    return decoder.decode(bytes).trimStart();
  } catch {
    return undefined;
  }
}

function sizeOf(source: Blob | Uint8Array): number {
  return source instanceof Blob ? source.size : source.length;
}
