/** The ways in which a document comes to be on the screen: a file, a paste, a drop, a template. */

import { createStore, type StoreApi } from "zustand/vanilla";
import type { PipelineDocument } from "../../pipeline/definition/document";
import type { Import } from "./importDefinition";
import { loadPart } from "./loadPart";
import type { Asked } from "./question";

/** A file of a folder, with its path in it. */
export interface FolderFile {
  readonly path: string;
  readonly file: File;
}

/** What is said on the screen, and what can be done about it. */
export interface Said {
  readonly text: string;
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
}

export interface Documents {
  /**
   * Each answers null when the document is on its way to the screen, or the sentence that says why it is not; then nothing changed. Of
   * several definitions it asks for one.
   */
  openText(text: string, from: string): Promise<string | null>;
  openFile(file: File): Promise<string | null>;
  openFolder(name: string, files: readonly FolderFile[]): Promise<string | null>;
  /** What has to be asked before a document can be shown; null while nothing is. */
  readonly asked: StoreApi<{ readonly question: Asked | null }>;
  /** Goes to a new document, made of the id that it is given. */
  openNew(make: (id: string) => PipelineDocument): void;
  /** A new document that was never stored yet, by its id; null for all others. */
  newDocument(id: string): PipelineDocument | null;
  /** It has been stored, and need not be held here any more. */
  wasStored(id: string): void;
  /** Tells whoever is on the screen: the editor's notices, or the start page. */
  say(text: string, actions?: Said["actions"]): void;
  /** Who listens to `say`; the last one that came. */
  listen(listener: (said: Said) => void): () => void;
}

/** No file that is opened is larger. */
const largest = 16 * 1024 * 1024;

/** Null where it is too large, was moved, or may not be read. */
async function bytesOf(file: File): Promise<Uint8Array | null> {
  if (file.size > largest) return null;
  return file.arrayBuffer().then(
    (content) => new Uint8Array(content),
    () => null,
  );
}

function unread({ name, size }: File): string {
  return size > largest
    ? `${name} was not opened: it has ${Math.round(size / 1024 / 1024)} MiB, and at most 16 MiB are read. Nothing was changed.`
    : `${name} was not opened: it cannot be read. Perhaps it was moved, or is a folder; drop it again. Nothing was changed.`;
}

/** What finds and reads definitions comes when something is opened. */
const loadImporting = () => loadPart(() => import("./importDefinition"));
type Importing = Pick<Awaited<ReturnType<typeof loadImporting>>, "refusalInWords">;

/** `goTo` brings the document of an id to the screen. */
export function openDocuments(goTo: (id: string) => void): Documents {
  const fresh = new Map<string, PipelineDocument>();
  let listeners: readonly ((said: Said) => void)[] = [];
  let unheard: Said | null = null;

  const show = (document: PipelineDocument) => {
    fresh.set(document.id, document);
    goTo(document.id);
  };
  const asked = createStore<{ readonly question: Asked | null }>(() => ({ question: null }));
  const showImported = ({ refusalInWords }: Importing, imported: Import, from: string): string | null => {
    if (!imported.ok) return refusalInWords(from, imported.refusal);
    if ("document" in imported) show(imported.document);
    else {
      const { choices, chosen } = imported.several;
      const answer = (choice: string) => {
        const one = chosen(choice);
        const refusal = one === null ? null : showImported({ refusalInWords }, one, from);
        if (refusal !== null) say(refusal);
      };
      asked.setState({ question: { title: `Which pipeline of ${from}?`, choices, none: "", answer } });
    }
    return null;
  };
  const say = (text: string, actions: Said["actions"] = []) => {
    const listener = listeners.at(-1);
    if (listener === undefined) unheard = { text, actions };
    else listener({ text, actions });
  };
  const newId = () => crypto.randomUUID();

  return {
    openText: async (text, from) => {
      const importing = await loadImporting();
      return showImported(importing, await importing.importDefinition(text, from, newId), from);
    },
    openFile: async (file) => {
      const [bytes, importing] = await Promise.all([bytesOf(file), loadImporting()]);
      if (bytes === null) return unread(file);
      return showImported(importing, await importing.importBytes(bytes, file.name, newId), file.name);
    },
    openFolder: async (name, files) => {
      const read = await Promise.all(files.map(async ({ path, file }) => ({ path, bytes: await bytesOf(file) })));
      const inside = read.flatMap(({ path, bytes }) => (bytes === null ? [] : [{ path, bytes }]));
      const importing = await loadImporting();
      return showImported(importing, await importing.importFiles(inside, name, newId), name);
    },
    asked,
    openNew: (make) => show(make(newId())),
    newDocument: (id) => fresh.get(id) ?? null,
    wasStored: (id) => void fresh.delete(id),
    say,
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
