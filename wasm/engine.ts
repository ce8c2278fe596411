// SPDX-License-Identifier: Apache-2.0
// Loads the engine in any host: page, blob worker, Node, file://. Compile once with load(), then instantiate() as often
// as there are sessions: a WebAssembly.Module can be posted to workers, and an instance costs a few milliseconds.
import { instantiate as start } from './border.mjs';

/**
 * The border to the core. One engine holds one session at a time; open() again starts afresh.
 *
 * THE RULE FOR VIEWS: every Uint8Array that these functions return looks into the engine's memory. It is valid until
 * the next call on the same engine, and no longer: copy it (`slice()`, or decode it) before you call again or await.
 * A stale view does not throw, it reads nothing.
 */
export interface Engine {
  /** Starts a session. `options` is a JSON object (core/include/deltoid/checker.hpp). Problems as JSON; '' when none. */
  open(options: string): string;
  /** Ends the current input, if there is one, and begins the next. `name` is shown in findings as it stands. */
  begin(role: Role, name: string): void;
  /** Room for `size` bytes of the current input: fill it at once. */
  buffer(size: number): Uint8Array;
  /** Takes the first `size` bytes of buffer() as read and checks what they complete; the new output. */
  feed(size: number): Uint8Array;
  /** Ends the session: what waited for other claims, then the summary. */
  finish(): Uint8Array;
  /** Claims so far, for progress. */
  claims(): number;
  /** With the option `roster`: a JSON list a line for each claim that the last feed() or finish() has read. */
  roster(): Uint8Array;
  /**
   * Begins to look for one claim of an input, beside the session; the input is then fed by the next three. `options`: the
   * session's, as JSON; what they say of columns and formats holds here, too.
   */
  seek(claimIndex: number, options?: string): void;
  /** Room for `size` bytes of that input. */
  seekBuffer(size: number): Uint8Array;
  /** Takes them as read; the claim as contract JSON once it is found, nothing before. */
  seekFeed(size: number): Uint8Array;
  /** Ends that input; the claim, or nothing when the input has no such claim. */
  seekFinish(): Uint8Array;
  /** What was wrong with an input that is not claims, as JSON; '' when nothing was. Emptied by the call. */
  problems(): string;
  /** The claim with one fix alternative applied, as contract JSON; a string, the problems, when that cannot be. */
  apply(claim: string, fix: string): Uint8Array | string;
  /** Version, rulebook digest and built-in tables, as JSON. */
  about(): Uint8Array;
  /** All that the engine holds: it grows, and never shrinks. */
  readonly memory: WebAssembly.Memory;
}

/** What the full engine (engine-full.wasm) has besides. In the smaller one these throw. All answers are JSON. */
export interface FullEngine extends Engine {
  /** All rules. */
  catalogue(): Uint8Array;
  /** One rule's page, by id or name; empty when there is no such rule. */
  explain(rule: string): Uint8Array;
  /**
   * After finish(): what came of the administration records ({records, records_apart, lines, lines_without, apart, without,
   * problems}; core/include/deltoid/checker.hpp). `problems` says it in sentences.
   */
  joined(): Uint8Array;
  /** What a spreadsheet's first bytes are understood as, with a mapping of columns (core/include/deltoid/csv.hpp). */
  csvPreview(bytes: Uint8Array, columns: string): Uint8Array;
  /** A note as the fields of administration records (core/include/deltoid/notes.hpp). */
  readNote(note: string): Uint8Array;
  /** Begins an official file; its name may tell edition and setting, "edits.zip/ccipra-v323r0-f1.TXT". */
  importBegin(name: string): void;
  /** Its next bytes. */
  importFeed(bytes: Uint8Array): void;
  /** Ends it: what it turned out to be ({name, sha256, table, edition, rows, kept, official, not_read}). */
  importEnd(): Uint8Array;
  /** {packs: [{file_name, table, edition, from, to, complete, rows, note, text}], problems} of all files since the last. */
  importFinish(): Uint8Array;
  /**
   * Begins the second reading of the one input that the session was fed, without finish(), to fix and write it
   * (core/include/deltoid/fixer.hpp). `approved` is JSON lines, or ''; with `only` nothing else is applied, not even what
   * would go by itself. Problems of the approvals; '' when there are none.
   */
  fixBegin(name: string, approved: string, only?: boolean): string;
  /** Room for `size` bytes of the input, read again. */
  fixBuffer(size: number): Uint8Array;
  /** Takes them as read; what is written. */
  fixFeed(size: number): Uint8Array;
  /** Ends the input; the rest of what is written. */
  fixFinish(): Uint8Array;
  /**
   * What was fixed: FixTotals with writes_837, errors_left, warnings_left, problems and unwritten_told (the first fixes
   * that an 837 has no place for). Ends the fixing.
   */
  fixReport(): Uint8Array;
}

/** What an input is for. */
export type Role = 'tables' | 'history' | 'documentation' | 'claims' | 'remits';

/** Where the engine's code can come from. A URL may be a file: one in Node. */
export type EngineSource = ArrayBuffer | ArrayBufferView<ArrayBuffer> | Response | URL | WebAssembly.Module;

/** Compiles the engine. A module that is compiled already is handed back. */
export async function load(source: EngineSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof URL) return load(await read(source));
  if (typeof Response !== 'undefined' && source instanceof Response) {
    // Not compileStreaming: it wants a MIME type that plain file servers do not send.
    return WebAssembly.compile(await source.arrayBuffer());
  }
  return WebAssembly.compile(source as ArrayBuffer | ArrayBufferView<ArrayBuffer>);
}

/** A fresh engine with its own memory. */
export const instantiate: (module: WebAssembly.Module) => Promise<FullEngine> = start;

interface NodeFiles {
  readFile(url: URL): Promise<Uint8Array<ArrayBuffer>>;
}

async function read(url: URL): Promise<Uint8Array<ArrayBuffer> | Response> {
  const node = (globalThis as { process?: { versions: object } }).process;
  if (!node || url.protocol !== 'file:') return fetch(url);
  // Node's fetch does not read files. Named at run time, and not as one text, so that no minifier puts the name into the
  // import: bundlers for browsers would look for it.
  const name = ['node:fs', 'promises'].join('/');
  const files = (await import(/* @vite-ignore */ /* webpackIgnore: true */ name)) as NodeFiles;
  return files.readFile(url);
}
