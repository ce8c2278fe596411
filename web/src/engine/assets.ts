// SPDX-License-Identifier: Apache-2.0
// Where the engine's code and the worker's source come from: the page has them as data blocks, the package as modules.
import { load } from '../../../wasm/engine.js';
import { type KnownCodes, readCodes } from '../claim/known-codes.js';
import type { Unzip } from '../files/parts.js';

/** What a host of the engine must have at hand. */
export interface Assets {
  /** An engine that checks claims; as text it is gzipped and in base64. */
  engine(): Promise<string | Uint8Array<ArrayBuffer>>;
  /** The engine with every format and the rules' pages, where that is another one. */
  fullEngine?(): Promise<string>;
  /** The worker as one classic script. */
  worker(): Promise<string>;
  /** What opens a .zip where there is no worker to do it. */
  unzip?(): Promise<Unzip>;
  /** Codes and their short names, a line each, made of the packs: what boxes propose. */
  codes(): Promise<string>;
}

let assets: Assets | undefined;
/** What an engine is wanted for: to check claims and answer in JSON, or for anything. */
export type Wanted = 'checks' | 'everything';

const compiled: Partial<Record<Wanted, Promise<WebAssembly.Module>>> = {};

/** Says where from. Called once by each entry point, before anything is checked. */
export function provideAssets(from: Assets): void {
  assets ??= from;
}

/** The compiled engine; compiled at the first call and kept. */
export function engineModule(wanted: Wanted): Promise<WebAssembly.Module> {
  const { engine, fullEngine } = provided();
  const other = wanted === 'everything' ? fullEngine : undefined;
  const which = other ? 'everything' : 'checks';
  compiled[which] ??= compile((other ?? engine)());
  return compiled[which];
}

async function compile(code: Promise<string | Uint8Array<ArrayBuffer>>): Promise<WebAssembly.Module> {
  const bytes = await code;
  return load(typeof bytes === 'string' ? unpacked(bytesOf(bytes)) : bytes);
}

/** The engine's bytes, where they lie unpacked: to work out their sum. */
export async function engineCode(): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const code = await provided().engine();
  return typeof code === 'string' ? undefined : code;
}

/** The worker's source text. */
export function workerSource(): Promise<string> {
  return provided().worker();
}

/** Opens a .zip on this thread; undefined where only the worker can. */
export function unzipper(): (() => Promise<Unzip>) | undefined {
  return provided().unzip;
}

let codes: Promise<KnownCodes> | undefined;

/** What boxes propose; read at the first call and kept. */
export function knownCodes(): Promise<KnownCodes> {
  codes ??= provided().codes().then(readCodes);
  return codes;
}

function provided(): Assets {
  if (!assets) throw new Error('deltoid: no engine was provided');
  return assets;
}

/** Packed a package is a third as long; unpacking takes a few milliseconds, beside us. */
function unpacked(bytes: Uint8Array<ArrayBuffer>): Response {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
}

interface FromBase64 {
  fromBase64?(text: string): Uint8Array<ArrayBuffer>;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const native = (Uint8Array as FromBase64).fromBase64;
  if (native) return native.call(Uint8Array, base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
