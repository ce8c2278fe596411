// SPDX-License-Identifier: Apache-2.0
// Serves dist/ on this machine only, with the headers that a page for patients' data should have.
// Usage: node scripts/serve.mjs [--port N]. The files are sirv's business; this only adds the headers.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const page = `${dist}deltoid.html`;
const host = '127.0.0.1';

const stop = (sentence) => {
  console.error(sentence);
  process.exit(2);
};

/** The policy in the page's <meta>, so that the header can never say less than the file does by itself. */
function policyOf(html) {
  const tag = html.match(/<meta[^>]*http-equiv=["']?Content-Security-Policy["']?[^>]*>/i)?.[0];
  const policy = tag?.match(/content="([^"]*)"/i)?.[1];
  if (!policy) stop(`${page} has no Content-Security-Policy; it is not served`);
  return policy.replaceAll('&#39;', "'").replaceAll('&amp;', '&').replace(/;\s*$/, '');
}

function headersFor(html) {
  return {
    // What only a header can say: no frame round the page, no pop-up and no other page out of it.
    'Content-Security-Policy': `${policyOf(html)}; frame-ancestors 'none'; sandbox allow-scripts allow-same-origin allow-downloads allow-modals`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    'Cache-Control': 'no-cache',
  };
}

/** The page's own answer; everything else in dist/ goes through sirv with the same headers. */
async function serve(port) {
  const require = createRequire(new URL('../web/package.json', import.meta.url));
  const { default: sirv } = await import(require.resolve('sirv'));
  // dev: files are looked up at each request, so a new build is there on reload, and so is its policy.
  const files = sirv(dist, { dev: true });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headersFor(readFileSync(page, "utf8")))) response.setHeader(name, value);
    if (request.url === '/') request.url = '/deltoid.html';
    files(request, response);
  });
  server.on('error', (error) =>
    stop(error.code === 'EADDRINUSE' ? `Port ${port} is taken; choose another with --port` : error.message));
  server.listen(port, host, () => {
    console.log(`http://${host}:${server.address().port}/`);
    console.log(page);
  });
}

const { values } = parseArgs({ options: { port: { type: 'string', default: '8372' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) stop(`--port wants a number up to 65535, not ${values.port}`);
await serve(port);
