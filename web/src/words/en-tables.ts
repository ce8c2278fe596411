// SPDX-License-Identifier: Apache-2.0
// What the engine's tables are called, in English, with the editions that are there.
import type { TableEdition } from '../findings/model.js';

type Table = Pick<TableEdition, 'name' | 'edition'>;

/** By the engine's names; those that matter most first. */
const names: Record<string, string> = {
  'ncci-ptp-practitioner': 'Medicare edits',
  'mue-practitioner': 'unit limits',
  drugs: 'drugs',
  'hcpcs-codes': 'drug codes',
  'ncci-ptp-outpatient': 'hospital edits',
  'mue-outpatient': 'hospital unit limits',
  'mue-medicaid': 'Medicaid unit limits',
};

/** "Medicare edits 2024Q3, 2026Q4 · drugs 2026-11" */
function list(tables: Table[], most = Number.POSITIVE_INFINITY): string {
  const named = Object.entries(names).slice(0, most);
  return named
    .map(([table, said]) => {
      const editions = tables.filter((one) => one.name === table).map(({ edition }) => edition);
      return editions.length > 0 ? `${said} ${editions.join(', ')}` : '';
    })
    .filter(Boolean)
    .join(' · ');
}

/** What people call a table of the engine; its own name where they have none for it. */
function name(table: string): string {
  return names[table] ?? table;
}

export const tableWords = { list, name };
