// SPDX-License-Identifier: Apache-2.0
// The list of work: one row for each claim that something is to be done about, the most money first.
import { type Account, chargesOf, deniedLines, type Entry, type Ledger } from '../engine/ledger.js';
import { type Verdict, verdictOfFinding, verdicts } from '../findings/verdict.js';
import { plainCents } from '../formats/money.js';
import { words } from '../words/index.js';
import { csvRow } from './csv.js';

const said = words.out.workList;

/** CSV for spreadsheets. */
export function workList(
  ledger: Ledger,
  identifiers: boolean,
  ignored: Uint32Array = new Uint32Array(),
): Blob {
  const leftAlone = new Set<string>();
  for (let at = 0; at < ignored.length; at += 2) leftAlone.add(`${ignored[at]} ${ignored[at + 1]}`);
  const rows = ledger.accounts
    .filter(
      ({ entries, fileNumber, index }) => entries.length > 0 && !leftAlone.has(`${fileNumber} ${index}`),
    )
    .map((account) => ({ account, cents: chargesOf(account, deniedLines(account)) }))
    .sort((a, b) => b.cents - a.cents);
  const parts = [csvRow(said.columns)];
  for (const { account, cents } of rows) parts.push(csvRow(cells(account, cents, identifiers)));
  return new Blob(parts, { type: 'text/csv' });
}

function cells(account: Account, cents: number, identifiers: boolean): (string | number)[] {
  const { file, index, id, payer, day, lastDay, entries } = account;
  const worst = worstOf(entries);
  return [
    file,
    index + 1,
    identifiers ? id : '',
    payer.name || words.payerClass[payer.class] || payer.class,
    isoDay(day),
    isoDay(lastDay),
    words.verdict[worst],
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
