// SPDX-License-Identifier: Apache-2.0
// A sheet of a workbook as CSV, in slices as it is read: only one row is held at a time.
import type { Budget } from '../parts.js';
import { Unreadable } from '../unreadable.js';
import { csvCell } from './csv-cell.js';
import { type Formats, showNumber } from './formats.js';
import { longer, TextParts } from './text-parts.js';
import type { SharedTexts } from './texts.js';
import { encodingOf, type XmlHandlers, XmlReader } from './xml.js';

/** What the cells of a sheet lean on. */
export interface Book {
  texts: SharedTexts;
  formats: Formats;
  /** Days that the workbook's first day lies behind 1899-12-30. */
  epoch: number;
}

/** Ends with an Unreadable where the sheet is damaged, or comes to more than the budget has left. */
export async function* csvOfSheet(
  slices: AsyncIterable<Uint8Array>,
  book: Book,
  budget: Budget,
): AsyncGenerator<Uint8Array, undefined> {
  const rows = new Rows(book);
  let xml: XmlReader | undefined;
  for await (const slice of slices) {
    xml ??= new XmlReader(rows.handlers, encodingOf(slice));
    xml.write(slice);
    budget.left -= rows.size;
    if (budget.left < 0) throw new Unreadable('large');
    if (rows.size > 0) yield rows.take();
  }
  if (!xml) throw new Unreadable('broken');
  xml.end();
}

const mostRows = 1_048_576;
/** The engine reads as many, and says so of a header that has more. */
const mostColumns = 1024;
/** What a slice of XML comes to is less than itself, unless its cells share one long text. */
const mostAtOnce = 64 << 20;

const comma = 44;
const newLine = 10;

class Rows {
  readonly #book: Book;
  #bytes = new Uint8Array(1 << 16);
  size = 0;
  #row = 0;
  /** Rows are filled up to the widest so far, as a spreadsheet's own CSV is. */
  #width = 0;
  #cells: (Uint8Array | string | undefined)[] = [];
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #inValue = false;
  #inCell = false;
  #formula = false;
  readonly #inline = new TextParts();

  constructor(book: Book) {
    this.#book = book;
  }

  readonly handlers: XmlHandlers = {
    open: (name, attributes) => {
      if (name === 'c') this.#openCell(attributes());
      else if (name === 'row') this.#openRow(attributes().r);
      else if (this.#inCell) {
        if (name === 'v') this.#inValue = true;
        else if (name === 'f') this.#formula = true;
        else this.#inline.open(name);
      }
    },
    close: (name) => {
      if (name === 'v') this.#inValue = false;
      else if (name === 'c') this.#closeCell();
      else if (name === 'row') this.#closeRow();
      else if (this.#inCell) this.#inline.close(name);
    },
    text: (text) => {
      if (this.#inValue) this.#value = longer(this.#value, text);
      else if (this.#inCell) this.#inline.text(text);
    },
  };

  /** What is written so far. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.size);
    this.size = 0;
    return taken;
  }

  /** Rows that are left out are empty: findings count rows as the sheet does. */
  #openRow(number: string | undefined): void {
    const wanted = number === undefined ? this.#row + 1 : Number(number);
    if (!(wanted > this.#row && wanted <= mostRows)) throw new Unreadable('broken');
    while (++this.#row < wanted) this.#put(newLine);
    this.#column = -1;
  }

  #closeRow(): void {
    const { length } = this.#cells;
    this.#width = Math.max(this.#width, length);
    // An empty row stays empty: filled up it would be a row of nothing.
    for (let at = 0; length > 0 && at < this.#width; at++) {
      if (at > 0) this.#put(comma);
      const cell = this.#cells[at];
      if (cell !== undefined) this.#write(cell);
    }
    this.#put(newLine);
    this.#cells = [];
    if (this.size > mostAtOnce) throw new Unreadable('bomb');
  }

  #openCell({ r, t, s }: Record<string, string>): void {
    this.#inCell = true;
    this.#column = Math.min(r === undefined ? this.#column + 1 : columnOf(r), mostColumns);
    this.#type = t ?? '';
    this.#style = Number(s ?? 0);
    this.#value = '';
    this.#formula = false;
  }

  #closeCell(): void {
    this.#inCell = false;
    const cell = this.#shown();
    if (cell !== '' && cell.length > 0) this.#cells[this.#column] = cell;
  }

  #shown(): Uint8Array | string {
    const value = this.#value;
    const { texts, formats, epoch } = this.#book;
    const inline = this.#inline.take();
    if (this.#type === 'inlineStr') return csvCell(inline);
    // Written by a program that does not calculate: what a spreadsheet would show is not there.
    if (value === '') return this.#formula && this.#type !== 'str' ? '#N/A' : '';
    switch (this.#type) {
      case 's': {
        const text = texts.at(Number(value));
        if (!text) throw new Unreadable('broken');
        return text;
      }
      case 'b':
        return value.trim() === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return csvCell(value.replace(/T00:00(:00(\.0+)?)?Z?$/, ''));
      case 'str':
      case 'e':
        return csvCell(value);
      default:
        return ready(showNumber(value, formats.of(this.#style), epoch));
    }
  }

  #write(cell: Uint8Array | string): void {
    this.#reserve(cell.length);
    if (typeof cell === 'string')
      for (let at = 0; at < cell.length; at++) this.#bytes[this.size++] = cell.charCodeAt(at);
    else {
      this.#bytes.set(cell, this.size);
      this.size += cell.length;
    }
  }

  #put(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.size++] = byte;
  }

  #reserve(more: number): void {
    if (this.size + more <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.size + more));
    larger.set(this.#bytes.subarray(0, this.size));
    this.#bytes = larger;
  }
}

/** Numbers and dates need no quotes and no encoding. */
function ready(shown: string): Uint8Array | string {
  return /^[\w.+:/#()-]*$/.test(shown) ? shown : csvCell(shown);
}

/** From 0: "C5" is 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < Math.min(4, reference.length); at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (column === 0) throw new Unreadable('broken');
  return column - 1;
}
