// SPDX-License-Identifier: Apache-2.0
// The texts that the cells of a workbook share, packed as bytes: as strings a million of them would be hundreds of
// megabytes.
import { Unreadable } from '../unreadable.js';
import { csvCell } from './csv-cell.js';
import { TextParts } from './text-parts.js';
import type { XmlHandlers } from './xml.js';

const pageSize = 1 << 20;
// A workbook that fills a million rows with texts of their own stays below; more would not be had in a browser.
const mostPages = 256;
const mostTexts = 1 << 24;

export class SharedTexts {
  readonly #pages: Uint8Array<ArrayBuffer>[] = [];
  #used = pageSize;
  /** Where each begins: page and place in it. It ends `#sizes` further. */
  #starts = new Uint32Array(1024);
  #sizes = new Uint32Array(1024);
  #count = 0;

  /** A text as a cell of CSV; undefined when there is none of that number. */
  at(index: number): Uint8Array | undefined {
    if (!(index < this.#count)) return undefined;
    const start = this.#starts[index] ?? 0;
    const place = start % pageSize;
    return this.#pages[Math.floor(start / pageSize)]?.subarray(place, place + (this.#sizes[index] ?? 0));
  }

  /** For the part of the workbook that has them. Throws Unreadable when they are too many to be held. */
  handlers(): XmlHandlers {
    const parts = new TextParts();
    return {
      open: (name) => parts.open(name),
      close: (name) => {
        parts.close(name);
        if (name === 'si') this.#add(csvCell(parts.take()));
      },
      text: (text) => parts.text(text),
    };
  }

  #add(bytes: Uint8Array): void {
    if (this.#used + bytes.length > pageSize) {
      if (this.#pages.length === mostPages) throw new Unreadable('texts');
      this.#pages.push(new Uint8Array(Math.max(pageSize, bytes.length)));
      this.#used = 0;
    }
    if (this.#count === this.#starts.length) this.#grow();
    this.#pages.at(-1)?.set(bytes, this.#used);
    this.#starts[this.#count] = (this.#pages.length - 1) * pageSize + this.#used;
    this.#sizes[this.#count++] = bytes.length;
    this.#used += bytes.length;
  }

  #grow(): void {
    if (this.#count >= mostTexts) throw new Unreadable('texts');
    const larger = (old: Uint32Array): Uint32Array<ArrayBuffer> => {
      const room = new Uint32Array(2 * old.length);
      room.set(old);
      return room;
    };
    this.#starts = larger(this.#starts);
    this.#sizes = larger(this.#sizes);
  }
}
