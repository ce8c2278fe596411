// SPDX-License-Identifier: Apache-2.0
// Law 2 over real files: the command line and the engine give the same bytes. And law 12: claims counted are the
// claims that are there. The corpus lies beside the project and is not part of it; without it this is skipped.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
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

  const [head, ...rows] = readFileSync(`${corpus}/MANIFEST.tsv`, 'utf8').trimEnd().split('\n').map((row) => row.split('\t'));
  const manifest = rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
  const stated = ({ claims, service_lines: lines }) => `${claims} claims, ${lines} lines`;
  const counted = ({ claims, lines }) => `${claims} claims, ${lines} lines`;
  const different = (rows, count) => rows.filter((row) => count(row) !== stated(row)).map((row) => `${row.file}: ${count(row)}, not ${stated(row)}`);

  /** What a check counts. Claims that are no 837's are counted as well, and X12006 names them instead of their lines. */
  function checked(row) {
    const told = fromEngine(row.file).toString('utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
    const [file] = told.at(-1).files;
    const named = told.some(({ rule, message }) => rule === 'X12006' && /\(837D\)/.test(message));
    return named && String(file.claims) === row.claims ? stated(row) : counted(file);
  }

  for (const [format, of] of [['837P', /^837P$/], ['837I', /^837I$/], ['FHIR', /Claim|ExplanationOfBenefit/]]) {
    test(`corpus: every ${format} file has as many claims and lines as its manifest says`, () => {
      const rows = manifest.filter(({ transaction }) => of.test(transaction));
      assert.ok(rows.length >= 30);
      assert.deepEqual(different(rows, checked), []);
    });
  }

  test('corpus: a replay of every 835 and 277CA counts what its manifest says, and says the same in both hosts', () => {
    const folder = mkdtempSync(`${tmpdir()}/deltoid-corpus-`);
    const claims = `${folder}/claims.json`;
    writeFileSync(claims, '[]');
    try {
      const replayed = ({ file }) => {
        const args = ['replay', '--format', 'json', '--as-of', asOf, '--claims', claims, '--remits', file];
        const run = spawnSync(cli, args, { cwd: corpus, maxBuffer: 1 << 30 });
        assert.equal(run.status, 0, `${file}: ${run.stderr}`);
        const report = check(engine, { as_of: asOf, format: 'json', replay: true },
          [claims, file].map((name, i) => ({ role: i === 0 ? 'claims' : 'remits', name, bytes: readFileSync(resolve(corpus, name)) })));
        assert.ok(report.equals(run.stdout), `${file}: the report of the engine is another`);
        return counted(JSON.parse(report).remit_files[0]);
      };
      const rows = manifest.filter(({ transaction }) => transaction === '835' || transaction === '277CA');
      assert.ok(rows.length >= 20);
      assert.deepEqual(different(rows, replayed), []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('corpus: every other transaction is named, and nothing in it is checked', () => {
    const others = manifest.filter(({ transaction }) => !/^837[PI]$|^835$|^277CA$|Claim|ExplanationOfBenefit/.test(transaction));
    const unnamed = others.filter(({ file }) => !fromEngine(file).toString('utf8').includes('"rule":"X12006"'));
    assert.ok(others.length >= 20);
    assert.deepEqual(unnamed.map(({ file }) => file), []);
  });
}
