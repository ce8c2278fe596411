// SPDX-License-Identifier: Apache-2.0
// Reads what the page saves: the formats' schemas, and CSV as RFC 4180 has it.
import { readFileSync } from 'node:fs';
import { require } from './modules.mjs';

/** A function that says what is wrong with a value; nothing when it is as the schema wants it. */
export function validator(name) {
  const { default: Ajv } = require('ajv');
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  require('ajv-formats')(ajv);
  const text = readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8');
  // Of draft 4; what it uses means the same in draft 7, but for these names.
  const { $schema, $id, id, ...rest } = JSON.parse(text);
  const validate = ajv.compile(rest);
  return (value) =>
    validate(value) ? [] : validate.errors.slice(0, 5).map((one) => `${one.instancePath} ${one.message}`);
}

/** Rows of cells. Throws where the text is no CSV. */
export function readCsv(text) {
  const rows = [[]];
  for (let at = 0; at < text.length; ) {
    const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
    cell.lastIndex = at;
    const match = cell.exec(text);
    if (!match) throw new Error(`no cell at ${at}: ${JSON.stringify(text.slice(at, at + 60))}`);
    rows.at(-1).push(match[1].startsWith('"') ? match[1].slice(1, -1).replaceAll('""', '"') : match[1]);
    if (match[2] !== ',') rows.push([]);
    at = cell.lastIndex;
  }
  rows.pop();
  return rows;
}
