// SPDX-License-Identifier: Apache-2.0
// The project's files as the policies see them: what git tracks or would track, never what was built.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString('utf8').split('\0').filter((file) => file && existsSync(root + file)).sort();

export const bytes = (file) => readFileSync(root + file);
export const text = (file) => bytes(file).toString('utf8');
export const lines = (file) => text(file).split('\n');
export const there = (file) => existsSync(root + file);

const scripts = /^(scripts\/[^.]+|\.ci\/run)$/;
const source = /\.(cpp|hpp|in|ts|mjs|js|css|html|cmake|sh)$|(^|\/)CMakeLists\.txt$/;
/** What is approved is output, a page among it. */
export const isSource = (file) => (source.test(file) || scripts.test(file)) && !/^tests\/golden\/.*\/expected\./.test(file);
export const isCpp = (file) => /\.(cpp|hpp)(\.in)?$/.test(file);

/** "file:line" of every line of `file` that matches `pattern`. */
export const hits = (file, pattern) =>
  lines(file).flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : []));
