// SPDX-License-Identifier: Apache-2.0
// A host page of somebody else, served from this machine with a policy of its own, and the package's files beside it.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const dist = new URL('../../../web/dist/', import.meta.url);
const types = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
};

/** As strict as a host can be that lets WebAssembly run. */
export const strict = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'none'",
  "connect-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html deltoid-checker',
].join('; ');

/**
 * Serves `files` (path: text, or [text, policy]) with `policy`, and what else is asked for from the package's dist/, which
 * is also at deltoid/.
 * Gives its address and a way to close it.
 */
export async function serveHost(files, policy = strict) {
  const server = createServer(async ({ url }, response) => {
    const path = url.replace(/[?#].*$/, '');
    const inPackage = new URL(`.${path.replace(/^\/deltoid\//, '/')}`, dist);
    const [text, own] = [files[path] ?? (await readFile(inPackage).catch(() => undefined))].flat();
    if (text === undefined) return response.writeHead(404).end();
    // embed.html brings its own policy; the host's binds the host.
    const header = path.endsWith('embed.html') ? '' : (own ?? policy);
    if (header) response.setHeader('Content-Security-Policy', header);
    response.setHeader('Content-Type', types[path.split('.').at(-1)] ?? types.html);
    response.end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
