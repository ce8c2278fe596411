// SPDX-License-Identifier: Apache-2.0
// An 837 written again with the fixes that a person has approved, and with nothing else changed: read once to learn which
// claims meet, once more to write it, and what was written is read as well, to see that it is as it should be.
import type { FullEngine } from '../../../wasm/engine.js';
import { abortError, DeltoidError, readProblems } from '../engine/problems.js';
import { breath, partsOfInput, runSession, type SessionHooks, type SessionInput } from '../engine/session.js';
import type { Meter } from '../files/slices.js';
import { Unreadable } from '../files/unreadable.js';
import type { Finding, Fix, Summary } from '../findings/model.js';
import { fileWords } from '../words/en-files.js';

/** A fix of a claim, approved: of those of one claim each is taken from what is said of it once the ones before are in. */
export interface Approval {
  claim_index: number;
  rule: string;
  line: number | null;
  fix: Fix;
}

/** How often a rule may still speak on a claim once it is written. */
export interface Most {
  index: number;
  rule: string;
  most: number;
}

export interface FileToWrite {
  tables: SessionInput[];
  /** The file as it was opened, which may be packed, */
  input: SessionInput;
  /** and the 837 in it, with what it held when it was checked. */
  file: string;
  bytes: number;
  claims: number;
  options: string;
  /** Approval by approval, a line of JSON each. */
  approvals: string;
  /** The first so many were taken one by one; the others came along. */
  taken: number;
  /** How often a rule may still speak on a claim: index, rule and number, a line each. */
  most: string;
}

export interface Written837 {
  content: Blob;
  claimsChanged: number;
  fixesWritten: number;
  linesDeleted: number;
  /** Claims that could not be read as a whole, and those of kinds that are not read: as they were. */
  asRead: number;
  unread: number;
  /** Approvals that could not be followed, by their place in the list, each with a sentence. */
  refused: { at: number; message: string }[];
  /** What is still said though its fixes were written. */
  standing: Most[];
  /** What the written file still has against it. */
  errors: number;
  warnings: number;
}

interface FixReport {
  writes_837: boolean;
  claims: number;
  claims_changed: number;
  fixes: number;
  lines_deleted: number;
  as_read: number;
  unread: number;
  problems: { path: string; message: string }[];
}

type Hooks = Pick<SessionHooks, 'signal' | 'unzip' | 'onProgress'>;

const decoder = new TextDecoder();
const jsonOf = <T>(view: Uint8Array): T => JSON.parse(decoder.decode(view)) as T;

/** Rejects with a DeltoidError when nothing can be written: the file is another by now, say. */
export async function write837(asked: FileToWrite, engine: FullEngine, hooks: Hooks): Promise<Written837> {
  const { file } = asked;
  await begin(asked, engine, hooks);
  const bytes = await read(asked, 0, hooks, (slice) => {
    engine.buffer(slice.length).set(slice);
    engine.feed(slice.length);
  });
  if (bytes !== asked.bytes) throw changed(file);
  refuse(engine.fixBegin(file, asked.approvals, true));
  const output = new Output();
  const again = await read(asked, 1, hooks, (slice) => {
    engine.fixBuffer(slice.length).set(slice);
    output.add(engine.fixFeed(slice.length));
  });
  output.add(engine.fixFinish());
  const report = jsonOf<FixReport>(engine.fixReport());
  const fatal = report.problems.find(({ path }) => path === '');
  if (fatal) throw new DeltoidError([{ path: file, message: fatal.message }]);
  if (again !== bytes || !report.writes_837) throw changed(file);
  const content = output.end();
  const { summary, standing } = await readWritten(asked, content, engine, hooks);
  if (summary.files[0]?.claims !== asked.claims) throw changed(file);
  return {
    content,
    claimsChanged: report.claims_changed,
    fixesWritten: report.fixes,
    linesDeleted: report.lines_deleted,
    asRead: report.as_read,
    unread: report.unread,
    refused: refusedOf(report, asked, standing),
    standing,
    errors: summary.errors,
    warnings: summary.warnings,
  };
}

/** One that came along and was refused because another fix has cleared its finding already is nobody's concern. */
function refusedOf(
  { problems }: FixReport,
  { approvals, taken }: FileToWrite,
  standing: Most[],
): Written837['refused'] {
  if (problems.length === 0) return [];
  const lines = approvals.split('\n');
  const left = new Set(standing.map(({ index, rule }) => `${index} ${rule}`));
  return problems
    .map(({ path, message }) => ({ at: Number(path) - 1, message }))
    .filter(({ at }) => {
      const { claim_index, rule } = JSON.parse(lines[at] ?? '{}') as Approval;
      return at < taken || left.has(`${claim_index} ${rule}`);
    });
}

async function begin(
  { tables, file, options }: FileToWrite,
  engine: FullEngine,
  hooks: Hooks,
): Promise<void> {
  refuse(engine.open(withFormat(options, 'none')));
  for (const table of tables) {
    engine.begin('tables', table.name);
    for await (const part of partsOfInput(table, { taken: 0 }, hooks.unzip)) {
      if ('reason' in part) throw new Unreadable(part.reason);
      for await (const slice of part.slices) {
        engine.buffer(slice.length).set(slice);
        engine.feed(slice.length);
      }
    }
  }
  engine.begin('claims', file);
  refuse(engine.problems()); // a table's are told when the next input begins
}

/** Reads the 837 and nothing of what lies beside it; its bytes. `pass`: how often the file was read before. */
async function read(
  { input, file }: FileToWrite,
  pass: number,
  { signal, unzip, onProgress }: Hooks,
  take: (slice: Uint8Array) => void,
): Promise<number> {
  const meter: Meter = { taken: 0 };
  const size = (input.source as Blob).size;
  for await (const part of partsOfInput(input, meter, unzip)) {
    if (part.name !== file) continue;
    if ('reason' in part) throw new Unreadable(part.reason);
    let bytes = 0;
    for await (const slice of part.slices) {
      await breath();
      if (signal?.aborted) throw abortError();
      take(slice);
      bytes += slice.length;
      onProgress?.({ bytes: pass * size + meter.taken, totalBytes: 3 * size, claims: 0, file });
    }
    return bytes;
  }
  throw changed(file);
}

/** What was written, checked as a file of its own. */
async function readWritten(
  { tables, file, options, input, ...asked }: FileToWrite,
  source: Blob,
  engine: FullEngine,
  { signal, unzip, onProgress }: Hooks,
): Promise<{ summary: Summary; standing: Most[] }> {
  const size = (input.source as Blob).size;
  const most = asked.most.split('\n').filter(Boolean).map(mostOf);
  const wanted = new Set(most.map(({ index }) => index));
  const said = new Map<string, number>();
  let summary: Summary | undefined;
  const unreadable = await runSession(
    engine,
    [...tables, { name: file, role: 'claims', source }],
    withFormat(options, 'jsonl'),
    {
      signal,
      unzip,
      onOutput(view) {
        for (const line of decoder.decode(view).split('\n')) {
          // Most claims were not touched: their findings need not be taken apart.
          const index = /"claim_index":(\d+),/.exec(line)?.[1];
          if (line.startsWith('{"kind":"summary"')) summary = JSON.parse(line) as Summary;
          if (!index || !wanted.has(Number(index))) continue;
          const { rule } = JSON.parse(line) as Finding;
          said.set(`${index} ${rule}`, (said.get(`${index} ${rule}`) ?? 0) + 1);
        }
      },
      onProgress: ({ bytes, totalBytes, ...more }) =>
        onProgress?.({
          ...more,
          bytes: 2 * size + Math.round((size * bytes) / (totalBytes || 1)),
          totalBytes: 3 * size,
        }),
    },
  );
  if (!summary || unreadable.length > 0) throw changed(file);
  return {
    summary,
    standing: most.filter((one) => (said.get(`${one.index} ${one.rule}`) ?? 0) > one.most),
  };
}

function mostOf(text: string): Most {
  const [index, rule = '', most] = text.split(' ');
  return { index: Number(index), rule, most: Number(most) };
}

/** Pieces as they come, handed over to the browser in time: it may keep a large file on the disk. */
class Output {
  readonly #blobs: Blob[] = [];
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;

  /** A view: it is copied. */
  add(view: Uint8Array): void {
    if (view.length === 0) return;
    this.#pieces.push(view.slice() as Uint8Array<ArrayBuffer>);
    this.#size += view.length;
    if (this.#size > 16 << 20) this.#put();
  }

  end(): Blob {
    this.#put();
    return new Blob(this.#blobs);
  }

  #put(): void {
    this.#blobs.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#size = 0;
  }
}

function withFormat(options: string, format: string): string {
  return JSON.stringify({ ...(JSON.parse(options) as object), format, roster: false });
}

function refuse(json: string): void {
  const problems = readProblems(json);
  if (problems.length > 0) throw new DeltoidError(problems);
}

function changed(path: string): DeltoidError {
  return new DeltoidError([{ path, message: fileWords.changed, reason: 'changed' }]);
}
