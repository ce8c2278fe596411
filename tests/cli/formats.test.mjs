// SPDX-License-Identifier: Apache-2.0
// The formats for other programs and for paper: each is what its standard says, and none lets a claim's texts act.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';

import { claim, doubtful, faulty, file837 } from './support/claims.mjs';
import { goldenCases, readCsv, validator } from './support/formats.mjs';
import { check, findings, folder, summary } from './support/run.mjs';

const hostile = '=cmd|"/c calc"!A1,<script>alert(1)</script>\'&amp;\u0000\u0007\u009b\u202e]]>--></style>\ud83d\ude00';
const files = (names, format, cwd) => check(['--format', format, ...names], { cwd }).stdout;

/** Every golden case, and what a page or a pipe may hand in. */
function* cases(format) {
  for (const { name, folder: cwd, files: names } of goldenCases()) yield [name, files(names, format, cwd)];
  const inputs = { nothing: '', clean: claim(), faulty: faulty(), doubtful: doubtful(), hostile: faulty({ id: hostile }), 'no id': faulty({ id: '' }) };
  for (const [name, input] of Object.entries(inputs))
    yield [name, check(['--format', format, '-'], { input: typeof input === 'string' ? input : JSON.stringify(input) }).stdout];
}

test('every format has every finding', () => {
  for (const { name, folder: cwd, files: names } of goldenCases()) {
    const found = findings(files(names, 'jsonl', cwd));
    const sarif = JSON.parse(files(names, 'sarif', cwd)).runs[0].results;
    const fhir = JSON.parse(files(names, 'fhir', cwd)).issue;
    const csv = readCsv(files(names, 'csv', cwd)).slice(1);
    assert.deepEqual(sarif.map((one) => [one.ruleId, one.message.text]), found.map((one) => [one.rule, one.message]), name);
    assert.deepEqual(csv.map((row) => row[4]), found.map((one) => one.rule), name);
    if (found.length > 0) assert.deepEqual(fhir.map((one) => one.details.coding[0].code), found.map((one) => one.rule), name);
    assert.equal(files(names, 'html', cwd).split('<li class="finding">').length - 1, found.length, name);
  }
});

test('SARIF is as its schema has it', () => {
  const problems = validator('sarif-2.1.0.schema.json');
  for (const [name, text] of cases('sarif')) assert.deepEqual(problems(JSON.parse(text)), [], name);
  assert.notDeepEqual(problems({ version: '2.1.0', runs: [{ results: [] }] }), []);   // the validator is awake
});

test('SARIF is as its text has it where the schema is silent', () => {
  for (const [name, text] of cases('sarif')) {
    const [run] = JSON.parse(text).runs;
    const rules = new Set(run.tool.driver.rules.map((rule) => rule.id));
    assert.equal(rules.size, run.tool.driver.rules.length);
    for (const rule of run.tool.driver.rules)
      assert.ok(rule.help.text && rule.help.markdown.startsWith(`# ${rule.id}`) && rule.fullDescription.text, rule.id);
    for (const result of run.results) {
      assert.ok(rules.has(result.ruleId), name);
      assert.equal(result.level === 'none', 'kind' in result, name);   // 3.27.10
      for (const { physicalLocation: place } of result.locations ?? []) {
        if (!place) continue;
        assert.equal(run.artifacts[place.artifactLocation.index].location.uri, place.artifactLocation.uri, name);
        assert.ok(!place.region || !('byteOffset' in place.region), name);   // 3.30.4
      }
    }
    assert.equal(run.properties.summary.kind, 'summary');
  }
});

test('SARIF names files as URIs', (t) => {
  const here = folder(t);
  const name = 'a b%41#?:\u00fc"<x>.json';
  here.write(name, JSON.stringify(faulty()));
  const uriOf = (file) => JSON.parse(check(['--format', 'sarif', file], { cwd: here.path }).stdout).runs[0].artifacts[0].location.uri;
  assert.equal(uriOf(name), 'a%20b%2541%23%3F%3A%C3%BC%22%3Cx%3E.json');
  assert.equal(decodeURIComponent(new URL(uriOf(here.join(name))).pathname), here.join(name));
});

test('SARIF says what to do: the fix as the contract has it, and in words', () => {
  const input = { input: JSON.stringify(faulty()) };
  const [found] = findings(check(['--format', 'jsonl', '-'], input).stdout);
  const [result] = JSON.parse(check(['--format', 'sarif', '-'], input).stdout).runs[0].results;
  for (const key of ['tags', 'claim', 'claim_index', 'line', 'field', 'box', 'x12', 'fix', 'denial', 'amount', 'evidence'])
    assert.deepEqual(result.properties[key], found[key], key);
  assert.match(result.properties.fix_in_words[0], /^add modifier 25 to line 1/);
  assert.deepEqual(result.locations[0].logicalLocations.map((one) => [one.kind, one.fullyQualifiedName]),
    [['claim', '/claims/0'], ['line', '/claims/0/lines/0/modifiers']]);
});

test('an OperationOutcome is as FHIR R4 has it', () => {
  const problems = validator('fhir-r4-operation-outcome.schema.json');
  // hl7.org/fhir/R4/json.html: no null, nothing empty; datatypes.html: no control characters in a string.
  const walk = (value, path) => {
    assert.notEqual(value, null, path);
    if (typeof value === 'string') assert.match(value, /^[^\u0000-\u001f]+$/, path);
    else if (typeof value === 'object') {
      assert.notEqual(Object.keys(value).length, 0, path);
      for (const [key, below] of Object.entries(value)) walk(below, `${path}/${key}`);
    }
  };
  for (const [name, text] of cases('fhir')) {
    const outcome = JSON.parse(text);
    assert.deepEqual(problems(outcome), [], name);
    assert.ok(outcome.issue.length > 0, name);
    walk(outcome, name);
  }
  assert.notDeepEqual(problems({ resourceType: 'OperationOutcome' }), []);
});

test('a clean claim is one issue that says so', () => {
  const { issue } = JSON.parse(check(['--format', 'fhir', '-'], { input: JSON.stringify(claim()) }).stdout);
  assert.deepEqual([issue.length, issue[0].severity, issue[0].code], [1, 'information', 'informational']);
  assert.match(issue[0].details.text, /Nothing was found/);
});

test('CSV is RFC 4180: a header, rows of one length, lines that end in CRLF', () => {
  for (const [name, text] of cases('csv')) {
    const [header, ...rows] = readCsv(text);
    assert.equal(header[0], 'file', name);
    for (const row of rows) assert.equal(row.length, header.length, name);
  }
});

test('CSV says what to do in its last columns', () => {
  const [header, row] = readCsv(check(['--format', 'csv', '-'], { input: JSON.stringify(faulty()) }).stdout);
  assert.deepEqual(header.slice(-2), ['fix', 'other_claims']);
  assert.match(row.at(-2), /^add modifier 25 to line 1, if the chart shows it; or delete line 1$/);
});

test('no cell of a CSV is a formula', () => {
  for (const id of ['=1', '+1', '-1+1', '@x', '-', '\t=1', '\r=1', hostile]) {
    const [, row] = readCsv(check(['--format', 'csv', '-'], { input: JSON.stringify(faulty({ id })) }).stdout);
    assert.equal(row[1][0], "'", JSON.stringify(id));
    for (const cell of row) assert.doesNotMatch(cell, /^([=+@\t\r]|-(?![\d.]+$))/);
  }
});

test('the report runs nothing, fetches nothing, and its policy says so', () => {
  for (const [name, html] of cases('html')) {
    assert.doesNotMatch(html, /<script|<link|<img|<iframe|<object|<base|\son\w+=|javascript:|@import|url\(/i, name);
    const outside = html.replace(/xmlns="[^"]*"/g, '').match(/(?:src|href|action)="(?!#)[^"]*"/g);
    assert.equal(outside, null, name);
    const [, policy] = html.match(/Content-Security-Policy" content="([^"]*)"/);
    const [, style] = html.match(/<style>([^]*?)<\/style>/);
    const hash = createHash('sha256').update(style).digest('base64');
    assert.equal(policy, `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`, name);
    assert.match(html, /Contains patient information/);
    assert.ok(html.indexOf('<meta charset="utf-8">') < 1024);
  }
});

test('every anchor of the report leads somewhere, and no id is there twice', () => {
  for (const [name, html] of cases('html')) {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, name);
    for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) assert.ok(ids.includes(target), `${name}: #${target}`);
  }
});

test('hostile texts stand in the report as texts', (t) => {
  const here = folder(t);
  const path = 'x"><svg onload=alert(1)>.json';
  here.write(path, JSON.stringify(faulty({ id: hostile })));
  const html = files([path], 'html', here.path);
  assert.ok(html.includes('=cmd|&quot;/c calc&quot;!A1,&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;amp;\\u0000\\u0007\\u009b\u202e]]&gt;--&gt;&lt;/style&gt;\ud83d\ude00'));
  assert.ok(html.includes('x&quot;&gt;&lt;svg onload=alert(1)&gt;.json'));
  assert.equal(html.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/), null);
});

test('the report of a large batch: the first 20,000, whatever the jobs', (t) => {
  const here = folder(t);
  here.write('large.837', file837(60_000));
  const reports = ['1', '2'].map((jobs) => files(['--jobs', jobs, 'large.837'], 'html', here.path));
  assert.ok(reports[0] === reports[1]);
  const { errors, warnings, infos } = summary(files(['large.837'], 'jsonl', here.path));
  assert.ok(errors + warnings + infos > 20_000);
  assert.equal(reports[0].split('<li class="finding">').length - 1, 20_000);
  assert.ok(reports[0].includes(`the first 20,000 of ${(errors + warnings + infos).toLocaleString('en-US')} findings`));
});

test('a report without a finding says what was looked at', () => {
  const clean = check(['--format', 'html', '-'], { input: JSON.stringify(claim()) }).stdout;
  assert.match(clean, /<h1>No errors, no warnings<\/h1>/);
  assert.match(clean, /1 injection line is clean by the rules and the tables named below/);
  assert.match(clean, /ncci-ptp-practitioner/);
  const none = check(['--format', 'html', '-'], { input: JSON.stringify(claim({ lines: [claim().lines[0]], total_charge: '120.00' })) }).stdout;
  assert.match(none, /<h1>No injections in these claims<\/h1>/);
  assert.doesNotMatch(none, /Nothing was found/);
});

test('the day of the check stands in the report', () => {
  const input = { input: JSON.stringify(faulty()) };
  assert.match(check(['--format', 'html', '-'], input).stdout, /Checked as of 2026-09-20\./);
  assert.match(check(['--format', 'html', '--as-of', 'file', '-'], input).stdout, /the day on which each file says it was made/);
});
