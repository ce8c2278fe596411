// SPDX-License-Identifier: Apache-2.0
// What the engine is asked for beside checking a batch on the screen: a file in another format, a list of work, sums for
// pictures, many variants of one claim. Each runs where the engine is, in the worker, and only its result comes back.
import type { Engine } from '../../../wasm/engine.js';
import type { Claim } from '../claim/model.js';
import { nameInClaim } from '../findings/correction.js';
import { workOf } from '../out/work.js';
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
  | { do: 'tell-apart'; inputs: SessionInput[] }
  | { do: 'replay'; of: Checked }
  | { do: 'replay-rows'; report: Blob; asked: Asked }
  | { do: 'save-replay'; report: Blob; table: Table | undefined; where: Asked['where']; identifiers: boolean }
  | { do: 'check-claims'; claims: ClaimToCheck[]; tables: readonly TablePack[] };

/** A file, and the inputs that could not be read again. */
export interface Written {
  content: Blob;
  unreadable: Problem[];
}

export interface TaskResults {
  write: Written;
  'list-work': Written;
  tally: Tally;
  'tell-apart': Kinds;
  replay: Replayed;
  'replay-rows': Rows;
  'save-replay': Blob;
  'check-claims': ClaimResult[];
}

type Hooks = Pick<SessionHooks, 'signal' | 'unzip' | 'onProgress'>;

/** Does one task on an engine of its own. Rejects as runSession() does. */
export function perform<T extends Task>(task: T, engine: Engine, hooks: Hooks): Promise<TaskResults[T['do']]>;
export async function perform(task: Task, engine: Engine, hooks: Hooks): Promise<TaskResults[Task['do']]> {
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
    case 'tell-apart':
      return kindsOf(task.inputs, hooks.unzip);
    case 'replay':
      return replay(task.of, engine, hooks);
    case 'replay-rows':
      return rowsOfReport(task.report, task.asked);
    case 'save-replay':
      return savedReport(task.report, task.table, task.where, task.identifiers);
    case 'check-claims':
      return checkClaims(task, new ClaimEngine(engine), hooks);
  }
}

async function write(
  { inputs, options }: Checked,
  engine: Engine,
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
  engine: Engine,
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
  engine: Engine,
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
