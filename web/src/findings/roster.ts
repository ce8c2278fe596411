// SPDX-License-Identifier: Apache-2.0
// The engine's lines about claims as columns. Runs in the worker, beside the engine; what a line holds stands in
// core/src/roster.hpp.

/** What is known of a batch of claims; one entry a claim in every column but the last ones. */
export interface RosterColumns {
  /** Which file of the session, from 0, and which claim in it. */
  file: Uint32Array;
  index: Uint32Array;
  /** Claim id and subscriber id of each claim, one behind the other, as UTF-8; and where each of these texts ends. */
  texts: Uint8Array<ArrayBuffer>;
  textEnds: Uint32Array;
  /** Index into all payers seen so far in this session. */
  payer: Uint32Array;
  /** First day of service and last day for filing, from 1970; `noDay` when there is none. */
  day: Int32Array;
  lastDay: Int32Array;
  /** 1: it has an injection. */
  injection: Uint8Array;
  /** Charges of the lines in cents, claim behind claim; and how many lines each claim has. */
  charges: Float64Array;
  lines: Uint32Array;
  newFiles: string[];
  newPayers: RosterPayer[];
}

export interface RosterPayer {
  class: string;
  id: string;
  name: string;
}

export const noDay = -(2 ** 31);

/** A line of the roster: a claim. Days count from 1970-01-01, charges are in cents; core/src/roster.hpp. */
export type RosterLine = [
  file: number,
  index: number,
  id: string,
  subscriber: string,
  payerClass: string,
  payerId: string,
  payerName: string,
  day: number | null,
  lastDay: number | null,
  injection: 0 | 1,
  charges: number[],
  drugs: string[],
];

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Reads the lines of one session. */
export class RosterReader {
  readonly #payers = new Map<string, number>();
  #newFiles: string[] = [];

  /** A file of the session begins. */
  begin(file: string): void {
    this.#newFiles.push(file);
  }

  /** Whole lines, as they came. */
  read(bytes: Uint8Array): RosterColumns {
    const text = decoder.decode(bytes).trimEnd().replaceAll('\n', ',');
    const lines = JSON.parse(`[${text}]`) as RosterLine[];
    const newPayers: RosterPayer[] = [];
    const texts = encoder.encode(lines.map(([, , id, subscriber]) => id + subscriber).join(''));
    const newFiles = this.#newFiles;
    this.#newFiles = [];
    return {
      file: Uint32Array.from(lines, ([file]) => file),
      index: Uint32Array.from(lines, ([, index]) => index),
      texts,
      textEnds: endsOf(lines),
      payer: Uint32Array.from(lines, (line) => this.#payerOf(line, newPayers)),
      day: Int32Array.from(lines, (line) => line[7] ?? noDay),
      lastDay: Int32Array.from(lines, (line) => line[8] ?? noDay),
      injection: Uint8Array.from(lines, (line) => line[9]),
      charges: Float64Array.from(lines.flatMap((line) => line[10])),
      lines: Uint32Array.from(lines, (line) => line[10].length),
      newFiles,
      newPayers,
    };
  }

  #payerOf(line: RosterLine, fresh: RosterPayer[]): number {
    const [, , , , payerClass, id, name] = line;
    const key = `${payerClass}\n${id}\n${name}`;
    let payer = this.#payers.get(key);
    if (payer === undefined) {
      payer = this.#payers.size;
      this.#payers.set(key, payer);
      fresh.push({ class: payerClass, id, name });
    }
    return payer;
  }
}

function endsOf(lines: RosterLine[]): Uint32Array {
  const ends = new Uint32Array(2 * lines.length);
  let end = 0;
  lines.forEach(([, , id, subscriber], at) => {
    ends[2 * at] = end += lengthOf(id);
    ends[2 * at + 1] = end += lengthOf(subscriber);
  });
  return ends;
}

/** In UTF-8. */
function lengthOf(text: string): number {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return encoder.encode(text).length;
  return text.length;
}
