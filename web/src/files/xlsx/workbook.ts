// SPDX-License-Identifier: Apache-2.0
// The sheets of an .xlsx workbook (ECMA-376) as CSV, each one more part as the files of an archive are: "book.xlsx/Sheet1".
import { type Budget, type ChooseSheet, fullBudget, type Part, type Refused, unpacked } from '../parts.js';
import type { Meter } from '../slices.js';
import { reasonOf, Unreadable } from '../unreadable.js';
import { Formats } from './formats.js';
import { type Book, csvOfSheet } from './sheet.js';
import { SharedTexts } from './texts.js';
import { attributeOf, readXml, type XmlHandlers } from './xml.js';

/** A file in an archive; it can be opened again. */
export interface Packed {
  name: string;
  packedSize: number;
  size: number;
  open(): ReadableStream<Uint8Array>;
}

interface Sheet {
  name: string;
  hidden: boolean;
  /** By which the workbook's list of parts names it. */
  id: string;
}

/** As much of a sheet as tells what its columns are. */
const enough = 64 << 10;

export const contentTypes = '[Content_Types].xml';

/**
 * The sheets that `choose` takes, those in sight first; where it takes none, the first one with rows, so that it is said
 * what is missing there.
 */
export async function* partsOfWorkbook(
  name: string,
  files: Packed[],
  meter: Meter,
  choose: ChooseSheet,
): AsyncGenerator<Part | Refused> {
  const reader = new WorkbookReader(files, meter);
  const sheets = await reader.open();
  let first: Sheet | undefined;
  let chosen = false;
  for (const sheet of sheets) {
    const partName = `${name}/${sheet.name}`;
    const slices = reader.csvOf(sheet);
    try {
      const start = await firstOf(slices);
      if (!start.some((byte) => byte > 32)) continue;
      first ??= sheet;
      if (!choose({ name: partName, hidden: sheet.hidden, start })) continue;
      chosen = true;
      yield { name: partName, slices: joined(start, slices) };
    } catch (error) {
      const reason = reasonOf(error);
      if (!reason) throw error;
      chosen = true; // it is said of this one
      yield { name: partName, reason };
    } finally {
      await slices.return(undefined);
    }
  }
  if (chosen) return;
  if (first) yield { name: `${name}/${first.name}`, slices: reader.csvOf(first) };
  else yield { name, reason: 'blank' };
}

class WorkbookReader {
  readonly #files: Map<string, Packed>;
  readonly #meter: Meter;
  readonly #budget: Budget = fullBudget();
  readonly #book: Book = { texts: new SharedTexts(), formats: new Formats(), epoch: 0 };
  /** Parts of the workbook by the ids that it knows them under. */
  #parts = new Map<string, string>();

  constructor(files: Packed[], meter: Meter) {
    this.#files = new Map(files.map((file) => [file.name.toLowerCase(), file]));
    this.#meter = meter;
  }

  /** Reads all but the sheets; which these are, those in sight first. */
  async open(): Promise<Sheet[]> {
    const { texts, formats } = this.#book;
    const workbook = await this.#workbookPart();
    const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
    let textsPart: string | undefined;
    let stylesPart: string | undefined;
    await this.#read(`${folder}_rels/${workbook.slice(folder.length)}.rels`, {
      open: (name, attributes) => {
        if (name !== 'Relationship') return;
        const part = pathFrom(folder, attributeOf(attributes(), 'Target'));
        const type = attributeOf(attributes(), 'Type');
        if (type.endsWith('/worksheet')) this.#parts.set(attributeOf(attributes(), 'Id'), part);
        else if (type.endsWith('/sharedStrings')) textsPart = part;
        else if (type.endsWith('/styles')) stylesPart = part;
      },
      close() {},
    });
    const sheets: Sheet[] = [];
    await this.#read(workbook, {
      open: (name, attributes) => {
        if (name === 'sheet') sheets.push(sheetOf(attributes()));
        else if (name === 'workbookPr') this.#book.epoch = isYes(attributes().date1904) ? 1462 : 0;
      },
      close() {},
    });
    if (stylesPart) await this.#read(stylesPart, formats.handlers());
    if (textsPart) await this.#read(textsPart, texts.handlers());
    // Charts stand among the sheets, too.
    const ofRows = sheets.filter(({ id }) => this.#parts.has(id));
    return [...ofRows.filter(({ hidden }) => !hidden), ...ofRows.filter(({ hidden }) => hidden)];
  }

  csvOf({ id }: Sheet): AsyncGenerator<Uint8Array, undefined> {
    return csvOfSheet(this.#slicesOf(this.#parts.get(id) ?? '', this.#meter), this.#book, this.#budget);
  }

  async #workbookPart(): Promise<string> {
    let part = '';
    let other: 'workbook' | 'office' = 'office';
    await this.#read(contentTypes, {
      open: (_, attributes) => {
        const type = attributeOf(attributes(), 'ContentType');
        if (/(spreadsheetml\.\w+|ms-excel\.\w+\.macroEnabled)\.main\+xml$/.test(type))
          part ||= attributeOf(attributes(), 'PartName').slice(1);
        else if (type.includes('sheet.binary')) other = 'workbook';
      },
      close() {},
    });
    if (!part) throw new Unreadable(other);
    return part;
  }

  async #read(part: string, handlers: XmlHandlers): Promise<void> {
    await readXml(this.#slicesOf(part), handlers);
  }

  /** Of a sheet, `meter` counts how far the archive is read. */
  async *#slicesOf(part: string, meter?: Meter): AsyncGenerator<Uint8Array> {
    const file = this.#files.get(part.toLowerCase());
    if (!file) throw new Unreadable('broken');
    const before = meter?.taken ?? 0;
    let size = 0;
    for await (const slice of unpacked(file.open(), () => file.packedSize, this.#budget)) {
      size += slice.length;
      if (meter) meter.taken = before + Math.floor(file.packedSize * Math.min(1, size / file.size));
      yield slice;
    }
  }
}

function sheetOf(attributes: Record<string, string>): Sheet {
  // The prefix of "r:id" is the writer's own choice.
  const id = Object.keys(attributes).find((name) => name.endsWith(':id')) ?? 'id';
  const state = attributes.state;
  return {
    name: attributeOf(attributes, 'name').slice(0, 100),
    hidden: state === 'hidden' || state === 'veryHidden',
    id: attributeOf(attributes, id),
  };
}

function isYes(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** A part's path: "worksheets/sheet1.xml" from "xl/", "/xl/styles.xml" from anywhere. */
function pathFrom(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

async function firstOf(slices: AsyncGenerator<Uint8Array, undefined>): Promise<Uint8Array> {
  const held: Uint8Array[] = [];
  let size = 0;
  while (size < enough) {
    const { done, value } = await slices.next();
    if (done) break;
    held.push(value);
    size += value.length;
  }
  return new Uint8Array(await new Blob(held as BlobPart[]).arrayBuffer());
}

async function* joined(start: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start;
  yield* rest;
}
