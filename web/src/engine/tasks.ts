// SPDX-License-Identifier: Apache-2.0
// What the engine is asked for beside checking a batch on the screen: a file in another format, a list of work, sums for
// pictures, many variants of one claim. Each runs where the engine is, in the worker, and only its result comes back.
import type { FullEngine } from '../../../wasm/engine.js';
import type { Claim } from '../claim/model.js';
import { type Look, lookForColumns, type Reading, readColumns, type Sheet } from '../columns/look.js';
import type { Columns } from '../columns/preview.js';
import { type FileToWrite, type Written837, write837 } from '../corrected/write-837.js';
import { nameInClaim } from '../findings/correction.js';
import { type NoteReading, readNote } from '../notes/reading.js';
import { workOf } from '../out/work.js';
import { findTables } from '../packs/find-tables.js';
import { importTables, type TableInput, type TablesRead, type TablesToRead } from '../packs/import-tables.js';
import { type Tally, tallyOf } from '../pictures/tally.js';
import {
  type Asked,
  type Replayed,
  type Rows,
  replay,
  rowsOfReport,
  savedReport,
  type Table,
} from '../remittances/replay.js';
import { ClaimEngine, type ClaimResult, type ClaimToCheck, type TablePack } from './claim-engine.js';
import { joinRecords } from './joined.js';
import { Ledger } from './ledger.js';
import { abortError, type Problem } from './problems.js';
import { type Kinds, kindsOf, runSession, type SessionHooks, type SessionInput } from './session.js';

/** What a session can be written as, by the core's own writers: the same bytes as the command line's. */
export type OutputFormat = 'json' | 'sarif' | 'csv' | 'html';

/** A batch as it was checked: its inputs, and its options as the core wants them. */
export interface Checked {
  inputs: SessionInput[];
  options: string;
  /** Claims that are left alone, for a reason: number of the file and index in it, in turn. No work is listed for them. */
  ignored?: Uint32Array;
  /** Claims that were corrected in the form since. */
  corrected?: Corrected[];
}

/** A claim of a batch as it was corrected; its findings go by their names within the claim. */
export interface Corrected {
  /** Number of its file, and its index in it. */
  file: number;
  index: number;
  claim: Claim;
  /** What the batch says of it beside the form, and stays. */
  standing: string[];
  /** What the form says of it and other claims answer. */
  answered: string[];
}

export type Task =
  | { do: 'write'; of: Checked; format: OutputFormat; identifiers: boolean }
  | { do: 'list-work'; of: Checked; identifiers: boolean }
  | { do: 'tally'; of: Checked }
  | { do: 'write-837'; of: FileToWrite }
  | { do: 'tell-apart'; inputs: SessionInput[] }
  | { do: 'replay'; of: Checked }
  | { do: 'replay-rows'; report: Blob; asked: Asked }
  | { do: 'save-replay'; report: Blob; table: Table | undefined; where: Asked['where']; identifiers: boolean }
  | { do: 'read-note'; note: string }
  | { do: 'join-records'; claim: Claim; records: SessionInput[] }
  | { do: 'look-for-columns'; inputs: SessionInput[] }
  | { do: 'read-columns'; sheets: Pick<Sheet, 'start' | 'whole'>[]; columns: Columns }
  | { do: 'check-claims'; claims: ClaimToCheck[]; tables: readonly TablePack[] }
  | ({ do: 'import-tables' } & TablesToRead)
  | { do: 'find-tables'; inputs: readonly TableInput[] };

/** A file, and the inputs that could not be read again. */
export interface Written {
  content: Blob;
  unreadable: Problem[];
}

export interface TaskResults {
  write: Written;
  'list-work': Written;
  tally: Tally;
  'write-837': Written837;
  'tell-apart': Kinds;
  replay: Replayed;
  'replay-rows': Rows;
  'save-replay': Blob;
  'read-note': NoteReading;
  'join-records': Claim;
  'look-for-columns': Look;
  'read-columns': Reading[];
  'check-claims': ClaimResult[];
  'import-tables': TablesRead;
  /** For each input, whether it is a table or holds one. */
  'find-tables': boolean[];
}

type Hooks = Pick<SessionHooks, 'signal' | 'unzip' | 'onProgress'>;

/** Does one task on an engine of its own. Rejects as runSession() does. */
export function perform<T extends Task>(
  task: T,
  engine: FullEngine,
  hooks: Hooks,
): Promise<TaskResults[T['do']]>;
export async function perform(
  task: Task,
  engine: FullEngine,
  hooks: Hooks,
): Promise<TaskResults[Task['do']]> {
  switch (task.do) {
    case 'write':
      return write(task.of, engine, { format: task.format, identifiers: task.identifiers }, hooks);
    case 'list-work': {
      const { ledger, unreadable } = await keepLedger(
        task.of,
        engine,
        { identifiers: task.identifiers },
        hooks,
      );
      return { content: workOf(ledger, task.of.ignored), unreadable };
    }
    case 'tally':
      return tallyOf((await keepLedger(task.of, engine, {}, hooks)).ledger);
    case 'write-837':
      return write837(task.of, engine, hooks);
    case 'tell-apart':
      return kindsOf(task.inputs, hooks.unzip);
    case 'replay':
      return replay(task.of, engine, hooks);
    case 'replay-rows':
      return rowsOfReport(task.report, task.asked);
    case 'save-replay':
      return savedReport(task.report, task.table, task.where, task.identifiers);
    case 'read-note':
      return readNote(task.note, engine);
    case 'join-records':
      return joinRecords(task.claim, task.records, engine, hooks);
    case 'look-for-columns':
      return lookForColumns(task.inputs, engine, hooks);
    case 'read-columns':
      return readColumns(task.sheets, task.columns, engine);
    case 'check-claims':
      return checkClaims(task, new ClaimEngine(engine), hooks);
    case 'import-tables':
      return importTables(task, engine, hooks);
    case 'find-tables':
      return findTables(task.inputs, engine, hooks);
  }
}

async function write(
  { inputs, options }: Checked,
  engine: FullEngine,
  output: object,
  hooks: Hooks,
): Promise<Written> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const onOutput = (view: Uint8Array): void => void parts.push(view.slice());
  const unreadable = await runSession(engine, inputs, withMore(options, output), { ...hooks, onOutput });
  return { content: new Blob(parts), unreadable };
}

async function keepLedger(
  checked: Checked,
  engine: FullEngine,
  output: object,
  hooks: Hooks,
): Promise<{ ledger: Ledger; unreadable: Problem[] }> {
  const ledger = new Ledger();
  const asked = withMore(checked.options, { ...output, format: 'jsonl', roster: true });
  const unreadable = await runSession(engine, checked.inputs, asked, { ...hooks, ...keepingIn(ledger) });
  await correctLedger(ledger, checked, engine, asked, hooks);
  return { ledger, unreadable };
}

/** In the place of each claim that was corrected, what the engine says of it as it is now. */
async function correctLedger(
  ledger: Ledger,
  { inputs, corrected = [] }: Checked,
  engine: FullEngine,
  options: string,
  hooks: Hooks,
): Promise<void> {
  const tables = inputs.filter(({ role }) => role === 'tables');
  for (const [at, { file, index, claim, standing, answered }] of corrected.entries()) {
    const filed = ledger.find(file, index);
    if (!filed) continue;
    const source = encoder.encode(JSON.stringify(claim));
    const asked = at > 0 && tables.length > 0 ? withMore(options, { keep_tables: true }) : options;
    const own = new Ledger();
    await runSession(engine, [...(at > 0 ? [] : tables), { name: 'claim', role: 'claims', source }], asked, {
      ...hooks,
      ...keepingIn(own),
    });
    const [now] = own.accounts;
    if (!now) continue;
    const entries = [
      ...now.entries.filter((entry) => !answered.includes(nameInClaim(entry))),
      ...filed.entries.filter((entry) => standing.includes(nameInClaim(entry))),
    ];
    ledger.replace({ ...now, file: filed.file, fileNumber: file, index, entries });
  }
}

const encoder = new TextEncoder();

function keepingIn(ledger: Ledger): Pick<SessionHooks, 'onOutput' | 'onRoster'> {
  return { onOutput: (view) => ledger.addFindings(view), onRoster: (view) => ledger.addClaims(view) };
}

/** Single claims that do not meet, each with options of its own. */
async function checkClaims(
  { claims, tables }: Extract<Task, { do: 'check-claims' }>,
  engine: ClaimEngine,
  { signal }: Hooks,
): Promise<ClaimResult[]> {
  const results: ClaimResult[] = [];
  for (const { claim, options } of claims) {
    // On a page without workers this is the page's own thread: something else may come between two claims.
    if (results.length % 8 === 7) await new Promise((resolve) => setTimeout(resolve));
    if (signal?.aborted) throw abortError();
    results.push(engine.check(claim, options, tables));
  }
  return results;
}

function withMore(options: string, more: object): string {
  return JSON.stringify({ ...(JSON.parse(options) as object), ...more });
}
