// SPDX-License-Identifier: Apache-2.0
// What a file that was dropped is used for, told from its content: claims, records of injections, or both in one FHIR
// bundle. Where that is not sure it is taken for claims and the other is offered.
import { kindOf } from './kinds.js';
import { partsOf } from './parts.js';

export type Use = 'claims' | 'records' | 'both';

export interface ToldUse {
  use: Use;
  /** It may be records as well: a person is asked. */
  unsure: boolean;
}

const claims: ToldUse = { use: 'claims', unsure: false };

/** As far as is looked at; what is longer is given to both, and each takes what is its own. */
const mostLookedAt = 32 << 20;
const startSize = 64 << 10;

/** What cannot be read is left to who reads it. */
export async function tellUse(file: Blob): Promise<ToldUse> {
  try {
    const start = new Uint8Array(await file.slice(0, startSize).arrayBuffer());
    const kind = kindOf(start);
    const told = kind === 'plain' ? useOfStart(start) : kind === 'gzip' ? undefined : claims;
    if (told) return told;
    for await (const part of partsOf('', file, { taken: 0 }))
      return 'reason' in part ? claims : await useOfSlices(part.slices);
  } catch {
    // told where the file is read
  }
  return claims;
}

/** Undefined for FHIR: what is in it stands further behind. */
function useOfStart(bytes: Uint8Array): ToldUse | undefined {
  const start = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, startSize)).trimStart();
  if (!/^[{[]/.test(start)) return useOfTable(start);
  return start.includes('"resourceType"') ? undefined : claims;
}

async function useOfSlices(slices: AsyncIterable<Uint8Array>): Promise<ToldUse> {
  let decoder: TextDecoder | undefined;
  let read = 0;
  let rest = '';
  const found = { records: false, claims: false };
  for await (const slice of slices) {
    const told = decoder ? undefined : useOfStart(slice);
    if (told) return told;
    decoder ??= new TextDecoder(encodingOf(slice));
    const text = rest + decoder.decode(slice, { stream: true });
    found.records ||= /"resourceType"\s*:\s*"MedicationAdministration"/.test(text);
    found.claims ||= /"resourceType"\s*:\s*"(Claim|ExplanationOfBenefit)"/.test(text);
    read += slice.length;
    if ((found.records && found.claims) || read > mostLookedAt) break;
    rest = text.slice(-100);
  }
  if (!found.records) return claims;
  return { use: found.claims || read > mostLookedAt ? 'both' : 'records', unsure: false };
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** What a record of an injection tells, as charting programs call it (docs/documentation.md), marks and blanks left out. */
const toldByRecords =
  /^(DOC\w+|DOSE|DOSAGE|DOSEGIVEN|DOSEADMINISTERED|(ADMIN)?ROUTE|ROUTEOFADMINISTRATION|((INJECTION|BODY|ADMIN)?SITE)|SITEOFINJECTION|LOT(NUMBER|NO)?|EXP|EXPIRY|(EXP|EXPIRY|EXPIRATION)DATE|EXPIRATION|(GIVEN|ADMIN|ADMINISTERED|INJECTED)(BY|AT)|NURSE|(DATE|TIME)(TIME)?(GIVEN|ADMINISTERED)|(ADMIN|ADMINISTRATION|GIVEN|INJECTION)(DATE|TIME|DATETIME)|DRUG|DRUGNAME|MEDICATION|MEDICATIONNAME|MED)$/;

/** What only a claim tells. */
const toldByClaims =
  /^(.*CHARGES?|BILLED\w*|UNITS?|QTY|POS|PLACEOFSERVICE|MOD\w*|DX\w*|DIAG\w*\d|POINTERS?|PAYER\w*|.*NPI|TAXONOMY|BILLTYPE|REVENUECODE)$/;
const isMoney = /CHARGE|BILLED/;

function useOfTable(start: string): ToldUse {
  const names = columnsOf(start.split(/\r\n|\r|\n/, 1)[0] ?? '');
  const told = names.filter((name) => toldByRecords.test(name)).length;
  const billed = names.filter((name) => toldByClaims.test(name));
  if (told >= 2 && billed.length === 0) return { use: 'records', unsure: false };
  return { use: 'claims', unsure: told > 0 && !billed.some((name) => isMoney.test(name)) };
}

/** Names of columns as they are compared: capitals and digits. */
function columnsOf(header: string): string[] {
  const count = (mark: string): number => header.split(mark).length;
  const separator = [',', ';', '\t', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  return header.split(separator).map((name) => name.toUpperCase().replace(/[^A-Z0-9]/g, ''));
}
