// SPDX-License-Identifier: Apache-2.0
// The claims that something is to be done about, the most money first: lines of JSON, made in the worker. The words are put
// to them on the page, which knows the language.
import { type Account, chargesOf, deniedLines, type Ledger } from '../engine/ledger.js';

/** A claim with what it puts at risk, in cents. */
export interface Work
  extends Pick<Account, 'file' | 'index' | 'id' | 'payer' | 'day' | 'lastDay' | 'entries'> {
  cents: number;
}

/** `ignored`: number of the file and index in it, in turn, of claims that were left alone for a reason. */
export function workOf(ledger: Ledger, ignored: Uint32Array = new Uint32Array()): Blob {
  const leftAlone = new Set<string>();
  for (let at = 0; at < ignored.length; at += 2) leftAlone.add(`${ignored[at]} ${ignored[at + 1]}`);
  const lines = ledger.accounts
    .filter(
      ({ entries, fileNumber, index }) => entries.length > 0 && !leftAlone.has(`${fileNumber} ${index}`),
    )
    .map((account) => ({ account, cents: chargesOf(account, deniedLines(account)) }))
    .sort((a, b) => b.cents - a.cents)
    .map(({ account: { file, index, id, payer, day, lastDay, entries }, cents }) => {
      const work: Work = { file, index, id, payer, day, lastDay, entries, cents };
      return `${JSON.stringify(work)}\n`;
    });
  return new Blob(lines);
}
