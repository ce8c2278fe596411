// SPDX-License-Identifier: Apache-2.0
// JSON pointers (RFC 6901) into a claim: read one place, or a copy of the claim with one place changed.

/** What stands at a pointer; undefined when nothing does. */
export function valueAt(root: unknown, pointer: string): unknown {
  let at = root;
  for (const key of keysOf(pointer)) {
    if (at === null || typeof at !== 'object') return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

/** A copy with another value at a pointer; what is not on the way there is shared. '' and undefined take it away. */
export function withValueAt<T>(root: T, pointer: string, value: unknown): T {
  return change(root, keysOf(pointer), value) as T;
}

/** Is `inner` the same place as `outer`, or inside it? */
export function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

function keysOf(pointer: string): string[] {
  return pointer.split('/').slice(1);
}

function change(at: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(at)
    ? [...at]
    : { ...(at as object | null) };
  const child = (copy as Record<string, unknown>)[key];
  const next = change(child ?? (/^\d+$/.test(rest[0] ?? '') ? [] : {}), rest, value);
  if (!Array.isArray(copy) && (next === undefined || next === '')) delete copy[key];
  else (copy as Record<string, unknown>)[key] = next;
  return copy;
}
