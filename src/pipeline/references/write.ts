import { get, isList, isObject, mapValues, type ObjectValue, setKey, text, type Value } from "../definition/value";
import { readExpression } from "./read";

/** The expression that reads an output of a step: `{"Get": "Steps.Prep.OutputParameters['train_path']"}`. */
export function stepReference(step: string, property: string): ObjectValue {
  const joint = property === "" || property.startsWith("[") ? "" : ".";
  return { Get: `Steps.${step}${joint}${property}` };
}

export function parameterReference(name: string): ObjectValue {
  return { Get: `Parameters.${name}` };
}

export function executionReference(variable: string): ObjectValue {
  return { Get: `Execution.${variable}` };
}

/** Reads a number or boolean as text: a Join of one value, as the SDK's `to_string()` writes it (v2 entities.py:104-108). */
export function asText(expression: Value): ObjectValue {
  return { "Std:Join": { On: "", Values: [expression] } };
}

/** `Std:JsonGet` on a property file of a Processing step. */
export function jsonGet(step: string, propertyFile: string, path: string): ObjectValue {
  return { "Std:JsonGet": { PropertyFile: { Get: `Steps.${step}.PropertyFiles.${propertyFile}` }, Path: path } };
}

const nameEnd = /[.[]|$/g;

/** Step names that change, old to new. All change at once, so that two steps may swap their names. */
export type StepNames = ReadonlyMap<string, string>;

/** Puts new step names into the text of a `Get`; the same text when it names none of the steps. */
export function renameInText(text: string, names: StepNames): string {
  // `Steps.Loop.IterationOutputs[0].Body.…`: the body step's name comes behind the index.
  const inLoop = /^(Steps\.[^.[]+\.IterationOutputs\[\d+\]\.)([^.[]+)(.*)$/s.exec(text);
  if (inLoop === null) return renameFirst(text, names);
  const [, head = "", body = "", rest = ""] = inLoop;
  return `${renameFirst(head, names)}${names.get(body) ?? body}${rest}`;
}

function renameFirst(text: string, names: StepNames): string {
  for (const root of ["Steps.", "IterationOutput."]) {
    if (!text.startsWith(root)) continue;
    // A name holds no dot; one that does all the same is found by going on to the next.
    for (const { index } of text.matchAll(nameEnd)) {
      const to = names.get(text.slice(root.length, index));
      if (to !== undefined) return root + to + text.slice(index);
    }
  }
  return text;
}

function mapGets(value: Value, change: (text: string) => string): Value {
  return mapValues(value, (inner) => {
    const expression = readExpression(inner);
    if (expression?.kind !== "get") return inner;
    const text = change(expression.text);
    return text === expression.text ? inner : { Get: text };
  });
}

/** Rewrites everything in a value that names a step: references, `DependsOn` in both forms, a Cleanup's `StepName`. */
export function renameStepsIn(value: Value, names: StepNames): Value {
  const renamed = mapGets(value, (text) => renameInText(text, names));
  return mapValues(renamed, (inner) => {
    if (!isObject(inner)) return inner;
    let object = inner;
    const dependsOn = get(object, "DependsOn");
    if (isList(dependsOn) && typeof get(object, "Type") === "string") {
      object = setKey(object, "DependsOn", renameDependsOn(dependsOn, names));
    }
    if (get(object, "Type") === "Cleanup") object = renameCleanupSources(object, names);
    return object;
  });
}

function renameDependsOn(list: readonly Value[], names: StepNames): Value {
  const renamed = list.map((item) =>
    typeof item === "string" ? (names.get(item) ?? item) : renameKeyed(item, "Step", names),
  );
  return renamed.some((item, i) => item !== list[i]) ? renamed : list;
}

function renameCleanupSources(step: ObjectValue, names: StepNames): ObjectValue {
  const args = get(step, "Arguments");
  if (args === undefined) return step;
  const renamed = mapValues(args, (inner) => renameKeyed(inner, "StepName", names));
  return setKey(step, "Arguments", renamed);
}

function renameKeyed(value: Value, key: string, names: StepNames): Value {
  const to = names.get(text(get(value, key)) ?? "");
  return to === undefined || !isObject(value) ? value : setKey(value, key, to);
}

/** Rewrites every reference to a pipeline parameter. */
export function renameParameterIn(value: Value, from: string, to: string): Value {
  return mapGets(value, (text) => (text === `Parameters.${from}` ? `Parameters.${to}` : text));
}

/** Rewrites every reference to a declared output of a Lambda or Callback step. */
export function renameOutputIn(value: Value, step: string, from: string, to: string): Value {
  const before = `Steps.${step}.OutputParameters['${from}']`;
  const after = `Steps.${step}.OutputParameters['${to}']`;
  return mapGets(value, (text) => (text === before ? after : text));
}
