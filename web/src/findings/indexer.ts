// SPDX-License-Identifier: Apache-2.0
// Finds, in the engine's lines of JSON, where each finding lies and what a table sorts and filters by, without
// parsing it: a million parsed objects are what makes a page stop. Runs in the worker, beside the engine.
//
// It leans on the contract: keys always there and always in this order. A raw quote can only end a string, so
// `"level":"` cannot lie inside one.

/** What is known of a batch of findings; one entry a finding in every column. */
export interface FindingColumns {
  /** Of the finding's line in `bytes`. */
  start: Uint32Array;
  end: Uint32Array;
  /** 0 error, 1 warning, 2 info. */
  level: Uint8Array;
  /** Bits: 1 chart, 2 payer, 4 not evaluated. */
  tags: Uint8Array;
  /** The charge in cents; -1 when there is none. */
  cents: Float64Array;
  /** The line that a denial takes, from 1; 0 the whole claim; -1 none. */
  denied: Int32Array;
  /** Index into all rules seen so far in this session. */
  rule: Uint16Array;
  /** Position among the session's inputs, and of the claim in its file; -1 when it is about the file. */
  file: Uint16Array;
  claim: Int32Array;
  /** Rules and files that were seen for the first time. */
  newRules: string[];
  newFiles: string[];
}

export interface FindingBatch {
  bytes: Uint8Array<ArrayBuffer>;
  columns: FindingColumns;
}

const levels = ['error', 'warning', 'info'];
const tagBits: [string, number][] = [
  ['"chart"', 1],
  ['"payer"', 2],
  ['"not_evaluated"', 4],
];
// Latin-1 gives one character a byte, so that places in the text are places in the bytes.
const decoder = new TextDecoder('latin1');

/** Indexes the output of one session. */
export class FindingIndexer {
  readonly #rules = new Map<string, number>();
  readonly #files = new Map<string, number>();
  /** The last line of the session, once it was seen. */
  summary: Uint8Array<ArrayBuffer> | undefined;

  /** Indexes whole lines of output. */
  read(bytes: Uint8Array<ArrayBuffer>): FindingBatch {
    const text = decoder.decode(bytes);
    const rows: Row[] = [];
    const newRules: string[] = [];
    const newFiles: string[] = [];
    for (let start = 0; start < text.length; ) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      if (text.startsWith('{"kind":"finding"', start)) {
        const row = readRow(text, start, end);
        rows.push({
          ...row,
          rule: number(this.#rules, row.ruleId, newRules),
          file: number(this.#files, row.fileName, newFiles),
        });
      } else if (text.startsWith('{"kind":"summary"', start)) {
        this.summary = bytes.slice(start, end);
      }
      start = end + 1;
    }
    return { bytes, columns: { ...columnsOf(rows), newRules, newFiles } };
  }
}

interface RawRow {
  start: number;
  end: number;
  level: number;
  tags: number;
  cents: number;
  denied: number;
  claim: number;
  ruleId: string;
  fileName: string;
}

interface Row extends RawRow {
  rule: number;
  file: number;
}

function readRow(text: string, start: number, end: number): RawRow {
  const fileName = value(text, '"file":', start);
  const claim = value(text, '"claim_index":', fileName.end);
  const rule = value(text, '"rule":', claim.end);
  const level = value(text, '"level":', rule.end);
  const tags = text.slice(level.end, text.indexOf(']', level.end));
  const denial = text.indexOf('"denial":', level.end) + '"denial":'.length;
  const amount = value(text, '"amount":', denial);
  return {
    start,
    end,
    level: Math.max(0, levels.indexOf(level.text)),
    tags: tagBits.reduce((bits, [word, bit]) => (tags.includes(word) ? bits | bit : bits), 0),
    cents: amount.text === 'null' ? -1 : Math.round(Number(amount.text) * 100),
    denied: text.startsWith('null', denial) ? -1 : Number(value(text, '"line":', denial).text) || 0,
    claim: claim.text === 'null' ? -1 : Number(claim.text),
    ruleId: rule.text,
    fileName: nameOf(fileName.text),
  };
}

/** The plain value (string without its quotes, number or null) behind a key. */
function value(text: string, key: string, from: number): { text: string; end: number } {
  const at = text.indexOf(key, from) + key.length;
  if (text[at] !== '"') {
    const end = text.indexOf(',', at);
    return { text: text.slice(at, end), end };
  }
  let end = text.indexOf('"', at + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return { text: text.slice(at + 1, end), end };
}

/** A name as it is, out of JSON and Latin-1. Almost all are plain. */
function nameOf(text: string): string {
  if (!/[\\\x80-\xff]/.test(text)) return text;
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return JSON.parse(`"${new TextDecoder().decode(bytes)}"`) as string;
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0;
  while (text[quote - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

function number(known: Map<string, number>, name: string, fresh: string[]): number {
  let index = known.get(name);
  if (index === undefined) {
    index = known.size;
    known.set(name, index);
    fresh.push(name);
  }
  return index;
}

function columnsOf(rows: Row[]): Omit<FindingColumns, 'newRules' | 'newFiles'> {
  return {
    start: Uint32Array.from(rows, (row) => row.start),
    end: Uint32Array.from(rows, (row) => row.end),
    level: Uint8Array.from(rows, (row) => row.level),
    tags: Uint8Array.from(rows, (row) => row.tags),
    cents: Float64Array.from(rows, (row) => row.cents),
    denied: Int32Array.from(rows, (row) => row.denied),
    rule: Uint16Array.from(rows, (row) => row.rule),
    file: Uint16Array.from(rows, (row) => row.file),
    claim: Int32Array.from(rows, (row) => row.claim),
  };
}
