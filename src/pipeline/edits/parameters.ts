import type { PipelineDocument } from "../definition/document";
import { listParameters, type ParameterType, whyNotParameterName } from "../definition/parameters";
import { isObject, type ObjectValue, objectOf, removeKey, setKey, type Value } from "../definition/value";
import { freeName } from "../graph/stepNames";
import { renameParameterIn } from "../references/write";
import { EditRefused, editList, type Recipe, withDefinition } from "./edit";
import { withRenamedParameter } from "./samples";

/** The order in which the SDK writes a parameter's keys (v2 parameters.py:78-86). */
const order = ["Name", "Type", "DefaultValue", "EnumValues", "Description"];

function names(document: PipelineDocument): Set<string> {
  return new Set(listParameters(document.definition).map(({ name }) => name));
}

function checkName(document: PipelineDocument, name: string): void {
  const why = whyNotParameterName(name);
  if (why !== null) throw new EditRefused(why);
  if (names(document).has(name)) throw new EditRefused(`There is a parameter ${name} already.`);
}

/** A name for a new parameter: the base, then with a number. */
export function nameForNewParameter(document: PipelineDocument, base = "Parameter"): string {
  return freeName(base, names(document));
}

/** Declares a parameter at the end of the list. Without a default its value must be given at start. */
export function addParameter(name: string, type: ParameterType, defaultValue?: Value): Recipe {
  return (document) => {
    checkName(document, name);
    const parameter = objectOf([
      ["Name", name],
      ["Type", type],
      ...(defaultValue === undefined ? [] : [["DefaultValue", defaultValue] as const]),
    ]);
    return editList(document, ["Parameters"], (list) => [...list, parameter]);
  };
}

function editParameter(name: string, change: (parameter: ObjectValue) => ObjectValue): Recipe {
  return (document) => {
    const found = listParameters(document.definition).find((parameter) => parameter.name === name);
    if (found === undefined) throw new EditRefused(`There is no parameter ${name}.`);
    return editList(document, ["Parameters"], (list) => {
      const before = list[found.index];
      if (!isObject(before)) return list;
      const after = change(before);
      return after === before ? list : list.with(found.index, after);
    });
  };
}

/** Sets or (undefined) removes a parameter's type, default or allowed values; `key` is the definition's own. */
export function setParameter(
  name: string,
  key: "Type" | "DefaultValue" | "EnumValues",
  value: Value | undefined,
): Recipe {
  return editParameter(name, (parameter) =>
    value === undefined ? removeKey(parameter, key) : setKey(parameter, key, value, order),
  );
}

/** Renames a parameter and rewrites every use of it. */
export function renameParameter(from: string, to: string): Recipe {
  return (document) => {
    if (from === to) return document;
    checkName(document, to);
    const named = editParameter(from, (parameter) => setKey(parameter, "Name", to))(document);
    const renamed = withDefinition(named, renameParameterIn(named.definition, from, to));
    return { ...renamed, settings: withRenamedParameter(renamed.settings, from, to) };
  };
}

/** Removes a parameter. Fields that read it keep their reference and get a problem. */
export function removeParameter(name: string): Recipe {
  return (document) => {
    const found = listParameters(document.definition).find((parameter) => parameter.name === name);
    if (found === undefined) return document;
    return editList(document, ["Parameters"], (list) => list.toSpliced(found.index, 1));
  };
}
