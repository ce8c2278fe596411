// SPDX-License-Identifier: Apache-2.0
// Modules that the build makes: Emscripten's glue, and the engine and worker as texts.

declare module 'deltoid-engine' {
  interface Start {
    locateFile(file: string): string;
    instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): object;
  }
  export default function createEngine(start: Start): Promise<import('../../../wasm/engine.js').Engine>;
}

declare module 'deltoid-engine-base64' {
  const base64: string;
  export default base64;
}

declare module 'deltoid-worker-source' {
  const source: string;
  export default source;
}

declare module 'deltoid-codes' {
  const lines: string;
  export default lines;
}
