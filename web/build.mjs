// SPDX-License-Identifier: Apache-2.0
// Builds the one-file page (../dist/deltoid.html), the page for frames and the package's files (dist/) from src/ and the
// built engine.
// `--engine DIR` says where engine.wasm and engine-full.wasm lie; otherwise it is where `cmake --preset wasm` puts them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: asked } = parseArgs({ options: { engine: { type: 'string' } } });

const engine = asked.engine ?? here('../build/wasm');
if (!existsSync(`${engine}/engine-full.wasm`)) {
  process.stderr.write(`No engine in ${engine}: build it with \`cmake --workflow --preset wasm\`.\n`);
  process.exit(2);
}
const fullEngine = await readFile(`${engine}/engine-full.wasm`);
const inBase64 = (bytes) => gzipSync(bytes, { level: 9 }).toString('base64');

/** The engine as a text of one character a byte, so that a server's compression still sees through it: a fifth shorter
 *  than base64. Bytes that a page's text would not keep (NUL, CR, "<") stand 256 higher; src/engine/page-assets.ts reads it. */
const engineText = Array.from(fullEngine, (byte) =>
  String.fromCharCode([0, 13, 60].includes(byte) ? byte + 256 : byte),
).join('');

const shared = {
  bundle: true,
  minify: true,
  target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'],
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  tsconfig: here('tsconfig.json'),
};

// The page and its worker have no way out even in their text: what could ask the network is not there to be called.
const closed = {
  ...shared,
  format: 'iife',
  write: false,
  define: {
    'globalThis.process': 'undefined',
    fetch: 'undefined',
    XMLHttpRequest: 'undefined',
  },
};

/** Gives modules that are made here to esbuild. */
function made(texts = {}) {
  return {
    name: 'made',
    setup(build) {
      build.onResolve({ filter: /^deltoid-/ }, ({ path }) =>
        path in texts ? { path, namespace: 'made' } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: 'made' }, ({ path }) => ({
        contents: `export default ${JSON.stringify(texts[path])};`,
        loader: 'js',
      }));
    },
  };
}

const bundled = new Set();

function noteBundled({ inputs }) {
  for (const path of Object.keys(inputs)) {
    const name = path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1];
    if (name) bundled.add(name);
  }
}

/** Our licence, and those of what lies in our files, as they ask to be passed on. */
async function licences() {
  const texts = [await readFile(here('../LICENSE'), 'utf8')];
  for (const name of [...bundled].sort()) {
    const { version } = JSON.parse(await readFile(here(`node_modules/${name}/package.json`), 'utf8'));
    const file = (await readdir(here(`node_modules/${name}`))).find((one) => /^licen[sc]e/i.test(one));
    const text = await readFile(here(`node_modules/${name}/${file}`), 'utf8');
    texts.push(`The files of this package hold parts of ${name} ${version}:\n\n${text}`);
  }
  return texts.map((text) => text.trim()).join(`\n\n${'-'.repeat(80)}\n\n`);
}

async function script(entry, options = closed) {
  const { outputFiles, metafile } = await esbuild.build({
    ...options,
    metafile: true,
    entryPoints: [here(entry)],
    plugins: [made()],
  });
  noteBundled(metafile);
  return outputFiles[0].text.trim();
}

/** What boxes propose: drugs and places of the packs with our own short names, a line each. */
async function codeNames() {
  const rowsOf = async (pack) => {
    const text = await readFile(here(`../core/data/${pack}.tsv`), 'utf8');
    const [names, ...rows] = text.split('\n').filter((line) => line && !line.startsWith('#'));
    const columns = names.split('\t');
    return rows.map((row) => Object.fromEntries(row.split('\t').map((cell, at) => [columns[at], cell])));
  };
  const drugs = (await rowsOf('drugs')).map(
    ({ code, substance, unit_amount, unit_measure, unit_style, to }) => {
      const unit = unit_style === 'per_dose' ? '' : `, ${unit_amount} ${unit_measure}`;
      return ['service', code, substance.endsWith(unit) ? substance : substance + unit, to];
    },
  );
  const places = (await rowsOf('place_of_service')).filter(({ note, to }) => note && !to);
  const lines = [...drugs, ...places.map(({ place, note }) => ['place', place, note, ''])];
  return lines.map((cells) => cells.join('\t').trimEnd()).join('\n');
}

/** A text inside a script element must not hold what would end it. */
function inScript(text) {
  return text.replaceAll(/<(?=\/script|!--)/gi, '\\x3C');
}

function policyFor(...scripts) {
  const hashes = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [
    `default-src 'none'`,
    `script-src ${hashes.join(' ')} 'wasm-unsafe-eval'`,
    'worker-src blob:',
    `style-src 'none'`,
    `connect-src 'none'`,
    `img-src 'none'`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `require-trusted-types-for 'script'`,
    'trusted-types deltoid-checker lit-html',
  ].join('; ');
}

async function buildPage(entry, worker) {
  const page = inScript(await script(entry));
  // The one script that tries the ways out, when it is asked to: it alone may know them by name.
  const leak = inScript(await script('src/privacy/leak-test.ts', { ...closed, define: {} }));
  const parts = {
    policy: policyFor(leak, page),
    leak,
    codes,
    engine: engineText,
    worker: inScript(worker),
    page,
  };
  const template = await readFile(here('src/index.html'), 'utf8');
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
}

async function buildPackage(worker) {
  const { metafile } = await esbuild.build({
    ...shared,
    format: 'esm',
    splitting: true,
    metafile: true,
    entryPoints: {
      index: here('src/index.ts'),
      element: here('src/element.ts'),
      engine: here('../wasm/engine.ts'),
    },
    chunkNames: 'chunks/[name]-[hash]',
    outdir: here('dist'),
    plugins: [
      made({
        'deltoid-engine-base64': inBase64(await readFile(`${engine}/engine.wasm`)),
        'deltoid-full-engine-base64': inBase64(fullEngine),
        'deltoid-worker-source': worker,
        'deltoid-codes': codes,
      }),
    ],
  });
  noteBundled(metafile);
  // One file by itself: a host that only frames the form serves it beside embed.html.
  await esbuild.build({
    ...shared,
    format: 'esm',
    entryPoints: [here('src/embed.ts')],
    outdir: here('dist'),
  });
  for (const file of ['engine.wasm', 'engine-full.wasm'])
    await copyFile(`${engine}/${file}`, here(`dist/${file}`));
  await buildTypes();
}

async function buildTypes() {
  const compiler = here('node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', here('tsconfig.types.json')], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
  const entries = ['index', 'element', 'embed'].map((name) => here(`dist/types/web/src/${name}.d.ts`));
  await keepOnly(here('dist/types'), await leadsTo([...entries, here('dist/types/wasm/engine.d.ts')]));
}

/** The files, and those that they import: what a caller's compiler reads. */
async function leadsTo(files) {
  const found = new Set(files);
  for (const file of found) {
    const text = await readFile(file, 'utf8');
    for (const [, path] of text.matchAll(/\bfrom '(\.[^']+)\.js'|\bimport\('(\.[^']+)\.js'\)/g))
      found.add(join(dirname(file), `${path}.d.ts`));
  }
  return found;
}

async function keepOnly(folder, files) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !files.has(path)) await rm(path);
  }
}

await rm(here('dist'), { recursive: true, force: true });
await mkdir(here('dist'), { recursive: true });
await mkdir(here('../dist'), { recursive: true });
const codes = await codeNames();
const worker = await script('src/engine/worker.ts');
const html = await buildPage('src/main.ts', worker);
await buildPackage(worker);
await writeFile(here('dist/deltoid.html'), html);
await writeFile(here('dist/embed.html'), await buildPage('src/embed/frame.ts', worker));
await writeFile(here('dist/LICENSES.txt'), `${await licences()}\n`);
await writeFile(here('../dist/deltoid.html'), html);
const sum = createHash('sha256').update(html).digest('hex');
await writeFile(here('../dist/deltoid.html.sha256'), `${sum}  deltoid.html\n`);

const kilobytes = (size) => `${(size / 1000).toFixed(1)} KB`;
const packed = brotliCompressSync(html).length;
process.stdout.write(
  `dist/deltoid.html: ${kilobytes(Buffer.byteLength(html))}, ${kilobytes(packed)} brotli\n`,
);
