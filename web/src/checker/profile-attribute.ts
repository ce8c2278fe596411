// SPDX-License-Identifier: Apache-2.0
// The attribute `profile` of the element.

/** The attribute holds a profile's name, or a profile as JSON. What is neither is left for the engine to say. */
export function profileOfAttribute(text: string | null): object | string | undefined {
  if (!text?.trim()) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return text.trim();
  }
}
