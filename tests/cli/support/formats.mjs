// SPDX-License-Identifier: Apache-2.0
// Reads the formats: their schemas, CSV as RFC 4180 has it, and the packages of web/ that do the work.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { root } from './run.mjs';

const require = createRequire(join(root, 'web/package.json'));

const schema = (name) => JSON.parse(readFileSync(join(root, 'tests/schemas', name), 'utf8'));

/** A function that says what is wrong with a value; nothing when it is as the schema wants it. */
export function validator(name) {
  const { default: Ajv } = require('ajv');
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  require('ajv-formats')(ajv);
  // SARIF's is of draft 4 and FHIR's of draft 6. What they use means the same in draft 7, but for the names.
  const { $schema, $id, id, ...rest } = schema(name);
  const validate = ajv.compile(rest);
  return (value) => (validate(value) ? [] : validate.errors.slice(0, 5).map((one) => `${one.instancePath} ${one.message}`));
}

/** Rows of cells. Throws where the text is no CSV: a quote in a bare cell, a cell that does not end, a line end of one byte. */
export function readCsv(text) {
  const rows = [];
  let row = [];
  for (let at = 0; at < text.length;) {
    const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
    cell.lastIndex = at;
    const match = cell.exec(text);
    if (!match) throw new Error(`no cell at ${at}: ${JSON.stringify(text.slice(at, at + 60))}`);
    row.push(match[1].startsWith('"') ? match[1].slice(1, -1).replaceAll('""', '"') : match[1]);
    if (match[2] !== ',') {
      rows.push(row);
      row = [];
    }
    at = cell.lastIndex;
  }
  return rows;
}

/** The golden cases' inputs: every reader, every kind of finding. */
export function goldenCases() {
  const golden = join(root, 'tests/golden');
  return readdirSync(golden, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      folder: join(golden, name),
      files: readdirSync(join(golden, name)).filter((file) => file.startsWith('input.')).sort(),
    }));
}
