// SPDX-License-Identifier: Apache-2.0
// Every pack says where it came from and can be searched by bisection: a header, LF, rows sorted by key, then date.
import assert from 'node:assert/strict';
import test from 'node:test';

import { bytes, files, text } from './files.mjs';

const packs = files.filter((file) => /^core\/data\/.*\.tsv$/.test(file));
const wanted = ['pack', 'edition', 'from', 'to', 'source', 'retrieved', 'confidence'];
const day = /^\d{4}-\d{2}-\d{2}$/;

function read(file) {
  const rows = text(file).split('\n');
  const header = new Map();
  while (rows[0]?.startsWith('#')) {
    const [, name, value] = rows.shift().match(/^# ([a-z_]+): ?(.*)$/) ?? [];
    if (name) header.set(name, [...(header.get(name) ?? []), value]);
  }
  return { header, rows: rows.filter((row) => row !== '') };
}

// By bytes, as the core compares: a locale's order would be another.
const compare = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

for (const file of packs) {
  test(`${file} says where it came from`, () => {
    const { header } = read(file);
    assert.deepEqual(wanted.filter((name) => !header.get(name)?.[0]), []);
    // A table's name opens the file's; where editions have files of their own, the edition's follows.
    assert.ok(file.startsWith(`core/data/${header.get('pack')[0].replaceAll('-', '_')}`), header.get('pack')[0]);
    assert.match(header.get('retrieved')[0], day);
  });

  test(`${file} is text with LF ends, and ends with one`, () => {
    const content = bytes(file);
    assert.ok(!content.includes(0x0d), 'a CR would not survive the embedding');
    assert.equal(content.at(-1), 0x0a);
    assert.ok(!content.includes(0), 'a NUL would not survive the embedding');
  });

  test(`${file} is sorted by key, then from`, () => {
    const { rows } = read(file);
    const [names, ...data] = rows.map((row) => row.split('\t'));
    // What stands before "from" is the key, less the end of a range; a table without row dates begins with its key.
    const from = names.indexOf('from');
    const keys = [...names.keys()].slice(0, Math.max(from, 0) + 1).filter((column) => names[column] !== 'last');
    const order = (a, b) => keys.reduce((found, column) => found || compare(a[column], b[column]), 0);
    const wrong = data.findIndex((row, index) => index > 0 && order(data[index - 1], row) > 0);
    assert.equal(wrong, -1, `out of order: ${data[wrong]}`);
  });

  test(`${file} has as many cells in each row`, () => {
    const { rows } = read(file);
    const width = rows[0]?.split('\t').length;
    assert.deepEqual(rows.filter((row) => row.split('\t').length !== width), []);
  });
}

test('the packs are there', { skip: packs.length === 0 && 'core/data holds none yet' }, () => {
  assert.ok(packs.length > 0);
});
