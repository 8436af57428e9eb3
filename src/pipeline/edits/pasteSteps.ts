import type { Layout, PipelineDocument, Position } from "../definition/document";
import { listParameters } from "../definition/parameters";
import {
  get,
  isList,
  isObject,
  mapValues,
  type ObjectValue,
  objectOf,
  sameValue,
  setKey,
  text,
  type Value,
} from "../definition/value";
import { freeName, stepNames } from "../graph/stepNames";
import { analysisOf, listSteps, stepsByKey } from "../graph/stepTree";
import { renameStepsIn } from "../references/write";
import { codeOfCopied } from "./codeOf";
import { editList, type Recipe } from "./edit";

/** What a copy carries: a definition with the copied steps and the parameters they read. Its places come beside it. */
export interface Clipping {
  readonly definition: ObjectValue;
  readonly layout: Layout;
}

/** Cuts steps out as a definition of their own. A step inside a copied container is not copied twice. */
export function clipSteps(document: PipelineDocument, keys: readonly string[]): Clipping {
  const chosen = new Set(keys);
  const all = listSteps(document.definition);
  const inside = new Set<string>();
  for (const { key, parent } of all) if (parent !== null && (chosen.has(parent) || inside.has(parent))) inside.add(key);
  const copied = all.filter(({ key }) => chosen.has(key) && !inside.has(key));
  const read = new Set(
    all
      .filter(({ key }) => chosen.has(key) || inside.has(key))
      .flatMap((entry) => analysisOf(entry).references)
      .flatMap(({ reference }) => (reference.kind === "parameter" ? [reference.name] : [])),
  );
  const declared = get(document.definition, "Parameters");
  const parameters = (isList(declared) ? declared : []).filter((item) => read.has(text(get(item, "Name")) ?? ""));
  const layout = new Map([...document.layout].filter(([key]) => chosen.has(key) || inside.has(key)));
  return {
    definition: objectOf([
      ["Version", "2020-12-01"],
      ["Parameters", parameters],
      ["Steps", copied.map(({ step }) => step)],
    ]),
    layout,
  };
}

/** The names that the steps of a clipping get in a document: old name → new name. */
export function namesForPaste(document: PipelineDocument, clipping: ObjectValue): ReadonlyMap<string, string> {
  const taken = stepNames(document.definition);
  const names = new Map<string, string>();
  for (const { name } of listSteps(clipping)) {
    if (names.has(name)) continue;
    const free = freeName(name, taken);
    taken.add(free);
    names.set(name, free);
  }
  return names;
}

/**
 * Adds the steps of a clipping (or of any definition) under free names, and the parameters that are not yet declared.
 * References among the pasted steps point at the copies; references to others stay. Places are moved by `by`.
 */
export function pasteSteps(clipping: Clipping, by: Position): Recipe {
  return (document) => {
    const names = namesForPaste(document, clipping.definition);
    const renamed = renameAll(clipping.definition, names);
    const steps = get(renamed, "Steps");
    if (!isList(steps) || steps.length === 0) return document;
    const declared = new Set(listParameters(document.definition).map(({ name }) => name));
    const offered = get(renamed, "Parameters");
    const missing = (isList(offered) ? offered : []).filter((item) => !declared.has(text(get(item, "Name")) ?? ""));
    let after = editList(document, ["Steps"], (list) => [...list, ...steps]);
    if (missing.length > 0) after = editList(after, ["Parameters"], (list) => [...list, ...missing]);
    const positions = [...clipping.layout].flatMap(([key, position]) => {
      const name = names.get(key);
      return name === undefined ? [] : [[name, { x: position.x + by.x, y: position.y + by.y }] as const];
    });
    // What is pasted is a copy of a step of this document where that is there, and the same.
    const there = stepsByKey(document.definition);
    const copies = listSteps(clipping.definition).filter(({ name, step }) => sameValue(there.get(name)?.step, step));
    const codeOf = copies.reduce(
      (known, { name }) => codeOfCopied({ ...document, codeOf: known }, name, names.get(name) ?? name),
      document.codeOf,
    );
    return { ...after, layout: new Map([...after.layout, ...positions]), codeOf };
  };
}

/** Renames the steps, and with them everything that names them. */
function renameAll(definition: ObjectValue, names: ReadonlyMap<string, string>): Value {
  return mapValues(renameStepsIn(definition, names), (inner) => {
    const to = names.get(text(get(inner, "Name")) ?? "");
    return to !== undefined && isObject(inner) && typeof get(inner, "Type") === "string" && isStep(inner)
      ? setKey(inner, "Name", to)
      : inner;
  });
}

/** A step has Arguments, or is one of the types that need none. A pipeline parameter has Name and Type too, but neither of these. */
function isStep(value: ObjectValue): boolean {
  return (
    get(value, "Arguments") !== undefined ||
    get(value, "FunctionArn") !== undefined ||
    get(value, "SqsQueueUrl") !== undefined ||
    !["String", "Integer", "Float", "Boolean"].includes(text(get(value, "Type")) ?? "")
  );
}
