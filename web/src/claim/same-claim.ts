// SPDX-License-Identifier: Apache-2.0
// When two claims are one and the same, however they were written.

/** Are they the same claim? Fields in whatever order; absent, null and "" mean the same. */
export function isSameClaim(a: object, b: object): boolean {
  return plain(a) === plain(b);
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plain).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? '');
  const fields = Object.entries(value)
    .map(([key, inner]) => [key, plain(inner)])
    .filter(([, inner]) => inner !== '""' && inner !== '[]' && inner !== '{}')
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${key}:${inner}`).join()}}`;
}
