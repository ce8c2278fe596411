// SPDX-License-Identifier: Apache-2.0
// One text out of its parts: rich text comes as runs, and beside it may stand how it is pronounced.
import { Unreadable } from '../unreadable.js';

/** Twice what a cell can hold. */
const longest = 1 << 16;

/** A text with more behind it; none of a workbook grows without an end. */
export function longer(text: string, more: string): string {
  if (text.length + more.length > longest) throw new Unreadable('broken');
  return text + more;
}

export class TextParts {
  #text = '';
  #inText = false;
  /** Inside of what is not the text itself (rPh). */
  #aside = false;

  open(name: string): void {
    if (name === 'rPh') this.#aside = true;
    else if (name === 't') this.#inText = !this.#aside;
  }

  close(name: string): void {
    if (name === 'rPh') this.#aside = false;
    else if (name === 't') this.#inText = false;
  }

  text(text: string): void {
    if (this.#inText) this.#text = longer(this.#text, text);
  }

  /** The text, with what XML cannot hold as it is: `_x000D_` is a carriage return (ECMA-376, part 1, 22.9.2.19). */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return text.includes('_x')
      ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
      : text;
  }
}
