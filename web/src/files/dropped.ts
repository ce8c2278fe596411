// SPDX-License-Identifier: Apache-2.0
// What was dropped, as files: those of a folder are meant when the folder is dropped.

/** As many as a folder may hold; more is surely the wrong folder. */
const mostFiles = 2000;

// Chromium's newer way to a folder; the older one does not work on a page that was opened by a double-click.
interface Handle {
  readonly kind: 'file' | 'directory';
  readonly name: string;
  getFile(): Promise<File>;
  values(): AsyncIterable<Handle>;
}

interface Item extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<Handle | null>;
}

/** Must be called while the drop is handled: afterwards the browser does not tell any more. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const found = Array.from(transfer.items as Iterable<Item>)
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ file: item.getAsFile(), ...folderOf(item) }));
  const files: File[] = [];
  for (const { file, entry, handle } of found) {
    const opened = await handle?.catch(() => null);
    if (opened?.kind === 'directory') await addHandle(opened, files);
    else if (entry) await addEntry(entry, files);
    else if (file) files.push(file);
  }
  return files;
}

/** What leads into a folder; nothing for a file. */
function folderOf(item: Item): { entry?: FileSystemEntry; handle?: Promise<Handle | null> } {
  const entry = item.webkitGetAsEntry();
  if (!entry?.isDirectory) return {};
  return item.getAsFileSystemHandle ? { entry, handle: item.getAsFileSystemHandle() } : { entry };
}

/** What the system hides is not meant. */
function isWanted({ name }: { name: string }, files: File[]): boolean {
  return !name.startsWith('.') && files.length < mostFiles;
}

async function addHandle(handle: Handle, files: File[]): Promise<void> {
  if (handle.kind === 'file') {
    files.push(await handle.getFile());
    return;
  }
  const inner: Handle[] = [];
  for await (const one of handle.values()) inner.push(one);
  for (const one of inner.sort(byName)) if (isWanted(one, files)) await addHandle(one, files);
}

async function addEntry(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    if (file) files.push(file);
    return;
  }
  for (const one of (await entriesOf(entry as FileSystemDirectoryEntry)).sort(byName))
    if (isWanted(one, files)) await addEntry(one, files);
}

/** One that cannot be had is left out; nothing else can be said of it. */
function fileOf(entry: FileSystemFileEntry): Promise<File | undefined> {
  return new Promise((resolve) => {
    entry.file(resolve, () => resolve(undefined));
  });
}

/** The browser tells a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
