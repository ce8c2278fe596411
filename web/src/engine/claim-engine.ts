// SPDX-License-Identifier: Apache-2.0
// The engine for one claim, on the page's own thread: a check is well under a frame, so it can follow every key.
import { type Engine, instantiate } from '../../../wasm/engine.js';
import type { Claim } from '../claim/model.js';
import type { Finding, Fix, Summary, TableEdition } from '../findings/model.js';
import { engineModule } from './assets.js';
import { type CheckOptions, sessionOptions } from './options.js';
import { DeltoidError, type Problem, readProblems } from './problems.js';
import { breath } from './session.js';

/** A claim with the options that it is checked with. */
export interface ClaimToCheck {
  claim: Claim;
  options: CheckOptions;
}

/** A table pack in memory, with the name that problems are told under. */
export interface TablePack {
  name: string;
  bytes: Uint8Array;
}

export interface ClaimResult {
  findings: Finding[];
  summary: Summary;
}

/** Version, rulebook and built-in tables, as the engine tells them. */
export interface About {
  version: string;
  rulebook: string;
  tables: { name: string; edition: string; from: string | null; to: string | null }[];
}

/** The same bytes, and not only equal ones. */
function isSame(read: readonly TablePack[] | undefined, tables: readonly TablePack[]): boolean {
  return read?.length === tables.length && tables.every(({ bytes }, at) => bytes === read[at]?.bytes);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Checks single claims, synchronously once it is started. */
export class ClaimEngine {
  readonly #engine: Engine;
  /** The packs that the last session has read. */
  #read: readonly TablePack[] | undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  static async start(): Promise<ClaimEngine> {
    return new ClaimEngine(await instantiate(await engineModule('checks')));
  }

  /** Checks one claim. Throws a DeltoidError when options or tables do not serve. */
  check(claim: Claim, options: CheckOptions = {}, tables: readonly TablePack[] = []): ClaimResult {
    const engine = this.#engine;
    const problems = this.#open(options, tables);
    if (problems.length > 0) throw new DeltoidError(problems);
    const first = decoder.decode(this.#feed(encoder.encode(JSON.stringify(claim))));
    const lines = (first + decoder.decode(engine.finish())).split('\n').filter(Boolean);
    const summary = JSON.parse(lines.pop() ?? '{}') as Summary;
    return { findings: lines.map((line) => JSON.parse(line) as Finding), summary };
  }

  /** Would these options and tables serve? Their problems, or the editions that would then be in force. */
  tryOut(
    options: CheckOptions,
    tables: readonly TablePack[],
  ): { problems: Problem[]; editions: TableEdition[] } {
    try {
      return { problems: [], editions: this.check({}, options, tables).summary.tables };
    } catch (error) {
      if (error instanceof DeltoidError) return { problems: error.problems, editions: [] };
      throw error;
    }
  }

  /**
   * Reads packs ahead of a check, so that it need not. A large one takes a few dozen milliseconds: something else may come
   * between two of them.
   */
  async prepare(tables: readonly TablePack[]): Promise<void> {
    for (let count = 1; count <= tables.length; count++) {
      await breath();
      if (isSame(this.#read, tables)) return;
      const first = tables.slice(0, count);
      const before = this.#read;
      // Another form's check may have come between.
      const kept = count > 1 && before?.length === count - 1 && isSame(before, first.slice(0, -1));
      if (this.#open({}, first, kept ? count - 1 : 0).length > 0) return; // told by the check
    }
  }

  /** A session with its tables read; the same packs are read once, however many checks follow. */
  #open(
    options: CheckOptions,
    tables: readonly TablePack[],
    kept = isSame(this.#read, tables) ? tables.length : 0,
  ): Problem[] {
    const engine = this.#engine;
    this.#read = undefined;
    const refused = readProblems(
      engine.open(sessionOptions({ ...options, format: 'json' }, { keepTables: kept > 0 })),
    );
    if (refused.length > 0) return refused;
    for (const { name, bytes } of tables.slice(kept)) {
      engine.begin('tables', name);
      this.#feed(bytes);
    }
    // A pack's problems are told when the next input begins.
    engine.begin('claims', 'claim');
    const problems = readProblems(engine.problems());
    if (problems.length === 0) this.#read = tables;
    return problems;
  }

  #feed(bytes: Uint8Array): Uint8Array {
    this.#engine.buffer(bytes.length).set(bytes);
    return this.#engine.feed(bytes.length);
  }

  /** The claim with one fix alternative; undefined when it cannot be applied to this claim. */
  apply(claim: Claim, fix: Fix): Claim | undefined {
    const result = this.#engine.apply(JSON.stringify(claim), JSON.stringify(fix));
    return typeof result === 'string' || result.length === 0
      ? undefined
      : (JSON.parse(decoder.decode(result)) as Claim);
  }

  about(): About {
    return JSON.parse(decoder.decode(this.#engine.about())) as About;
  }
}
