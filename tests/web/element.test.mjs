// SPDX-License-Identifier: Apache-2.0
// <deltoid-checker> in somebody else's page: served, under a strict policy, in a form of theirs, and handed whatever a
// host may hand it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import { mixedFile } from './support/claims837.mjs';
import { serveHost, strict } from './support/host.mjs';
import { require } from './support/modules.mjs';
import { launch } from './support/page.mjs';

const page = (body) => `<!doctype html><html lang="en"><title>A portal</title><body>${body}
  <script type="module" src="/host.mjs"></script></body></html>`;

const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');

let browser;
let host;

before(async () => {
  browser = await launch();
  host = await serveHost({
    '/': page(`
      <form action="/sent"><label for="c">Claim</label>
        <fieldset><deltoid-checker id="c" name="claim" as-of="2026-09-20"></deltoid-checker></fieldset>
        <button>Send</button>
      </form>
      <deltoid-checker id="second" as-of="2026-09-20" payer-class="commercial"></deltoid-checker>`),
    '/host.mjs': `import '/element.js'; import { check } from '/index.js'; window.check = check;`,
    '/early': `<!doctype html><title>A portal</title><deltoid-checker as-of="2026-09-20"></deltoid-checker>
      <script src="/early.js"></script><script type="module" src="/host.mjs"></script>`,
    '/early.js': `document.querySelector('deltoid-checker').value = { id: 'EARLY', lines: [{ code: '96372' }] };`,
    '/blocked': [
      page('<deltoid-checker as-of="2026-09-20"></deltoid-checker>'),
      strict.replace(" 'wasm-unsafe-eval'", ''),
    ],
    '/shadow': page('<portal-claim></portal-claim>'),
    '/worker': [
      page(''),
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'none'",
    ],
    '/worker.mjs': [
      `import { check } from '/index.js';
       onmessage = async ({ data }) => postMessage((await check(data, { asOf: '2026-09-20' })).summary.claims);`,
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'none'",
    ],
    '/elsewhere': '<!doctype html><title>Elsewhere</title>',
  });
});

after(async () => {
  await browser?.close();
  host?.close();
});

/** The host's page at `path`, ready, with `claim` on the window. */
async function open(path = '') {
  const opened = await browser.newPage();
  opened.setDefaultTimeout(20_000);
  opened.complaints = [];
  opened.on('pageerror', (error) => opened.complaints.push(error.message));
  await opened.goto(host.address + path);
  await opened.waitForFunction(() => customElements.get('deltoid-checker') && window.check);
  await opened.evaluate((value) => {
    window.claim = value;
    window.checker = document.querySelector('deltoid-checker');
  }, claim);
  return opened;
}

const claim = {
  id: 'A-1',
  payer: { class: 'medicare_b' },
  pos: '11',
  diagnoses: ['M54.50'],
  lines: ['99213', '96372'].map((code) => ({
    code,
    units: '1',
    charge: '10.00',
    from: '2026-09-15',
    to: '2026-09-15',
    pointers: [1],
  })),
};

test('a form gets the claim as its value and the verdict as its validity', async () => {
  const page = await open();
  const got = await page.evaluate(async () => {
    const form = document.querySelector('form');
    checker.value = claim;
    const before = await checker.check();
    const invalid = !form.checkValidity();
    const message = checker.validationMessage;
    checker.value = { ...claim, lines: [{ ...claim.lines[0], modifiers: ['25'] }, claim.lines[1]] };
    const after = await checker.check();
    const sent = JSON.parse(new FormData(form).get('claim'));
    const errors = ({ findings }) =>
      findings.filter(({ level }) => level === 'error').map(({ rule }) => rule);
    return { before: errors(before), invalid, message, after: errors(after), sent: sent.lines[0].modifiers };
  });
  assert.ok(got.before.includes('BND003') && !got.after.includes('BND003'), JSON.stringify(got));
  assert.equal(got.invalid, true);
  assert.match(got.message, /99213/);
  assert.deepEqual(got.sent, ['25']);
  await page.close();
});

test('a form that cannot be sent leads to the box', async () => {
  const page = await open();
  await page.evaluate(async () => {
    checker.value = claim;
    await checker.check();
  });
  await page.getByRole('button', { name: 'Send' }).click();
  const box = await page.evaluate(() => checker.shadowRoot.activeElement?.dataset.pointer);
  assert.equal(box, '/lines/0/modifiers');
  assert.equal(page.url(), host.address);
  await page.close();
});

test('reset empties it, a disabled fieldset locks it, and neither forgets that the host wants it read-only', async () => {
  const page = await open();
  const got = await page.evaluate(async () => {
    const seen = [];
    const locked = async () => {
      await checker.updateComplete;
      seen.push(checker.shadowRoot.querySelector('[data-pointer="/pos"]').readOnly);
    };
    const fieldset = document.querySelector('fieldset');
    checker.value = claim;
    await locked();
    fieldset.disabled = true;
    await locked();
    checker.setAttribute('readonly', '');
    fieldset.disabled = false;
    await locked();
    checker.readOnly = false;
    await locked();
    document.querySelector('form').reset();
    return { seen, lines: checker.value.lines };
  });
  assert.deepEqual(got, { seen: [false, true, true, false], lines: [] });
  await page.close();
});

test('the browser is given nothing to keep for the way back', async () => {
  const page = await open();
  await page.evaluate(async () => {
    checker.value = claim;
    await checker.check();
  });
  await page.goto(`${host.address}elsewhere`);
  await page.goBack();
  await page.waitForFunction(() => customElements.get('deltoid-checker'));
  const lines = await page.evaluate(() => document.querySelector('deltoid-checker').value.lines);
  assert.deepEqual(lines, []);
  await page.close();
});

test('events come out of shadow roots, and what they carry is the listener’s own', async () => {
  const page = await open('shadow');
  const got = await page.evaluate(async () => {
    const root = document.querySelector('portal-claim').attachShadow({ mode: 'open' });
    const inner = document.createElement('deltoid-checker');
    inner.asOf = '2026-09-20';
    const heard = [];
    for (const name of ['deltoid-check', 'deltoid-finding', 'deltoid-clear'])
      document.addEventListener(name, ({ type, detail }) => {
        heard.push(type === 'deltoid-finding' ? `${type} ${detail.rule}` : type);
        if (type === 'deltoid-check') detail.findings.length = 0;
      });
    root.append(inner);
    inner.value = claim;
    await inner.check();
    const shown = inner.shadowRoot.querySelectorAll('li.finding').length;
    const { length } = inner.findings;
    const stolen = inner.value;
    stolen.lines[0].code = 'changed';
    inner.clear();
    return {
      heard: [...new Set(heard)],
      shown,
      length,
      code: claim.lines[0].code,
      after: inner.value.lines.length,
    };
  });
  assert.ok(got.heard.includes('deltoid-finding BND003'), JSON.stringify(got));
  assert.ok(got.heard.includes('deltoid-check') && got.heard.includes('deltoid-clear'));
  assert.ok(got.shown >= 1 && got.length >= got.shown);
  assert.deepEqual([got.code, got.after], ['99213', 0]);
  await page.close();
});

test('it works again after it was taken out and put back', async () => {
  const page = await open();
  const rules = await page.evaluate(async () => {
    const element = document.querySelector('#second');
    element.remove();
    element.value = claim;
    document.body.append(element);
    const { findings } = await element.check();
    document.body.prepend(element);
    element.remove();
    const out = await element.check();
    return [findings, out.findings].map((found) => found.some(({ rule }) => rule === 'BND003'));
  });
  assert.deepEqual(rules, [true, true]);
  await page.close();
});

test('copies on one page share one engine, and clearing one leaves the other’s claim alone', async () => {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    window.compiled = 0;
    const { compile } = WebAssembly;
    WebAssembly.compile = (...given) => {
      window.compiled++;
      return compile(...given);
    };
  });
  await page.goto(host.address);
  await page.waitForFunction(() => window.check);
  const got = await page.evaluate(async (claim) => {
    const [first, second] = document.querySelectorAll('deltoid-checker');
    const third = document.createElement('deltoid-checker');
    third.asOf = '2026-09-20';
    document.body.append(third);
    for (const one of [first, second, third]) one.value = { ...claim, id: one.id };
    await Promise.all([first.check(), second.check(), third.check()]);
    first.clear();
    second.value = { ...claim, id: 'other' };
    const { findings } = await second.check();
    return {
      compiled: window.compiled,
      id: second.value.id,
      found: findings.length,
      first: first.value.lines.length,
    };
  }, claim);
  assert.equal(got.compiled, 1);
  assert.equal(got.id, 'other');
  assert.ok(got.found > 0);
  assert.equal(got.first, 0);
  await page.close();
});

test('what a host set before the element was known is not lost', async () => {
  const page = await open('early');
  const id = await page.evaluate(() => checker.check().then(() => checker.value.id));
  assert.equal(id, 'EARLY');
  await page.close();
});

test('nonsense from a host is said in a sentence, and nothing that was typed is lost', async () => {
  const page = await open();
  const got = await page.evaluate(async () => {
    const text = () => checker.shadowRoot.querySelector('.checker').innerText;
    const said = {};
    const refused = async (name, set, unset) => {
      set();
      said[name] = await checker.check().then(
        () => 'taken',
        ({ name, problems }) => `${name} ${problems[0].path}`,
      );
      await checker.updateComplete;
      said[`${name} shown`] = /could not start/.test(text()) || text();
      unset();
      said[`${name} mended`] = (await checker.check()).findings.length > 0;
    };
    const ring = {};
    ring.ring = ring;
    checker.value = claim;
    await checker.check();
    await refused(
      'profile name',
      () => checker.setAttribute('profile', 'nonsense'),
      () => checker.removeAttribute('profile'),
    );
    await refused(
      'profile',
      () => {
        checker.profile = 42;
      },
      () => {
        checker.profile = null;
      },
    );
    await refused(
      'profile ring',
      () => {
        checker.profile = ring;
      },
      () => {
        checker.profile = undefined;
      },
    );
    await refused(
      'payer',
      () => {
        checker.payerClass = { a: 1 };
      },
      () => {
        checker.payerClass = '';
      },
    );
    await refused(
      'day',
      () => {
        checker.asOf = 'yesterday';
      },
      () => {
        checker.asOf = '2026-09-20';
      },
    );
    await refused(
      'tables',
      () => {
        checker.tables = 'x';
      },
      () => {
        checker.tables = null;
      },
    );
    await refused(
      'a table',
      () => {
        checker.tables = [7];
      },
      () => {
        checker.tables = [];
      },
    );
    await refused(
      'a text',
      () => {
        checker.tables = [new Blob(['no pack'])];
      },
      () => {
        checker.tables = undefined;
      },
    );
    checker.lang = 'tlh';
    checker.name = 7;
    said.kept = checker.value.lines.length;
    return said;
  });
  for (const [name, path] of [
    ['profile name', '/profile'],
    ['profile', '/profile'],
    ['profile ring', '/profile'],
    ['payer', '/payer'],
    ['day', '/as_of'],
    ['tables', '/tables'],
    ['a table', '/tables/0'],
  ])
    assert.equal(got[name], `DeltoidError ${path}`, name);
  assert.match(got['a text'], /^DeltoidError /);
  for (const [name, value] of Object.entries(got))
    if (/(shown|mended)$/.test(name)) assert.equal(value, true, `${name}: ${value}`);
  assert.equal(got.kept, 2);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('a value that is no claim is left out and named', async () => {
  const page = await open();
  const got = await page.evaluate(async () => {
    const told = [];
    const ring = {};
    ring.ring = ring;
    const values = [
      42,
      [],
      'no JSON',
      ring,
      { lines: 'x' },
      { lines: [null, 7, { code: '96372', modifiers: '25' }] },
      { payer: [] },
    ];
    for (const value of [...values, null, undefined, '', JSON.stringify(claim)]) {
      checker.value = value;
      await checker.check();
      const { innerText = '' } = checker.shadowRoot.querySelector('.notice') ?? {};
      told.push([/\(expected: .*\)/.exec(innerText)?.[0] ?? '', checker.value.lines.length]);
    }
    return told;
  });
  assert.deepEqual(
    got.map(([, lines]) => lines),
    [0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 2],
  );
  assert.ok(
    got.slice(0, 7).every(([said]) => said),
    JSON.stringify(got),
  );
  assert.ok(
    got.slice(7).every(([said]) => !said),
    JSON.stringify(got),
  );
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('the same claim again is no new one: what is typed stays', async () => {
  const page = await open();
  await page.evaluate(async () => {
    checker.value = claim;
    await checker.check();
    checker.addEventListener('deltoid-check', () => {
      const { value } = checker;
      checker.value = value; // as a framework does that binds it both ways
    });
  });
  const box = page.getByLabel('Modifiers').first();
  await box.pressSequentially('2559');
  await page.evaluate(() => checker.check());
  assert.equal(await box.inputValue(), '25 59');
  assert.ok(await page.getByRole('button', { name: 'Undo' }).first().isEnabled());
  await page.close();
});

test('profile and tables go into the check', async () => {
  const page = await open();
  const got = await page.evaluate(async () => {
    const editions = ({ summary }) => summary.tables.map(({ edition }) => edition);
    const pack = [
      '# pack: mue-practitioner',
      '# edition: 2031Q1',
      '# from: 2031-01-01',
      '# to: 2031-03-31',
      '# complete: no',
      '# source: a test',
      '# retrieved: 2026-11-21',
      '# confidence: professional',
      'code\tunits\tadjudication',
      '96372\t4\t3',
      '',
    ].join('\n');
    checker.value = claim;
    const plain = await checker.check();
    checker.tables = [new File([pack], 'mue_2031.tsv')];
    const loaded = await checker.check();
    const day = { from: '2031-02-01', to: '2031-02-01' };
    checker.asOf = '2031-02-10';
    checker.value = { ...claim, lines: claim.lines.map((line) => ({ ...line, ...day })) };
    const later = await checker.check();
    checker.setAttribute('profile', '{"rules":{"BND003":"off"}}');
    const silenced = await checker.check();
    checker.setAttribute('profile', 'aetna');
    const named = await checker.check();
    const has = ({ findings }) => findings.some(({ rule }) => rule === 'BND003');
    return {
      plain: has(plain),
      silenced: has(silenced),
      named: has(named),
      loaded: editions(loaded).concat(editions(later)).includes('2031Q1'),
      before: editions(plain).includes('2031Q1'),
    };
  });
  assert.deepEqual(got, { plain: true, silenced: false, named: true, loaded: true, before: false });
  await page.close();
});

test('open() checks a file as it goes, and shows its first claim, whatever the format', async () => {
  const page = await open();
  const got = await page.evaluate(async (x12) => {
    const heard = { progress: 0, findings: 0 };
    checker.addEventListener('deltoid-progress', ({ detail }) => {
      heard.progress++;
      heard.claims = detail.claims;
    });
    checker.addEventListener('deltoid-finding', ({ detail }) => {
      if (detail.file !== 'claim') heard.findings++;
    });
    const notice = () =>
      checker.updateComplete.then(() => checker.shadowRoot.querySelector('.notice')?.innerText);
    const json = JSON.stringify({ claims: [claim, { ...claim, id: 'A-2' }] });
    const first = await checker.open(new File([json], 'two.json'));
    const said = await notice();
    const shown = checker.value.id;
    const whole = await checker.open(new File([x12], 'sixty.837'));
    const saidOfWhole = await notice();
    const first837 = checker.value;
    const packed = new Response(new Blob([x12]).stream().pipeThrough(new CompressionStream('gzip')));
    checker.value = null;
    await checker.open(await packed.blob()); // without a name
    const packed837 = checker.value.id;
    const ended = checker.open(new File([x12.repeat(300)], 'long.837')).catch(({ name }) => name);
    checker.clear();
    const name = await ended;
    const after = await notice();
    const noFile = await checker.open('no file').catch((error) => error.name);
    return {
      said,
      shown,
      first837: [first837.id, first837.lines.map(({ code }) => code).join()],
      packed837,
      saidOfWhole,
      claims: [first.summary.claims, whole.summary.claims, heard.claims],
      heard: heard.progress > 0 && heard.findings === first.findings.length + 2 * whole.findings.length,
      ended: name,
      after,
      noFile,
      last: await notice(),
    };
  }, mixedFile(60));
  assert.deepEqual(got.claims, [2, 60, 60]);
  assert.match(
    got.said,
    /^two\.json: 2 claims checked, 4 will deny, 2 to look at\. The first claim is shown here\.$/,
  );
  assert.equal(got.shown, 'A-1');
  assert.deepEqual(got.first837, ['A-20000', '99213,96372,J1885']);
  assert.equal(got.packed837, 'A-20000');
  assert.match(got.saidOfWhole, /^sixty\.837: 60 claims checked.* The first claim is shown here\.$/);
  assert.equal(got.heard, true);
  assert.deepEqual([got.ended, got.after, got.noFile], ['AbortError', undefined, 'DeltoidError']);
  assert.match(got.last, /open\(\) takes a File/);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('where a policy forbids WebAssembly it says so, turns no wheel, and keeps nobody from sending', async () => {
  const page = await open('blocked');
  const got = await page.evaluate(async () => {
    checker.value = claim;
    const { name, problems } = await checker.check().catch((error) => error);
    const text = checker.shadowRoot.querySelector('.findings').innerText;
    const batch = await check(claim).catch((error) => error.problems[0].path);
    return {
      name,
      path: problems[0].path,
      text,
      batch,
      valid: checker.checkValidity(),
      lines: checker.value.lines.length,
    };
  });
  assert.deepEqual([got.name, got.path, got.batch], ['DeltoidError', 'engine', 'engine']);
  assert.match(got.text, /The checker could not start[\s\S]*WebAssembly/);
  assert.doesNotMatch(got.text, /Starting/);
  assert.deepEqual([got.valid, got.lines], [true, 2]);
  await page.getByLabel('Code 24D').first().fill('J1885');
  assert.equal(await page.evaluate(() => checker.value.lines[0].code), 'J1885');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('check() runs without a worker where the host forbids one', async () => {
  const page = await open();
  const claims = await page.evaluate(async () => (await check(claim, { asOf: '2026-09-20' })).summary.claims);
  assert.equal(claims, 1);
  await page.close();
});

test('check() runs in a worker of the host', async () => {
  const page = await open('worker');
  const claims = await page.evaluate(() => {
    const worker = new Worker('/worker.mjs', { type: 'module' });
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage([claim, new Blob([JSON.stringify(claim)])]);
    });
  });
  assert.equal(claims, 2);
  await page.close();
});

test('what it says of a file and of a wrong value is accessible, too', async () => {
  const page = await open();
  await page.evaluate(() => {
    for (const other of document.querySelectorAll('#second, form > button')) other.remove();
    document.body.prepend(Object.assign(document.createElement('h1'), { textContent: 'A portal' }));
  });
  await page.evaluate(axe);
  for (const say of [
    () => {
      checker.value = { ...claim, payer: [] };
    },
    () => {
      checker.notice = {
        kind: 'reading',
        file: 'a.837',
        progress: { bytes: 1, totalBytes: 3, claims: 1000 },
      };
    },
    () => checker.open(new Blob(['no claim at all'])),
  ]) {
    await page.evaluate(say);
    await page.evaluate(() => checker.check());
    const violations = await page.evaluate(async () => {
      const { violations } = await window.axe.run({ include: [['#c']] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
    });
    assert.deepEqual(violations, []);
  }
  await page.close();
});
