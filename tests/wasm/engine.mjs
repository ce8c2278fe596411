// SPDX-License-Identifier: Apache-2.0
// Loads the built engines in Node, the way wasm/engine.ts does in a page, and runs sessions through the border.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { instantiate as start } from '../../wasm/border.mjs';

export const root = new URL('../../', import.meta.url);
export const path = (relative) => fileURLToPath(new URL(relative, root));

function compiled(file) {
  const built = path(`build/wasm/${file}`);
  if (!existsSync(built)) throw new Error(`build/wasm/${file} is not there: cmake --workflow --preset wasm`);
  return new WebAssembly.Module(readFileSync(built));
}

export const engines = { full: compiled('engine-full.wasm'), checks: compiled('engine.wasm') };

/** A fresh engine with its own memory: the whole core, or what checks claims only. */
export const instantiate = (which = 'full') => start(engines[which]);

/** The whole output of one session. `inputs` are {role, name, bytes}; each is fed in pieces of `size` bytes. */
export function check(engine, options, inputs, size = 1 << 20) {
  const problems = engine.open(JSON.stringify(options));
  if (problems) throw new Error(`the session did not start: ${problems}`);
  const output = [];
  const take = (view) => output.push(Buffer.from(view));   // a copy: the view is gone with the next call
  for (const { role = 'claims', name, bytes } of inputs) {
    engine.begin(role, name);
    for (let offset = 0; offset < bytes.length; offset += size) {
      const piece = bytes.subarray(offset, offset + size);
      engine.buffer(piece.length).set(piece);
      take(engine.feed(piece.length));
    }
  }
  take(engine.finish());
  return Buffer.concat(output);
}
