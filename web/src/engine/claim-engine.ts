// SPDX-License-Identifier: Apache-2.0
// The engine for one claim, on the page's own thread: a check is well under a frame, so it can follow every key.
import { type Engine, instantiate } from '../../../wasm/engine.js';
import type { Claim } from '../claim/model.js';
import type { Finding, Fix, Summary, TableEdition } from '../findings/model.js';
import { engineModule } from './assets.js';
import { type CheckOptions, sessionOptions } from './options.js';
import { DeltoidError, type Problem, readProblems } from './problems.js';

export interface ClaimResult {
  findings: Finding[];
  summary: Summary;
}

/** A table pack for a check, with the name that problems are told under. */
export interface TablePack {
  name: string;
  bytes: Uint8Array;
}

/** Version, rulebook and built-in tables, as the engine tells them. */
export interface About {
  version: string;
  rulebook: string;
  tables: { name: string; edition: string; from: string | null; to: string | null }[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Checks single claims, synchronously once it is started. */
export class ClaimEngine {
  readonly #engine: Engine;

  private constructor(engine: Engine) {
    this.#engine = engine;
  }

  static async start(): Promise<ClaimEngine> {
    return new ClaimEngine(await instantiate(await engineModule()));
  }

  /** Checks one claim. Throws a DeltoidError when the options do not serve. */
  check(claim: Claim, options: CheckOptions = {}, tables: TablePack[] = []): ClaimResult {
    const engine = this.#engine;
    const problems = this.#open(options, tables);
    if (problems.length > 0) throw new DeltoidError(problems);
    const bytes = encoder.encode(JSON.stringify(claim));
    if (tables.length === 0) engine.begin('claims', 'claim');
    engine.buffer(bytes.length).set(bytes);
    const first = decoder.decode(engine.feed(bytes.length));
    const lines = (first + decoder.decode(engine.finish())).split('\n').filter(Boolean);
    const summary = JSON.parse(lines.pop() ?? '{}') as Summary;
    return { findings: lines.map((line) => JSON.parse(line) as Finding), summary };
  }

  /** Would these options and tables serve? Their problems, or the editions that would then be in force. */
  tryOut(options: CheckOptions, tables: TablePack[]): { problems: Problem[]; editions: TableEdition[] } {
    const problems = this.#open(options, tables);
    if (problems.length > 0) return { problems, editions: [] };
    const { summary } = this.check({}, options, tables);
    return { problems, editions: summary.tables };
  }

  /** A session with its tables read. A pack's problems are told when the next input begins. */
  #open(options: CheckOptions, tables: TablePack[]): Problem[] {
    const engine = this.#engine;
    const problems = readProblems(engine.open(sessionOptions({ ...options, format: 'json' })));
    if (problems.length > 0) return problems;
    for (const { name, bytes } of tables) {
      engine.begin('tables', name);
      engine.buffer(bytes.length).set(bytes);
      engine.feed(bytes.length);
    }
    if (tables.length > 0) engine.begin('claims', 'claim');
    return readProblems(engine.problems());
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
