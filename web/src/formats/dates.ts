// SPDX-License-Identifier: Apache-2.0
// Dates: ISO in claims, month/day/year on the screen, digits under the fingers.

/** The local calendar day as YYYY-MM-DD. */
export function localDay(now: Date = new Date()): string {
  return isoOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** An ISO day moved by a number of days. */
export function addDays(day: string, days: number): string {
  const moved = new Date(`${day}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** 2026-09-15 as 09/15/2026; anything that is no ISO day as it stands. */
export function showDate(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return parts ? `${parts[2]}/${parts[3]}/${parts[1]}` : day;
}

/**
 * What was typed, as an ISO day: 091526, 09152026, 9/15/26 or 2026-09-15. Undefined while it is not a date.
 * Two digits of a year mean this century; for a birth date the past one when they lie ahead of `latest`.
 */
export function readDate(text: string, latest?: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts =
    /^(\d{1,2})\D+(\d{1,2})\D+(\d{4}|\d{2})$/.exec(text.trim()) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text.trim());
  if (!parts) return undefined;
  const year = Number(parts[3]);
  if (parts[3]?.length === 4) return checked(year, Number(parts[1]), Number(parts[2]));
  const thisCentury = checked(2000 + year, Number(parts[1]), Number(parts[2]));
  return latest && thisCentury && thisCentury > latest
    ? checked(1900 + year, Number(parts[1]), Number(parts[2]))
    : thisCentury;
}

function checked(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? isoOf(year, month, day) : undefined;
}

function isoOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
