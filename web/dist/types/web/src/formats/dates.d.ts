/** The local calendar day as YYYY-MM-DD. */
export declare function localDay(now?: Date): string;
/** An ISO day moved by a number of days. */
export declare function addDays(day: string, days: number): string;
/** 2026-09-15 as 09/15/2026; anything that is no ISO day as it stands. */
export declare function showDate(day: string): string;
/**
 * What was typed, as an ISO day: 091526, 09152026, 9/15/26 or 2026-09-15. Undefined while it is not a date.
 * Two digits of a year mean this century; for a birth date the past one when they lie ahead of `latest`.
 */
export declare function readDate(text: string, latest?: string): string | undefined;
