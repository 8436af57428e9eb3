/** The document of a file in this browser's storage: the same for the same file of the same folder at each start. */
const mark = "file:";

export function fileDocumentId(folder: string, path: string): string {
  return `${mark}${folder}:${path}`;
}

/** Null for a document that is no file's. */
export function parseFileDocumentId(id: string): { readonly folder: string; readonly path: string } | null {
  const at = id.indexOf(":", mark.length);
  return id.startsWith(mark) && at > 0 ? { folder: id.slice(mark.length, at), path: id.slice(at + 1) } : null;
}

/** `churn.json` of `models/churn.json`. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
