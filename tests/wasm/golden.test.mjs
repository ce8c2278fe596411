// SPDX-License-Identifier: Apache-2.0
// The golden cases through the engine: the same files the native tests read, and the same bytes.
// tests/golden/<case>/: input.* (files of claims), options.json, expected.<format> for each format.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

import { check, instantiate, path } from './engine.mjs';

const golden = path('tests/golden');
const read = (name, file) => readFileSync(`${golden}/${name}/${file}`);
const filesOf = (name, start) => readdirSync(`${golden}/${name}`).filter((file) => file.startsWith(start)).sort();
const cases = existsSync(golden)
  ? readdirSync(golden, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
  : [];

/** Says where two outputs part: a million bytes of difference help nobody. */
export function assertSameBytes(actual, expected) {
  if (actual.equals(expected)) return;
  const lines = (bytes) => bytes.toString('utf8').split('\n');
  const [got, wanted] = [lines(actual), lines(expected)];
  const line = wanted.findIndex((text, index) => text !== got[index]);
  const at = line < 0 ? wanted.length : line;
  assert.fail(`line ${at + 1} differs:\n  expected ${wanted[at]}\n  actual   ${got[at]}`);
}

const full = await instantiate();
const checks = await instantiate('checks');   // JSON is all that it writes

for (const name of cases) {
  test(`golden: ${name}`, () => {
    const options = JSON.parse(read(name, 'options.json'));
    const inputs = [['earlier.', 'history'], ['input.', 'claims']].flatMap(([start, role]) =>
      filesOf(name, start).map((file) => ({ name: file, role, bytes: read(name, file) })));
    for (const file of filesOf(name, 'expected.')) {
      const format = file.slice('expected.'.length);
      const expected = read(name, file);
      for (const engine of format.startsWith('json') ? [full, checks] : [full])
        for (const size of [1 << 20, 7])
          assertSameBytes(check(engine, { ...options, format }, inputs, size), expected);
    }
  });
}
