// SPDX-License-Identifier: Apache-2.0
// .xlsx workbooks as CSV: what stands in the cells as the sheet shows it, and files that mean harm. In Node, without a page.
import assert from 'node:assert/strict';
import test from 'node:test';
import { importSource } from './support/modules.mjs';
import { packParts, sheetXml, workbook, workbookParts } from './support/workbooks.mjs';

const { formatOf, partsOf, partsOfZip, reasonOf, SharedTexts, showNumber } = await importSource(`
  export { partsOf } from './files/parts.js';
  export { partsOfZip } from './files/zip.js';
  export { reasonOf } from './files/unreadable.js';
  export { formatOf, showNumber } from './files/xlsx/formats.js';
  export { SharedTexts } from './files/xlsx/texts.js';
`);

const decoder = new TextDecoder();

/** The parts of a file: their CSV as text, or why they are not read; 'text …reason' where both. */
async function read(bytes, { name = 'book.xlsx', choose = () => true } = {}) {
  const found = {};
  for await (const part of partsOf(name, new Blob([bytes]), { taken: 0 }, async () => partsOfZip, choose)) {
    if (part.reason) found[part.name] = { reason: part.reason };
    else {
      let text = '';
      try {
        for await (const slice of part.slices) text += decoder.decode(slice, { stream: true });
        found[part.name] = text;
      } catch (error) {
        found[part.name] = { text, reason: reasonOf(error) };
      }
    }
  }
  return found;
}

const cells = async (row, content = {}) => {
  const { 'book.xlsx/S': csv } = await read(await workbook({ sheets: { S: [row] }, ...content }));
  return csv;
};

test('texts come as they are, whichever way the workbook keeps them', async () => {
  const csv = await cells(
    [
      { xml: '<c t="s"><v>1</v></c>' },
      { xml: '<c t="s"><v>0</v></c>' },
      'in "place", with a\nline',
      { xml: '<c t="str"><f>A1</f><v>of a formula; &amp;lt; it</v></c>' },
      { xml: '<c t="inlineStr"><is><r><t>two </t></r><r><t>runs</t></r><rPh><t>aside</t></rPh></is></c>' },
    ],
    {
      shared: [
        '<t>first &amp; best</t>',
        '<r><t>rich</t></r><r><t xml:space="preserve"> text_x000A_ñ</t></r>',
      ],
    },
  );
  assert.equal(
    csv,
    '"rich text\nñ",first & best,"in ""place"", with a\nline","of a formula; &lt; it",two runs\n',
  );
});

test('numbers are what was typed, and long ones say that digits are gone', async () => {
  const number = (raw) => ({ xml: `<c><v>${raw}</v></c>` });
  assert.equal(
    await cells([
      '96372',
      40,
      number('40.100000000000001'),
      number('9.6372E4'),
      number('-0.5'),
      number('409379501'),
    ]),
    '96372,40,40.1,96372,-0.5,409379501\n',
  );
  assert.equal(
    await cells([number('123456789012345'), number('1.2345678901234501E+19')]),
    '123456789012345,1.23457E+19\n',
  );
});

test('dates, times and zeros in front are read by the format of their cell', async () => {
  const formats = [
    'm/d/yyyy',
    '[$-409]m/d/yy h:mm AM/PM',
    'h:mm',
    '00000000000',
    '00000\\-0000\\-00',
    '"$"#,##0.00',
    '000-00-0000',
    '0',
    '[h]:mm',
    'mmm d, yyyy;@',
    '"Day" 0',
  ];
  const styled = (style, value) => ({ xml: `<c s="${style}"><v>${value}</v></c>` });
  assert.equal(
    await cells(
      [
        styled(1, 46280),
        styled(2, 46280.4305555556),
        styled(3, 0.4305555556),
        styled(4, 409379501),
        styled(5, 409379501),
      ],
      { formats },
    ),
    '2026-09-15,2026-09-15T10:20,10:20,00409379501,00040-9379-501\n'.replace(
      '00040-9379-501',
      '00409-3795-01',
    ),
  );
  assert.equal(
    await cells(
      [
        styled(6, 1234.5),
        styled(7, 12345678),
        styled(8, 40.5),
        styled(9, 1.5),
        styled(10, 46280),
        styled(11, 5),
        styled(1, -1),
      ],
      { formats },
    ),
    '1234.5,012-34-5678,40.5,1.5,2026-09-15,5,####\n',
  );
  assert.equal(await cells([styled(1, 44818)], { formats, workbookPr: 'date1904="1"' }), '2026-09-15\n');
  assert.equal(
    await cells([
      { xml: '<c t="d"><v>2026-09-15T00:00:00</v></c>' },
      { xml: '<c t="b"><v>1</v></c>' },
      { xml: '<c t="e"><v>#REF!</v></c>' },
    ]),
    '2026-09-15,TRUE,#REF!\n',
  );
  // The first sixty days of the 1900 system lie one further: it has a February 29.
  assert.equal(showNumber('1', 'day', 0), '1900-01-01');
  assert.equal(showNumber('61', 'day', 0), '1900-03-01');
  assert.deepEqual(
    ['yyyy\\-mm\\-dd', 'General', '0.00E+00', '[Red]0.00;"day"', '@', 'hh:mm:ss.0', '00'].map(formatOf),
    ['day', 'number', 'number', 'number', 'number', 'time', { pattern: '00' }],
  );
});

test('a formula without a result is not taken for an empty cell', async () => {
  assert.equal(
    await cells(['a', { xml: '<c><f>SUM(B2:B9)</f></c>' }, { xml: '<c t="str"><f>""</f><v></v></c>' }]),
    'a,#N/A\n',
  );
});

test('cells stay in their columns and rows in theirs, what is left out included', async () => {
  const sheet = sheetXml([['a', null, 'c']]).replace(
    '</sheetData>',
    '<row r="4"><c r="B4"><v>1</v></c><c r="AB4"><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row></sheetData>',
  );
  const { 'book.xlsx/S': csv } = await read(await workbook({ sheets: { S: sheet } }));
  assert.deepEqual(csv.split('\n'), ['a,,c', '', '', `,1${','.repeat(26)}2`, `3,4${','.repeat(26)}`, '']);
});

test('a workbook of another program: prefixes, UTF-16, capitals in its parts, a sheet of charts', async () => {
  const parts = workbookParts({ sheets: { Jan: [['x']], Chart: [['no']] } });
  const prefixed = (xml) => xml.replaceAll(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x=');
  parts['xl/Worksheets/SHEET1.xml'] = Buffer.from(
    `\ufeff${prefixed(parts['xl/worksheets/sheet1.xml'])}`,
    'utf16le',
  );
  delete parts['xl/worksheets/sheet1.xml'];
  parts['xl/workbook.xml'] = prefixed(parts['xl/workbook.xml']);
  parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels'].replace(
    'worksheet" Target="worksheets/sheet2',
    'chartsheet" Target="worksheets/sheet2',
  );
  assert.deepEqual(await read(await packParts(parts)), { 'book.xlsx/Jan': 'x\n' });
});

test('of several sheets those are read that are asked for, the hidden ones last; else the first with rows', async () => {
  const bytes = await workbook({
    sheets: { Old: [['old']], Empty: [], Notes: [['note']], Claims: [['claims']] },
    hidden: ['Old'],
  });
  const asked = [];
  const choose = ({ name, hidden, start }) => {
    asked.push([name, hidden, decoder.decode(start)]);
    return decoder.decode(start) === 'claims\n';
  };
  assert.deepEqual(await read(bytes, { choose }), { 'book.xlsx/Claims': 'claims\n' });
  assert.deepEqual(asked, [
    ['book.xlsx/Notes', false, 'note\n'],
    ['book.xlsx/Claims', false, 'claims\n'],
    ['book.xlsx/Old', true, 'old\n'],
  ]);
  assert.deepEqual(await read(bytes, { choose: () => false }), { 'book.xlsx/Notes': 'note\n' });
});

test('what is no workbook to be read says so', async () => {
  const other = async (contentType) =>
    read(
      await packParts({
        '[Content_Types].xml': `<Types><Override PartName="/x" ContentType="application/${contentType}"/></Types>`,
      }),
    );
  const said = { 'book.xlsx': { reason: 'office' } };
  assert.deepEqual(await other('vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'), said);
  assert.deepEqual(await other('vnd.ms-excel.sheet.binary.macroEnabled.main'), {
    'book.xlsx': { reason: 'workbook' },
  });
  assert.deepEqual(await read(await packParts({ mimetype: 'x', 'content.xml': '<x/>' })), {
    'book.xlsx': { reason: 'workbook' },
  });
  assert.deepEqual(await read(await workbook({ sheets: { S: [] } })), { 'book.xlsx': { reason: 'blank' } });
});

test('damage is said, and what was read until then stays', async () => {
  const whole = await workbook({ sheets: { S: Array.from({ length: 500 }, (_, at) => [`row ${at}`, at]) } });
  assert.deepEqual(await read(whole.subarray(0, whole.length / 2)), { 'book.xlsx': { reason: 'broken' } });
  const sheet = sheetXml(Array.from({ length: 40_000 }, (_, at) => [`row ${at}`, at]));
  const cut = await read(await workbook({ sheets: { S: sheet.slice(0, -1000) } }));
  assert.equal(cut['book.xlsx/S'].reason, 'broken');
  assert.match(cut['book.xlsx/S'].text, /^row 0,0\nrow 1,1\n/);
  for (const wrong of [
    '',
    'no XML',
    '<a>',
    '<worksheet><sheetData><row r="1"></worksheet>',
    sheet.replace('r="2"', 'r="1"').slice(0, 2000),
  ])
    assert.equal(
      Object.values(await read(await workbook({ sheets: { S: wrong } })))[0].reason,
      'broken',
      wrong.slice(0, 40),
    );
  const parts = workbookParts({ sheets: { S: [['a']] } });
  delete parts['xl/worksheets/sheet1.xml'];
  assert.equal((await read(await packParts(parts)))['book.xlsx/S'].reason, 'broken');
});

test('entities of its own, endless texts and endless nesting are refused', async () => {
  const bomb = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "${'&lol;'.repeat(10)}">]>`;
  const sheet = sheetXml([['a']]);
  const hostile = [
    sheet.replace('<worksheet', `${bomb}<worksheet`),
    sheet.replace('>a<', `>${'a'.repeat(100_000)}<`),
    sheet.replace('<sheetData>', `<sheetData>${'<row>'.repeat(200)}`),
    sheet.replace('<sheetData>', `<!--${'x'.repeat(10 << 20)}--><sheetData>`),
    sheet.replace('<row', '<row r="99999999"/><row'),
  ];
  for (const xml of hostile)
    assert.deepEqual(Object.values(await read(await workbook({ sheets: { S: xml } })))[0].reason, 'broken');
  // An entity that nobody has said is not resolved.
  const { 'book.xlsx/S': csv } = await read(
    await workbook({ sheets: { S: sheet.replace('>a<', '>&lol;<') } }),
  );
  assert.equal(csv, '"&lol;"\n');
});

/** XML as a stream, so that the test does not hold it: `row(at)` for each row. */
function longSheet(rows, row, atOnce = 5000) {
  const encoder = new TextEncoder();
  const [begin, end] = sheetXml([]).split('</sheetData>');
  let at = 0;
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(begin)),
    pull(controller) {
      let text = '';
      for (let most = at + atOnce; at < most && at < rows; at++) text += row(at);
      controller.enqueue(encoder.encode(text));
      if (at < rows) return;
      controller.enqueue(encoder.encode(`</sheetData>${end}`));
      controller.close();
    },
  });
}

test('a million rows are read without holding them', async () => {
  const rows = 1_000_000;
  const row = (at) =>
    `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>${at % 7}</v></c><c r="B${at + 1}"><v>${at}</v></c><c r="C${at + 1}" s="1"><v>46280</v></c></row>`;
  const parts = workbookParts({
    sheets: { S: '' },
    shared: Array.from({ length: 7 }, (_, at) => `<t>A-${at}</t>`),
    formats: ['m/d/yyyy'],
  });
  const bytes = await packParts({ ...parts, 'xl/worksheets/sheet1.xml': longSheet(rows, row) });
  let lines = 0;
  let size = 0;
  let last = '';
  let most = 0;
  const held = () => process.memoryUsage().rss;
  const before = held();
  for await (const part of partsOf(
    'b.xlsx',
    new Blob([bytes]),
    { taken: 0 },
    async () => partsOfZip,
    () => true,
  ))
    for await (const slice of part.slices) {
      size += slice.length;
      for (const byte of slice) if (byte === 10) lines++;
      last = decoder.decode(slice);
      most = Math.max(most, held() - before);
    }
  assert.equal(lines, rows);
  assert.match(last, /\nA-0,999999,2026-09-15\n$/);
  assert.ok(size > 20e6);
  assert.ok(most < 200e6, `${most >> 20} MB more were held`);
});

test('a bomb is left alone: cells of nothing, one text over and over, more text than can be held', async () => {
  const parts = workbookParts({ sheets: { S: '' } });
  const nothing = `<row>${'<c/>'.repeat(1000)}</row>`;
  const rows = longSheet(25_000, () => nothing, 500);
  const grown = await read(await packParts({ ...parts, 'xl/worksheets/sheet1.xml': rows }));
  assert.equal(grown['book.xlsx/S'].reason, 'bomb');

  const same = `<row>${'<c t="s"><v>0</v></c>'.repeat(1000)}</row>`.repeat(10);
  const sheet = sheetXml([]).replace('</sheetData>', `${same}</sheetData>`);
  const again = await read(
    await workbook({ sheets: { S: sheet }, shared: [`<t>${'x'.repeat(60_000)}</t>`] }),
  );
  assert.equal(again['book.xlsx/S'].reason, 'bomb');

  const texts = new SharedTexts().handlers();
  const long = 'x'.repeat(60_000);
  const fill = () => {
    for (let count = 0; count < 5000; count++) {
      texts.open('t');
      texts.text(long);
      texts.close('t');
      texts.close('si');
    }
  };
  assert.throws(fill, { reason: 'texts' });
});
