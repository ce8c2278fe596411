// SPDX-License-Identifier: Apache-2.0
// Runs the built command line in a folder of its own, as a user would.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const program = process.env.DELTOID ?? join(root, 'build/native/cli/deltoid');
assert.ok(existsSync(program), `${program} is not there: cmake --workflow --preset native`);

/** A day on which the tests' claims are in time, so that no test depends on today. */
export const asOf = ['--as-of', '2026-09-20'];

/** The environment without what would change the output. */
export function environment(more = {}) {
  const { NO_COLOR, FORCE_COLOR, TERM, ...rest } = process.env;
  return { ...rest, TZ: 'UTC', ...more };
}

/** Runs to the end: { status, stdout, stderr }, both texts. */
export function deltoid(args, { input = '', env = {}, cwd } = {}) {
  const run = spawnSync(program, args, { input, cwd, env: environment(env), maxBuffer: 1 << 30 });
  if (run.error?.code !== 'EPIPE') assert.equal(run.error, undefined);   // it may end without reading its input
  assert.equal(run.signal, null, `ended by ${run.signal}: ${run.stderr}`);
  return { status: run.status, stdout: run.stdout.toString('utf8'), stderr: run.stderr.toString('utf8') };
}

/** check with the day above. */
export const check = (args, options) => deltoid(['check', ...asOf, ...args], options);

/** Starts it and leaves it running. */
export const start = (args, options = {}) => spawn(program, args, { ...options, env: environment(options.env) });

/** In a terminal: what the user sees, and the exit status. `before` and `after` are shell text around the command. */
export function inTerminal(args, { env = {}, cwd, before = '', after = '' } = {}) {
  const command = [program, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const run = spawnSync('script', ['-qefc', `stty cols 100 rows 40; ${before} ${command} ${after}`, '/dev/null'], {
    cwd,
    env: environment({ TERM: 'xterm-256color', SHELL: '/bin/sh', ...env }),
    maxBuffer: 1 << 30,
  });
  assert.equal(run.error, undefined);
  return { status: run.status, screen: run.stdout.toString('utf8').replaceAll('\r\n', '\n') };
}

/** A folder that goes away with the test; write(name, content) puts a file there and returns its path. */
export function folder(t) {
  const path = mkdtempSync(join(tmpdir(), 'deltoid-test-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    join: (...names) => join(path, ...names),
    write(name, content) {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
  };
}

/** One sentence on stderr, with the program's name before it. */
export function assertSentence(stderr, pattern) {
  assert.match(stderr, /^deltoid: [^\n]+[.?]\n$/);
  assert.match(stderr, pattern);
}

export const findings = (jsonl) => jsonl.trimEnd().split('\n').map((line) => JSON.parse(line)).filter((one) => one.kind === 'finding');
export const summary = (jsonl) => JSON.parse(jsonl.trimEnd().split('\n').at(-1));
