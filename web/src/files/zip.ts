// SPDX-License-Identifier: Apache-2.0
// The files of a .zip, one after another as its directory has them.
import { type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-reader.js';
import { type Budget, fullBudget, type Part, partOfStream, type Refused } from './parts.js';
import type { Meter } from './slices.js';
import { reasonOf } from './unreadable.js';

const mostEntries = 2000;

export async function* partsOfZip(name: string, blob: Blob, meter: Meter): AsyncGenerator<Part | Refused> {
  let read = 0;
  const budget = fullBudget();
  try {
    const entries = await filesOf(blob);
    if (entries.length === 0) yield { name, reason: 'empty' };
    if (isOfficeDocument(entries)) yield { name, reason: 'office' };
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

/** Newer Office documents are .zip files inside. */
function isOfficeDocument(entries: FileEntry[]): boolean {
  return entries.some(({ filename }) => filename === '[Content_Types].xml');
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
  yield* partOfStream(name, readable, () => entry.compressedSize, budget);
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
