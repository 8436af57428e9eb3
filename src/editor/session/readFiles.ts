import type { FileInside } from "../../import";

/** A file of a folder, with its path in it. */
export interface FolderFile {
  readonly path: string;
  readonly file: File;
}

/** No file that is opened is larger. */
const largest = 16 * 1024 * 1024;

/** Null where it is too large, was moved, or may not be read. */
export async function bytesOf(file: File): Promise<Uint8Array | null> {
  if (file.size > largest) return null;
  return file.arrayBuffer().then(
    (content) => new Uint8Array(content),
    () => null,
  );
}

export function whyUnread({ name, size }: File): string {
  return size > largest
    ? `${name} was not opened: it has ${Math.round(size / 1024 / 1024)} MiB, and at most 16 MiB are read. Nothing was changed.`
    : `${name} was not opened: it cannot be read. Perhaps it was moved, or is a folder; drop it again. Nothing was changed.`;
}

/** The files of a folder that can be read. */
export async function readFolder(files: readonly FolderFile[]): Promise<readonly FileInside[]> {
  const read = await Promise.all(files.map(async ({ path, file }) => ({ path, bytes: await bytesOf(file) })));
  return read.flatMap(({ path, bytes }) => (bytes === null ? [] : [{ path, bytes }]));
}
