// SPDX-License-Identifier: Apache-2.0
// Days as the engine counts them, from 1970, and as people read them.
import { showDate } from './dates.js';

const length = 86_400_000;

/** The number of an ISO day. */
export function dayNumber(iso: string): number {
  return Math.floor(Date.parse(`${iso}T00:00:00Z`) / length);
}

/** A day's number as 09/15/2026. */
export function showDay(day: number): string {
  return showDate(new Date(day * length).toISOString().slice(0, 10));
}
