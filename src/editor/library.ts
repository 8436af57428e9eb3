/**
 * What the page needs of the documents that are kept: a list of them, and a session on one. `persistence/` keeps them in the
 * browser's storage; `createMemoryLibrary` keeps them for as long as the page lives.
 */
import type { PipelineDocument } from "../pipeline/definition/document";
import { renameDocument } from "../pipeline/edits/document";
import { listSteps } from "../pipeline/graph/stepTree";
import type { SaveStatus } from "./editorState";

export interface DocumentRow {
  readonly id: string;
  readonly name: string;
  readonly steps: number;
  /** Milliseconds since 1970, to be shown. */
  readonly changedAt: number;
}

export type WriterRole = "writing" | "following";

/** One tab's hold on one document. */
export interface DocumentSession {
  readonly document: PipelineDocument;
  /** `following`: another tab edits the document, and this one shows what it does. */
  role(): WriterRole;
  status(): SaveStatus;
  /** Takes the document over from the tab that edits it. */
  editHere(): Promise<void>;
  /** Stores a new state of the document. */
  save(document: PipelineDocument): void;
  /** Tries again after a failure. */
  retry(): void;
  /** Calls back when role or status changed, and with a document when another tab changed it. */
  subscribe(listener: (change: { readonly document?: PipelineDocument }) => void): () => void;
  close(): void;
}

export interface Library {
  list(): Promise<readonly DocumentRow[]>;
  /** The document that was opened last, null where there is none. */
  lastOpened(): Promise<string | null>;
  create(document: PipelineDocument): Promise<void>;
  /** Null when there is no such document. */
  open(id: string): Promise<DocumentSession | null>;
  read(id: string): Promise<PipelineDocument | null>;
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
  restore(id: string): Promise<void>;
  subscribe(listener: () => void): () => void;
}

/** Documents that last as long as the page: for tests, and where the browser gives no storage. */
export function createMemoryLibrary(now: () => number): Library {
  const kept = new Map<string, { document: PipelineDocument; changedAt: number; removed: boolean }>();
  const listeners = new Set<() => void>();
  let last: string | null = null;
  const keep = (document: PipelineDocument) => {
    kept.set(document.id, { document, changedAt: now(), removed: false });
    for (const listener of listeners) listener();
  };
  const setRemoved = (id: string, removed: boolean) => {
    const found = kept.get(id);
    if (found !== undefined) kept.set(id, { ...found, removed });
    for (const listener of listeners) listener();
  };
  return {
    list: async () =>
      [...kept.values()]
        .filter(({ removed }) => !removed)
        .map(({ document, changedAt }) => ({
          id: document.id,
          name: document.name,
          steps: listSteps(document.definition).length,
          changedAt,
        }))
        .sort((left, right) => right.changedAt - left.changedAt),
    lastOpened: async () => last,
    create: async (document) => keep(document),
    read: async (id) => kept.get(id)?.document ?? null,
    open: async (id) => {
      const found = kept.get(id);
      if (found === undefined || found.removed) return null;
      last = id;
      return {
        document: found.document,
        role: () => "writing",
        status: () => ({ state: "saved" }),
        editHere: async () => undefined,
        save: keep,
        retry: () => undefined,
        subscribe: () => () => undefined,
        close: () => undefined,
      };
    },
    rename: async (id, name) => {
      const found = kept.get(id);
      if (found !== undefined) keep(renameDocument(name)(found.document));
    },
    remove: async (id) => setRemoved(id, true),
    restore: async (id) => setRemoved(id, false),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A copy of a document under an id and a name of its own. */
export function copyOfDocument(document: PipelineDocument, id: string, name: string): PipelineDocument {
  return { ...document, id, name };
}
