// SPDX-License-Identifier: Apache-2.0
// Gives tests the page's TypeScript modules, bundled in memory, and the packages of web/.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Requires a package that web/ depends on: tests lie outside its folder. */
export const require = createRequire(new URL('../../../web/package.json', import.meta.url));

const web = fileURLToPath(new URL('../../../web/', import.meta.url));

/** Imports what `code` exports; its paths are relative to web/src. */
export async function importSource(code) {
  const { outputFiles } = await require('esbuild').build({
    stdin: { contents: code, resolveDir: `${web}src`, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
    tsconfig: `${web}tsconfig.json`,
    logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
