/** Opens a file of the folder that `stepwire open` opened, as a document. */
import type { PipelineDocument } from "../../pipeline/definition/document";
import type { Surroundings } from "../runs/executions/calls";
import type { Editor } from "../session/createEditor";
import { refusalInWords } from "../session/importDefinition";
import { loadPart } from "../session/loadPart";
import type { DocumentStorage, Library } from "../session/storedDocuments";
import { createFileSession, type FileSettings } from "./createFileSession";
import { type FileBase, newDocumentOf, readBase, recallBase, rememberBase } from "./fileBase";
import type { FileHolder } from "./fileHolder";
import { fileDocumentId } from "./fileId";
import type { FileCalls, FileSession } from "./fileState";

export interface FilePlace {
  readonly client: FileCalls;
  readonly folder: string;
  readonly path: string;
  /** The document that it becomes, where nothing can be written beside the file: one that was picked. */
  readonly alone?: string;
  /** The program that holds it, where one does. */
  readonly holder?: FileHolder;
}

/** What a workspace of a file is opened with. */
export interface FileOpening {
  readonly id: string;
  /** Null where this browser has the document already. */
  readonly fresh: PipelineDocument | null;
  readonly file: (editor: Editor, storage: DocumentStorage) => FileSession;
}

/** A file as a document: with the edits that this browser still has of it, else as it is. A sentence says why it cannot be opened. */
export async function openFile(
  library: Library,
  { client: plain, folder, path, alone, holder }: FilePlace,
  surroundings: Surroundings,
): Promise<FileOpening | string> {
  const client = /\.json$/i.test(path) ? plain : (await loadPart(() => import("./inTemplate"))).inTemplate(plain);
  const id = alone ?? fileDocumentId(folder, path);
  const kept = await readSettings(library);
  const settings =
    holder !== undefined
      ? { automatic: true, keepsBeside: holder.keepsBeside }
      : alone === undefined
        ? kept
        : { ...kept, keepsBeside: false };
  const keepSettings = (next: FileSettings) =>
    void library
      .remember(settingsKey, JSON.stringify(alone === undefined ? next : { ...next, keepsBeside: kept.keepsBeside }))
      .catch(() => undefined);
  const open = (fresh: PipelineDocument | null, base: FileBase): FileOpening => ({
    id,
    fresh,
    file: (editor, storage) =>
      createFileSession({
        ...{ editor, storage, library, client, folder, path, alone: alone !== undefined },
        ...{ base, settings, keepSettings, surroundings, holder: holder ?? null },
      }),
  });
  const isKept = await library.read(id).then(
    () => true,
    () => false,
  );
  // What is here of it may not be in the file: the session looks what became of the file meanwhile.
  if (isKept) return open(null, await recallBase(library, id));
  const read = await client.readFile({ folder, path, known: null });
  if (!read.ok) return `${path} was not opened: ${read.error.message}`;
  if (read.value.kind !== "file")
    return `${path} was not opened: there is no such file in the folder. Choose another below.`;
  const base = readBase(read.value);
  if (!base.ok) return refusalInWords(path, base.refusal);
  await rememberBase(library, id, base.base).catch(() => undefined);
  return open({ ...newDocumentOf(base.base, folder, path), id }, base.base);
}

const settingsKey = "files";
const firstSettings: FileSettings = { automatic: false, keepsBeside: true };

async function readSettings(library: Library): Promise<FileSettings> {
  const kept = await library.recall(settingsKey).catch(() => null);
  return kept === null ? firstSettings : { ...firstSettings, ...JSON.parse(kept) };
}
