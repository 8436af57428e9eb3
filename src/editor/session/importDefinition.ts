import { createDocument, type PipelineDocument } from "../../pipeline/definition/document";
import { limits, parseDefinition, type Refusal } from "../../pipeline/definition/parse";
import { isObject } from "../../pipeline/definition/value";
import { pipelineNameFrom } from "../../pipeline/edits/document";

export type Imported =
  | { readonly ok: true; readonly document: PipelineDocument }
  | { readonly ok: false; readonly refusal: Refusal };

/** Makes a document of a definition's text. `from` is where it came from, a file's name; the document's name is made of it. */
export function importDefinition(text: string, from: string, id: string): Imported {
  const parsed = parseDefinition(text);
  if (!parsed.ok) return parsed;
  if (!isObject(parsed.value)) throw new Error("A definition is an object.");
  return { ok: true, document: createDocument(id, pipelineNameFrom(from), parsed.value) };
}

/** The same of a file's bytes, which may be too many or no text. */
export function importBytes(bytes: Uint8Array, from: string, id: string): Imported {
  const refused = (code: Refusal["code"], message: string): Imported => ({
    ok: false,
    refusal: { code, message, line: 1, column: 1, pointer: "" },
  });
  if (bytes.byteLength > limits.bytes) {
    return refused("too-large", `It has ${(bytes.byteLength / 1024 / 1024).toFixed(1)} MiB; at most 4 MiB are read.`);
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refused("not-utf8", "It is not UTF-8 text.");
  }
  return importDefinition(text, from, id);
}

/** A refusal in words: what was refused, why, and where. */
export function refusalInWords(from: string, { message, line, column, pointer }: Refusal): string {
  const where = pointer === "" ? `line ${line}:${column}` : `line ${line}:${column}, at ${pointer}`;
  return `${from} was not opened: ${message} (${where}) Nothing was changed.`;
}
