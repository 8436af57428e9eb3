import { toDisplayError } from "../../contract/toDisplayError";
import { openFile } from "../../editor/files/openFile";
import { openWorkspace, type WorkspaceOptions } from "../../editor/workspace";
import { parseDefinition } from "../../pipeline/definition/parse";
import { folderKey, type LoadedPage } from "../kit/pageContext";

/** The workspace of a file of the folder that is open in this tab; a sentence says why there is none. */
export async function openFileAt({ library, connection, holder }: LoadedPage, path: string, options: WorkspaceOptions) {
  const { client, tab } = connection;
  let folder = tab.getItem(folderKey);
  if (folder === null) {
    const listed = await client.listFiles({ folder });
    if (!listed.ok) {
      const { title, next } = toDisplayError(listed.error);
      return `${path} was not opened. ${title}. ${next}`;
    }
    if (listed.value === null) {
      return `${path} was not opened: no folder is open. Start \`stepwire open FOLDER\` in a terminal, and open the link it prints.`;
    }
    folder = listed.value.folder;
    tab.setItem(folderKey, folder);
  }
  const opening = await openFile(library, { client, folder, path, holder }, options.surroundings);
  if (typeof opening === "string") return opening;
  const { id, fresh, file } = opening;
  const workspace = await openWorkspace(library, id, fresh, { ...options, file });
  const compared = holder?.compared ?? null;
  const parsed = compared === null ? null : parseDefinition(compared.text);
  if (compared !== null && parsed?.ok === true) {
    const { document } = workspace.editor.store.getState();
    const before = { label: compared.label, document: { ...document, definition: parsed.value } };
    await workspace.comparisons.show(before, { label: compared.as, document });
  }
  return workspace;
}
