// SPDX-License-Identifier: Apache-2.0
// What border.mjs hands over, for the compiler.
import type { FullEngine } from './engine.js';

export function instantiate(module: WebAssembly.Module): Promise<FullEngine>;
