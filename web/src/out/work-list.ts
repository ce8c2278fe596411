// SPDX-License-Identifier: Apache-2.0
// The list of work as CSV: one row a claim, what is wrong with it and what to do.
import type { Entry } from '../engine/ledger.js';
import { type Verdict, verdictOfFinding, verdicts } from '../findings/verdict.js';
import { plainCents } from '../formats/money.js';
import { words } from '../words/index.js';
import { csvRow } from './csv.js';
import type { Work } from './work.js';

const said = words.out.workList;

/** Of the lines that workOf() made; a slice of time at a time. */
export async function workList(work: Blob, identifiers: boolean): Promise<Blob> {
  const parts = [csvRow(said.columns)];
  let sliceEnd = performance.now() + 8;
  for await (const line of linesOf(work)) {
    parts.push(csvRow(cells(JSON.parse(line) as Work, identifiers)));
    if (performance.now() < sliceEnd) continue;
    await new Promise((resolve) => setTimeout(resolve));
    sliceEnd = performance.now() + 8;
  }
  return new Blob(parts);
}

/** Pieces of a megabyte, so that no text is long. */
async function* linesOf(work: Blob): AsyncGenerator<string> {
  const piece = 1 << 20;
  const decoder = new TextDecoder();
  let rest = '';
  for (let at = 0; at < work.size; at += piece) {
    const bytes = await work.slice(at, at + piece).arrayBuffer();
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function cells(work: Work, identifiers: boolean): (string | number)[] {
  const { file, index, id, payer, day, lastDay, entries, cents } = work;
  return [
    file,
    index + 1,
    identifiers ? id : '',
    payer.name || words.payerClass[payer.class] || payer.class,
    isoDay(day),
    isoDay(lastDay),
    words.verdict[worstOf(entries)],
    plainCents(cents),
    entries.length,
    numbered(entries.map(({ message }) => message)),
    numbered(entries.map(toDo)),
    [...new Set(entries.map(({ rule }) => rule))].join(' '),
  ];
}

/** The alternatives of a finding in words; where no edit clears it, who must look. */
function toDo({ fix, line }: Entry): string {
  if (fix.length === 0) return said.person;
  // Away from the form a fix must name its line.
  return fix.map((one) => words.fixes.label(one.line || !line ? one : { ...one, line }, null)).join(said.or);
}

function worstOf(entries: Entry[]): Verdict {
  const found = entries.map((entry) => verdictOfFinding(entry));
  return verdicts.find((verdict) => found.includes(verdict)) ?? 'clean';
}

function numbered(texts: string[]): string {
  return texts.length === 1 ? (texts[0] ?? '') : texts.map((text, at) => `${at + 1}) ${text}`).join(' ');
}

function isoDay(day: number | null): string {
  return day === null ? '' : new Date(day * 86_400_000).toISOString().slice(0, 10);
}
