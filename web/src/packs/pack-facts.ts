// SPDX-License-Identifier: Apache-2.0
// What a pack says of itself, read from its header (docs/tables.md): so a pack that was saved tells as much as a fresh one.
import type { OwnTable } from '../settings/settings.js';

/** A file that a pack was made from. */
export interface PackSource {
  name: string;
  sha256: string;
}

export interface PackFacts {
  table: string;
  edition: string;
  /** ISO days; `to` is '' for tables that are kept up row by row. */
  from: string;
  to: string;
  /** A code without a row has no entry in the official table. */
  complete: boolean;
  rows: number;
  sources: PackSource[];
}

const known = new WeakMap<OwnTable, PackFacts>();

/** Read once for each pack. */
export function factsOf(pack: OwnTable): PackFacts {
  const facts = known.get(pack) ?? readFacts(pack.text);
  known.set(pack, facts);
  return facts;
}

/** Is that the beginning of a pack? No official file begins with the sign of a comment. */
export function beginsPack(bytes: Uint8Array): boolean {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes[mark] === 0x23;
}

function readFacts(text: string): PackFacts {
  const headerEnd = endOfHeader(text);
  const header = text.slice(0, headerEnd);
  const value = (key: string): string => new RegExp(`^# ${key}: (.*)$`, 'm').exec(header)?.[1]?.trim() ?? '';
  const to = value('to');
  return {
    table: value('pack'),
    edition: value('edition'),
    from: value('from'),
    to: to === 'open' ? '' : to,
    complete: value('complete') === 'yes',
    rows: Math.max(0, linesIn(text, headerEnd) - 1), // without the names of the columns
    sources: Array.from(header.matchAll(/^# made from (.*), SHA-256 ([0-9a-f]{64})\r?$/gm), (found) => ({
      name: found[1] ?? '',
      sha256: found[2] ?? '',
    })),
  };
}

function endOfHeader(text: string): number {
  let at = 0;
  while (text[at] === '#') {
    const end = text.indexOf('\n', at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  return at;
}

function linesIn(text: string, from: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return text.length > from && !text.endsWith('\n') ? lines + 1 : lines;
}
