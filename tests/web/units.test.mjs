// SPDX-License-Identifier: Apache-2.0
// The page's own small parts: dates, money, pointers, the index of findings, the list that keeps its places.
import assert from 'node:assert/strict';
import test from 'node:test';
import { importSource } from './support/modules.mjs';

test('a date is typed as digits and never guessed', async () => {
  const { readDate, showDate, addDays } = await importSource(`export * from './formats/dates.ts'`);
  for (const typed of ['091526', '09152026', '9/15/26', '09-15-2026', '2026-09-15']) {
    assert.equal(readDate(typed), '2026-09-15', typed);
  }
  for (const typed of ['', '0915', '0915202', '133126', '022926', 'soon'])
    assert.equal(readDate(typed), undefined, typed);
  assert.equal(readDate('020150', '2026-11-21'), '1950-02-01');
  assert.equal(readDate('020120', '2026-11-21'), '2020-02-01');
  assert.equal(showDate('2026-09-15'), '09/15/2026');
  assert.equal(showDate('0915'), '0915');
  assert.equal(addDays('2026-03-01', -1), '2026-02-28');
});

test('money is whole cents', async () => {
  const { readCents, showCents } = await importSource(`export * from './formats/money.ts'`);
  assert.deepEqual(
    ['12', '12.5', '1,234.50', '$3', '.01', '-2.00'].map(readCents),
    [1200, 1250, 123450, 300, 1, -200],
  );
  assert.deepEqual(['', '.', '1.005', 'x', '1.2.3'].map(readCents), [
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  assert.equal(showCents(123450), '1,234.50');
  assert.equal(showCents(5), '0.05');
});

test('boxes make values of what is typed, and show them again', async () => {
  const kinds = await importSource(`export * from './claim/fields.ts'`);
  assert.deepEqual(kinds.modifiers.read('2559'), ['25', '59']);
  assert.equal(kinds.modifiers.tidy('jz'), 'JZ');
  assert.deepEqual(kinds.pointers.read('a2'), ['A', 'B']);
  assert.equal(kinds.pointers.show([1, 3]), 'AC');
  assert.equal(kinds.money.show('120'), '120.00');
  assert.equal(kinds.money.show('12.345'), '12.345');
  assert.equal(kinds.date.show('2026-09-15'), '09/15/2026');
});

test('a pointer changes one place and shares the rest', async () => {
  const { valueAt, withValueAt } = await importSource(`export * from './claim/pointer.ts'`);
  const claim = { pos: '11', lines: [{ code: '96372' }, { code: 'J1885' }] };
  const changed = withValueAt(claim, '/lines/0/ndc/code', '123');
  assert.deepEqual(changed, {
    pos: '11',
    lines: [{ code: '96372', ndc: { code: '123' } }, { code: 'J1885' }],
  });
  assert.equal(changed.lines[1], claim.lines[1]);
  assert.deepEqual(withValueAt(claim, '/pos', ''), { lines: claim.lines });
  assert.deepEqual(withValueAt({}, '/diagnoses/0', 'M54.50'), { diagnoses: ['M54.50'] });
  assert.equal(valueAt(claim, '/lines/5/code'), undefined);
});

test('total charge follows the lines until somebody makes it differ', async () => {
  const { ClaimEditor } = await importSource(`export * from './claim/editor.ts'`);
  const editor = new ClaimEditor(() => {});
  editor.type('/lines/0/charge', '40');
  assert.equal(editor.claim.total_charge, '40.00');
  editor.type('/total_charge', '50.00');
  editor.type('/lines/0/charge', '41');
  assert.equal(editor.claim.total_charge, '50.00');
  editor.undo();
  editor.undo();
  assert.equal(editor.claim.total_charge, '40.00');
  editor.redo();
  assert.equal(editor.claim.total_charge, '50.00');
});

const finding = (more) =>
  JSON.stringify({
    kind: 'finding',
    file: 'b.837',
    claim: 'A-1',
    claim_index: 0,
    rule: 'BND003',
    name: 'visit-without-25',
    level: 'error',
    tags: ['chart'],
    line: 1,
    field: '/lines/0/modifiers',
    box: '24D',
    x12: null,
    at: null,
    message: 'm',
    why: 'w',
    fix: [],
    denial: null,
    amount: '120.00',
    confidence: 'verified',
    sources: [],
    evidence: [],
    other_claims: [],
    ...more,
  });

test('findings are indexed without being parsed, whatever their texts hold', async () => {
  const { FindingIndexer } = await importSource(`export * from './findings/indexer.ts'`);
  const lines = [
    finding({}),
    finding({ claim: 'x","level":"info\\', message: 'ends in a backslash \\', amount: null }),
    finding({ file: 'ü.837', claim_index: null, rule: 'X12001', level: 'warning', tags: [] }),
    finding({ level: 'info', tags: ['payer', 'not_evaluated'], message: '"amount":"1.00"' }),
    '{"kind":"summary","claims":1}',
  ];
  const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
  const indexer = new FindingIndexer();
  const { columns } = indexer.read(bytes);
  assert.deepEqual([...columns.level], [0, 0, 1, 2]);
  assert.deepEqual([...columns.tags], [1, 1, 0, 6]);
  assert.deepEqual([...columns.cents], [12000, -1, 12000, 12000]);
  assert.deepEqual([...columns.claim], [0, 0, -1, 0]);
  assert.deepEqual([...columns.rule], [0, 0, 1, 0]);
  assert.deepEqual([...columns.file], [0, 0, 1, 0]);
  assert.deepEqual(columns.newRules, ['BND003', 'X12001']);
  const third = new TextDecoder().decode(bytes.subarray(columns.start[2], columns.end[2]));
  assert.equal(JSON.parse(third).file, 'ü.837');
  assert.equal(new TextDecoder().decode(indexer.summary), lines.at(-1));
});

test('a cleared finding stays in its place, and new ones come where the engine has them', async () => {
  const { WorkedOff } = await importSource(`export * from './checker/worked-off.ts'`);
  const one = (rule) => ({ rule, claim_index: 0, line: 1, field: null });
  const list = new WorkedOff();
  const shown = () => list.places.map(({ finding: { rule }, done }) => (done ? `(${rule})` : rule)).join(' ');
  list.update([one('A'), one('B'), one('C')], false);
  list.update([one('A'), one('C')], true);
  assert.equal(shown(), 'A (B) C');
  list.update([one('A'), one('C'), one('D')], false);
  assert.equal(shown(), 'A (B) C D');
  list.update([one('D')], false);
  assert.equal(shown(), '(B) D');
});

test('CSV cells neither break out nor become formulas', async () => {
  const { csvRow } = await importSource(`export * from './out/csv.ts'`);
  assert.equal(csvRow(['b', '=1+1', -2, '-2.50', '-2-', '@x']), "b,'=1+1,-2,-2.50,'-2-,'@x\r\n");
  assert.equal(csvRow(['says "no", twice\nand ends', 'a,b']), '"says ""no"", twice\nand ends","a,b"\r\n');
});

test('rows are sorted by money, by claim and by rule', async () => {
  const { FindingStore, FindingIndexer, orderOf, verdicts } = await importSource(
    `export * from './findings/store.ts'; export * from './findings/indexer.ts'; export * from './findings/order.ts';
     export * from './findings/verdict.ts'`,
  );
  const lines = [
    finding({ rule: 'X', amount: '1.00' }),
    finding({ rule: 'A', amount: '9.00' }),
    finding({ rule: 'X', amount: '9.00' }),
  ];
  const store = new FindingStore();
  store.add(new FindingIndexer().read(new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''))));
  const order = async (sort, { rule = -1, text = '' } = {}) => [
    ...(await orderOf(
      store,
      { verdicts: new Set(verdicts), rule, text, sort },
      new AbortController().signal,
    )),
  ];
  assert.deepEqual(await order('money'), [1, 2, 0]);
  assert.deepEqual(await order('claim'), [0, 1, 2]);
  assert.deepEqual(await order('rule'), [1, 0, 2]);
  assert.deepEqual(await order('claim', { rule: 0 }), [0, 2]);
  assert.deepEqual(await order('money', { text: 'nowhere' }), []);
});
