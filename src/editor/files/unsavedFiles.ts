import type { Library } from "../session/storedDocuments";
import { recallBase, sameDefinitions } from "./fileBase";
import { parseFileDocumentId } from "./fileId";

/** The paths of a folder's files that this browser has edits of which are not in the file. */
export async function unsavedFiles(library: Library, folder: string): Promise<ReadonlySet<string>> {
  const paths = new Set<string>();
  for (const { id } of await library.list()) {
    const file = parseFileDocumentId(id);
    if (file?.folder !== folder) continue;
    const [document, base] = await Promise.all([library.read(id), recallBase(library, id)]);
    if (!sameDefinitions(document, base)) paths.add(file.path);
  }
  return paths;
}
