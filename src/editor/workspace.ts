/** The running editor of one document, without pixels: all that the page's areas and the commands work with. */
import type { PipelineDocument } from "../pipeline/definition/document";
import type { FileSession } from "./files/fileState";
import { createRuns, type RunOptions, type Runs } from "./runs/createRuns";
import type { CanvasPort } from "./session/canvasPort";
import { type Comparisons, createComparisons } from "./session/comparison";
import type { Editor } from "./session/createEditor";
import { createDialogs, type Dialogs } from "./session/dialogs";
import { openEditor } from "./session/openEditor";
import type { PagePort } from "./session/pagePort";
import type { DocumentStorage, Library } from "./session/storedDocuments";

export interface Workspace {
  readonly editor: Editor;
  /** The document as it is stored; null where nothing is (a test, a preview). */
  readonly storage: DocumentStorage | null;
  /** The file that it is edited in; null for a document of this browser alone. */
  readonly file: FileSession | null;
  readonly runs: Runs;
  readonly dialogs: Dialogs;
  /** Two versions over each other, in the document's place. */
  readonly comparisons: Comparisons;
  readonly page: PagePort;
  /** The canvas, while one is mounted. */
  readonly canvas: CanvasPort | null;
  /** Called by the canvas when it mounts; the returned function takes it back. */
  lendCanvas(port: CanvasPort): () => void;
  /** Stores what is left, stops following executions, and lets the document go. */
  close(): void;
}

export interface WorkspaceOptions extends RunOptions {
  readonly page: PagePort;
  /** Joins the document to the file that it is edited in. */
  readonly file?: (editor: Editor, storage: DocumentStorage) => FileSession;
}

/** Opens a stored document by its id; one that was never stored is given as `fresh`. */
export async function openWorkspace(
  library: Library,
  id: string,
  fresh: PipelineDocument | null,
  options: WorkspaceOptions,
): Promise<Workspace & { readonly storage: DocumentStorage }> {
  const opened = await openEditor(library, id, fresh);
  return createWorkspace(opened.editor, options, opened);
}

interface Stored<Storage extends DocumentStorage | null> {
  readonly storage: Storage;
  close(): void;
}

/** A workspace around an editor that is there already. */
export function createWorkspace<Storage extends DocumentStorage | null>(
  editor: Editor,
  options: WorkspaceOptions,
  stored: Stored<Storage>,
): Workspace & { readonly storage: Storage } {
  const dialogs = createDialogs();
  const runs = createRuns(editor, dialogs, options);
  const file = stored.storage === null ? null : (options.file?.(editor, stored.storage) ?? null);
  return lendable({
    editor,
    storage: stored.storage,
    file,
    runs,
    dialogs,
    comparisons: createComparisons(),
    page: options.page,
    close() {
      runs.close();
      file?.close();
      stored.close();
    },
  });
}

/** For an editor that shows something in the document's place: what it does goes by the document's workspace, its canvas is its own. */
export function workspaceBeside(host: Workspace, editor: Editor): Workspace {
  return lendable({ ...host, editor, storage: null, file: null, dialogs: createDialogs(), close: () => {} });
}

/** A workspace that a canvas can be lent to. */
function lendable<Parts extends Omit<Workspace, "canvas" | "lendCanvas">>(parts: Parts) {
  let canvas: CanvasPort | null = null;
  const lendCanvas = (port: CanvasPort) => {
    canvas = port;
    return () => {
      if (canvas === port) canvas = null;
    };
  };
  const workspace = { ...parts, canvas, lendCanvas };
  return Object.defineProperty(workspace, "canvas", { get: () => canvas, enumerable: true });
}
