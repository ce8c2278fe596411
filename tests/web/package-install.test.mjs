// SPDX-License-Identifier: Apache-2.0
// The package in other people's hands: packed, installed into an empty folder, then imported by plain Node, compiled by
// TypeScript without our libraries, and bundled by vite, webpack and esbuild into pages that are opened.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { installPackage, run, web } from './support/installed.mjs';
import { require } from './support/modules.mjs';
import { launch } from './support/page.mjs';

const claim = {
  payer: { class: 'medicare_b' },
  pos: '11',
  diagnoses: ['M54.50'],
  lines: ['99213', '96372'].map((code) => ({
    code,
    units: 1,
    charge: 40,
    from: '2026-09-15',
    to: '2026-09-15',
    pointers: ['A'],
  })),
};

/** A portal's own script: the rules that speak, by check(), by the element and by the frame. */
const app = `
  import { check } from 'deltoid';
  import 'deltoid/element';
  import { embed } from 'deltoid/embed';
  const claim = ${JSON.stringify(claim)};
  const errors = (findings) => findings.filter(({ level }) => level === 'error').map(({ rule }) => rule).join();
  async function show() {
    const checked = errors((await check(claim, { asOf: '2026-09-20' })).findings);
    const element = document.createElement('deltoid-checker');
    element.asOf = '2026-09-20';
    element.value = claim;
    document.body.append(element);
    const typed = errors((await element.check()).findings);
    const frame = embed(document.body, { asOf: '2026-09-20', ...(globalThis.frameAt ? { src: globalThis.frameAt } : {}) });
    const verdict = await new Promise((resolve) => {
      frame.addEventListener('deltoid-check', ({ detail }) => resolve(detail.verdict), { once: true });
    });
    return [checked, typed, verdict];
  }
  globalThis.shown = show();
`;

let installed;
let browser;

before(async () => {
  [installed, browser] = await Promise.all([installPackage(), launch()]);
  await installed.put('src/app.js', app);
  await installed.put('index.html', page('/src/app.js'));
});

after(async () => {
  await browser?.close();
  await installed?.remove();
});

const page = (script, as = 'type="module"') =>
  `<!doctype html><html lang="en"><title>A portal</title><body><script ${as} src="${script}"></script></body></html>`;

test('it holds what is needed and nothing else, and its own documents', () => {
  const stray = installed.files.filter(
    (path) => !/^(dist\/|package\.json$|README\.md$|LICENSE$|custom-elements\.json$)/.test(path),
  );
  assert.deepEqual(stray, []);
  for (const path of [
    'README.md',
    'custom-elements.json',
    'dist/embed.html',
    'dist/engine.wasm',
    'dist/engine-full.wasm',
    'dist/deltoid.html',
    'dist/LICENSES.txt',
  ])
    assert.ok(installed.files.includes(path), path);
});

test('publint finds nothing to say', async () => {
  const { publint } = await import(pathToFileURL(require.resolve('publint')));
  const { messages } = await publint({
    pkgDir: join(installed.folder, 'node_modules/deltoid'),
    strict: true,
  });
  assert.deepEqual(messages, []);
});

test('the types are right for every way to resolve an ES module', {
  skip: Number(process.versions.node.split('.')[0]) < 20 && 'attw needs Node 20',
}, async () => {
  const attw = join(web, 'node_modules/@arethetypeswrong/cli/dist/index.js');
  const files = ['engine.wasm', 'engine-full.wasm', 'standalone', 'embed.html', 'custom-elements.json'];
  const asked = ['--profile', 'esm-only', '--no-color', '--exclude-entrypoints', ...files];
  await run(process.execPath, [attw, installed.tarball, ...asked]); // its status is not 0 when something is wrong
});

test('TypeScript reads it without lit, without skipping its declarations, in both modes of resolution', async () => {
  await installed.put(
    'types/app.ts',
    `
    import { check, explain, rules, DeltoidError, type Finding, type Summary } from 'deltoid';
    import 'deltoid/element';
    import type { DeltoidChecker } from 'deltoid/element';
    import { embed, type FrameCheck } from 'deltoid/embed';
    import { load, instantiate } from 'deltoid/engine';

    const { summary, findings }: { summary: Summary; findings: Finding[] } = await check(
      [{ lines: [{ code: '96372', units: 1, ndc: null }] }, new Blob(['ISA']), 'text'],
      { payer: 'medicare_b', profile: 'aetna', onFindings: (some) => some.length, signal: AbortSignal.timeout(1) },
    );
    const checker: DeltoidChecker = document.createElement('deltoid-checker');
    checker.value = { lines: [{ code: '96372', charge: 40 }] };
    checker.addEventListener('deltoid-check', ({ detail }) => detail.findings[0]?.rule.length);
    document.addEventListener('deltoid-progress', ({ detail }) => detail.claims.toFixed());
    const result = await checker.check();
    embed(document.body).addEventListener('deltoid-check', ({ detail }: { detail: FrameCheck }) => detail.summary?.errors);
    const engine = await instantiate(await load(new URL('file:///engine.wasm')));
    // @ts-expect-error findings are read, not written
    checker.findings = [];
    // @ts-expect-error there is no such class of payer
    await check('', { payer: 'nobody' });
    export { summary, findings, result, engine, rules, explain, DeltoidError };
  `,
  );
  for (const module of ['nodenext', 'esnext']) {
    const options = {
      module,
      moduleResolution: module === 'esnext' ? 'bundler' : 'nodenext',
      target: 'es2022',
    };
    const strict = {
      strict: true,
      skipLibCheck: false,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      types: [],
    };
    const lib = ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'];
    const config = { compilerOptions: { ...options, ...strict, lib }, files: ['app.ts'] };
    await installed.put('types/tsconfig.json', JSON.stringify(config));
    const tsc = join(web, 'node_modules/typescript/bin/tsc');
    const answer = await run(process.execPath, [tsc, '-p', join(installed.folder, 'types')]).catch(
      (error) => error,
    );
    assert.equal(answer.stdout, '', module);
  }
});

test('plain Node checks a claim', async () => {
  await installed.put(
    'plain.mjs',
    `import { check } from 'deltoid';
     const { findings } = await check(${JSON.stringify(claim)}, { asOf: '2026-09-20' });
     console.log(findings.filter(({ level }) => level === 'error').map(({ rule }) => rule).join());`,
  );
  const { stdout } = await run(process.execPath, ['plain.mjs'], { cwd: installed.folder });
  assert.match(stdout, /BND003/);
});

test('its modules import nothing but each other, by relative paths with endings: any runtime can load them', async () => {
  const dist = join(installed.folder, 'node_modules/deltoid/dist');
  const scripts = (await readdir(dist, { recursive: true })).filter((path) => path.endsWith('.js'));
  assert.ok(scripts.length >= 5);
  for (const path of scripts) {
    const text = await readFile(join(dist, path), 'utf8');
    const { metafile } = await require('esbuild').build({
      stdin: { contents: text, resolveDir: dist },
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      logLevel: 'silent',
      plugins: [
        {
          name: 'outside',
          setup: (build) =>
            build.onResolve({ filter: /./ }, (asked) => ({ path: asked.path, external: true })),
        },
      ],
    });
    for (const { path: specifier } of Object.values(metafile.inputs).flatMap(({ imports }) => imports))
      assert.match(specifier, /^\.{1,2}\/[\w./-]+\.js$/, `${path} imports ${specifier}`);
  }
});

/** Opens what a bundler made; what its script found. */
async function opened(folder, frameAt) {
  const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
  const server = createServer(async ({ url }, response) => {
    const path = url.slice(1) || 'index.html';
    const body = await readFile(join(folder, path)).catch(() => undefined);
    if (body === undefined) return response.writeHead(404).end();
    const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; frame-src 'self'`;
    // The frame's page, whatever a bundler calls it, brings a policy of its own.
    if (path === 'index.html') response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Content-Type', types[path.split('.').at(-1)] ?? 'application/octet-stream');
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await browser.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => complaints.push(message.text()));
  try {
    if (frameAt) await page.addInitScript((at) => Object.assign(globalThis, { frameAt: at }), frameAt);
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForFunction(() => globalThis.shown, null, { timeout: 15_000 });
    return await page.evaluate(() => globalThis.shown);
  } catch (error) {
    throw new Error(`${error.message}; the page said: ${complaints.join('; ')}`);
  } finally {
    await page.close();
    server.close();
  }
}

function assertShown([checked, typed, verdict]) {
  assert.match(checked, /BND003/);
  assert.equal(typed, checked);
  assert.equal(verdict, 'blank');
}

test('vite bundles it', async () => {
  const { build } = await import(pathToFileURL(join(web, 'node_modules/vite/dist/node/index.js')));
  const root = installed.folder;
  await build({ root, configFile: false, logLevel: 'error', build: { outDir: 'by-vite', target: 'es2022' } });
  assertShown(await opened(join(root, 'by-vite')));
});

test('webpack bundles it', async () => {
  const webpack = require('webpack');
  const path = join(installed.folder, 'by-webpack');
  const stats = await new Promise((resolve, reject) => {
    webpack(
      {
        mode: 'production',
        context: installed.folder,
        entry: './src/app.js',
        output: { path, filename: 'app.js' },
        optimization: { minimize: false }, // quicker, and no other code
        performance: false,
      },
      (error, stats) => (error ? reject(error) : resolve(stats)),
    );
  });
  assert.deepEqual(stats.toJson({ all: false, errors: true, warnings: true }).errors, []);
  await installed.put('by-webpack/index.html', page('app.js', 'defer'));
  assertShown(await opened(path));
});

test('esbuild bundles it, with embed.html served by the host', async () => {
  const outdir = join(installed.folder, 'by-esbuild');
  await require('esbuild').build({
    entryPoints: [join(installed.folder, 'src/app.js')],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir,
    logLevel: 'error',
  });
  await installed.put('by-esbuild/index.html', page('app.js'));
  const frame = await readFile(join(installed.folder, 'node_modules/deltoid/dist/embed.html'), 'utf8');
  await installed.put('by-esbuild/frames/embed.html', frame);
  assertShown(await opened(outdir, '/frames/embed.html'));
});
