// SPDX-License-Identifier: Apache-2.0
// How tables are told, in any language that has names for them.
import type { TableEdition } from '../findings/model.js';

type Table = Pick<TableEdition, 'name' | 'edition'>;

/** `names`: what people call the engine's tables; those that matter most first. */
export function tableWordsOf(names: Record<string, string>) {
  return {
    /** "Medicare edits 2024Q3, 2026Q4 · drugs 2026-11" */
    list(tables: Table[], most = Number.POSITIVE_INFINITY): string {
      const named = Object.entries(names).slice(0, most);
      return named
        .map(([table, said]) => {
          const editions = tables.filter((one) => one.name === table).map(({ edition }) => edition);
          return editions.length > 0 ? `${said} ${editions.join(', ')}` : '';
        })
        .filter(Boolean)
        .join(' · ');
    },

    /** What people call a table of the engine; its own name where they have none for it. */
    name(table: string): string {
      return names[table] ?? table;
    },
  };
}
