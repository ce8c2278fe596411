// SPDX-License-Identifier: Apache-2.0
// The files of a .zip, one after another as its directory has them; of a workbook, which is a .zip inside, its sheets.
import { type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-reader.js';
import { type Budget, type ChooseSheet, fullBudget, type Part, partOfStream, type Refused } from './parts.js';
import type { Meter } from './slices.js';
import { reasonOf } from './unreadable.js';
import { contentTypes, type Packed, partsOfWorkbook } from './xlsx/workbook.js';

const mostEntries = 2000;

export async function* partsOfZip(
  name: string,
  blob: Blob,
  meter: Meter,
  choose: ChooseSheet,
): AsyncGenerator<Part | Refused> {
  let read = 0;
  const budget = fullBudget();
  try {
    const entries = await filesOf(blob);
    if (entries.length === 0) yield { name, reason: 'empty' };
    const names = new Set(entries.map(({ filename }) => filename));
    // OpenDocument's spreadsheets have their rows in content.xml.
    if (names.has('mimetype') && names.has('content.xml')) yield { name, reason: 'workbook' };
    else if (names.has(contentTypes)) yield* partsOfWorkbook(name, entries.map(packed), meter, choose);
    else if (entries.length > mostEntries) yield { name, reason: 'many' };
    else
      for (const entry of entries) {
        yield* partsOfEntry(`${name}/${entry.filename}`, entry, budget, (taken) => {
          meter.taken = Math.min(blob.size, read + taken);
        });
        read += entry.compressedSize;
        meter.taken = Math.min(blob.size, read);
      }
  } catch (error) {
    yield { name, reason: reasonOf(error) ?? 'broken' };
  }
  meter.taken = blob.size;
}

async function filesOf(blob: Blob): Promise<FileEntry[]> {
  const zip = new ZipReader(readerOf(blob) as ConstructorParameters<typeof ZipReader>[0]);
  const entries: FileEntry[] = [];
  for await (const entry of zip.getEntriesGenerator()) {
    if (!entry.directory && !isOfTheSystem(entry.filename)) entries.push(entry);
    if (entries.length > mostEntries) break;
  }
  return entries;
}

/** What macOS and others put beside the files. */
function isOfTheSystem(path: string): boolean {
  return path.split('/').some((part) => part === '__MACOSX' || part.startsWith('.'));
}

async function* partsOfEntry(
  name: string,
  entry: FileEntry,
  budget: Budget,
  onProgress: (taken: number) => void,
): AsyncGenerator<Part | Refused> {
  if (entry.encrypted) {
    yield { name, reason: 'encrypted' };
    return;
  }
  yield* partOfStream(name, streamOfEntry(entry, onProgress), () => entry.compressedSize, budget);
}

function packed(entry: FileEntry): Packed {
  const { filename: name, compressedSize: packedSize, uncompressedSize: size } = entry;
  return { name, packedSize, size, open: () => streamOfEntry(entry) };
}

function streamOfEntry(
  entry: FileEntry,
  onProgress: (taken: number) => void = () => {},
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const unpacked = entry.getData(writable, {
    useWebWorkers: false,
    checkSignature: true,
    checkOverlappingEntry: true,
    preventClose: true, // the library would close it before it tells of a wrong sum
    onprogress: async (taken) => onProgress(taken),
  });
  // What is wrong is told to whoever reads.
  unpacked
    .then(
      () => writable.close(),
      (error: unknown) => writable.abort(error),
    )
    .catch(() => {});
  return readable;
}

/** What the library wants to read from: any stretch of the file, and all of one as a stream. */
function readerOf(blob: Blob): object {
  const readUint8Array = async (offset: number, length: number): Promise<Uint8Array> =>
    new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
  return {
    size: blob.size,
    readUint8Array,
    get readable() {
      let at = 0;
      // The library says by properties of the stream which stretch it wants.
      const stream: ReadableStream<Uint8Array> & { offset?: number; size?: number } = new ReadableStream({
        async pull(controller) {
          const { offset = 0, size = blob.size } = stream;
          const length = Math.min(1 << 19, size - at);
          if (length > 0) controller.enqueue(await readUint8Array(offset + at, length));
          at += length;
          if (at >= size) controller.close();
        },
      });
      return stream;
    },
  };
}
