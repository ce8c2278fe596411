// SPDX-License-Identifier: Apache-2.0
// Profile and tables, in English.

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

export const settingsWords = {
  title: 'Profile and tables in force',
  intro: 'A profile says what your payers want. Tables bring editions that are not built in.',
  profile: 'Profile',
  noProfile: 'None: each payer is taken by its kind',
  builtIn: 'Built-in profile',
  builtInNames: {
    medicare_b: 'Medicare Part B',
    medicare_advantage: 'Medicare Advantage',
    medicaid: 'Medicaid',
    medicaid_alabama: 'Medicaid, Alabama',
    unitedhealthcare: 'UnitedHealthcare',
    aetna: 'Aetna',
    cigna: 'Cigna',
    anthem: 'Anthem',
    humana: 'Humana',
    commercial: 'Commercial, the shortest limits',
  } as Record<string, string>,
  ownProfile: (name: string) => `Yours: ${name}`,
  loadProfile: 'Load a profile',
  removeProfile: 'Take the profile out',
  profileHint: 'A JSON file. What it may say is written in docs/profiles.md.',
  notJson: (name: string) => `${name} is not JSON, so it was not taken. What was in force stays.`,
  refused: (name: string) => `${name} was not taken. What was in force stays.`,
  tables: 'Tables',
  tablesHint: 'Each edition holds for its days. The sum tells one file from another.',
  table: 'Table',
  edition: 'Edition',
  days: 'Days',
  sum: 'SHA-256',
  open: 'open',
  yours: 'yours',
  removeTables: 'Take your tables out',
  waiting: 'The list appears when the checker has started.',
  keep: 'Keep them',
  keepHint:
    'The page stores nothing, so what you load is gone when you close it. A copy of the page can carry profile and tables inside; it is made here, and no claim goes into it.',
  save: 'Save a copy of this page',
  saved: 'Saved. Open the copy by double-click; it has the same in force.',
  nothingToSave: 'Load a profile or tables first.',
  inForce: (profile: string, tables: number, kept: boolean) =>
    [
      profile ? `Profile: ${profile}` : 'No profile',
      tables > 0 ? `${many(tables, 'table')} of yours` : 'built-in tables',
      kept ? 'saved in this page' : '',
    ]
      .filter(Boolean)
      .join(' · '),
  damaged: 'What was saved in this copy of the page could not be read. The built-in tables are in force.',
};
