// SPDX-License-Identifier: Apache-2.0
// One work in Node: the engine of the wasm build over files in memory, in pieces of 1 MiB. Prints what it took as one
// JSON object, which bench.cpp and formats.cpp read. The works are those of works.hpp.
//
//     node bench/wasm.mjs [--rounds N] [--full] [--work check|replay|notes|import|fix] [--options JSON] FILE...
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';

import { instantiate } from '../wasm/border.mjs';

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    full: { type: 'boolean', default: false },
    work: { type: 'string', default: 'check' },
    options: { type: 'string', default: '{}' },
  },
  allowPositionals: true,
});
const files = positionals.map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
// The first engine of a page checks 837P files and JSON; the full one does all.
const built = values.full ? 'engine-full.wasm' : 'engine.wasm';
const engine = await instantiate(
  new WebAssembly.Module(readFileSync(new URL(`../build/wasm/${built}`, import.meta.url))),
);

const chunk = 1 << 20;
const newline = 10;
const betweenNotes = '\f';

/** Processor time: what other programs take does not count. */
function seconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const decode = (bytes) => new TextDecoder().decode(bytes);

/** The summary is the last line of jsonl. */
const summaryOf = (output) => JSON.parse(decode(output.subarray(output.lastIndexOf(newline, output.length - 2) + 1)));

function* pieces(bytes) {
  for (let offset = 0; offset < bytes.length; offset += chunk) yield bytes.subarray(offset, offset + chunk);
}

function open() {
  const problems = engine.open(values.options);
  if (problems) throw new Error(problems);
}

function feed({ name, bytes }, role = 'claims') {
  engine.begin(role, name);
  let output = 0;
  for (const piece of pieces(bytes)) {
    engine.buffer(piece.length).set(piece);
    output += engine.feed(piece.length).length;
  }
  return output;
}

function check() {
  open();
  const output = feed(files[0]);
  const rest = engine.finish();
  const length = output + rest.length;
  return () => {
    const { claims, errors, warnings, infos } = summaryOf(rest);
    return { output: length, claims, findings: errors + warnings + infos };
  };
}

function replay() {
  open();
  let answersSeconds = 0;
  for (const file of files) {
    const began = seconds();
    const answers = file.name.startsWith('remits');
    feed(file, answers ? 'remits' : 'claims');
    if (answers) answersSeconds += seconds() - began;
  }
  const report = engine.finish();
  return () => {
    const { claims, remit_files: remits } = JSON.parse(decode(report));
    const answers = remits.reduce((sum, file) => sum + file.claims, 0);
    return { output: report.length, claims: claims.read, answers, answersSeconds };
  };
}

function notes() {
  let output = 0;
  const texts = decode(files[0].bytes).split(betweenNotes);
  for (const text of texts) output += engine.readNote(text).length;
  return () => ({ output, claims: texts.length });
}

function importTables() {
  let rows = 0;
  for (const { name, bytes } of files) {
    engine.importBegin(name);
    for (const piece of pieces(bytes)) engine.importFeed(piece);
    rows += JSON.parse(decode(engine.importEnd())).rows;
  }
  const output = engine.importFinish().length;
  return () => ({ output, claims: rows });
}

function fix() {
  open();
  feed(files[0]);
  const problems = engine.fixBegin(files[0].name, '');
  if (problems) throw new Error(problems);
  let output = 0;
  for (const piece of pieces(files[0].bytes)) {
    engine.fixBuffer(piece.length).set(piece);
    output += engine.fixFeed(piece.length).length;
  }
  output += engine.fixFinish().length;
  const report = JSON.parse(decode(engine.fixReport()));
  return () => ({ output, claims: report.claims, findings: report.fixes });
}

const work = { check, replay, notes, import: importTables, fix }[values.work];
let best = Infinity;
let bestAnswers = Infinity;
let told = work()();   // once without the clock: V8 compiles with all its effort only what has run for a while
for (let round = 0; round < Number(values.rounds); ++round) {
  const began = seconds();
  const tell = work();
  best = Math.min(best, seconds() - began);
  told = tell();
  bestAnswers = Math.min(bestAnswers, told.answersSeconds ?? 0);
}

console.log(JSON.stringify({
  seconds: best, claims: told.claims, findings: told.findings ?? 0, output: told.output,
  answers_seconds: bestAnswers, answers: told.answers ?? 0,
  memory: engine.memory.buffer.byteLength,   // it never shrinks, so its size now is the most there was
}));
