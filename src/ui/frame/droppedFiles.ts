import { loadPart } from "../../editor/session/loadPart";
import type { FolderFile } from "../../editor/session/readFiles";

export type Dropped = { readonly file: File } | { readonly name: string; readonly files: readonly FolderFile[] };

/** What was let go over the page: a file; or several, or a folder, with the paths in it. The event must not be over yet. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<Dropped | null> {
  const entries = [...items].flatMap((item) => (item.kind === "file" ? [item.webkitGetAsEntry()] : []));
  const [entry] = entries;
  const [file] = files;
  if (entries.length === 1 && entry?.isDirectory === true) {
    const { filesOf } = await loadPart(() => import("./filesOfFolder"));
    return { name: entry.name, files: await filesOf(entry as FileSystemDirectoryEntry) };
  }
  if (file === undefined) return null;
  if (files.length === 1) return { file };
  return { name: `${files.length} files`, files: [...files].map((one) => ({ path: one.name, file: one })) };
}
