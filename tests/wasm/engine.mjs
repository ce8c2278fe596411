// SPDX-License-Identifier: Apache-2.0
// Loads the built engine in Node, the way wasm/engine.ts does in a page, and runs sessions through the border.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = new URL('../../', import.meta.url);
export const path = (relative) => fileURLToPath(new URL(relative, root));

export const engineFile = path('build/wasm/engine.wasm');
if (!existsSync(engineFile)) throw new Error('build/wasm/engine.wasm is not there: cmake --workflow --preset wasm');

const module = new WebAssembly.Module(readFileSync(engineFile));
const { default: create } = await import(new URL('build/wasm/engine.mjs', root));

/** A fresh engine with its own memory. */
export async function instantiate() {
  return create({
    // Left to itself the glue looks for the file, and not in Node's way.
    locateFile: (file) => file,
    instantiateWasm(imports, receive) {
      const instance = new WebAssembly.Instance(module, imports);
      receive(instance, module);
      return instance.exports;   // not {}: newer glue keeps what is returned, when it was received before returning
    },
  });
}

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
