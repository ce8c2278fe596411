// SPDX-License-Identifier: Apache-2.0
// What a box proposes while it is typed in: codes and drugs of the packs, places of service, payers of the profile.
import { words } from '../words/index.js';
import type { KnownCode, KnownCodes } from './known-codes.js';
import type { PayerClass } from './model.js';

/** One proposal. Taking it types `value`, and what `also` says into other boxes. */
export interface Suggestion {
  value: string;
  /** What it is, beside the value. */
  said: string;
  /** It comes from a pack, in English. */
  english?: boolean;
  also?: [pointer: string, value: string][];
}

/** Proposals for what stands in a box; none when there is nothing to add to it. */
export type Suggest = (typed: string) => Suggestion[];

/** A payer of a profile, as the profile says it. */
export interface KnownPayer {
  id?: string;
  name?: string;
  like?: string;
  class?: PayerClass;
}

const most = 8;

// Each list is made when something is typed, not when its box is drawn: boxes are drawn at every key.

/** Services and drugs, by code or by name; those that ended before the day are left out. */
export function suggestServices(known: KnownCodes | undefined, day: string): Suggest {
  return (typed) => {
    const going = [...(known?.services.values() ?? [])].filter(({ to }) => to === '' || to >= day);
    return pick([...ownNames(words.codes.own), ...going], typed, 2);
  };
}

/** Places of service, by number or by name. */
export function suggestPlaces(known: KnownCodes | undefined): Suggest {
  return (typed) => {
    const named = words.place;
    const others = [...(known?.places.values() ?? [])].filter(({ code }) => !(code in named));
    const places = [...ownNames(named), ...others].sort((one, other) => (one.code < other.code ? -1 : 1));
    return pick(places, typed, 1);
  };
}

/** Payers of the profile, and those that have a built-in one; taking one fills name, number and kind. */
export function suggestPayers(profile: object | string | null | undefined, by: 'name' | 'id'): Suggest {
  const listed =
    profile && typeof profile === 'object' ? ((profile as { payers?: KnownPayer[] }).payers ?? []) : [];
  const builtIn = by === 'name' ? words.codes.payers : [];
  const payers = [...listed, ...builtIn.map((name): KnownPayer => ({ name, class: 'commercial' }))];
  return (typed) => {
    const sought = typed.trim().toLowerCase();
    return payers
      .filter(
        ({ id = '', name = '' }) =>
          id.toLowerCase().startsWith(sought) || matches(name.toLowerCase(), sought),
      )
      .map((payer) => asSuggestion(payer, by))
      .filter(({ value }) => value !== '' && value !== typed)
      .slice(0, most);
  };
}

function asSuggestion({ id = '', name = '', class: kind }: KnownPayer, by: 'name' | 'id'): Suggestion {
  const also: [string, string][] = [];
  if (by === 'name' && id) also.push(['/payer/id', id]);
  if (by === 'id' && name) also.push(['/payer/name', name]);
  if (kind) also.push(['/payer/class', kind]);
  const other = by === 'name' ? id : name;
  return {
    value: by === 'name' ? name : id,
    said: other || (kind ? (words.payerClass[kind] ?? kind) : ''),
    also,
  };
}

/** Codes that begin with what was typed, then names of which a word does. `least`: characters before any is proposed. */
function pick(codes: NamedCode[], typed: string, least: number): Suggestion[] {
  const sought = typed.trim().toLowerCase();
  if (sought.length < least) return [];
  const byCode = codes.filter(({ code }) => code.toLowerCase().startsWith(sought));
  if (byCode.some(({ code }) => code.toLowerCase() === sought)) return [];
  const byName = codes.filter(
    ({ name, code }) => matches(name.toLowerCase(), sought) && !byCode.some((one) => one.code === code),
  );
  return [...byCode, ...byName]
    .slice(0, most)
    .map(({ code, name, own }) => ({ value: code, said: name, english: !own }));
}

/** A code with a name of the page's own language. */
type NamedCode = KnownCode & { own?: boolean };

function ownNames(names: Record<string, string>): NamedCode[] {
  return Object.entries(names).map(([code, name]) => ({ code, name, to: '', own: true }));
}

function matches(name: string, sought: string): boolean {
  return name.startsWith(sought) || name.includes(` ${sought}`) || name.includes(`(${sought}`);
}

/** What a code is called; '' when it is not known. */
export function nameOf(known: KnownCodes | undefined, code: string): string {
  return words.codes.own[code] ?? known?.services.get(code)?.name ?? '';
}
