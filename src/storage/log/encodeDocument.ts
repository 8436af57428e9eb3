import { createDocument, type PipelineDocument } from "../../pipeline/definition/document";
import { get, isList, isObject, type Value } from "../../pipeline/definition/value";
import { decodeValue, encodeValue, type Json } from "./encodeValue";

/**
 * A document seen as one value. Every field of it, at any depth, is made of JSON values; its interfaces merely have
 * no index signature, which TypeScript asks for before it believes so.
 */
export function asValue(document: PipelineDocument): Value {
  return document as unknown as Value;
}

/** The document that a stored value is. Fields that an older Stepwire did not write get their empty form. */
export function asDocument(value: Value): PipelineDocument {
  const id = get(value, "id");
  const name = get(value, "name");
  const definition = get(value, "definition");
  if (!isObject(value) || typeof id !== "string" || typeof name !== "string" || !isObject(definition)) {
    throw new Error("A stored document is damaged.");
  }
  const objects = ["layout", "pins", "settings", "samples"].every((key) => isObject(get(value, key) ?? {}));
  if (!objects || !isList(get(value, "notes") ?? [])) throw new Error("A stored document is damaged.");
  const { targets = {}, ...settings } = (get(value, "settings") ?? {}) as unknown as Partial<
    PipelineDocument["settings"]
  >;
  const stored = value as unknown as PipelineDocument;
  return { ...createDocument(id, name, definition), ...stored, settings: { targets, ...settings } };
}

/** A document as text, number text and order of keys kept. */
export function printDocument(document: PipelineDocument): string {
  return JSON.stringify(encodeValue(asValue(document)));
}

/** The document that `printDocument` printed; throws for text that is none. */
export function readDocument(text: string): PipelineDocument {
  const json: Json = JSON.parse(text);
  return asDocument(decodeValue(json));
}
