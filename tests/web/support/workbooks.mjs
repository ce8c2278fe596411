// SPDX-License-Identifier: Apache-2.0
// Workbooks made for tests: their parts as XML, packed as Excel packs them.
import { require } from './modules.mjs';

const { ZipWriter, Uint8ArrayWriter, TextReader, Uint8ArrayReader } = require('@zip.js/zip.js');

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const escaped = (text) =>
  String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** "C" of 2, "AA" of 26. */
export const letters = (column) =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** The sheet's XML: rows of cells. A text is inline, a number a number; {xml} is as it stands; null is no cell. */
export function sheetXml(rows) {
  const cell = (value, at) => {
    if (value === null) return '';
    if (typeof value === 'object') return value.xml.replace('<c', `<c r="${at}"`);
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  };
  const row = (cells, index) =>
    `<row r="${index + 1}">${cells.map((value, at) => cell(value, `${letters(at)}${index + 1}`)).join('')}</row>`;
  return `${head}<worksheet xmlns="${main}"><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`;
}

/**
 * The parts of a workbook. `sheets`: {name: rows, or XML as it is}; `hidden`: names of those that are; `shared`: XML of the
 * shared texts; `formats`: format codes, of which a cell names the second by s="2"; `workbookPr`: its attributes.
 */
export function workbookParts({ sheets, hidden = [], shared = [], formats = [], workbookPr = '' }) {
  const names = Object.keys(sheets);
  const each = (write) => names.map((name, at) => write(name, at + 1)).join('');
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packaged}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/></Types>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr ${workbookPr}/><sheets>${each(
      (name, id) =>
        `<sheet name="${escaped(name)}" sheetId="${id}" r:id="rId${id}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`,
    )}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}/relationships">${each(
      (_, id) =>
        `<Relationship Id="rId${id}" Type="${relations}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
    )}<Relationship Id="s" Type="${relations}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="f" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}">${shared.map((xml) => `<si>${xml}</si>`).join('')}</sst>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts>${formats
      .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((_, at) => `<xf numFmtId="${164 + at}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        typeof sheets[name] === 'string' ? sheets[name] : sheetXml(sheets[name]),
      ]),
    ),
  };
}

/** The parts as a file. A part may be a ReadableStream, so that it need not be held. */
export async function packParts(parts) {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, part] of Object.entries(parts)) {
    if (typeof part === 'string') await zip.add(name, new TextReader(part));
    else await zip.add(name, part instanceof Uint8Array ? new Uint8ArrayReader(part) : part);
  }
  return Buffer.from(await zip.close());
}

export const workbook = async (content) => packParts(workbookParts(content));
