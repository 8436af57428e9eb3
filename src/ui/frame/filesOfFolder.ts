import { mayHoldDefinition } from "../../editor/session/openableFiles";
import type { FolderFile } from "../../editor/session/readFiles";

/** One more than are read of a folder, so that it can be said. */
const most = 201;

/** The files of a folder that may hold a definition, with their paths in it. */
export async function filesOf(folder: FileSystemDirectoryEntry): Promise<readonly FolderFile[]> {
  const found: FolderFile[] = [];
  await walk(folder, "", found);
  return found;
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
