// SPDX-License-Identifier: Apache-2.0
// The page's own text, put together again from what the browser read: to work out its sum, and to save a copy of it.
// Only what index.html has is taken, so neither a claim nor what an extension put in can be part of it.

const indent = '\n    ';
const blocks = ['leak-test', 'page', 'worker', 'codes', 'engine'];

/** The file as it was built; with `more` behind its blocks, such as settings to be kept. */
export function pageText(more = ''): string {
  const head = [...document.head.querySelectorAll('meta, title')].map((one) => one.outerHTML);
  const body = [
    document.body.querySelector('noscript')?.outerHTML ?? '',
    ...blocks.map((id) => document.getElementById(id)?.outerHTML ?? ''),
    ...(more ? [more] : []),
  ];
  return [
    '<!doctype html>\n<!-- SPDX-License-Identifier: Apache-2.0 -->\n<html lang="en">\n  <head>',
    indent,
    head.join(indent),
    '\n  </head>\n  <body>',
    indent,
    body.join(indent),
    '\n  </body>\n</html>\n',
  ].join('');
}

/** SHA-256 in hex; undefined where the browser has none for this page (http to another computer). */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const { subtle } = crypto;
  if (!subtle) return undefined;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const sum = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
