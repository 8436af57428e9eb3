import type { Client } from "../client/createClient";
import { intentTokens } from "../contract/intentTokens";
import type { Editor } from "../editor/session/createEditor";
import type { PagePort } from "../editor/session/pagePort";
import { createWorkspace, type Workspace } from "../editor/workspace";
import { createLocalClient } from "./localClient";
import { noPaint } from "./noPaint";

/** A workspace around an editor, as a page would open it: nothing is stored, and its region is a local one in this process. */
export function workspaceOf(editor: Editor, client: Client = createLocalClient().client): Workspace {
  const surroundings = { later: () => () => {}, isHidden: () => false, onAttention: () => () => {} };
  const options = {
    page: noPage,
    client,
    tokens: intentTokens(fakeTokenStorage(), () => crypto.randomUUID()),
    surroundings,
  };
  return createWorkspace(editor, options, { storage: null, close: () => {} });
}

/** A part of the page that stands alone opens nothing. */
const noPage: PagePort = {
  clipboard: { write: () => false, read: () => null },
  openFile: () => undefined,
  readDefinition: async () => null,
  otherDocuments: async () => [],
  readDocument: async () => "There are no other documents here.",
  goHome: () => undefined,
  chooseTheme: () => undefined,
  download: () => undefined,
  paint: noPaint,
  copyPicture: async () => false,
};

export function fakeTokenStorage() {
  const stored = new Map<string, string>();
  return {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
}
