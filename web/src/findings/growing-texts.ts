// SPDX-License-Identifier: Apache-2.0
// A column of short texts that grows, as bytes: a million strings would be a million objects.
import { Growing } from './growing.js';

export class GrowingTexts {
  readonly #bytes = new Growing(Uint8Array);
  readonly #ends = new Growing(Uint32Array);
  readonly #decoder = new TextDecoder();

  /** Texts one behind the other, and where each of them ends in `bytes`. */
  append(bytes: Uint8Array, ends: Uint32Array): void {
    const before = this.#bytes.length;
    this.#bytes.append(bytes);
    this.#ends.append(ends.map((end) => before + end));
  }

  at(index: number): string {
    const bytes = this.#bytes.part(index === 0 ? 0 : this.#ends.at(index - 1), this.#ends.at(index));
    // Almost all are plain. What a decoder gives lies outside the heap, and a hundred thousand of those hold up its collection.
    return bytes.every(isPlain) ? String.fromCharCode(...bytes) : this.#decoder.decode(bytes);
  }
}

function isPlain(byte: number): boolean {
  return byte < 128;
}
