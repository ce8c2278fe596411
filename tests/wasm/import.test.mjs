// SPDX-License-Identifier: Apache-2.0
// Law 2 for tables: the packs that the engine makes of official files are those of `deltoid tables import`, byte for byte.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';

import { crosswalk, fees, limits, order, quarter } from '../cli/support/official.mjs';
import { instantiate, path } from './engine.mjs';

const cli = path('build/native/cli/deltoid');
const layouts = path('../shared/data/cms-layout');

const small = [
  ...quarter,
  ['MCR_MUE_PractitionerServices_Eff_01-01-2027.csv', limits],
  ['icd10cm_order_2027.txt', order],
  ['July 2026 ASP NDC-HCPCS Crosswalk.csv', crosswalk],
  ['PPRRVU2026_Jul_nonQPP.csv', fees],
];

const decoder = new TextDecoder();
const answer = (view) => JSON.parse(decoder.decode(view));

/** `files`: [name, content]; fed in pieces of `size` bytes. */
function imported(engine, files, size = 1 << 20) {
  const told = files.map(([name, content]) => {
    const bytes = Buffer.from(content);
    engine.importBegin(name);
    for (let at = 0; at < bytes.length; at += size) engine.importFeed(bytes.subarray(at, at + size));
    return answer(engine.importEnd());
  });
  return { told, ...answer(engine.importFinish()) };
}

/** The packs that the command line writes, by name. */
function written(folder, files) {
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  const args = ['tables', 'import', ...files.map(([name]) => name), '--out', 'packs'];
  const run = spawnSync(cli, args, { cwd: folder, encoding: 'utf8' });
  assert.deepEqual([run.status, run.stderr], [0, '']);
  const packs = readdirSync(join(folder, 'packs')).sort();
  return packs.map((name) => [name, readFileSync(join(folder, 'packs', name), 'utf8')]);
}

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltoid-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const packsOf = ({ packs }) => packs.map(({ file_name, text }) => [file_name, text]).sort(([a], [b]) => (a < b ? -1 : 1));

test('official files become the packs of the command line, however they are cut', { skip: !existsSync(cli) && 'the command line is not built' }, async () => {
  const engine = await instantiate();
  const whole = imported(engine, small);
  assert.deepEqual(whole.problems, []);
  assert.deepEqual(packsOf(whole), written(folder, small));
  for (const size of [1, 7, 100]) assert.deepEqual(imported(engine, small, size), whole, `pieces of ${size} bytes`);
});

test('the layouts of the official files, at their size', { skip: (!existsSync(cli) || !existsSync(layouts)) && 'there is no ../shared/data' }, async () => {
  const engine = await instantiate();
  const named = [
    ['ccipra-v302r0-f1.txt', 'ptp-practitioner.txt'],
    ['ccioph-v302r0-f1.txt', 'ptp-outpatient.txt'],
    ['MCR_MUE_PractitionerServices_Eff_01-01-2027.csv', 'mue-practitioner.csv'],
  ].map(([name, file]) => [name, readFileSync(join(layouts, file))]);
  const own = mkdtempSync(join(folder, 'layouts-'));
  const result = imported(engine, named);
  assert.deepEqual(result.problems, []);
  assert.deepEqual(packsOf(result), written(own, named));
  assert.equal(result.packs.length, 3);
});

test('what is none of the tables, cut short or wrongly named is told, and the next import knows nothing of it', async () => {
  const engine = await instantiate();
  const [name, first] = quarter[0];
  const { told, packs, problems } = imported(engine, [
    ['readme.txt', 'Read me.\n'],
    [name, first.slice(0, -20)],
    ['ccioph-v330r0-f1.txt', first],
  ]);
  assert.match(told[0].not_read, /^This is none of the files that are read/);
  assert.deepEqual(packs, []);
  assert.deepEqual(problems.map((one) => one.path), [`${name}:5`, 'ccioph-v330r0-f1.txt:1']);
  assert.match(problems[0].message, /The file ends in the middle of a row/);
  assert.match(problems[1].message, /it has the wrong name/);
  assert.equal(imported(engine, quarter).packs[0].complete, true);
});
