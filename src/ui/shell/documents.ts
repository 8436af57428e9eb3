/** The ways in which a document comes to be on the screen: a file, a paste, a drop, a template, a copy. */
import { type Imported, importBytes, importDefinition, refusalInWords } from "../../editor/importDefinition";
import { copyOfDocument, type Library } from "../../editor/library";
import type { PipelineDocument } from "../../pipeline/definition/document";
import { goTo } from "./address";

export interface Documents {
  /** Each answers null when the document is open, or the sentence that says why it is not; then nothing changed. */
  openText(text: string, from: string): Promise<string | null>;
  openFile(file: File): Promise<string | null>;
  /** Keeps a new document and goes to it; makes it of the id that it is given. */
  openNew(make: (id: string) => PipelineDocument): Promise<void>;
  duplicate(id: string): Promise<void>;
  /** Tells whoever is on the screen: the editor's notices, or the start page. */
  say(message: string): void;
  /** Who listens to `say`; the last one that came. */
  listen(listener: (message: string) => void): () => void;
}

export function openDocuments(library: Library): Documents {
  let listeners: readonly ((message: string) => void)[] = [];
  let unheard: string | null = null;
  const newId = () => crypto.randomUUID();

  const keep = async (document: PipelineDocument) => {
    await library.create(document);
    goTo({ page: "document", id: document.id });
  };
  const keepImported = async (imported: Imported, from: string) => {
    if (!imported.ok) return refusalInWords(from, imported.refusal);
    await keep(imported.document);
    return null;
  };

  return {
    openText: async (text, from) => keepImported(importDefinition(text, from, newId()), from),
    openFile: async (file) =>
      keepImported(importBytes(new Uint8Array(await file.arrayBuffer()), file.name, newId()), file.name),
    openNew: async (make) => keep(make(newId())),
    duplicate: async (id) => {
      const original = await library.read(id);
      if (original === null) return;
      const rows = await library.list();
      const name = freeDocumentName(`${original.name}-copy`, new Set(rows.map((row) => row.name)));
      await library.create(copyOfDocument(original, newId(), name));
    },
    say: (message) => {
      const listener = listeners.at(-1);
      if (listener === undefined) unheard = message;
      else listener(message);
    },
    listen: (listener) => {
      listeners = [...listeners, listener];
      if (unheard !== null) listener(unheard);
      unheard = null;
      return () => {
        listeners = listeners.filter((other) => other !== listener);
      };
    },
  };
}

/** A name that no document has yet: the base, then `base-2`, `base-3`. */
export function freeDocumentName(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  for (let count = 2; ; count++) {
    if (!taken.has(`${base}-${count}`)) return `${base}-${count}`;
  }
}
