/** Documents that are kept nowhere: where the file that is edited is held by the program around the page, a second truth would only be in the way. */
import type { PipelineDocument } from "../pipeline/definition/document";
import type { DocumentStorage } from "./documentStorage";
import type { Library } from "./library";
import { StorageFailure } from "./log/failure";

export function openNowhere(): Library {
  const remembered = new Map<string, string>();
  const missing = async (): Promise<never> => {
    throw new StorageFailure("missing");
  };
  return {
    restoredFromCopy: 0,
    list: async () => [],
    listAll: async () => [],
    subscribe: (listener) => {
      listener([]);
      return () => {};
    },
    create: async () => {},
    read: missing,
    rename: missing,
    duplicate: missing,
    remove: async () => {},
    restore: missing,
    listVersions: async () => [],
    readVersion: missing,
    nameVersion: missing,
    openDocument: async (target) => (typeof target === "string" ? missing() : held(target)),
    secondCopy: async () => null,
    damaged: missing,
    hasUnsaved: () => false,
    remember: async (key, value) => void remembered.set(key, value),
    recall: async (key) => remembered.get(key) ?? null,
    rememberOpened: async () => {},
    lastOpened: async () => null,
    close: () => {},
  };
}

function held(first: PipelineDocument): DocumentStorage {
  let document = first;
  return {
    id: first.id,
    role: "writer",
    get document() {
      return document;
    },
    status: { state: "saved", revision: 0 },
    subscribe: () => () => {},
    save: (next) => {
      document = next;
    },
    flush: async () => {},
    putAside: () => {},
    takeOver: async () => {},
    keep: async () => {},
    close: async () => {},
    abandon: () => {},
  };
}
