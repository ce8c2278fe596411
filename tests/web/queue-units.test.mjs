// SPDX-License-Identifier: Apache-2.0
// What the work queue is made of: columns, order, corrections and files told by their bytes; without a browser.
import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { importSource } from './support/modules.mjs';

const {
  ClaimStore,
  Collector,
  FindingIndexer,
  FindingStore,
  RosterReader,
  companyOf,
  correctionOf,
  isSameClaim,
  kindOf,
  orderOf,
  orderOfClaims,
  partsOf,
  verdicts,
  withSort,
} = await importSource(`
  export { Collector } from './engine/collector.js';
  export { ClaimStore } from './findings/claim-store.js';
  export { orderOfClaims, withSort } from './findings/claim-order.js';
  export { isSameClaim } from './claim/same-claim.js';
  export { companyOf, correctionOf } from './findings/correction.js';
  export { FindingIndexer } from './findings/indexer.js';
  export { orderOf } from './findings/order.js';
  export { verdicts } from './findings/verdict.js';
  export { FindingStore } from './findings/store.js';
  export { RosterReader } from './findings/roster.js';
  export { kindOf } from './files/kinds.js';
  export { partsOf } from './files/parts.js';
`);

const finding = (claim, over = {}) => ({
  kind: 'finding',
  file: 'a.837',
  claim: `A-${claim}`,
  claim_index: claim,
  rule: 'BND003',
  name: 'visit-without-25',
  level: 'error',
  tags: [],
  line: 1,
  field: null,
  box: null,
  x12: null,
  at: null,
  message: 'Line 1 needs 25.',
  why: '',
  fix: [],
  denial: { line: 1, group: 'CO', carc: '236', rarc: [] },
  amount: '120.00',
  confidence: 'verified',
  sources: [],
  evidence: [],
  other_claims: [],
  ...over,
});

/** A store of these roster lines and findings, come in two stretches. */
function storeOf(lines, findings) {
  const roster = new RosterReader();
  const indexer = new FindingIndexer();
  const store = new FindingStore();
  const claims = new ClaimStore(store);
  for (const file of new Set(findings.map((one) => one.file).concat('a.837'))) roster.begin(file);
  const half = Math.ceil(findings.length / 2);
  const stretches = [
    [lines, findings.slice(0, half)],
    [[], findings.slice(half)],
  ];
  for (const [someLines, some] of stretches) {
    const text = (list) => list.map((one) => `${JSON.stringify(one)}\n`).join('');
    const batch = {
      ...indexer.read(new TextEncoder().encode(text(some))),
      claims: roster.read(new TextEncoder().encode(text(someLines))),
    };
    const first = store.size;
    store.add(batch);
    claims.add(batch, first);
  }
  return { store, claims };
}

const line = (index, over = {}) => {
  const { id = `A-${index}`, day = 20_000, last = 20_365, injection = 1, charges = [12_000, 4_000] } = over;
  return [
    0,
    index,
    id,
    `M-${index}`,
    'medicare_b',
    '04402',
    over.payer ?? 'MEDICARE',
    day,
    last,
    injection,
    charges,
  ];
};

test('a claim’s money at risk counts each line once, and all of them when the whole claim is denied', () => {
  const { claims } = storeOf(
    [line(0), line(1), line(2), line(3)],
    [
      finding(0),
      finding(0, { rule: 'UNT002', denial: { line: 1, group: 'CO', carc: '151', rarc: [] } }),
      finding(1, { line: null, denial: { line: null, group: 'CO', carc: '29', rarc: [] } }),
      finding(1),
      finding(2, { level: 'warning' }),
      finding(3, { denial: null }),
    ],
  );
  assert.deepEqual(
    [0, 1, 2, 3].map((row) => claims.risk(row)),
    [12_000, 16_000, 0, 0],
  );
  assert.deepEqual(
    [0, 1, 2, 3].map((row) => claims.problems(row)),
    [2, 2, 1, 1],
  );
});

test('findings find their claim though claims are missing and files differ', () => {
  const lines = [line(0), line(3), line(7), [1, 0, 'B-0', '', 'va', '', '', null, null, 1, []]];
  const { claims, store } = storeOf(lines, [
    finding(7),
    finding(5),
    finding(0, { file: 'b "x" é.837' }),
    finding(null, { claim: null, claim_index: null }),
    finding(3),
    finding(7, { rule: 'UNT002' }),
  ]);
  assert.deepEqual(
    Array.from({ length: store.size }, (_, at) => claims.claimOfFinding(at)),
    [2, -1, 3, -1, 1, 2],
  );
  assert.deepEqual([...claims.findingsOf(2)], [0, 5]);
  assert.deepEqual([...claims.findingsOf(0)], []);
  assert.equal(claims.file(3), 'b "x" é.837');
  assert.equal(claims.find('a.837', 7), 2);
  assert.equal(claims.find('a.837', 6), -1);
  assert.equal(claims.day(3), undefined);
});

test('texts of any alphabet come back as they were', () => {
  const ids = ['Ä-1', '', '日本', 'plain', '𝔘-2'];
  const { claims } = storeOf(
    ids.map((id, at) => line(at, { id })),
    [],
  );
  assert.deepEqual(
    ids.map((_, row) => claims.id(row)),
    ids,
  );
  assert.equal(claims.subscriber(3), 'M-3');
});

test('what is not known comes last, whichever way round', async () => {
  const days = [20_003, null, 20_001, 20_002, null];
  const { claims, store } = storeOf(
    days.map((last, at) => line(at, { last })),
    [],
  );
  const query = { bucket: 'all', rule: -1, payer: -1, text: '', hideResolved: false };
  const by = async (...sort) =>
    Array.from(await orderOfClaims(claims, store, { ...query, sort }, new AbortController().signal));
  assert.deepEqual(await by({ key: 'left', down: false }), [2, 3, 0, 1, 4]);
  assert.deepEqual(await by({ key: 'left', down: true }), [0, 3, 2, 1, 4]);
  assert.deepEqual(await by({ key: 'left', down: true }, { key: 'file', down: true }), [0, 3, 2, 4, 1]);
});

test('claim numbers sort as people count, however many there are', async () => {
  const numbers = Array.from({ length: 5000 }, (_, at) => (at * 7919) % 5000);
  const { claims, store } = storeOf(
    numbers.map((number, at) => line(at, { id: `A-${number}` })),
    [],
  );
  const query = { bucket: 'all', rule: -1, payer: -1, text: '', hideResolved: false };
  const sort = [{ key: 'claim', down: false }];
  const order = await orderOfClaims(claims, store, { ...query, sort }, new AbortController().signal);
  assert.deepEqual(
    Array.from(order, (row) => claims.id(row)),
    numbers.map((_, at) => `A-${at}`),
  );
});

test('an order that nobody waits for any more is given up', async () => {
  const { claims, store } = storeOf(
    Array.from({ length: 20_000 }, (_, at) => line(at)),
    [],
  );
  const control = new AbortController();
  const query = { bucket: 'all', rule: -1, payer: -1, text: 'x', hideResolved: false, sort: [] };
  const running = orderOfClaims(claims, store, query, control.signal);
  control.abort();
  await assert.rejects(running, { name: 'AbortError' });
});

test('a column is turned round, added behind others, or takes their place', () => {
  const money = { key: 'risk', down: true };
  assert.deepEqual(withSort([money], 'risk', true), [{ key: 'risk', down: false }]);
  assert.deepEqual(withSort([money], 'claim', false), [money, { key: 'claim', down: false }]);
  assert.deepEqual(withSort([money, { key: 'claim', down: false }], 'claim', false), [
    money,
    { key: 'claim', down: true },
  ]);
  assert.deepEqual(withSort([money, { key: 'claim', down: false }], 'payer', true), [
    { key: 'payer', down: false },
  ]);
});

test('what the batch alone says stays beside a corrected claim; what another claim answers does not count', () => {
  const own = finding(4);
  const duplicate = finding(4, {
    rule: 'CLM002',
    line: null,
    message: 'Billed already.',
    denial: { line: null, group: 'CO', carc: '18', rarc: [] },
  });
  const noDrug = finding(0, { rule: 'DRG001', message: 'No drug line.' });
  const alone = [finding(0), noDrug];
  const company = companyOf([own, duplicate], alone);
  assert.deepEqual(
    company.standing.map(({ rule }) => rule),
    ['CLM002'],
  );
  assert.deepEqual(
    company.answeredFindings.map(({ rule }) => rule),
    ['DRG001'],
  );

  const claim = { lines: [{ charge: '120.00' }, { charge: '40' }] };
  const still = correctionOf(claim, [noDrug], company, true);
  assert.deepEqual([still.verdict, still.risk, still.problems], ['deny', 16_000, 1]);
  assert.deepEqual(
    still.findings.map(({ rule }) => rule),
    ['CLM002'],
  );
  const alright = correctionOf(claim, [noDrug], { ...company, standing: [] }, true);
  assert.deepEqual([alright.verdict, alright.risk, alright.problems], ['clean', 0, 0]);
  assert.equal(correctionOf(claim, [], { ...company, standing: [] }, false).verdict, 'unchecked');
});

test('a corrected claim’s row and findings are those of the claim as it is now, and go back with it', async () => {
  const { claims, store } = storeOf(
    [line(0), line(1)],
    [finding(0), finding(0, { rule: 'MOD001', level: 'warning' }), finding(1)],
  );
  const signal = new AbortController().signal;
  const listed = async () => {
    const query = { verdicts: new Set(verdicts), rule: -1, text: '', sort: 'claim' };
    return [...(await orderOf(store, query, signal))].map((row) => [
      store.finding(row).rule,
      store.risk(row),
    ]);
  };
  const filed = await listed();
  const before = [claims.verdict(0), claims.risk(0), claims.top(0), claims.id(0), claims.lastDay(0)];
  const company = { standing: [], answered: new Set(), answeredFindings: [] };
  const claim = {
    id: 'A-9',
    payer: { name: 'AETNA', class: 'commercial' },
    lines: [{ charge: '10', from: '2026-09-16' }],
  };
  const said = finding(0, { rule: 'UNT002', amount: '10.00', file: null, claim: 'A-9' });
  for (const round of [1, 2]) {
    claims.correct(0, correctionOf(claim, round === 1 ? [said, said] : [said], company, true));
    assert.deepEqual(
      [claims.id(0), claims.billed(0), claims.lines(0), claims.risk(0)],
      ['A-9', 1000, 1, 1000],
    );
    assert.equal(claims.payers[claims.payer(0)].name, 'AETNA');
    assert.equal(store.finding(claims.top(0)).rule, 'UNT002');
    assert.equal(store.finding(claims.top(0)).file, 'a.837');
  }
  assert.equal(claims.filedId(0), 'A-0');
  assert.equal(claims.lastDay(0), undefined);
  assert.deepEqual(await listed(), [
    ['BND003', 12_000],
    ['UNT002', 1000],
  ]);
  assert.equal(store.standing, 2);
  assert.equal(store.counts.get('may') ?? 0, 0);
  assert.equal(store.ruleCounts.get(store.rules.indexOf('UNT002')), 1);
  const query = {
    bucket: 'all',
    rule: store.rules.indexOf('MOD001'),
    payer: -1,
    text: '',
    hideResolved: false,
  };
  assert.deepEqual([...(await orderOfClaims(claims, store, { ...query, sort: [] }, signal))], []);

  claims.correct(0, undefined);
  assert.deepEqual(await listed(), filed);
  assert.deepEqual(
    [claims.verdict(0), claims.risk(0), claims.top(0), claims.id(0), claims.lastDay(0)],
    before,
  );
  assert.deepEqual([...claims.findingsOf(0)], [0, 1]);
});

test('however much was found at the end, it comes in parts that a page takes at once, and whole', () => {
  const sent = [];
  const collector = new Collector((batch, progress) => sent.push({ batch, progress }));
  const hooks = collector.hooks(undefined);
  const count = 6000;
  const text = (lines) => new TextEncoder().encode(lines.map((one) => `${JSON.stringify(one)}\n`).join(''));
  hooks.onFile('a.837');
  hooks.onRoster(text([line(0), line(1)]));
  hooks.onOutput(text(Array.from({ length: count }, (_, at) => finding(at, { why: 'é'.repeat(200) }))));
  hooks.onOutput(text([{ kind: 'summary', claims: 2 }]));
  assert.equal(JSON.parse(new TextDecoder().decode(collector.end())).claims, 2);
  assert.ok(sent.length > 3, String(sent.length));
  for (const { batch } of sent) assert.ok(batch.bytes.length < (1 << 20) + 2000);
  assert.deepEqual(
    sent.map(({ batch }) => batch.claims.index.length),
    [2, ...Array(sent.length - 1).fill(0)],
  );
  const store = new FindingStore();
  for (const { batch } of sent) store.add(batch);
  assert.equal(store.size, count);
  assert.equal(store.finding(count - 1).claim_index, count - 1);
  assert.equal(sent.at(-1).progress.findings, count);
});

test('a claim that was changed and changed back is the same claim', () => {
  const claim = { id: 'A', lines: [{ code: '99213', modifiers: ['25'], note: '' }], pos: '11' };
  assert.ok(
    isSameClaim(claim, { pos: '11', lines: [{ modifiers: ['25'], code: '99213' }], id: 'A', note: null }),
  );
  assert.ok(!isSameClaim(claim, { ...claim, lines: [{ code: '99213' }] }));
});

test('a file is what its first bytes say', () => {
  assert.equal(kindOf(gzipSync('x')), 'gzip');
  assert.equal(kindOf(Buffer.from('%PDF-1.7')), 'pdf');
  assert.equal(kindOf(Buffer.from('ISA*00*')), 'plain');
  assert.equal(kindOf(Buffer.from('{"id":1}')), 'plain');
  assert.equal(kindOf(Buffer.from('')), 'plain');
});

test('a .gz gives what was packed, in slices of a size, and counts what it took', async () => {
  const text = 'ISA*00*'.repeat(1 << 19);
  const blob = new Blob([gzipSync(text)]);
  const meter = { taken: 0 };
  const pieces = [];
  for await (const part of partsOf('a.gz', blob, meter))
    for await (const slice of part.slices) pieces.push(Buffer.from(slice));
  assert.equal(Buffer.concat(pieces).toString(), text);
  assert.ok(pieces.slice(0, -1).every(({ length }) => length >= 1 << 20));
  assert.equal(meter.taken, blob.size);
});

test('without an unpacker a .zip is refused, not read as text', async () => {
  const parts = [];
  for await (const part of partsOf('a.zip', new Blob([Buffer.from('504b0304', 'hex')]), { taken: 0 }))
    parts.push(part);
  assert.deepEqual(parts, [{ name: 'a.zip', reason: 'packed' }]);
});
