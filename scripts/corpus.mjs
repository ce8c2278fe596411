// SPDX-License-Identifier: Apache-2.0
// The table of the corpus: every file read by both hosts and held against the manifest. See scripts/corpus --help.
//
//     node scripts/corpus.mjs CORPUS AS_OF [OUT]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { classOf, judge, unfound } from './corpus-defects.mjs';
import { instantiate } from '../wasm/border.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const cli = join(root, 'build/native/cli/deltoid');
const [corpus, asOf, out] = process.argv.slice(2);

// --- reading ----------------------------------------------------------------------------------------------------

const [head, ...rows] = readFileSync(join(corpus, 'MANIFEST.tsv'), 'utf8').trimEnd().split('\n')
  .map((row) => row.split('\t'));
const manifest = new Map(rows.map((row) => [row[0], Object.fromEntries(head.map((name, i) => [name, row[i]]))]));

const files = readdirSync(corpus, { recursive: false, withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(corpus, name)).map((file) => `${name}/${file}`))
  .sort();

function run(args) {
  const { status, signal, stdout, stderr } = spawnSync(cli, args, { cwd: corpus, maxBuffer: 1 << 30 });
  if (status !== 0 && status !== 1) throw new Error(`deltoid ${args.join(' ')}: ${status ?? signal} ${stderr}`);
  return stdout;
}

const engine = await instantiate(new WebAssembly.Module(readFileSync(join(root, 'build/wasm/engine-full.wasm'))));

/** All that the engine says in one session. */
function inEngine(options, inputs) {
  const problems = engine.open(JSON.stringify(options));
  if (problems) throw new Error(problems);
  const said = [];
  for (const { role, name, bytes } of inputs) {
    engine.begin(role, name);
    engine.buffer(bytes.length).set(bytes);
    said.push(Buffer.from(engine.feed(bytes.length)));
  }
  said.push(Buffer.from(engine.finish()));
  return Buffer.concat(said);
}

/** Findings and summary of a check, and whether both hosts say the same. */
function check(file) {
  const said = run(['check', '--format', 'jsonl', '--as-of', asOf, '--jobs', '1', file]);
  const bytes = readFileSync(join(corpus, file));
  const same = said.equals(inEngine({ as_of: asOf, format: 'jsonl' }, [{ role: 'claims', name: file, bytes }]));
  const told = said.toString('utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
  return { same, findings: told.slice(0, -1), file: told.at(-1).files[0] };
}

/** A replay wants claims; this one has none, so that the answers stand alone. */
function replay(file, folder) {
  const claims = join(folder, 'no-claims.json');
  writeFileSync(claims, '[]');
  const said = run(['replay', '--format', 'json', '--as-of', asOf, '--claims', claims, '--remits', file]);
  const inputs = [
    { role: 'claims', name: claims, bytes: readFileSync(claims) },
    { role: 'remits', name: file, bytes: readFileSync(join(corpus, file)) },
  ];
  const same = said.equals(inEngine({ as_of: asOf, format: 'json', replay: true }, inputs));
  const report = JSON.parse(said);
  return { same, report, file: report.remit_files[0] };
}

// --- what each file is ------------------------------------------------------------------------------------------

const answers = new Set(['835', '277CA']);
const order = ['837P', '837I', 'FHIR', '835', '277CA', 'other'];

function kindOf(file) {
  const transaction = manifest.get(file)?.transaction ?? (file.startsWith('derived/837p') ? '837P' : '');
  if (/Claim|ExplanationOfBenefit/.test(transaction)) return 'FHIR';
  return order.includes(transaction) ? transaction : 'other';
}

const folder = mkdtempSync(join(tmpdir(), 'deltoid-corpus-'));
const read = files.map((name) => {
  const kind = kindOf(name);
  const row = manifest.get(name);
  const checked = check(name);
  const replayed = answers.has(kind) ? replay(name, folder) : null;
  const counted = (replayed ?? checked).file;
  const stated = row && { claims: Number(row.claims), lines: Number(row.service_lines) };
  return {
    name, kind, row, stated, counted, checked, replayed,
    same: checked.same && (replayed?.same ?? true),
    // What other transactions hold is not claims or answers of ours: they are named, and nothing in them is counted.
    sameClaims: stated && counted.claims === stated.claims,
    sameLines: stated && counted.lines === stated.lines,
    named: checked.findings.filter(({ rule }) => rule === 'X12006').map(({ message }) => message),
  };
});
// A file may call its claims something else than they are: they are counted, and named as not read.
const agrees = ({ sameClaims, sameLines }) => sameClaims && sameLines;
const isNamed = (file) => !agrees(file) && file.sameClaims && file.named.length > 0;
const differs = (file) => file.stated && file.kind !== 'other' && !agrees(file) && !isNamed(file);
rmSync(folder, { recursive: true });

// --- tables -----------------------------------------------------------------------------------------------------

const sum = (list, value) => list.reduce((all, one) => all + value(one), 0);
const number = (value) => value.toLocaleString('en');

function table(columns, lines) {
  const align = columns.map(([, right]) => (right ? '---:' : '---'));
  return [columns.map(([name]) => name), align, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const groups = order.map((kind) => [kind, read.filter((file) => file.kind === kind)]);

function countTable() {
  const columns = [['format'], ['files', 1], ['with a manifest row', 1], ['claims stated', 1], ['claims counted', 1],
    ['lines stated', 1], ['lines counted', 1], ['files as stated', 1], ['named as something else', 1],
    ['files not as stated', 1], ['both hosts the same', 1]];
  return table(columns, groups.filter(([kind]) => kind !== 'other').map(([kind, all]) => {
    const stated = all.filter((file) => file.stated);
    return [kind, all.length, stated.length,
      number(sum(stated, (file) => file.stated.claims)), number(sum(stated, (file) => file.counted.claims)),
      number(sum(stated, (file) => file.stated.lines)), number(sum(stated, (file) => file.counted.lines)),
      stated.filter(agrees).length, stated.filter(isNamed).length, stated.filter(differs).length,
      `${all.filter((file) => file.same).length} of ${all.length}`];
  }));
}

/** What a message of X12006 says that a file is. */
const what = new RegExp('^(?:This is (?:an? )?|This file has an? |The )(.*?)' +
  '(?:, not a claim file.*| and nothing after it.*| of this file were not.*)$');

function namedTable() {
  const others = new Map();
  for (const file of read.filter(({ kind }) => kind === 'other')) {
    const transaction = file.row?.transaction || '(only a header)';
    others.set(transaction, [...(others.get(transaction) ?? []), file]);
  }
  const lines = [...others].sort().map(([transaction, all]) => [
    transaction, all.length, all.filter(({ named }) => named.length > 0).length,
    `${all.filter(({ same }) => same).length} of ${all.length}`,
    [...new Set(all.flatMap(({ named }) => named))].map((message) => what.exec(message)?.[1] ?? message).join('; '),
  ]);
  return table([['transaction'], ['files', 1], ['named', 1], ['both hosts the same', 1], ['as']], lines);
}

/** [key, list] for each key, most first. */
function by(list, key) {
  const found = new Map();
  for (const one of list) found.set(key(one), [...(found.get(key(one)) ?? []), one]);
  return [...found].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
}

function findingTable() {
  const lines = groups.filter(([kind]) => kind !== 'other' && !answers.has(kind)).flatMap(([kind, all]) => {
    const findings = all.flatMap((file) => file.checked.findings.map((finding) => ({ ...finding, in: file.name })));
    return by(findings, ({ rule }) => rule.slice(0, -3)).map(([family, found]) => [
      kind, family, number(found.length),
      ...['error', 'warning', 'info'].map((level) => number(found.filter((one) => one.level === level).length)),
      new Set(found.map((one) => one.in)).size,
      by(found, ({ rule, name }) => `${rule} ${name}`).slice(0, 4)
        .map(([rule, some]) => `${rule} (${number(some.length)})`).join(', '),
    ]);
  });
  const columns = [['format'], ['family'], ['findings', 1], ['errors', 1], ['warnings', 1], ['notes', 1], ['files', 1],
    ['most often']];
  return table(columns, lines);
}

function answerTable() {
  const lines = groups.filter(([kind]) => answers.has(kind)).map(([kind, all]) => {
    const sums = all.map((file) => file.replayed.report.reconciliation);
    const of = (what) => number(sum(sums, ({ imbalances }) => imbalances.filter((one) => one.what === what).length));
    return [kind, all.length, number(sum(all, ({ counted }) => counted.sets)),
      number(sum(sums, ({ unbalanced }) => unbalanced)), of('claim'), of('line'), all.filter(({ counted }) => !counted.complete).length];
  });
  const columns = [['format'], ['files', 1], ['transaction sets', 1], ['payments that do not add up', 1], ['claims', 1],
    ['lines', 1], ['files cut off', 1]];
  return table(columns, lines);
}

const defects = read.filter(({ row }) => row).flatMap((file) =>
  (file.row.notes.match(/DEFECT: [^;]*/g) ?? []).map((text) => text.slice('DEFECT: '.length)).map((stated) => ({
    file, stated, ...judge(stated, file, read),
  })));

function defectTable() {
  const lines = by(defects, ({ stated }) => classOf(stated)).map(([name, all]) => {
    const count = (state) => all.filter((one) => one.state === state).length;
    return [name, all.length, count('found'), count('not read'), count('not found'),
      by(all.filter(({ rule }) => rule), ({ rule }) => rule)
        .map(([rule, some]) => `${rule} (${some.length})`).join(', ') || '-'];
  });
  const columns = [['defect'], ['stated', 1], ['found', 1], ['in a transaction that is not read', 1], ['not found', 1],
    ['by']];
  return table(columns, lines);
}

const notFound = defects.filter(({ state }) => state === 'not found').map((one) => ({ ...one, why: unfound(one) }));

function notFoundTable() {
  const lines = by(notFound, ({ stated, why }) => `${classOf(stated)}\t${why ?? '**not explained**'}`).map(([key, all]) => {
    const [name, why] = key.split('\t');
    return [name, why, [...new Set(all.map(({ file }) => `\`${file.name}\``))].join(', ')];
  });
  return table([['defect'], ['why'], ['files']], lines);
}

function sourceTable() {
  const source = ({ row }) => `${row[head[1]].replace(/:.*$/, '')}\t${row.licence}`;
  const lines = by(read.filter(({ row }) => row), source).map(([key, some]) => [...key.split('\t'), some.length]);
  return table([['repository'], ['licence'], ['files', 1]], lines);
}

const { version, rulebook, rules } = JSON.parse(run(['--version', '--json']));
const differing = read.filter(({ same }) => !same);
const miscounted = read.filter(differs);
const otherwise = read.filter((file) => file.kind !== 'other' && file.stated && isNamed(file));
const unnamed = read.filter(({ kind, named }) => kind === 'other' && named.length === 0);

const text = `# The corpus, file by file counted

Made by \`scripts/corpus\` on ${asOf} with deltoid ${version}, rulebook ${rulebook} (${rules} rules). The ${files.length} sample files are those of
public projects (the last table); they lie beside the project and are no part of it. Their manifest, which tells claims, lines and
defects, was made by other programs than deltoid. Every file was read by the command line and by the WebAssembly engine: ${differing.length === 0
    ? 'both say the same of each,\nbyte for byte' : `they differ on ${differing.length}`}. The claims are checked as on ${asOf}.

## Counted

${countTable()}

${miscounted.length === 0 ? 'No file is counted otherwise than its manifest row says.' : `Counted otherwise than stated: ${miscounted.map(({ name, stated, counted }) =>
    `\`${name}\` (${counted.claims} claims and ${counted.lines} lines, stated ${stated.claims} and ${stated.lines})`).join(', ')}.`} Files without a row are 837Ps
that were derived from others by adding an injection. FHIR files hold Claims and ExplanationOfBenefits; what is no claim for services of a
practice or hospital (pharmacy, dental, vision, requests for authorization) is counted, and named as not checked (SRC004).

${otherwise.length === 0 ? '' : `Named as something else: ${otherwise.map(({ name }) => `\`${name}\``).join(', ')}. The version in these files says
837I, their lines are dental (SV3): the claims are counted and named as 837D (X12005, X12006), and not read.`}

## Named, not read

${namedTable()}

${unnamed.length === 0 ? 'Each is named by X12006, and nothing in it is checked.' : `Not named: ${unnamed.map(({ name }) => `\`${name}\``).join(', ')}.`}

## Found, by family of rules

${findingTable()}

Most of the samples come from the authors of parsers: their NPIs and member ids are made up, which CLM006 and CLM007 say.

## Answers of payers

${answerTable()}

What does not add up is shown by \`deltoid replay\` as docs/replay.md says, "Sums". Samples whose amounts were made up for a parser do not.

## The manifest's defects

${defectTable()}

"Found" are those that a finding names, or for an answer of a payer the report of a replay; the last column says which.

${notFound.length === 0 ? 'None was missed.' : `Not found:\n\n${notFoundTable()}`}

## Where the files come from

${sourceTable()}
`;

if (out) writeFileSync(out, text);
else process.stdout.write(text);
const unexplained = notFound.filter(({ why }) => !why);
for (const { file, stated } of unexplained) process.stderr.write(`${file.name}: "${stated}" was not found\n`);
process.exitCode = differing.length + miscounted.length + unnamed.length + unexplained.length > 0 ? 1 : 0;
