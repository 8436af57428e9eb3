import { createEditor } from "../editor/session/createEditor";
import { createWorkspace, type Workspace, type WorkspaceOptions } from "../editor/workspace";
import type { PipelineDocument } from "../pipeline/definition/document";
import type { ApiModels } from "../pipeline/schema/model";

/** The editor around a document, for its commands alone: it has no page, no storage and no server, and reaches nothing. */
export function workspaceFor(document: PipelineDocument, models: ApiModels): Workspace {
  const editor = createEditor(document);
  editor.store.setState({ models });
  return createWorkspace(editor, nothingElse, { storage: null, close: () => {} });
}

const nothingElse: WorkspaceOptions = {
  page: {
    clipboard: { write: () => false, read: () => null },
    openFile: () => undefined,
    readDefinition: async () => null,
    otherDocuments: async () => [],
    readDocument: async () => "There are no other documents here.",
    goHome: () => undefined,
    chooseTheme: () => undefined,
    download: () => undefined,
    paint: () => Promise.reject(new Error("There is no page.")),
    copyPicture: async () => false,
  },
  // No command that an edit names runs anything.
  client: new Proxy({} as WorkspaceOptions["client"], {
    get: () => () => {
      throw new Error("Nothing is deployed or started here.");
    },
  }),
  tokens: { with: () => Promise.reject(new Error("Nothing is deployed or started here.")) },
  surroundings: { later: () => () => {}, isHidden: () => true, onAttention: () => () => {} },
};
