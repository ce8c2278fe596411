// SPDX-License-Identifier: Apache-2.0
// What holds for every source file: where it came from is said, it can be read in one sitting, and the core stays pure.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';

import { bytes, files, hits, isCpp, isSource, lines, root, text } from './files.mjs';

const core = files.filter((file) => /^core\/(src|include)\//.test(file));

// Files, clocks, threads, locales and the console belong to the hosts; the core has bytes and the day it is told.
const platform = new Set(`
  barrier cerrno chrono clocale condition_variable csignal cstdio ctime filesystem fstream future iomanip ios iosfwd
  iostream istream latch locale mutex ostream random semaphore shared_mutex sstream stdexcept stop_token strstream
  syncstream thread exception stdio.h time.h unistd.h fcntl.h pthread.h windows.h
`.trim().split(/\s+/));

const uncommented = (line) => line.replace(/\/\/.*$/, '');

test('every source file names its licence', () => {
  const silent = files.filter((file) => isSource(file) && !text(file).slice(0, 400).includes('SPDX-License-Identifier: Apache-2.0'));
  assert.deepEqual(silent, []);
});

test('C++ sources are ASCII', () => {
  const foreign = files.filter((file) => isCpp(file) && bytes(file).some((byte) => byte > 0x7e));
  assert.deepEqual(foreign, []);
});

test('no source file is longer than 600 lines', () => {
  const long = files.filter((file) => isSource(file) && lines(file).length > 601);
  assert.deepEqual(long, []);
});

test('lines end in LF, and the last one ends', () => {
  const wrong = files.filter((file) => isSource(file) && (text(file).includes('\r') || !text(file).endsWith('\n')));
  assert.deepEqual(wrong, []);
});

test('the core includes no platform header', () => {
  const found = core.flatMap((file) => hits(file, /^\s*#\s*include\s*[<"]/)
    .filter((hit) => platform.has(hit.match(/[<"]([^>"]+)[>"]/)?.[1] ?? '')));
  assert.deepEqual(found, []);
});

test('the core neither throws nor catches', () => {
  const found = core.flatMap((file) =>
    lines(file).flatMap((line, index) => (/^\s*(throw\b|try\s*\{|\}?\s*catch\s*\()/.test(uncommented(line)) ? [`${file}:${index + 1}`] : [])));
  assert.deepEqual(found, []);
});

test('nlohmann is nowhere in the core', () => {
  assert.deepEqual(core.flatMap((file) => hits(file, /nlohmann/)), []);
});

test('no file of the project knows the machine it was written on', () => {
  const machine = /(^|[^\w.~])\/(work|root|home|Users)\//;
  const found = files.filter((file) => !/(package-lock\.json|\.(png|wasm))$/.test(file) && !/^tests\/(golden|fuzz\/corpus)\//.test(file))
    .filter((file) => !file.startsWith('tests/policy/'))
    .flatMap((file) => hits(file, machine));
  assert.deepEqual(found, []);
});

test('there is one version', () => {
  const version = text('CMakeLists.txt').match(/project\(deltoid VERSION ([\d.]+)/)[1];
  assert.equal(JSON.parse(text('web/package.json')).version, version);
  const lock = JSON.parse(text('web/package-lock.json'));
  assert.equal(lock.version, version);
  assert.equal(lock.packages[''].version, version);
});

test('the scripts can be run in a clone', () => {
  const modes = execFileSync('git', ['ls-files', '--stage', 'scripts', '.ci/run'], { cwd: root }).toString('utf8');
  for (const script of ['scripts/start', 'scripts/test', '.ci/run']) {
    assert.match(modes, new RegExp(`^100755 .*\\t${script.replace('.', '\\.')}$`, 'm'));
  }
});

// CPT's descriptors are the AMA's. The codes are facts; the opening words of the descriptors nearest to us are the test.
test('no CPT descriptor is shipped', () => {
  const descriptor = /prophylactic,? or diagnostic injection|outpatient visit for the evaluation and management/i;
  const found = files.filter((file) => !file.startsWith('tests/policy/') && !/\.(png|wasm)$/.test(file))
    .flatMap((file) => hits(file, descriptor));
  assert.deepEqual(found, []);
});
