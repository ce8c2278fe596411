// SPDX-License-Identifier: Apache-2.0
// Claims that come packed or by the folder: the findings are those of the files themselves, under names that lead there, and
// what cannot be unpacked is named while the rest is read.
import assert from 'node:assert/strict';
import { linkSync, mkdirSync, symlinkSync } from 'node:fs';
import test from 'node:test';
import { gzipSync } from 'node:zlib';

import { zip } from './support/archives.mjs';
import { claim, faulty, file837 } from './support/claims.mjs';
import { assertSentence, check, deltoid, findings, folder, summary } from './support/run.mjs';

const json = (value) => JSON.stringify(value);
const names = (run) => summary(run.stdout).files.map((file) => file.name);
const jsonl = (args, options) => check(['--format', 'jsonl', '--no-progress', ...args], options);

test('a gzip file is read as what it holds, however it was put together', (t) => {
  const { write } = folder(t);
  const plain = write('a.837', file837(40));
  const packed = write('a.837.gz', gzipSync(file837(40)));
  const wanted = jsonl([plain]);
  assert.equal(wanted.status, 1);
  const run = jsonl([packed]);
  assert.equal(run.status, 1);
  assert.equal(run.stdout, wanted.stdout.replaceAll('a.837"', 'a.837.gz"'));
  const text = Buffer.from(file837(40));
  const members = Buffer.concat([gzipSync(text.subarray(0, 100)), gzipSync(text.subarray(100)), Buffer.alloc(512)]);
  assert.equal(jsonl([write('a.837.gz', members)]).stdout, run.stdout);
  assert.equal(jsonl(['-'], { input: gzipSync(text) }).stdout, jsonl(['-'], { input: text }).stdout);
});

test('the entries of a zip are files of one batch, told by content', (t) => {
  const { write } = folder(t);
  const archive = zip(['one.837', file837(5)], ['deep/two.txt', json(faulty())], ['dé.json', json(claim({ id: 'B' }))],
    ['__MACOSX/._one.837', 'x'], ['.DS_Store', 'x'], ['deep/', '']);
  const path = write('batch.zip', archive);
  const run = jsonl([path]);
  assert.equal(run.status, 1);
  assert.equal(run.stderr, '');
  assert.deepEqual(names(run), ['one.837', 'deep/two.txt', 'dé.json'].map((name) => `${path}/${name}`));
  assert.equal(summary(run.stdout).claims, 7);
  assert.deepEqual(names(jsonl(['-'], { input: archive })), ['-/one.837', '-/deep/two.txt', '-/dé.json']);
});

test('the output of packed files is the same whatever --jobs', (t) => {
  const { write } = folder(t);
  const text = file837(6000);
  const files = [write('a.gz', gzipSync(text)), write('b.zip', zip(['x.837', text], ['y.json', json(faulty())]))];
  const one = jsonl(['--jobs', '1', ...files]);
  assert.equal(summary(one.stdout).claims, 12001);
  assert.equal(jsonl(['--jobs', '4', ...files]).stdout, one.stdout);
});

test('a folder stands for every file below it, by name and once', (t) => {
  const { path, join, write } = folder(t);
  mkdirSync(join('in/b/c'), { recursive: true });
  mkdirSync(join('elsewhere'));
  write('in/b/c/2.json', json(faulty()));
  write('in/a.json', json(claim()));
  write('in/z.zip', zip(['3.json', json(claim({ id: 'Z' }))]));
  write('in/.hidden', 'x');
  write('elsewhere/4.json', json(claim({ id: 'E' })));
  symlinkSync('..', join('in/b/loop'));
  symlinkSync('.', join('in/self'));
  symlinkSync(join('in'), join('in/b/c/up'));
  symlinkSync('../elsewhere', join('in/m'));
  linkSync(join('in/a.json'), join('in/b/same.json'));
  symlinkSync('a.json', join('in/0.json'));
  const run = jsonl(['in', 'in/a.json'], { cwd: path });
  assert.equal(run.status, 1, run.stderr);
  assert.deepEqual(names(run), ['in/a.json', 'in/b/c/2.json', 'in/m/4.json', 'in/z.zip/3.json', 'in/a.json']);
});

test('a broken link, a folder without files and one that is not there are named; the rest is read', (t) => {
  const { path, join, write } = folder(t);
  mkdirSync(join('empty'));
  mkdirSync(join('in'));
  symlinkSync('nowhere', join('in/gone'));
  write('in/a.json', json(claim()));
  let run = jsonl(['empty', 'in'], { cwd: path });
  assert.equal(run.status, 2);
  assert.match(run.stderr, /^deltoid: The folder empty holds no files\.\ndeltoid: .*in\/gone.*\n$/);
  assert.deepEqual(names(run), ['in/a.json']);
  run = check([join('empty')]);
  assert.deepEqual([run.status, run.stdout], [2, '']);
  assertSentence(run.stderr, /holds no files/);
});

test('the output file is not read as claims when it lies in the folder', (t) => {
  const { path, write, join } = folder(t);
  mkdirSync(join('in'));
  write('in/a.json', json(claim()));
  assert.equal(check(['in', '--out', 'in/findings.txt'], { cwd: path }).status, 0);
  const again = check(['in', '--out', 'in/findings.txt'], { cwd: path });
  assert.equal(again.status, 2);
  assertSentence(again.stderr, /--out would replace in\/findings\.txt, which is to be checked/);
});

test('many files', (t) => {
  const { path, join, write } = folder(t);
  mkdirSync(join('in'));
  for (let i = 0; i < 3000; ++i) write(`in/${i}.json`, json(claim({ id: `A-${i}`, subscriber: { id: '' } })));
  const run = jsonl(['in'], { cwd: path });
  assert.equal(summary(run.stdout).claims, 3000);
  assert.equal(summary(run.stdout).files.length, 3000);
});

test('a bomb is not read to its end, and the files beside it are', (t) => {
  const { write } = folder(t);
  const much = Buffer.alloc(120 << 20, ' ');
  const good = write('good.json', json(claim()));
  for (const bomb of [write('bomb.gz', gzipSync(much)), write('bomb.zip', zip(['a.json', much], ['b.json', much]))]) {
    const run = jsonl([bomb, good]);
    assert.equal(run.status, 2);
    assertSentence(run.stderr, /bomb\.\w+ unpacks to more than 500 times its size and was not read further/);
    assert.ok(names(run).includes(good));
    assert.equal(summary(run.stdout).claims, 1);
  }
});

const text837 = file837(30);
const flipped = (bytes, at) => {
  const copy = Buffer.from(bytes);
  copy[at] ^= 0x55;
  return copy;
};
const packed = gzipSync(text837);
const damaged = [
  ['cut.gz', packed.subarray(0, packed.length / 2), /cut\.gz is cut short: its end is missing/],
  ['sum.gz', flipped(packed, packed.length - 6), /sum\.gz is damaged and was not read to its end/],
  ['more.gz', Buffer.concat([packed, Buffer.from('and more')]), /more\.gz has bytes behind its end that are not gzip/],
  ['cut.zip', zip(['a.837', text837]).subarray(0, 300), /cut\.zip\/a\.837 is damaged or cut short/],
  ['sum.zip', zip(['a.837', text837, { crc: 1 }], ['b.json', json(claim())]), /sum\.zip\/a\.837 is damaged: it could not be read as a whole/],
  ['secret.zip', zip(['a.837', text837, { encrypted: true }], ['b.json', json(claim())]), /secret\.zip\/a\.837 is encrypted/],
  ['nest.zip', zip(['in.zip', zip(['a.837', text837])], ['b.json', json(claim())]), /nest\.zip\/in\.zip is a zip archive inside of another/],
  ['nest.zip', zip(['in.gz', gzipSync('x')]), /nest\.zip\/in\.gz is a gzip file inside of another/],
  ['nest.gz', gzipSync(zip(['a.837', text837])), /nest\.gz is a zip archive inside of another/],
  ['book.zip', zip(['b.xlsx', zip(['[Content_Types].xml', 'x'])]), /b\.xlsx is a workbook, which is not read/],
  ['b.xlsx', zip(['[Content_Types].xml', 'x'], ['xl/workbook.xml', 'x']), /b\.xlsx is a workbook or another Office document/],
  ['empty.zip', zip(), /empty\.zip holds no files/],
  ['junk.zip', Buffer.from('PK\x03\x04 and nothing else'), /junk\.zip is damaged or cut short|junk\.zip cannot be opened/],
  ['a.7z', Buffer.from('7z\xbc\xaf\x27\x1c....', 'latin1'), /a\.7z is a 7-Zip archive, which is not opened/],
  ['a.tar', Buffer.concat([Buffer.alloc(257, 'a'), Buffer.from('ustar\0'), Buffer.alloc(500)]), /a\.tar is a tar archive/],
  ['a.tgz', gzipSync(Buffer.concat([Buffer.alloc(257, 'a'), Buffer.from('ustar\0')])), /a\.tgz is a tar archive inside of another/],
  ['a.xz', Buffer.from('\xfd7zXZ\0....', 'latin1'), /a\.xz is an xz file/],
];

for (const [name, bytes, sentence] of damaged)
  test(`${name}: ${sentence.source}`, (t) => {
    const { write } = folder(t);
    const bad = write(name, bytes);
    const good = write('good.json', json(claim({ id: 'GOOD' })));
    const run = jsonl([bad, good]);
    assert.equal(run.status, 2);
    assertSentence(run.stderr, sentence);
    assert.ok(names(run).includes(good), 'the others are still checked');
    if (bytes.includes('b.json') && !name.startsWith('book')) assert.ok(names(run).includes(`${bad}/b.json`), 'as are the other entries');
    assert.ok(findings(run.stdout).every((finding) => finding.file.startsWith(bad) || finding.file === good));
  });

test('earlier claims may come packed, too', (t) => {
  const { write } = folder(t);
  const earlier = json(claim());
  const plain = jsonl([write('now.json', json(claim())), '--history', write('then.json', earlier)]);
  const gz = jsonl([write('now.json', json(claim())), '--history', write('then.json.gz', gzipSync(earlier))]);
  assert.notEqual(plain.stdout, jsonl([write('now.json', json(claim()))]).stdout);
  assert.equal(gz.stdout.replaceAll('then.json.gz', 'then.json'), plain.stdout);
  const run = jsonl([write('now.json', json(claim())), '--history', write('then.gz', gzipSync(earlier).subarray(0, 40))]);
  assert.deepEqual([run.status, run.stdout], [2, '']);
});

test('a packed file is not fixed, and the sentence says what to do', (t) => {
  const { write, join } = folder(t);
  for (const path of [write('a.gz', gzipSync(json(claim()))), write('a.zip', zip(['a.json', json(claim())]))]) {
    const run = deltoid(['fix', path, '--out', join('out.json')]);
    assert.equal(run.status, 2);
    assertSentence(run.stderr, /Unpack it first/);
  }
});

test('the help says so', () => {
  assert.match(deltoid(['check', '--help']).stdout, /\.gz, \.zip/);
});
