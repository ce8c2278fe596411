// SPDX-License-Identifier: Apache-2.0
// The words in use, in the language that was chosen. They are looked up when they are asked for, so a module may keep a
// part (`const said = words.claim`), but not a word: what is worked out once stays in its language.
import { en, type Words } from './en.js';

export type { Words };

/** Each language by its own name. Another one is another file of English's type, and a row here and below. */
export const languages = { en: 'English', es: 'Español' } as const;

export type Language = keyof typeof languages;

const catalogues: Record<Language, () => Promise<Words>> = {
  en: async () => en,
  es: async () => (await import('./es.js')).es,
};

let current: Words = en;

export const words: Words = live(() => current) as Words;

/** The language that is closest to what a browser or a host asks for. */
export function languageOf(asked: string): Language {
  const [code = ''] = asked.toLowerCase().split('-');
  return code in languages ? (code as Language) : 'en';
}

/** Speaks another language from now on; what is shown already has to be shown again: showAgain(). */
export async function useLanguage(language: Language): Promise<void> {
  current = await catalogues[language]();
}

interface Shown {
  requestUpdate?(): void;
}

/** Shows every element under `root` again, through the shadow roots. */
export function showAgain(root: ParentNode): void {
  for (const node of root.querySelectorAll('*')) {
    (node as Shown).requestUpdate?.();
    if (node.shadowRoot) showAgain(node.shadowRoot);
  }
}

/** A view of an object that follows it when it is exchanged for another of the same shape. */
function live(at: () => object): object {
  const parts = new Map<PropertyKey, object>();
  const part = (key: PropertyKey): unknown => {
    const value = Reflect.get(at(), key);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    const known = parts.get(key) ?? live(() => Reflect.get(at(), key) as object);
    parts.set(key, known);
    return known;
  };
  return new Proxy(
    {},
    {
      get: (_, key) => part(key),
      has: (_, key) => key in at(),
      ownKeys: () => Reflect.ownKeys(at()),
      getOwnPropertyDescriptor: (_, key) =>
        key in at() ? { value: part(key), enumerable: true, configurable: true } : undefined,
    },
  );
}
