// SPDX-License-Identifier: Apache-2.0
// Codes and places that the packs know, with our own short names: what the build made of them, read.

/** A code or place of the packs, with our own short name for it. */
export interface KnownCode {
  code: string;
  name: string;
  /** Its last day; '' when it has not ended. */
  to: string;
}

export interface KnownCodes {
  services: ReadonlyMap<string, KnownCode>;
  places: ReadonlyMap<string, KnownCode>;
}

/** Reads the list that the build made of the packs: kind, code, name, last day. */
export function readCodes(text: string): KnownCodes {
  const services = new Map<string, KnownCode>();
  const places = new Map<string, KnownCode>();
  for (const line of text.split('\n')) {
    const [kind, code = '', name = '', to = ''] = line.split('\t');
    if (kind === 'service') services.set(code, { code, name, to });
    else if (kind === 'place') places.set(code, { code, name, to });
  }
  return { services, places };
}
