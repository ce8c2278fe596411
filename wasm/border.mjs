// SPDX-License-Identifier: Apache-2.0
// The JavaScript side of border.hpp, for every host: page, worker, Node, tests and benchmarks. What each function means
// to a caller stands at `Engine` in engine.ts.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Roles of inputs, in the order of deltoid::Role. */
const roles = ['tables', 'history', 'documentation', 'claims', 'remits'];

/**
 * All that an engine may call of its host: no input, no output. It tells that its memory has grown, which needs no
 * answer since every view is made afresh; and that it gave up, which it only does when there is no more memory.
 */
const imports = {
  env: { emscripten_notify_memory_growth() {} },
  wasi_snapshot_preview1: {
    proc_exit(status) {
      throw new WebAssembly.RuntimeError(`the engine stopped with status ${status}`);
    },
  },
};

/** A fresh engine with its own memory, of a compiled one. */
export async function instantiate(module) {
  const core = (await WebAssembly.instantiate(module, imports)).exports;
  core._initialize();

  const room = (at, size) => new Uint8Array(core.memory.buffer, at, size);
  const view = (at) => room(...new Uint32Array(core.memory.buffer, at, 2));
  const text = (at) => decoder.decode(view(at));
  /** Hands texts, or bytes as they are, over for the next call; their sizes. */
  const give = (...texts) => {
    const bytes = texts.map((one) => (typeof one === 'string' ? encoder.encode(one) : one));
    const sizes = bytes.map(({ length }) => length);
    let at = core.texts(sizes.reduce((sum, size) => sum + size, 0));
    for (const one of bytes) {
      room(at, one.length).set(one);
      at += one.length;
    }
    return sizes;
  };

  return {
    open: (options) => text(core.open(...give(options))),
    begin: (role, name) => core.begin(roles.indexOf(role), ...give(name)),
    buffer: (size) => room(core.buffer(size), size),
    feed: (size) => view(core.feed(size)),
    finish: () => view(core.finish()),
    claims: () => core.claims(),
    roster: () => view(core.roster()),
    seek: (claimIndex, options = '') => core.seek(claimIndex, ...give(options)),
    seekBuffer: (size) => room(core.seekBuffer(size), size),
    seekFeed: (size) => view(core.seekFeed(size)),
    seekFinish: () => view(core.seekFinish()),
    problems: () => text(core.problems()),
    apply: (claim, fix) => applied(core.apply(...give(claim, fix))),
    about: () => view(core.about()),
    catalogue: () => view(core.catalogue()),
    explain: (rule) => view(core.explain(...give(rule))),
    joined: () => view(core.joined()),
    csvPreview: (bytes, columns) => view(core.csvPreview(...give(bytes, columns))),
    readNote: (note) => view(core.readNote(...give(note))),
    importBegin: (name) => core.importBegin(...give(name)),
    importFeed: (bytes) => core.importFeed(...give(bytes)),
    importEnd: () => view(core.importEnd()),
    importFinish: () => view(core.importFinish()),
    fixBegin: (name, approved, only = false) => text(core.fixBegin(...give(name, approved), only)),
    fixBuffer: (size) => room(core.fixBuffer(size), size),
    fixFeed: (size) => view(core.fixFeed(size)),
    fixFinish: () => view(core.fixFinish()),
    fixReport: () => view(core.fixReport()),
    memory: core.memory,
  };

  /** A list is of problems: a claim is an object. */
  function applied(at) {
    const result = view(at);
    return result[0] === '['.charCodeAt(0) ? decoder.decode(result) : result;
  }
}
