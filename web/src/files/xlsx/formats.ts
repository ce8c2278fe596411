// SPDX-License-Identifier: Apache-2.0
// How a workbook's numbers are shown: which of them are dates, and which have zeros in front. Amounts are read as they
// are and not as they are shown, since a format may hide cents.
import { attributeOf, type XmlHandlers } from './xml.js';

/** How the numbers of a cell are meant. A pattern is digits of which zeros are kept, "00000-0000-00". */
export type Format = 'number' | 'day' | 'time' | 'moment' | { pattern: string };

// ECMA-376, part 1, 18.8.30, with those of East Asian languages.
const days = [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];
const times = [18, 19, 20, 21, 32, 33, 34, 35, 45, 47];

function builtIn(id: number): Format {
  if (days.includes(id)) return 'day';
  if (times.includes(id)) return 'time';
  return id === 22 ? 'moment' : 'number';
}

/** What a format code says: `m/d/yy`, `[$-409]h:mm AM/PM`, `00000\-0000\-00`. */
export function formatOf(code: string): Format {
  const [first = ''] = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  if (/\[[hms]+\]/i.test(first)) return 'number'; // hours that go on past a day are no time of day
  const shown = first.replace(/\[[^\]]*\]|\*./g, '');
  const bare = shown.replace(/"[^"]*"|\\.|_./g, '').replace(/AM\/PM|A\/P/gi, '');
  if (/general/i.test(bare)) return 'number';
  if (/[ymdhs]/i.test(bare) && !/[#?]/.test(bare)) {
    const ofDay = /[yd]/i.test(bare) || !/[hs]/i.test(bare);
    const ofTime = /[hs]/i.test(bare);
    return ofDay && ofTime ? 'moment' : ofDay ? 'day' : 'time';
  }
  return /^[0\s()/+:-]*$/.test(bare) && /0.*0/.test(bare) ? { pattern: shown } : 'number';
}

/** The formats of a workbook's cells by the number that a cell says, once its part is read. */
export class Formats {
  readonly #own = new Map<number, Format>();
  readonly #ofCells: Format[] = [];
  #inCells = false;

  of(style: number): Format {
    return this.#ofCells[style] ?? 'number';
  }

  handlers(): XmlHandlers {
    return {
      open: (name, attributes) => {
        if (name === 'cellXfs') this.#inCells = true;
        else if (name === 'numFmt')
          this.#own.set(Number(attributes().numFmtId), formatOf(attributeOf(attributes(), 'formatCode')));
        else if (name === 'xf' && this.#inCells) {
          const id = Number(attributes().numFmtId ?? 0);
          this.#ofCells.push(this.#own.get(id) ?? builtIn(id));
        }
      },
      close: (name) => {
        if (name === 'cellXfs') this.#inCells = false;
      },
    };
  }
}

/** A number of a cell as text. `epoch`: days that the workbook's first day lies behind 1899-12-30. */
export function showNumber(raw: string, format: Format, epoch: number): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format === 'number') return plain(raw, value);
  if (typeof format === 'object') return inPattern(value, format.pattern) ?? plain(raw, value);
  return showMoment(value, format, epoch);
}

/** As many digits as Excel has. Of a longer number the last are not what was typed: it is written as the sheet shows it. */
function plain(raw: string, value: number): string {
  if (/^-?\d{1,15}$/.test(raw) || /^-?(?=.{1,15}$)\d+\.\d+$/.test(raw)) return raw;
  const short = Number(value.toPrecision(15));
  return Math.abs(short) < 1e15 ? String(short) : short.toExponential(5).replace('e', 'E');
}

function inPattern(value: number, pattern: string): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value >= 1e15) return undefined;
  // "0" and what stands for itself: between quotes, behind a backslash, or as it is; behind "_" is a width.
  const parts = pattern.match(/"[^"]*"|\\.|_.|./g) ?? [];
  const places = parts.filter((part) => part === '0').length;
  const digits = String(value).padStart(places, '0');
  let at = digits.length - places; // what has no place stands before the first
  let shown = '';
  let begun = false;
  for (const part of parts) {
    if (part === '0') {
      shown += begun ? digits[at] : digits.slice(0, at + 1);
      begun = true;
      at++;
    } else if (part.startsWith('"')) shown += part.slice(1, -1);
    else if (part.startsWith('_')) shown += ' ';
    else shown += part.at(-1);
  }
  return shown.trim();
}

const lastDay = 2_958_465; // 9999-12-31
const secondsOfDay = 86_400;

function showMoment(value: number, format: 'day' | 'time' | 'moment', epoch: number): string {
  let day = Math.floor(value);
  let seconds = Math.round((value - day) * secondsOfDay);
  if (seconds === secondsOfDay) {
    day++;
    seconds = 0;
  }
  if (value < 0 || day + epoch > lastDay) return '####'; // as the sheet shows it
  const time = new Date(seconds * 1000).toISOString().slice(11, seconds % 60 === 0 ? 16 : 19);
  if (format === 'time' && day === 0) return time;
  const date = showDay(day + epoch);
  return format === 'day' || (seconds === 0 && format === 'moment') ? date : `${date}T${time}`;
}

/** The system that counts from 1900 has a February 29 in that year: days before it are one further. */
function showDay(serial: number): string {
  const days = serial < 60 ? serial + 1 : serial;
  return new Date(Date.UTC(1899, 11, 30) + days * secondsOfDay * 1000).toISOString().slice(0, 10);
}
