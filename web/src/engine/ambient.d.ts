// SPDX-License-Identifier: Apache-2.0
// Modules that the build makes: the engines and the worker as texts.

declare module 'deltoid-engine-base64' {
  const base64: string;
  export default base64;
}

declare module 'deltoid-full-engine-base64' {
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
