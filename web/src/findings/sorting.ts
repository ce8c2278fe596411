// SPDX-License-Identifier: Apache-2.0
// Puts any number of rows in order, a slice of time at a time: the page has its turns in between, and no task is long
// however many rows there are.
//
// Rows are sorted by counting, sixteen bits of their value at a time: nothing compares rows, and equal ones stay as they
// were, so that a table is sorted by several columns by sorting it by the last one first.

/** A turn for the page, now and then; throws when nobody waits any more. */
export class Turns {
  #end = performance.now() + 8;
  constructor(readonly signal: AbortSignal) {}

  /** Is it time? */
  get due(): boolean {
    return performance.now() > this.#end;
  }

  async take(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.signal.throwIfAborted();
    this.#end = performance.now() + 8;
  }
}

/** So many rows between two looks at the clock: a fraction of a millisecond. */
const stretch = 4096;

/** Calls `step` for each number below `length`. */
export async function eachIn(length: number, turns: Turns, step: (at: number) => void): Promise<void> {
  for (let at = 0; at < length; ) {
    for (const end = Math.min(length, at + stretch); at < end; at++) step(at);
    if (turns.due) await turns.take();
  }
}

/** The rows below `length` that match, in their order. */
export async function rowsThat(
  length: number,
  turns: Turns,
  matches: (row: number) => boolean,
): Promise<Uint32Array> {
  const rows = new Uint32Array(length);
  let found = 0;
  await eachIn(length, turns, (row) => {
    if (matches(row)) rows[found++] = row;
  });
  return rows.slice(0, found);
}

const radix = 1 << 16;

/**
 * The rows in the order of their values, which are whole numbers; `down`: the highest first. Rows without a value come
 * last, whichever way round.
 */
export async function sortedBy(
  rows: Uint32Array,
  valueIn: (row: number) => number | undefined,
  down: boolean,
  turns: Turns,
): Promise<Uint32Array> {
  const keys = new Float64Array(rows.length);
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  await eachIn(rows.length, turns, (at) => {
    const value = valueIn(rows[at] ?? 0);
    keys[at] = value ?? Number.NaN;
    if (value === undefined) return;
    if (value < least) least = value;
    if (value > most) most = value;
  });
  const last = Math.max(0, most - least) + 1;
  await eachIn(rows.length, turns, (at) => {
    const value = keys[at] ?? 0;
    keys[at] = Number.isNaN(value) ? last : down ? most - value : value - least;
  });
  let sorted: Keyed = { rows, keys };
  for (let weight = 1; weight <= last; weight *= radix) sorted = await byDigit(sorted, weight, last, turns);
  return sorted.rows;
}

interface Keyed {
  rows: Uint32Array;
  /** From 0, one for each of the rows. */
  keys: Float64Array;
}

/** Sorted by one digit of their keys. */
async function byDigit({ rows, keys }: Keyed, weight: number, last: number, turns: Turns): Promise<Keyed> {
  const digitAt = (at: number): number => Math.floor((keys[at] ?? 0) / weight) % radix;
  const next = new Uint32Array(Math.min(radix, Math.floor(last / weight) + 1) + 1);
  await eachIn(rows.length, turns, (at) => {
    count(next, digitAt(at) + 1);
  });
  for (let digit = 1; digit < next.length; digit++) next[digit] = (next[digit] ?? 0) + (next[digit - 1] ?? 0);
  const sorted = { rows: new Uint32Array(rows.length), keys: new Float64Array(rows.length) };
  await eachIn(rows.length, turns, (at) => {
    const place = count(next, digitAt(at));
    sorted.rows[place] = rows[at] ?? 0;
    sorted.keys[place] = keys[at] ?? 0;
  });
  return sorted;
}

/** Adds one at a place; what stood there before. */
function count(numbers: Uint32Array, at: number): number {
  const before = numbers[at] ?? 0;
  numbers[at] = before + 1;
  return before;
}

/** Texts as people count: A-9 before A-10. */
export const collator = new Intl.Collator('en', { numeric: true });

/** The place of each text among them all. */
export function ranksOfFew(texts: readonly string[]): Uint32Array {
  const ranks = new Uint32Array(texts.length);
  [...texts.entries()]
    .sort(([, a], [, b]) => collator.compare(a, b))
    .forEach(([index], rank) => {
      ranks[index] = rank;
    });
  return ranks;
}

/** The same for many texts, equal ones with equal ranks: sorted in short runs, which are then merged. */
export async function ranksOfTexts(
  length: number,
  textOf: (at: number) => string,
  turns: Turns,
): Promise<Uint32Array> {
  const texts: string[] = [];
  for (let at = 0; at < length; at++) {
    texts.push(textOf(at));
    if ((at & 255) === 0 && turns.due) await turns.take();
  }
  const compare = (a: number, b: number): number => collator.compare(texts[a] ?? '', texts[b] ?? '');
  let runs: Uint32Array[] = [];
  for (let at = 0; at < length; at += 1000) {
    runs.push(
      Uint32Array.from({ length: Math.min(1000, length - at) }, (_, more) => at + more).sort(compare),
    );
    if (turns.due) await turns.take();
  }
  while (runs.length > 1) {
    const merged: Uint32Array[] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(
        await merge(runs[at] ?? new Uint32Array(), runs[at + 1] ?? new Uint32Array(), compare, turns),
      );
    runs = merged;
  }
  const [sorted = new Uint32Array()] = runs;
  const ranks = new Uint32Array(length);
  let rank = 0;
  for (let place = 0; place < length; place++) {
    const at = sorted[place] ?? 0;
    if (place > 0 && compare(sorted[place - 1] ?? 0, at) !== 0) rank = place;
    ranks[at] = rank;
    if ((place & 255) === 0 && turns.due) await turns.take();
  }
  return ranks;
}

async function merge(
  left: Uint32Array,
  right: Uint32Array,
  compare: (a: number, b: number) => number,
  turns: Turns,
): Promise<Uint32Array> {
  const merged = new Uint32Array(left.length + right.length);
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    const a = left[l] ?? 0;
    const b = right[r] ?? 0;
    if (compare(a, b) <= 0) {
      merged[l + r] = a;
      l++;
    } else {
      merged[l + r] = b;
      r++;
    }
    if (((l + r) & 255) === 0 && turns.due) await turns.take();
  }
  merged.set(left.subarray(l), l + r);
  merged.set(right.subarray(r), left.length + r);
  return merged;
}
