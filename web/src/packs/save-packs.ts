// SPDX-License-Identifier: Apache-2.0
// Packs as files: one as it is, several in a .zip, which may be dropped on the page as it is.
import { downloadZip } from 'client-zip';
import { save } from '../out/save.js';
import type { OwnTable } from '../settings/settings.js';

const type = 'text/tab-separated-values';

/** The name under which it was saved. */
export function savePack(pack: OwnTable): string {
  const name = fileName(pack);
  save(new Blob([pack.text], { type }), name);
  return name;
}

/** The name under which they were saved. */
export async function savePacks(packs: readonly OwnTable[]): Promise<string> {
  const name = 'deltoid-tables.zip';
  save(await downloadZip(packs.map((pack) => ({ name: fileName(pack), input: pack.text }))).blob(), name);
  return name;
}

/** The command line reads what ends so; a pack out of an archive may have its folder before its name. */
function fileName({ name }: OwnTable): string {
  const own = name.replaceAll(/[/\\:]/g, '_');
  return own.endsWith('.tsv') ? own : `${own}.tsv`;
}
