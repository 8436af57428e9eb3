/** The ways in which a document comes to be on the screen: a file, a paste, a drop, a template. */

import type { PipelineDocument } from "../../pipeline/definition/document";
import { type Imported, importBytes, importDefinition, refusalInWords } from "./importDefinition";

export interface Documents {
  /** Each answers null when the document is on its way to the screen, or the sentence that says why it is not; then nothing changed. */
  openText(text: string, from: string): string | null;
  openFile(file: File): Promise<string | null>;
  /** Goes to a new document, made of the id that it is given. */
  openNew(make: (id: string) => PipelineDocument): void;
  /** A new document that was never stored yet, by its id; null for all others. */
  newDocument(id: string): PipelineDocument | null;
  /** It has been stored, and need not be held here any more. */
  wasStored(id: string): void;
  /** Tells whoever is on the screen: the editor's notices, or the start page. */
  say(message: string): void;
  /** Who listens to `say`; the last one that came. */
  listen(listener: (message: string) => void): () => void;
}

/** `goTo` brings the document of an id to the screen. */
export function openDocuments(goTo: (id: string) => void): Documents {
  const fresh = new Map<string, PipelineDocument>();
  let listeners: readonly ((message: string) => void)[] = [];
  let unheard: string | null = null;

  const show = (document: PipelineDocument) => {
    fresh.set(document.id, document);
    goTo(document.id);
  };
  const showImported = (imported: Imported, from: string) => {
    if (!imported.ok) return refusalInWords(from, imported.refusal);
    show(imported.document);
    return null;
  };

  return {
    openText: (text, from) => showImported(importDefinition(text, from, crypto.randomUUID()), from),
    openFile: async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return showImported(importBytes(bytes, file.name, crypto.randomUUID()), file.name);
    },
    openNew: (make) => show(make(crypto.randomUUID())),
    newDocument: (id) => fresh.get(id) ?? null,
    wasStored: (id) => void fresh.delete(id),
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
