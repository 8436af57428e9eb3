/** Joins an editor to the document that is kept: what is edited is stored, what another tab does is followed. */

import type { PipelineDocument } from "../../pipeline/definition/document";
import { deriveGraphInParts } from "../../pipeline/graph/deriveGraph";
import { loadModel } from "../../pipeline/schema/load";
import type { DocumentStorage } from "../../storage/documentStorage";
import type { Library } from "../../storage/library";
import type { SaveStatus as StoredStatus } from "../../storage/log/documentWriter";
import { toStorageFailure } from "../../storage/log/failure";
import { createEditor, type Editor } from "./createEditor";
import type { SaveStatus } from "./editorState";
import { loadPart } from "./loadPart";
import { doneInSlices } from "./slices";

export interface OpenEditor {
  readonly editor: Editor;
  readonly storage: DocumentStorage;
  /** Stores what is left and lets the document go. */
  close(): void;
}

/** Opens a stored document by its id; one that was never stored is given as `fresh`, and stored as soon as storage allows. */
export async function openEditor(library: Library, id: string, fresh: PipelineDocument | null): Promise<OpenEditor> {
  const target = fresh === null || (await isStored(library, id)) ? id : fresh;
  let editor: Editor | null = null;
  // The last document that came from storage: it need not go back there.
  let stored: PipelineDocument | null = null;
  const storage = await library.openDocument(target, {
    onRemoteChange: (document) => {
      stored = document;
      if (editor !== null && editor.store.getState().document !== document) editor.replaceDocument(document);
    },
    onRoleChange: (role) => editor?.setReadOnly(role === "reader"),
    onStatusChange: (status) => editor?.setSaveStatus(inWords(status)),
    onRecovered: () => {
      editor?.notice("warning", "Another tab was first. What you edited here is kept as a version of its own.");
    },
  });
  // What the editor and all around it ask first: of a large document it takes longer than a page can wait.
  await doneInSlices(deriveGraphInParts(storage.document.definition));
  editor = createEditor(storage.document, { loadModel: (type) => loadPart(() => loadModel(type)) });
  editor.setReadOnly(storage.role === "reader");
  editor.setSaveStatus(inWords(storage.status));
  const stopSaving = editor.store.subscribe(({ document }, before) => {
    if (document !== before.document && document !== stored && storage.role === "writer") storage.save(document);
  });
  const close = () => {
    stopSaving();
    // What cannot be stored stays open, and is tried again for as long as the page lives.
    storage.close().catch(() => undefined);
  };
  return { editor, storage, close };
}

async function isStored(library: Library, id: string): Promise<boolean> {
  try {
    await library.read(id);
    return true;
  } catch {
    return false;
  }
}

/** Takes the document over from the tab that edits it, and says so when that cannot be. */
export async function editHere({ notice }: Editor, storage: DocumentStorage): Promise<void> {
  try {
    await storage.takeOver();
  } catch (error) {
    notice("error", `This document cannot be edited here: ${toStorageFailure(error).problem.message}.`);
  }
}

function inWords(status: StoredStatus): SaveStatus {
  if (status.state !== "unsaved") return { state: status.state };
  if (status.reason.name === "deleted") {
    return { state: "unsaved", isDeleted: true, reason: "This pipeline was deleted in another window." };
  }
  return { state: "unsaved", reason: `Not saved, because ${status.reason.message}.` };
}
