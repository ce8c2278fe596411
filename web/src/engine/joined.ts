// SPDX-License-Identifier: Apache-2.0
// Administration records beside the claims: how they were joined, and a claim with the records that it takes.
import type { FullEngine } from '../../../wasm/engine.js';
import type { Claim } from '../claim/model.js';
import type { Problem } from './problems.js';
import { partsOfInput, runSession, type SessionHooks, type SessionInput } from './session.js';

/** What came of the records of a session, as the engine tells it (core/include/deltoid/checker.hpp). */
export interface Joined {
  /** All that were read, and those that no line took. */
  records: number;
  records_apart: number;
  /** Lines of 96372, and those without a record of their day. */
  lines: number;
  lines_without: number;
  /** The first hundred of either. */
  apart: ApartRecord[];
  without: ClaimWithout[];
  /** All of it in the engine's own sentences. */
  problems: Problem[];
}

export interface ApartRecord {
  file: string;
  row: number;
  /** The claim that it names; '' for none. */
  claim: string;
  why: 'no_line' | 'no_claim' | 'nobody' | 'no_day' | 'no_drug';
}

export interface ClaimWithout {
  file: string;
  claim_index: number;
  claim: string;
}

export interface SessionEnd {
  unreadable: Problem[];
  joined?: Joined | undefined;
}

type Hooks = Pick<SessionHooks, 'signal' | 'unzip'>;

/** Runs a session to its end, and asks what stayed apart when there were records. */
export async function runJoined(
  engine: FullEngine,
  inputs: SessionInput[],
  options: string,
  hooks: SessionHooks,
): Promise<SessionEnd> {
  const unreadable = await runSession(engine, inputs, options, hooks);
  if (!inputs.some(({ role }) => role === 'documentation')) return { unreadable };
  return { unreadable, joined: JSON.parse(decoder.decode(engine.joined())) as Joined };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The claim with the records that its lines take in a session with these inputs. The engine tells it as a fixer that finds
 * nothing to fix: of the rules only one is chosen, which is about files.
 */
export async function joinRecords(
  claim: Claim,
  records: SessionInput[],
  engine: FullEngine,
  { unzip }: Hooks,
): Promise<Claim> {
  engine.open(JSON.stringify({ as_of: '2000-01-01', format: 'jsonl', select: ['SRC001'] }));
  for (const input of records)
    for await (const part of partsOfInput(input, { taken: 0 }, unzip)) {
      if ('reason' in part) continue;
      engine.begin('documentation', part.name);
      for await (const slice of part.slices) {
        engine.buffer(slice.length).set(slice);
        engine.feed(slice.length);
      }
    }
  const bytes = encoder.encode(JSON.stringify(claim));
  engine.begin('claims', 'claim');
  engine.buffer(bytes.length).set(bytes);
  engine.feed(bytes.length);
  if (engine.fixBegin('claim', '') !== '') return claim;
  engine.fixBuffer(bytes.length).set(bytes);
  const written = decoder.decode(engine.fixFeed(bytes.length)) + decoder.decode(engine.fixFinish());
  const [joined] = JSON.parse(written) as Claim[];
  const lines = (claim.lines ?? []).map((line, at) => {
    const documentation = joined?.lines?.[at]?.documentation;
    return documentation ? { ...line, documentation } : line;
  });
  return { ...claim, lines };
}
