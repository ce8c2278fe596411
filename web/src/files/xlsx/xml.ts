// SPDX-License-Identifier: Apache-2.0
// XML as it comes, in pieces, for the parts of a workbook: elements by their local names, and their text. What no workbook
// has is taken for damage: a document type (entities of its own come with one), deep nesting, text without an end.
import { decode, Parser } from 'saxen';
import { Unreadable } from '../unreadable.js';

/** Attributes by their names as written; a value has its entities resolved by `attributeOf`. */
export type Attributes = () => Record<string, string>;

export interface XmlHandlers {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

// A sheet nests five deep, and a cell holds 32,767 characters.
const mostNested = 100;
const mostWaiting = 4 << 20;

export class XmlReader {
  readonly #parser = new Parser();
  readonly #decoder: TextDecoder;
  /** Characters since anything was told. */
  #waiting = 0;
  #depth = 0;

  constructor({ open, close, text }: XmlHandlers, encoding = 'utf-8') {
    this.#decoder = new TextDecoder(encoding);
    this.#parser
      .on('openTag', (name, attributes) => {
        this.#waiting = 0;
        if (++this.#depth > mostNested) throw new Unreadable('broken');
        open(localName(name), attributes);
      })
      .on('closeTag', (name) => {
        this.#waiting = 0;
        this.#depth--;
        close(localName(name));
      })
      .on('attention', () => {
        throw new Unreadable('broken');
      });
    if (text) {
      this.#parser.on('text', (raw, resolve) => text(resolve(raw)));
      this.#parser.on('cdata', text);
    }
  }

  /** The next bytes. Throws Unreadable where it is no XML of a workbook. */
  write(bytes: Uint8Array): void {
    const text = this.#decoder.decode(bytes, { stream: true });
    this.#waiting += text.length;
    if (this.#waiting > mostWaiting + text.length) throw new Unreadable('broken');
    orBroken(() => this.#parser.write(text));
  }

  end(): void {
    orBroken(() => this.#parser.write(this.#decoder.decode()).end());
  }
}

/** A part that is small in every workbook, read as a whole. */
export async function readXml(slices: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  let reader: XmlReader | undefined;
  for await (const slice of slices) {
    reader ??= new XmlReader(handlers, encodingOf(slice));
    reader.write(slice);
  }
  if (!reader) throw new Unreadable('broken');
  reader.end();
}

/** Parts are in UTF-8 or UTF-16 (ECMA-376, part 2, 8.1.4). */
export function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** A value of an attribute; '' where it is not there. */
export function attributeOf(attributes: Record<string, string>, name: string): string {
  return decode(attributes[name] ?? '');
}

/** Programs write names with prefixes of their own choice. */
function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function orBroken(parse: () => void): void {
  try {
    parse();
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('broken');
  }
}
