// SPDX-License-Identifier: Apache-2.0
// custom-elements.json tells what is so: it is fresh, and each part, slot, property, attribute and event that it names is
// there, and named in docs/embedding.md.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import test from 'node:test';
import { manifest } from '../../web/manifest.mjs';

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const [declaration] = JSON.parse(await read('web/custom-elements.json')).modules[0].declarations;
const names = (list) => list.map(({ name }) => name).sort();

/** Everything that the element's own sources say, in one text. */
async function sources() {
  const folders = ['web/src/checker', 'web/src/styles', 'web/src/view'];
  const texts = folders.map(async (folder) => {
    const files = await readdir(new URL(`../../${folder}/`, import.meta.url));
    return Promise.all(files.map((file) => read(`${folder}/${file}`)));
  });
  return (await Promise.all(texts)).flat().join('\n');
}

const found = async (pattern) =>
  [...new Set([...(await sources()).matchAll(pattern)].map(([, name]) => name))].sort();

test('custom-elements.json is fresh', async () => {
  assert.equal(
    await read('web/custom-elements.json'),
    await manifest(),
    'npm run manifest in web/ writes it anew',
  );
});

test('the parts and slots are those of the templates', async () => {
  assert.deepEqual(names(declaration.cssParts), await found(/\bpart="([\w-]+)"/g));
  assert.deepEqual(names(declaration.slots), await found(/<slot name="([\w-]+)"/g));
});

test('the custom properties are those of the styles', async () => {
  assert.deepEqual(names(declaration.cssProperties), await found(/var\((--deltoid-[\w-]+)/g));
});

test('the events are those that are sent', async () => {
  assert.deepEqual(names(declaration.events), await found(/(?:#send|\.tell)\(\s*'(deltoid-[\w-]+)'/g));
});

test('docs/embedding.md names them all', async () => {
  const text = await read('docs/embedding.md');
  const { attributes, members, events, slots, cssParts, cssProperties } = declaration;
  const all = [...attributes, ...members, ...events, ...slots, ...cssParts, ...cssProperties];
  const missing = all.filter(
    ({ kind, name }) => !text.includes(kind === 'method' ? `\`${name}(` : `\`${name}\``),
  );
  assert.deepEqual(names(missing), []);
});
