// SPDX-License-Identifier: Apache-2.0
// Zip archives as the tests need them: whole ones, and ones with something wrong.
import { deflateRawSync } from 'node:zlib';

const table = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; ++k) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** `entries`: [name, content, {encrypted, crc}] (APPNOTE.TXT 4.3). Names are UTF-8. */
export function zip(...entries) {
  const parts = [];
  const list = [];
  let offset = 0;
  for (const [name, content, { encrypted = false, crc } = {}] of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800 | (encrypted ? 1 : 0), 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc ?? crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const made = Buffer.from([20, 3]);
    const at = Buffer.alloc(14);
    at.writeUInt32LE((0o100644 << 16) >>> 0, 6);
    at.writeUInt32LE(offset, 10);
    list.push(Buffer.from('PK\x01\x02'), made, fields, at, path);
    const local = [Buffer.from('PK\x03\x04'), fields, path, packed];
    parts.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const contents = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, contents, end]);
}
