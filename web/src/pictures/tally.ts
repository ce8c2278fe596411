// SPDX-License-Identifier: Apache-2.0
// What a batch's pictures show: how many claims are clean, and where the money at risk lies. Made in the worker.
import { type Account, chargesOf, deniedLines, type Ledger } from '../engine/ledger.js';

/** One bar. */
export interface Part {
  /** Rule id; payer's class, id and name parted by tabs; drug code, or '' for claims without one. */
  key: string;
  /** Money at risk, in cents. */
  cents: number;
  /** Claims that it is on. */
  claims: number;
  /** Which: number of the file in the batch and index in the file, in turn. */
  where: Uint32Array;
}

export interface Tally {
  injectionClaims: number;
  clean: number;
  /** Claims with a line that will be denied. */
  deny: number;
  /** Claims with nothing worse than a warning. */
  may: number;
  atRisk: number;
  /** Each the most money first. A line that several rules deny counts for each of them, so rules may sum to more. */
  byRule: Part[];
  byPayer: Part[];
  /** A claim with several drugs counts for `severalDrugs`, so that the bars sum to the whole. */
  byDrug: Part[];
}

export const severalDrugs = '+';

export function tallyOf(ledger: Ledger): Tally {
  const tally: Tally = {
    injectionClaims: 0,
    clean: 0,
    deny: 0,
    may: 0,
    atRisk: 0,
    byRule: [],
    byPayer: [],
    byDrug: [],
  };
  const rules: Growing = new Map();
  const payers: Growing = new Map();
  const drugs: Growing = new Map();
  for (const account of ledger.accounts) {
    const errors = account.entries.some(({ level }) => level === 'error');
    if (account.injection) {
      tally.injectionClaims++;
      if (errors) tally.deny++;
      else if (account.entries.length > 0) tally.may++;
      else tally.clean++;
    }
    const cents = chargesOf(account, deniedLines(account));
    if (cents === 0) continue;
    tally.atRisk += cents;
    add(payers, [account.payer.class, account.payer.id, account.payer.name].join('\t'), account, cents);
    add(drugs, drugOf(account), account, cents);
    addRules(rules, account);
  }
  return { ...tally, byRule: sorted(rules), byPayer: sorted(payers), byDrug: sorted(drugs) };
}

function addRules(rules: Growing, account: Account): void {
  for (const [rule, entries] of Map.groupBy(account.entries, ({ rule }) => rule)) {
    const cents = chargesOf(account, deniedLines({ ...account, entries }));
    if (cents > 0) add(rules, rule, account, cents);
  }
}

function drugOf({ drugs }: Account): string {
  const [drug = '', second] = new Set(drugs.map((code) => code.toUpperCase()));
  return second ? severalDrugs : drug;
}

type Growing = Map<string, { cents: number; where: number[] }>;

function add(parts: Growing, key: string, { fileNumber, index }: Account, cents: number): void {
  const part = parts.get(key) ?? { cents: 0, where: [] };
  part.cents += cents;
  part.where.push(fileNumber, index);
  parts.set(key, part);
}

function sorted(parts: Growing): Part[] {
  return [...parts]
    .map(([key, { cents, where }]) => ({
      key,
      cents,
      claims: where.length / 2,
      where: Uint32Array.from(where),
    }))
    .sort((a, b) => b.cents - a.cents || (a.key < b.key ? -1 : 1));
}
