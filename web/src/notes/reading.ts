// SPDX-License-Identifier: Apache-2.0
// What the engine reads out of a note (core/include/deltoid/notes.hpp), and the note cut at the words that it took.
import type { Engine, FullEngine } from '../../../wasm/engine.js';

/** A note as fields of administration records. */
export interface NoteReading {
  /** In another language nothing is read. */
  language: 'en' | 'es' | 'unknown';
  /** One for each drug that the note says was given. */
  administrations: Administration[];
  /** Sentences about the whole note. */
  remarks: string[];
}

export interface Administration {
  /** What the note leaves no doubt about. */
  documentation: Record<string, string>;
  taken: Taken[];
  unsure: Unsure[];
}

/** The words that a value was taken from; a value of two parts has two of these. */
export interface Taken {
  field: string;
  value: string;
  /** Bytes of the note in UTF-8. */
  from: number;
  to: number;
  words: string;
}

/** What stays open although the note says something of it. */
export interface Unsure {
  field: string;
  candidates: string[];
  reason: string;
}

/** A part of the note; `of` names the values that were taken from it, as keyOf() does. */
export interface Piece {
  text: string;
  of: string[];
}

/** The engine reads 64 KiB of a note, and says so when there is more. A note is no longer than that and a little. */
export const mostOfNote = 65_600;

const decoder = new TextDecoder();

/** Reads a note; only the full engine can. */
export function readNote(note: string, engine: Engine): NoteReading {
  return JSON.parse(decoder.decode((engine as FullEngine).readNote(note))) as NoteReading;
}

/** A field of one of the administrations. */
export function keyOf(administration: number, field: string): string {
  return `${administration}-${field}`;
}

/** The note as pieces, in order: put together they are the note. */
export function piecesOf(note: string, { administrations }: NoteReading): Piece[] {
  const taken = administrations.flatMap((one, at) =>
    one.taken.map(({ field, from, to }) => ({ key: keyOf(at, field), from, to })),
  );
  const cuts = [...new Set(taken.flatMap(({ from, to }) => [from, to]))].sort((one, other) => one - other);
  const places = placesOf(note, cuts);
  const pieces: Piece[] = [];
  let before = { byte: 0, place: 0 };
  for (const [at, byte] of [...cuts, Number.POSITIVE_INFINITY].entries()) {
    const place = places[at] ?? note.length;
    const of = taken.filter(({ from, to }) => from <= before.byte && to >= byte).map(({ key }) => key);
    if (place > before.place) pieces.push({ text: note.slice(before.place, place), of });
    before = { byte, place };
  }
  return pieces;
}

/** Where these bytes are in the text; `bytes` in rising order. */
function placesOf(text: string, bytes: number[]): number[] {
  const places: number[] = [];
  let byte = 0;
  let place = 0;
  for (const wanted of bytes) {
    while (byte < wanted && place < text.length) {
      const code = text.codePointAt(place) ?? 0;
      byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      place += code < 0x10000 ? 1 : 2;
    }
    places.push(place);
  }
  return places;
}
