// SPDX-License-Identifier: Apache-2.0
// The package in plain Node: check() of files, texts, streams and claims; findings as they come; cancel; refusals.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { zip } from '../cli/support/archives.mjs';
import { fees, quarter } from '../cli/support/official.mjs';
import { mixedFile } from './support/claims837.mjs';

const dist = new URL('../../web/dist/', import.meta.url);
const { check, explain, rules, DeltoidError } = await import(new URL('index.js', dist));
const options = { asOf: '2026-09-20' };
const text = mixedFile(60);

test('a text, bytes, a blob and a stream give the same findings', async () => {
  const bytes = new TextEncoder().encode(text);
  const inputs = [text, bytes, bytes.buffer, new Blob([bytes]), new Blob([bytes]).stream()];
  const results = await Promise.all(inputs.map((input) => check(input, options)));
  for (const { findings, summary } of results) {
    assert.equal(summary.claims, 60);
    assert.deepEqual(findings, results[0].findings);
  }
  assert.equal(
    results[0].findings.filter(({ level }) => level === 'error').length,
    results[0].summary.errors,
  );
});

test('a claim is an object', async () => {
  const claim = {
    id: 'A-1',
    payer: { class: 'medicare_b' },
    pos: '11',
    diagnoses: ['M54.50'],
    lines: [
      { code: '99213', units: '1', charge: '120.00', from: '2026-09-15', to: '2026-09-15', pointers: [1] },
      { code: '96372', units: '1', charge: '40.00', from: '2026-09-15', to: '2026-09-15', pointers: [1] },
      {
        code: 'J1885',
        modifiers: ['JZ'],
        units: '4',
        charge: '12.00',
        from: '2026-09-15',
        to: '2026-09-15',
        pointers: [1],
      },
    ],
  };
  const { findings } = await check(claim, options);
  assert.deepEqual(
    findings.filter(({ level }) => level === 'error').map(({ rule }) => rule),
    ['BND003'],
  );
});

test('spreadsheets and FHIR are read, told by their content or by the caller', async () => {
  const sheet = 'Kunde,Proc,DOS,Charges,Dx1,Pointer\nA-1,96372,9/15/2026,$40.00,M54.50,A\n';
  const told = await check(sheet, { ...options, columns: { Kunde: 'claim_id' } });
  assert.equal(told.summary.files[0].format, 'csv');
  assert.equal(told.findings.find(({ claim }) => claim)?.claim, 'A-1');
  assert.equal((await check('', { ...options, format: 'csv' })).summary.claims, 0);

  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ resource: { resourceType: 'Claim' } }],
  };
  const { summary } = await check(JSON.stringify(bundle), options);
  assert.equal(summary.files[0].format, 'fhir');
  assert.equal(summary.claims, 1);
});

test('administration records are joined to the lines that bill them', async () => {
  const claim = {
    id: 'A-1',
    payer: { class: 'medicare_b' },
    lines: [{ code: '96372', units: '1', charge: '40.00', from: '2026-09-15', pointers: [1] }],
  };
  const rules = async (documentation) =>
    (await check(claim, { ...options, documentation })).findings.map(({ rule }) => rule);
  const without = await rules(undefined);
  const joined = await rules(
    'claim_id,line,date,drug,doc_dose,doc_route\nA-1,1,2026-09-15,ketorolac,60 mg,IM\n',
  );
  assert.ok(!without.some((rule) => rule.startsWith('DOC')));
  assert.ok(
    joined.some((rule) => rule.startsWith('DOC')),
    joined.join(' '),
  );
});

test('several inputs are one batch, and findings come as they are found', async () => {
  const told = [];
  const progress = [];
  const { findings, summary } = await check([text, text], {
    ...options,
    onFindings: (batch) => told.push(...batch),
    onProgress: (one) => progress.push(one.bytes),
  });
  assert.deepEqual(findings, []);
  assert.equal(summary.claims, 120);
  assert.equal(told.length, summary.errors + summary.warnings + summary.infos);
  assert.ok(progress.length > 0);
});

test('a check can be cancelled', async () => {
  const cancel = new AbortController();
  const running = check(new Blob([text.repeat(400)]), { ...options, signal: cancel.signal });
  setTimeout(() => cancel.abort(), 5);
  await assert.rejects(running, { name: 'AbortError' });
});

test('options that do not serve are told with their place', async () => {
  await assert.rejects(check(text, { asOf: 'yesterday' }), (error) => {
    assert.ok(error instanceof DeltoidError);
    assert.match(error.problems[0].path, /as_of/);
    return true;
  });
});

test('rules explain themselves', async () => {
  const all = await rules();
  assert.ok(all.some(({ id }) => id === 'BND003'));
  const page = await explain('visit-without-25');
  assert.equal(page.id, 'BND003');
  assert.equal(await explain('nothing'), undefined);
});

test('the engine can be loaded by anybody, from a file too', async () => {
  const { load, instantiate } = await import(new URL('engine.js', dist));
  const engine = await instantiate(await load(new URL('engine.wasm', dist)));
  assert.equal(engine.open('{"as_of":"2026-09-20"}'), '');
  const { version } = JSON.parse(new TextDecoder().decode(engine.about()));
  const { version: packaged } = JSON.parse(await readFile(new URL('../package.json', dist), 'utf8'));
  assert.equal(version, packaged);
});

test('a file that vanishes while it is read is told, and the others are still checked', async () => {
  class Vanished extends Blob {
    slice() {
      return { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) };
    }
  }
  const seen = new Set();
  const running = check([new Vanished(['ISA']), text], {
    ...options,
    onFindings(batch) {
      for (const { file } of batch) seen.add(file);
    },
  });
  await assert.rejects(running, {
    name: 'DeltoidError',
    message: /claims-1: The file changed, moved or vanished/,
  });
  assert.ok(seen.has('claims-2'));
});

test('a stream may come in any pieces, as text too; one that breaks off is told, and so is one that is in use', async () => {
  const bytes = new TextEncoder().encode(text);
  const whole = await check(text, options);
  const pieces = (list) =>
    new ReadableStream({
      start(to) {
        for (const one of list) to.enqueue(one);
        to.close();
      },
    });
  for (const list of [
    [bytes],
    [bytes.subarray(0, 77), bytes.subarray(77)],
    [text.slice(0, 999), text.slice(999)],
  ]) {
    const { findings } = await check(pieces(list), options);
    assert.deepEqual(findings, whole.findings);
  }
  const broken = new ReadableStream({ start: (to) => to.error(new Error('the line went dead')) });
  const used = pieces([bytes]);
  used.getReader();
  for (const [stream, message] of [
    [broken, /the line went dead/],
    [used, /locked/i],
    [pieces([7]), /neither bytes nor text/],
  ])
    await assert.rejects(check([stream, text], options), { name: 'DeltoidError', message });
});

test('what cannot be an input is a finding, and what cannot be written as JSON is told', async () => {
  for (const input of [null, undefined, 42, true, '', [], {}, new Uint8Array()]) {
    const { summary } = await check(input, options);
    assert.equal(summary.kind, 'summary', String(input));
  }
  const ring = {};
  ring.ring = ring;
  await assert.rejects(check([text, ring], options), { name: 'DeltoidError', message: /^claims-2: .*JSON/ });
  await assert.rejects(check(text, { ...options, profile: ring }), { name: 'DeltoidError' });
  await assert.rejects(check(text, { ...options, payer: 'nobody' }), { name: 'DeltoidError' });
  await assert.rejects(check(text, { ...options, format: 'papyrus' }), { name: 'DeltoidError' });
});

test('tables are read before the claims, and refused with their line', async () => {
  const head = [
    '# pack: mue-practitioner',
    '# edition: 2031Q1',
    '# from: 2031-01-01',
    '# to: 2031-03-31',
    '# complete: no',
  ];
  const pack = [
    ...head,
    '# source: a test',
    '# confidence: professional',
    'code\tunits\tadjudication',
    '96372\t4\t3',
    '',
  ];
  const bytes = new TextEncoder().encode(pack.join('\n'));
  const { summary } = await check(text, { ...options, tables: [new Blob([bytes]), bytes] });
  assert.equal(summary.claims, 60);
  const wrong = new TextEncoder().encode(pack.join('\n').replace('96372\t4', '96372\tmany'));
  await assert.rejects(check(text, { ...options, tables: [wrong] }), (error) => {
    assert.equal(error.name, 'DeltoidError');
    assert.match(error.problems[0].path, /^tables-1:9/);
    return true;
  });
});

test('official files are tables, too, as published or zipped; what is wrong with one rejects with its place', async () => {
  const own = { ...options, asOf: '2026-11-20' };
  const tables = [
    ...quarter.map(([name, content]) => new File([zip([name, content])], name.replace('.txt', '.zip'))),
    new File([fees], 'PPRRVU2026_Jul_nonQPP.csv'),
  ];
  const { summary } = await check(text, { ...own, tables });
  const editions = summary.tables.map(({ name, edition }) => `${name} ${edition}`);
  assert.ok(editions.includes('ncci-ptp-practitioner 2027Q1'), 'four files are one edition');
  assert.ok(editions.includes('physician-fees 2026Q3'));
  assert.ok(Number(summary.medicare_amount_at_risk) > 0);
  const cut = new File([quarter[0][1].slice(0, -20)], quarter[0][0]);
  await assert.rejects(check(text, { ...own, tables: [cut] }), (error) => {
    assert.equal(error.name, 'DeltoidError');
    assert.deepEqual(error.problems, [
      {
        path: 'ccipra-v330r0-f1.txt:5',
        message: 'The file ends in the middle of a row: it was cut short.',
      },
    ]);
    return true;
  });
  const none = new TextEncoder().encode('hello\n');
  await assert.rejects(
    check(text, { ...own, tables: [none] }),
    /tables-1: This is none of the files that are read/,
  );
  await assert.rejects(check(text, { ...own, tables, signal: AbortSignal.abort() }), { name: 'AbortError' });
});

test('history is held against new claims and not counted; a listener that throws is told to the caller', async () => {
  const again = await check(text, { ...options, history: text });
  const alone = await check(text, options);
  assert.equal(again.summary.claims, 60);
  assert.ok(again.summary.errors + again.summary.warnings > alone.summary.errors + alone.summary.warnings);
  const onFindings = () => {
    throw new Error('mine');
  };
  await assert.rejects(check(text, { ...options, onFindings }), /mine/);
});

test('a signal that is over already stops it before it starts', async () => {
  const calls = [];
  const running = check(text, {
    ...options,
    signal: AbortSignal.abort(),
    onFindings: (some) => calls.push(some),
  });
  await assert.rejects(running, { name: 'AbortError' });
  assert.deepEqual(calls, []);
});
