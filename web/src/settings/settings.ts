// SPDX-License-Identifier: Apache-2.0
// What a practice puts in force: a profile and table packs. They live in the page's memory, or in a saved copy of it.

/** A table pack as its file has it. */
export interface OwnTable {
  name: string;
  text: string;
}

export interface Settings {
  /** A built-in profile's name, or a profile of one's own with the name of its file. */
  profile?: { name: string; value: object | string } | undefined;
  tables: OwnTable[];
  /** Were they saved into this copy of the page? */
  kept: boolean;
}

export const noSettings: Settings = { tables: [], kept: false };

/** The built-in profiles, by the engine's names. */
export const builtInProfiles = [
  'medicare_b',
  'medicare_advantage',
  'medicaid',
  'medicaid_alabama',
  'unitedhealthcare',
  'aetna',
  'cigna',
  'anthem',
  'humana',
  'commercial',
] as const;

/** The packs as the engine reads them. */
export function bytesOfTables({ tables }: Settings): { name: string; bytes: Uint8Array<ArrayBuffer> }[] {
  const encoder = new TextEncoder();
  return tables.map(({ name, text }) => ({ name, bytes: encoder.encode(text) }));
}
