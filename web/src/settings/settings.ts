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

const encoder = new TextEncoder();
const encoded = new WeakMap<OwnTable, Uint8Array<ArrayBuffer>>();

/** The packs as the engine reads them; the same bytes each time, so that it knows them again. */
export function bytesOfTables({ tables }: Settings): { name: string; bytes: Uint8Array<ArrayBuffer> }[] {
  return tables.map((table) => {
    const bytes = encoded.get(table) ?? encoder.encode(table.text);
    encoded.set(table, bytes);
    return { name: table.name, bytes };
  });
}
