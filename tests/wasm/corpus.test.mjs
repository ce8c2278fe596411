// SPDX-License-Identifier: Apache-2.0
// Law 2 over real files: the command line and the engine give the same bytes. And law 12: claims counted are the
// claims that are there. The corpus lies beside the project and is not part of it; without it this is skipped.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

import { check, instantiate, path } from './engine.mjs';

const corpus = path('../shared/corpus');
const cli = path('build/native/cli/deltoid');
const asOf = '2026-11-21';

function filesUnder(folder) {
  return readdirSync(`${corpus}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const name = folder ? `${folder}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesUnder(name) : [name];
  }).sort();
}

function fromCommandLine(file) {
  const run = spawnSync(cli, ['check', '--format', 'jsonl', '--as-of', asOf, '--jobs', '1', file], {
    cwd: corpus,
    maxBuffer: 1 << 30,
  });
  assert.ok(run.status === 0 || run.status === 1, `${file}: status ${run.status ?? run.signal} ${run.stderr}`);
  return run.stdout;
}

const missing = [corpus, cli].find((needed) => !existsSync(needed));
const skip = missing ? `${missing === cli ? 'the command line is not built' : 'there is no ../shared/corpus'}` : false;

if (skip) {
  test('corpus', { skip });
} else {
  const engine = await instantiate();
  const fromEngine = (file) =>
    check(engine, { as_of: asOf, format: 'jsonl' }, [{ name: file, bytes: readFileSync(`${corpus}/${file}`) }]);

  for (const folder of readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    test(`corpus: ${folder.name}: the command line and the engine give the same bytes`, () => {
      const different = filesUnder(folder.name).filter((file) => !fromCommandLine(file).equals(fromEngine(file)));
      assert.deepEqual(different, []);
    });
  }

  test('corpus: every 837P has as many claims as its manifest says', () => {
    const [head, ...rows] = readFileSync(`${corpus}/MANIFEST.tsv`, 'utf8').trimEnd().split('\n')
      .map((row) => row.split('\t'));
    const cell = (row, name) => row[head.indexOf(name)];
    const different = [];
    for (const row of rows.filter((row) => cell(row, 'transaction') === '837P')) {
      const summary = JSON.parse(fromEngine(cell(row, 'file')).toString('utf8').trimEnd().split('\n').at(-1));
      if (summary.claims !== Number(cell(row, 'claims'))) {
        different.push(`${cell(row, 'file')}: ${summary.claims} instead of ${cell(row, 'claims')}`);
      }
    }
    assert.deepEqual(different, []);
  });
}
