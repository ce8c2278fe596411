// SPDX-License-Identifier: Apache-2.0
// Administration records beside the claims: how they were joined, and a claim with the records that it takes.
import type { FullEngine } from '../../../wasm/engine.js';
import type { Claim } from '../claim/model.js';
import { type Problem, readProblems } from './problems.js';
import { partsOfInput, runSession, type SessionHooks, type SessionInput } from './session.js';

/** What came of the records of a session. */
export interface Joined {
  /** All that were read; undefined where they could not be counted. */
  records: number | undefined;
  /** Records that no line took, and those beyond the first hundred of them. */
  apart: ApartRecord[];
  moreApart: number;
  /** Claims with a line of 96372 and no record of its day: the first hundred; then lines, not claims. */
  without: ClaimWithout[];
  linesWithout: number;
  lines: number;
  /** All of it in the engine's own sentences. */
  problems: Problem[];
}

export interface ApartRecord {
  file: string;
  row: number;
  /** The claim that it names; '' for none. */
  claim: string;
  why: string;
}

export interface ClaimWithout {
  file: string;
  /** Its place in the file, from 1. */
  place: number;
  id: string;
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
  const records = inputs.filter(({ role }) => role === 'documentation');
  if (records.length === 0) return { unreadable };
  const problems = unjoined(engine);
  const { signal, unzip } = hooks;
  const joined = readJoined(problems);
  joined.records = await countRecords(engine, records, options, { signal, unzip });
  return { unreadable, joined };
}

/** Without claims every record stays apart: so they are counted. A stream cannot be read twice. */
async function countRecords(
  engine: FullEngine,
  records: SessionInput[],
  options: string,
  hooks: Hooks,
): Promise<number | undefined> {
  if (records.some(({ source }) => source instanceof ReadableStream)) return undefined;
  await runSession(engine, records, options, { ...hooks, onOutput: () => {} });
  const { apart, moreApart } = readJoined(unjoined(engine));
  return apart.length + moreApart;
}

function unjoined(engine: FullEngine): Problem[] {
  return readProblems(engine.unjoined());
}

/** The engine's sentences taken apart, so that a page can say them in its own words and count them. */
export function readJoined(problems: Problem[]): Joined {
  const joined: Joined = {
    records: undefined,
    apart: [],
    moreApart: 0,
    without: [],
    linesWithout: 0,
    lines: 0,
    problems,
  };
  for (const { path, message } of problems) {
    const file = path.replace(/:\d+$/, '');
    const apart = /^Row (\d+)(?: \(claim (.*)\))? was joined to no claim line\. (.*)$/s.exec(message);
    const without = /^Claim (\d+)(?: \((.*)\))? bills 96372, and no record/s.exec(message);
    const more = /^(\d+) more records/.exec(message);
    const sum = /^(\d+) of (\d+) lines of 96372/.exec(message);
    if (apart) joined.apart.push({ file, row: Number(apart[1]), claim: apart[2] ?? '', why: apart[3] ?? '' });
    else if (without) joined.without.push({ file, place: Number(without[1]), id: without[2] ?? '' });
    else if (more) joined.moreApart = Number(more[1]);
    else if (sum) {
      joined.linesWithout = Number(sum[1]);
      joined.lines = Number(sum[2]);
    }
  }
  return joined;
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
