// SPDX-License-Identifier: Apache-2.0
// The package as others get it: packed, and installed from the tarball into an empty folder, without a network.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const run = promisify(execFile);
export const web = fileURLToPath(new URL('../../../web/', import.meta.url));

/** Gives the folder, the tarball's path, a way to put files there, and a way to take it all away. */
export async function installPackage() {
  const folder = await mkdtemp(join(tmpdir(), 'deltoid-package-'));
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: web,
  });
  const [{ filename, files }] = JSON.parse(stdout);
  const tarball = join(folder, filename);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const quiet = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  await run('npm', ['install', ...quiet, tarball], { cwd: folder });
  const put = async (path, text) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  return {
    folder,
    tarball,
    files: files.map(({ path }) => path),
    put,
    remove: () => rm(folder, { recursive: true }),
  };
}
