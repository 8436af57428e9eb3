/** A document as text for storage, and back. */
import { createDocument, type DocumentSettings, type PipelineDocument } from "../../pipeline/definition/document";
import { type Entry, get, isList, isObject, OrderedObject, setKey, type Value } from "../../pipeline/definition/value";
import { migrateDocument } from "../migrations/migrate";
import { decodeValue, encodeInParts, encodeValue, type Json } from "./encodeValue";

/**
 * A document seen as one value: its maps are lists of entries there; the rest of it is made of JSON values at any depth, in
 * interfaces that merely have no index signature, which TypeScript asks for before it believes so.
 */
export function asValue(document: PipelineDocument): Value {
  const { layout, folded, pins, samples, presets, promotions, codeOf, settings } = document;
  const beside = { layout: entriesOf(layout), folded: entriesOf(folded), pins: entriesOf(pins) };
  const kept = { presets: entriesOf(presets), promotions: entriesOf(promotions), codeOf: entriesOf(codeOf) };
  const byName = { ...beside, ...kept, samples: entriesOf(samples) };
  return { ...document, ...byName, settings: settingsValue(settings) } as unknown as Value;
}

/** What a document keeps by a name and did not keep in each Stepwire of today's schema. */
const laterMaps = ["folded", "presets", "promotions", "codeOf"];

/** A stored document with each of them: what the log tells of one that was empty when it was stored has its place. */
export function withLaterMaps(stored: Value): Value {
  return laterMaps.reduce(
    (value, key) =>
      isObject(value) && get(value, key) === undefined ? setKey(value, key, new OrderedObject([])) : value,
    stored,
  );
}

/** The document that a value of today's schema is. */
export function asDocument(stored: Value): PipelineDocument {
  const value = withLaterMaps(stored);
  const id = get(value, "id");
  const name = get(value, "name");
  const definition = get(value, "definition");
  const settings = get(value, "settings");
  if (typeof id !== "string" || typeof name !== "string" || !isObject(definition) || !isObject(settings))
    throw damaged();
  if (!["notes", "groups", "ways"].every((key) => isList(get(value, key) ?? []))) throw damaged();
  return {
    ...createDocument(id, name, definition),
    ...(value as unknown as PipelineDocument),
    layout: mapOf(get(value, "layout")),
    folded: mapOf(get(value, "folded")),
    presets: mapOf(get(value, "presets")),
    promotions: mapOf(get(value, "promotions")),
    codeOf: mapOf(get(value, "codeOf")),
    pins: mapOf(get(value, "pins")),
    samples: mapOf(get(value, "samples")),
    settings: settingsOf(settings),
  };
}

/** A document as text, number text and order of keys kept. */
export function printDocument(document: PipelineDocument): string {
  return JSON.stringify(encodeValue(asValue(document)));
}

/** The same, with room for all else that the page does wherever it takes long. */
export async function printInSlices(document: PipelineDocument, pause: () => Promise<void>): Promise<string> {
  const work = encodeInParts(asValue(document));
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return JSON.stringify(value);
    await pause();
  }
}

/** The value that was printed; throws for text that is none. */
export function readValue(text: string): Value {
  const json: Json = JSON.parse(text);
  return decodeValue(json);
}

/** The document that `printDocument` printed, in this Stepwire or in one of an older schema. */
export function readDocument({ text, schema }: { readonly text: string; readonly schema: number }): PipelineDocument {
  return asDocument(migrateDocument(readValue(text), schema));
}

/** Both forms of what a document holds, each found by the other: what did not change stays the same object in either. */
const otherForms = new WeakMap<object, object>();

function inOtherForm<Form extends object>(form: object, make: () => Form): Form {
  const known = otherForms.get(form);
  if (known !== undefined) return known as Form;
  const made = make();
  otherForms.set(form, made);
  otherForms.set(made, form);
  return made;
}

function entriesOf(map: ReadonlyMap<string, unknown>): OrderedObject {
  return inOtherForm(map, () => new OrderedObject([...map] as unknown as Entry[]));
}

function mapOf<Item>(value: Value | undefined): ReadonlyMap<string, Item> {
  if (!(value instanceof OrderedObject)) throw damaged();
  return inOtherForm(value, () => new Map(value.list) as unknown as Map<string, Item>);
}

function settingsValue(settings: DocumentSettings): object {
  const { targets, simulatedValues } = settings;
  return inOtherForm(settings, () => ({
    ...settings,
    targets: entriesOf(targets),
    simulatedValues: entriesOf(simulatedValues),
  }));
}

function settingsOf(value: Value & object): DocumentSettings {
  return inOtherForm(value, () => ({
    ...(value as unknown as DocumentSettings),
    targets: mapOf(get(value, "targets")),
    simulatedValues: mapOf(get(value, "simulatedValues")),
  }));
}

function damaged(): Error {
  return new Error("A stored document is damaged.");
}
