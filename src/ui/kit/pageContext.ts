import { createContext, useSyncExternalStore } from "react";
import type { FileHolder } from "../../editor/files/fileHolder";
import type { Connection } from "../../editor/session/connection";
import type { Documents } from "../../editor/session/documents";
import type { Library } from "../../editor/session/storedDocuments";
import { useRequired } from "./useRequired";

/** What the page has, whichever document is open. */
export interface LoadedPage {
  readonly connection: Connection;
  readonly library: Library;
  readonly documents: Documents;
  /** The program around the page that holds the file, where one does. */
  readonly holder?: FileHolder;
}

/** Under which a tab remembers the folder whose files it edits; without, it is the one that was opened last. */
export const folderKey = "stepwire.folder";

/** Under which the library remembers the name of the file that a document was read from. */
export const sourceKey = (id: string) => `source ${id}`;

export const PageContext = createContext<LoadedPage | null>(null);

/** The documents that are kept, the ways to open one, and the connection to the local server. */
export const usePage = () => useRequired(PageContext, "page");

/** False where another program shows the page (VS Code): opening, the look and saving are that one's, and there is no server. */
export const useIsAlone = () => usePage().holder === undefined;

/** True while this tab holds a token of the local server; without one everything but deploying and running works. */
export function useIsConnected(): boolean {
  const { session } = usePage().connection;
  return useSyncExternalStore(session.subscribe, () => session.token() !== null);
}
