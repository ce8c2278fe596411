// SPDX-License-Identifier: Apache-2.0
// A replay in the worker: the engine's report stays a file there, and the page gets its sums and the beginnings of its
// lists. More of a list, or all of it as CSV, is read out of that file when it is asked for.
import type { FullEngine } from '../../../wasm/engine.js';
import { DeltoidError, type Problem } from '../engine/problems.js';
import { runSession, type SessionHooks, type SessionInput } from '../engine/session.js';
import { readCents } from '../formats/money.js';
import { csvRow } from '../out/csv.js';
import type { Asked, ByReason, Digest, ListName, Lists, Report, Rows, Table } from './report.js';

export type { Asked, Rows, Table } from './report.js';

export interface Replayed {
  digest: Digest;
  /** The whole report, JSON as the command line writes it. */
  report: Blob;
  unreadable: Problem[];
}

/** Of a table; nobody reads on, and the file has all. */
const mostRows = 500;

/** What is asked of each list at first. */
export const firstAsked: { [L in ListName]: Asked<L> } = {
  denials: { list: 'denials', where: { caught: false }, most: 20 },
  false_alarms: { list: 'false_alarms', where: {}, most: 20 },
  by_payer_month: { list: 'by_payer_month', where: {}, most: 0 },
  'reconciliation.sets': {
    list: 'reconciliation.sets',
    where: { balances: false, read_again: false },
    most: 10,
  },
  'reconciliation.imbalances': { list: 'reconciliation.imbalances', where: {}, most: 10 },
  'unmatched.answers': { list: 'unmatched.answers', where: {}, most: 10 },
  'unmatched.claims': { list: 'unmatched.claims', where: {}, most: 10 },
  'unmatched.lines': { list: 'unmatched.lines', where: {}, most: 10 },
  'unmatched.services': { list: 'unmatched.services', where: {}, most: 10 },
};

/**
 * Holds claims against what payers answered. Each file is checked as on the day on which it was made: past claims are
 * not to be late only because today is later.
 */
export async function replay(
  { inputs, options }: { inputs: SessionInput[]; options: string },
  engine: FullEngine,
  hooks: Omit<SessionHooks, 'onOutput'>,
): Promise<Replayed> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const asked = {
    ...(JSON.parse(options) as object),
    replay: true,
    as_of: 'file',
    format: 'json',
    roster: false,
  };
  const said = await runSession(engine, inputs, JSON.stringify(asked), {
    ...hooks,
    onOutput: (view) => void parts.push(view.slice()),
  });
  const report = new Blob(parts, { type: 'application/json' });
  // An archive of both kinds is opened twice.
  const unreadable = [...new Map(said.map((problem) => [problem.path, problem])).values()];
  return { digest: digestOf(await read(report)), report, unreadable };
}

/** Rows of a list, out of the report. */
export async function rowsOfReport(report: Blob, asked: Asked): Promise<Rows> {
  return rowsOf(await read(report), asked);
}

/** The report, or a table of it as CSV, a list as it was asked for; claim numbers only when they are wanted. */
export async function savedReport(
  report: Blob,
  table: Table | undefined,
  where: Asked['where'],
  identifiers: boolean,
): Promise<Blob> {
  const text = await report.text();
  // The bytes that the engine itself writes without identifiers.
  const json = identifiers ? text : text.replaceAll(/"claim":"(?:[^"\\]|\\.)*"/g, '"claim":null');
  if (!table) return new Blob([json], { type: 'application/json' });
  const rows = tableOf(JSON.parse(json) as Report, table).filter((row) => isAsked(row, where)) as object[];
  const columns = Object.keys(rows[0] ?? {});
  const lines = [csvRow(columns), ...rows.map((row) => csvRow(Object.values(row).map(cellOf)))];
  return new Blob(lines, { type: 'text/csv' });
}

async function read(report: Blob): Promise<Report> {
  try {
    return JSON.parse(await report.text()) as Report;
  } catch {
    throw new DeltoidError([{ path: '', message: 'The report is too long for this browser.' }]);
  }
}

function digestOf(report: Report): Digest {
  const { claims, lines, verdicts, money, by_rule, causes, reconciliation } = report;
  const { payments, payment, claims_paid, provider_adjustments, difference, unbalanced } = reconciliation;
  const lists = Object.values(firstAsked).map((asked) => [asked.list, rowsOf(report, asked)]);
  return {
    claims,
    lines,
    verdicts,
    money,
    sums: { payments, payment, claims_paid, provider_adjustments, difference, unbalanced },
    remitFiles: cut(report.remit_files),
    byRule: by_rule,
    byReason: cut(reasonsOf(report)),
    byRemark: cut(report.by_rarc),
    causes: byMoney(causes),
    byMonth: cut(report.by_month),
    byPayer: cut(report.by_payer.toSorted((a, b) => b.claims - a.claims)),
    adjustments: cut(reconciliation.by_adjustment),
    notices: cut(report.notices),
    lists: Object.fromEntries(lists) as Digest['lists'],
  };
}

function cut<T>(list: T[]): Rows<T> {
  return { rows: list.slice(0, mostRows), count: list.length };
}

/** CARCs and the states of rejections: for who reads it they are one list. The most money first. */
function reasonsOf({ by_carc, by_status }: Report): ByReason[] {
  const carcs = by_carc.map(({ carc, groups, ...row }) => {
    const shown = carc && groups.map(({ group }) => `${group}-${carc}`).join(', ');
    return { reason: carc, shown, ...row };
  });
  const rejections = by_status.map(({ status, ...row }) => ({ reason: status, shown: status, ...row }));
  return byMoney([...carcs, ...rejections]);
}

function tableOf(report: Report, table: Table): unknown[] {
  if (table === 'by_reason') return reasonsOf(report);
  const at = table
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], report);
  return at as unknown[];
}

function rowsOf<L extends ListName>(report: Report, { list, where, most }: Asked<L>): Rows<Lists[L]> {
  const rows = (tableOf(report, list) as object[]).filter((row) => isAsked(row, where));
  const sorted: unknown[] = list === 'by_payer_month' ? rows : byMoney(rows);
  return { rows: sorted.slice(0, most) as Lists[L][], count: rows.length };
}

function isAsked(row: unknown, where: object): boolean {
  const of = row as Record<string, unknown>;
  return Object.entries(where).every(
    ([key, value]) => (key === 'carc' ? carcOf(of.reason) : of[key]) === value,
  );
}

/** "97" of "CO-97"; a rejection's "A7:562" is whole. */
function carcOf(reason: unknown): string | null {
  return typeof reason === 'string' ? reason.replace(/^[A-Z]+-/, '') : null;
}

/** The most money first; worked out once a row, of which there may be many. */
function byMoney<T extends object>(rows: readonly T[]): T[] {
  return rows
    .map((row) => ({ row, weight: weightOf(row as Record<string, unknown>) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ row }) => row);
}

/** Cents that a row is about. */
function weightOf({ denied, difference, charge, expected, found }: Record<string, unknown>): number {
  const cents = (text: unknown): number => readCents(text as string) ?? 0;
  return Math.abs(cents(denied ?? difference ?? charge) || cents(expected) - cents(found));
}

/** Lists within a row: "CO 77; PR 3". */
function cellOf(value: unknown): string | number {
  if (Array.isArray(value))
    return value
      .map((one) => (one !== null && typeof one === 'object' ? Object.values(one).join(' ') : String(one)))
      .join('; ');
  return typeof value === 'number' ? value : String(value ?? '');
}
