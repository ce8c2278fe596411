// SPDX-License-Identifier: Apache-2.0
// Corrected files through the border: the command line's bytes for the same file and the same approvals, fed in pieces.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';

import { file837 } from '../cli/support/claims.mjs';
import { instantiate, path } from './engine.mjs';

const program = process.env.DELTOID ?? path('build/native/cli/deltoid');
const skip = !existsSync(program) && 'the command line is not built';
const asOf = '2026-09-20';

/** Both readings, in pieces of `size` bytes; what is written, and the report. */
function fixed(engine, bytes, approved, only, size) {
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
  assert.equal(engine.open(JSON.stringify({ as_of: asOf, format: 'none' })), '');
  engine.begin('claims', 'claims.837');
  for (const piece of pieces()) {
    engine.buffer(piece.length).set(piece);
    engine.feed(piece.length);
  }
  const problems = engine.fixBegin('claims.837', approved, only);
  const output = [];
  for (const piece of problems ? [] : pieces()) {
    engine.fixBuffer(piece.length).set(piece);
    output.push(Buffer.from(engine.fixFeed(piece.length)));
  }
  if (!problems) output.push(Buffer.from(engine.fixFinish()));
  const report = JSON.parse(Buffer.from(engine.fixReport()).toString('utf8'));
  return { bytes: Buffer.concat(output), report, problems };
}

function fromCommandLine(t, bytes, approved, only) {
  const folder = mkdtempSync(join(tmpdir(), 'deltoid-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'claims.837'), bytes);
  writeFileSync(join(folder, 'approved.jsonl'), approved);
  const args = ['fix', '--as-of', asOf, '--jobs', '1', 'claims.837', '--approved', 'approved.jsonl', '--out', 'fixed.837'];
  spawnSync(program, [...args, ...(only ? ['--only-approved'] : [])], { cwd: folder });
  return existsSync(join(folder, 'fixed.837')) ? readFileSync(join(folder, 'fixed.837')) : Buffer.alloc(0);
}

/** 25 on every injection, and JZ on no drug. */
const slips = (options) => file837(40, options).replaceAll('HC:96372*40', 'HC:96372:25*40').replaceAll('J1885:JZ', 'J1885');
const taken = [
  { claim_index: 0, rule: 'BND003', line: 1, fix: { op: 'delete_line', line: 1 } },
  { claim_index: 0, rule: 'DRG004', line: 2, fix: { op: 'add_modifier', line: 2, value: 'JZ', needs: 'chart' } },
  { claim_index: 1, rule: 'MOD001', line: 2, fix: null },
  { claim_index: 5, rule: 'BND003', line: 1, fix: 0 },
  { claim_index: 99, rule: 'BND003', line: 1, fix: 0 },
].map((one) => `${JSON.stringify(one)}\n`).join('');

for (const [what, bytes] of [
  ['segments on lines of their own', slips()],
  ['CR LF behind the terminators', slips({ end: '~\r\n' })],
  ['other separators', slips({ end: "'" }).replaceAll('*', '|').replaceAll(':', '>').replaceAll('^', '!')],
  ['a byte order mark, no last terminator', `\u00EF\u00BB\u00BF${slips().slice(0, -2)}`],
]) {
  test(`${what}: the engine writes the command line's bytes`, { skip }, async (t) => {
    const source = Buffer.from(bytes, 'latin1');
    for (const only of [false, true]) {
      const wanted = fromCommandLine(t, source, taken, only);
      for (const size of [1 << 20, 97]) {
        const { bytes: written, report, problems } = fixed(await instantiate(), source, taken, only, size);
        assert.equal(problems, '');
        assert.ok(written.equals(wanted), `${size} bytes at a time, ${only ? 'only what was approved' : 'all that goes by itself'}`);
        assert.equal(report.writes_837, true);
        assert.deepEqual(report.problems.map((one) => one.path), ['5']);
      }
      assert.ok(!wanted.equals(source));
    }
  });
}

for (const kind of ['837p', '837i']) {
  const corpus = path(`../shared/corpus/${kind}`);
  const missing = skip || (!existsSync(corpus) && 'there is no ../shared/corpus');
  test(`corpus: ${kind}: the engine writes the command line's bytes`, { skip: missing }, async (t) => {
    const engine = await instantiate();
    const different = readdirSync(corpus).filter((name) => {
      const source = readFileSync(join(corpus, name));
      return !fixed(engine, source, '', false, 1 << 14).bytes.equals(fromCommandLine(t, source, '', false));
    });
    assert.deepEqual(different, []);
  });
}

test('only what was approved is written: without an approval the file comes out as it is', async () => {
  const source = Buffer.from(slips(), 'latin1');
  const { bytes, report } = fixed(await instantiate(), source, '', true, 1 << 16);
  assert.ok(bytes.equals(source));
  assert.deepEqual([report.claims, report.claims_changed, report.fixes], [40, 0, 0]);
  assert.ok(fixed(await instantiate(), source, '', false, 1 << 16).report.fixes > 0);
});

test('what is no approval stops all; a fix that an 837 has no place for is told as a sentence', async () => {
  const source = Buffer.from(slips(), 'latin1');
  const { problems } = fixed(await instantiate(), source, '{"claim_index":0,"rule":"BND003","line":1,"fix":{"op":"dance"}}', true, 1 << 16);
  assert.match(problems, /The fix does not say what to do/);
  const text = file837(1).replace(/(NM1\*IL\*1\*DOE\*JANE\*\*\*\*MI\*)\w+/, '$11EG4-TE5-MK73');
  const begin = text.indexOf('CLM*');
  const body = text.slice(begin, text.indexOf('SE*'));
  const shared = Buffer.from(text.replace(body, body + body.replace('C-1', 'C-2').replaceAll('20260911', '20260912')), 'latin1');
  const { report } = fixed(await instantiate(), shared, '', false, 1 << 16);
  assert.equal(report.unwritten, 2);
  assert.match(report.unwritten_told[0].message, /stands in a loop that other claims of the file share/);
});
