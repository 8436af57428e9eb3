/** What of a file the document on the screen was made from: what an edit is saved over, and what both sides of a merge have changed. */
import type { FileContent } from "../../contract/files";
import { blankDefinition, createDocument, type PipelineDocument } from "../../pipeline/definition/document";
import { parseDefinition, type Refusal } from "../../pipeline/definition/parse";
import { pipelineNameFrom } from "../../pipeline/definition/pipelineName";
import { type Beside, nothingBeside, printBeside, readBeside } from "../../pipeline/definition/sideFile";
import { type ObjectValue, sameValue } from "../../pipeline/definition/value";
import type { Library } from "../session/storedDocuments";
import { fileDocumentId, fileNameOf } from "./fileId";

export interface FileBase {
  /** Null for a file of which nothing is known but that there are edits of it. */
  readonly revision: string | null;
  readonly text: string;
  readonly definition: ObjectValue;
  readonly readOnly: boolean;
  readonly besideRevision: string | null;
  /** What lies in the side file; null where there is none, or where it cannot be read. */
  readonly beside: Beside | null;
  /** There is a side file, and it is not ours to write: damaged, or a newer Stepwire's. */
  readonly besideIsForeign: boolean;
}

export type ReadBase =
  | { readonly ok: true; readonly base: FileBase }
  | { readonly ok: false; readonly refusal: Refusal };

export function readBase({ text, revision, readOnly, beside }: FileContent): ReadBase {
  const parsed = parseDefinition(text);
  if (!parsed.ok) return parsed;
  const read = beside === null ? null : readBeside(beside.text);
  const side = {
    besideRevision: beside?.revision ?? null,
    beside: read,
    besideIsForeign: beside !== null && read === null,
  };
  return { ok: true, base: { revision, text, definition: parsed.value, readOnly, ...side } };
}

/** Edits without a known beginning: all that differs from the file is asked. */
const unknownBase: FileBase = {
  revision: null,
  text: "",
  definition: blankDefinition,
  readOnly: false,
  besideRevision: null,
  beside: null,
  besideIsForeign: false,
};

/** A document as its file has it, with what only this browser knows of it. */
export function documentOf(base: FileBase, from: PipelineDocument): PipelineDocument {
  return { ...from, definition: base.definition, ...(base.beside ?? {}), name: base.beside?.name || from.name };
}

export function newDocumentOf(base: FileBase, folder: string, path: string): PipelineDocument {
  const name = pipelineNameFrom(fileNameOf(path));
  return documentOf(base, createDocument(fileDocumentId(folder, path), name));
}

/** What lies beside a document as of a base, for a merge. */
export function besideOfBase({ beside }: FileBase, { name }: PipelineDocument): Beside {
  return beside ?? { ...nothingBeside, name };
}

export function sameDefinitions(document: PipelineDocument, base: FileBase): boolean {
  return document.definition === base.definition || sameValue(document.definition, base.definition);
}

/** Remembers a base as long as the browser remembers the document. */
export async function rememberBase(library: Library, id: string, base: FileBase): Promise<void> {
  const { revision, text, readOnly, besideRevision, beside } = base;
  const side = beside === null ? null : printBeside(beside);
  await library.remember(id, JSON.stringify({ revision, text, readOnly, besideRevision, beside: side }));
}

export async function recallBase(library: Library, id: string): Promise<FileBase> {
  const kept = await library.recall(id).catch(() => null);
  if (kept === null) return unknownBase;
  const { revision, text, readOnly, besideRevision, beside } = JSON.parse(kept);
  const parsed = parseDefinition(text);
  if (!parsed.ok) return unknownBase;
  const read = beside === null ? null : readBeside(beside);
  const side = { besideRevision, beside: read, besideIsForeign: besideRevision !== null && read === null };
  return { revision, text, definition: parsed.value, readOnly, ...side };
}
