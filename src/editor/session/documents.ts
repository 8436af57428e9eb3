/** The ways in which a document comes to be on the screen: a file, a paste, a drop, a template. */

import { createStore, type StoreApi } from "zustand/vanilla";
import type { PipelineDocument } from "../../pipeline/definition/document";
import type { Import } from "./importDefinition";
import { loadPart } from "./loadPart";
import type { PickedHandle } from "./pickedHandle";
import type { Asked } from "./question";
import type { FolderFile } from "./readFiles";

/** What is said on the screen, and what can be done about it. */
export interface Said {
  readonly kind: "info" | "error";
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
  /** Hands over what a file holds, and opens nothing. */
  readFile(file: File, take: (document: PipelineDocument) => void): Promise<string | null>;
  /** What has to be asked before a document can be shown; null while nothing is. */
  readonly asked: StoreApi<{ readonly question: Asked | null }>;
  /** Goes to a new document, made of the id that it is given. */
  openNew(make: (id: string) => PipelineDocument): void;
  /** Goes to a document of a file that was picked, which is edited where it lies as long as this page lives. */
  openPicked(handle: PickedHandle): void;
  picked(id: string): PickedHandle | null;
  /** A new document that was never stored yet, by its id; null for all others. */
  newDocument(id: string): PipelineDocument | null;
  /** It has been stored, and need not be held here any more. */
  wasStored(id: string): void;
  /** Tells whoever is on the screen, the editor's notices or the start page, why something is not there. */
  say(text: string, actions?: Said["actions"]): void;
  /** Who listens to `say`; the last one that came. */
  listen(listener: (said: Said) => void): () => void;
}

/** What finds and reads definitions comes when something is opened. */
const loadImporting = () => loadPart(() => import("./importDefinition"));
const loadReading = () => loadPart(() => import("./readFiles"));
type Importing = Pick<Awaited<ReturnType<typeof loadImporting>>, "refusalInWords">;

/** `goTo` brings the document of an id to the screen; `cameFrom` is told the name of the file or folder that it was read from. */
export function openDocuments(
  goTo: (id: string) => void,
  cameFrom: (id: string, file: string) => void = () => {},
): Documents {
  const fresh = new Map<string, PipelineDocument>();
  const handles = new Map<string, PickedHandle>();
  let listeners: readonly ((said: Said) => void)[] = [];
  let unheard: Said | null = null;

  const show = (document: PipelineDocument) => {
    fresh.set(document.id, document);
    goTo(document.id);
  };
  const showOf = (file: string) => (document: PipelineDocument) => {
    cameFrom(document.id, file);
    show(document);
  };
  const asked = createStore<{ readonly question: Asked | null }>(() => ({ question: null }));
  const showImported = (importing: Importing, imported: Import, from: string, take = show): string | null => {
    if (!imported.ok) return importing.refusalInWords(from, imported.refusal);
    if ("document" in imported) take(imported.document);
    else {
      const { choices, chosen } = imported.several;
      const answer = (choice: string) => {
        const one = chosen(choice);
        const refusal = one === null ? null : showImported(importing, one, from, take);
        if (refusal !== null) say(refusal);
      };
      asked.setState({ question: { title: `Which pipeline of ${from}?`, choices, none: "", answer } });
    }
    return null;
  };
  const say = (text: string, actions: Said["actions"] = []) => {
    const listener = listeners.at(-1);
    const said: Said = { kind: "error", text, actions };
    if (listener === undefined) unheard = said;
    else listener(said);
  };
  const newId = () => crypto.randomUUID();
  const readFile = async (file: File, take: (document: PipelineDocument) => void) => {
    const [{ bytesOf, whyUnread }, importing] = await Promise.all([loadReading(), loadImporting()]);
    const bytes = await bytesOf(file);
    if (bytes === null) return whyUnread(file);
    return showImported(importing, await importing.importBytes(bytes, file.name, newId), file.name, take);
  };

  return {
    openText: async (text, from) => {
      const importing = await loadImporting();
      return showImported(importing, await importing.importDefinition(text, from, newId), from);
    },
    readFile,
    openFile: (file) => readFile(file, showOf(file.name)),
    openFolder: async (name, files) => {
      const [{ readFolder }, importing] = await Promise.all([loadReading(), loadImporting()]);
      const imported = await importing.importFiles(await readFolder(files), name, newId);
      return showImported(importing, imported, name, showOf(name));
    },
    asked,
    openNew: (make) => show(make(newId())),
    openPicked(handle) {
      const id = `picked:${newId()}`;
      handles.set(id, handle);
      goTo(id);
    },
    picked: (id) => handles.get(id) ?? null,
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
