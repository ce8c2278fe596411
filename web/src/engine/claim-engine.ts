// SPDX-License-Identifier: Apache-2.0
// The engine for one claim, on the page's own thread: a check is well under a frame, so it can follow every key.
import { type Engine, instantiate } from '../../../wasm/engine.js';
import type { Claim } from '../claim/model.js';
import type { Finding, Fix, Summary } from '../findings/model.js';
import { engineModule } from './assets.js';
import { type CheckOptions, sessionOptions } from './options.js';
import { DeltoidError, readProblems } from './problems.js';

/** A table pack in memory. */
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

  /** Checks one claim. Throws a DeltoidError when options or tables do not serve. */
  check(claim: Claim, options: CheckOptions = {}, tables: readonly TablePack[] = []): ClaimResult {
    const engine = this.#engine;
    refuse(engine.open(sessionOptions({ ...options, format: 'json' })));
    for (const { name, bytes } of tables) {
      engine.begin('tables', name);
      this.#feed(bytes);
    }
    engine.begin('claims', 'claim');
    refuse(engine.problems());
    const first = decoder.decode(this.#feed(encoder.encode(JSON.stringify(claim))));
    const lines = (first + decoder.decode(engine.finish())).split('\n').filter(Boolean);
    const summary = JSON.parse(lines.pop() ?? '{}') as Summary;
    return { findings: lines.map((line) => JSON.parse(line) as Finding), summary };
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

function refuse(json: string): void {
  const problems = readProblems(json);
  if (problems.length > 0) throw new DeltoidError(problems);
}
