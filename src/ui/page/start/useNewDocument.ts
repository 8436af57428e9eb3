import type { PipelineDocument } from "../../../pipeline/definition/document";
import { usePage } from "../../kit/pageContext";
import { freeDocumentName } from "./freeDocumentName";

/** Shows a new document under a name that no other has. */
export function useNewDocument(): (document: PipelineDocument) => Promise<void> {
  const { documents, library } = usePage();
  return async (document) => {
    // Without storage there is no list, and every name is free.
    const rows = await library.list().catch(() => []);
    const name = freeDocumentName(document.name, new Set(rows.map((row) => row.name)));
    documents.openNew((id) => ({ ...document, id, name }));
  };
}
