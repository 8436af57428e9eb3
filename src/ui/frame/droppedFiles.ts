import type { FolderFile } from "../../editor/session/documents";
import { mayHoldDefinition } from "../../editor/session/openableFiles";

export type Dropped = { readonly file: File } | { readonly name: string; readonly files: readonly FolderFile[] };

/** One more than are read of a folder, so that it can be said. */
const most = 201;

/** What was let go over the page: a file; or several, or a folder, with the paths in it. The event must not be over yet. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<Dropped | null> {
  const entries = [...items].flatMap((item) => (item.kind === "file" ? [item.webkitGetAsEntry()] : []));
  const [entry] = entries;
  const [file] = files;
  if (entries.length === 1 && entry?.isDirectory === true) {
    const found: FolderFile[] = [];
    await walk(entry as FileSystemDirectoryEntry, "", found);
    return { name: entry.name, files: found };
  }
  if (file === undefined) return null;
  if (files.length === 1) return { file };
  return { name: `${files.length} files`, files: [...files].map((one) => ({ path: one.name, file: one })) };
}

async function walk(folder: FileSystemDirectoryEntry, below: string, found: FolderFile[]): Promise<void> {
  const reader = folder.createReader();
  // A reader gives some at a time, and nothing at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const entry of some) {
      const path = below + entry.name;
      if (found.length >= most) return;
      if (entry.isDirectory) {
        if (mayHoldDefinition(`${path}/a.json`)) await walk(entry as FileSystemDirectoryEntry, `${path}/`, found);
      } else if (mayHoldDefinition(path)) found.push({ path, file: await fileOf(entry as FileSystemFileEntry) });
    }
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
