import { importFile, importForms, importText } from "../../import";
import { createDocument, type PipelineDocument } from "../../pipeline/definition/document";
import type { DefinitionResult, Refusal } from "../../pipeline/definition/parse";
import { pipelineNameFrom } from "../../pipeline/definition/pipelineName";

export type Imported =
  | { readonly ok: true; readonly document: PipelineDocument }
  | { readonly ok: false; readonly refusal: Refusal };

/** The files that can be opened, as the `accept` of a file control. */
export const openableFiles = importForms.flatMap(({ extensions, mediaType }) => [...extensions, mediaType]).join(",");

/** Makes a document of a definition's text. `from` is where it came from, a file's name; the document's name is made of it. */
export function importDefinition(text: string, from: string, id: string): Imported {
  return documentOf(importText(text, from), from, id);
}

/** The same of a file's bytes, which may be too many or no text. */
export function importBytes(bytes: Uint8Array, from: string, id: string): Imported {
  return documentOf(importFile(bytes, from), from, id);
}

function documentOf(read: DefinitionResult, from: string, id: string): Imported {
  return read.ok ? { ok: true, document: createDocument(id, pipelineNameFrom(from), read.value) } : read;
}

/** A refusal in words: what was refused, why, and where. */
export function refusalInWords(from: string, { message, line, column, pointer }: Refusal): string {
  const where = pointer === "" ? `line ${line}:${column}` : `line ${line}:${column}, at ${pointer}`;
  return `${from} was not opened: ${message} (${where}) Nothing was changed.`;
}
