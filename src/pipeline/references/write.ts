import { get, isList, isObject, mapValues, type ObjectValue, setKey, type Value } from "../definition/value";
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

const nameEnd = /^(?:[.[]|$)/;

/** Puts a new step name into the text of a `Get`; the same text when it does not name the step. */
export function renameInText(text: string, from: string, to: string): string {
  for (const root of ["Steps.", "IterationOutput."]) {
    if (text.startsWith(root + from) && nameEnd.test(text.slice(root.length + from.length))) {
      return root + to + text.slice(root.length + from.length);
    }
  }
  // `Steps.Loop.IterationOutputs[0].Body.…`: the body step's name comes behind the index (pipeline-definition 2.20).
  const inLoop = /^(Steps\.[^.[]+\.IterationOutputs\[\d+\]\.)([^.[]+)(.*)$/s.exec(text);
  if (inLoop !== null && inLoop[2] === from) return `${inLoop[1]}${to}${inLoop[3]}`;
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
export function renameStepIn(value: Value, from: string, to: string): Value {
  const renamed = mapGets(value, (text) => renameInText(text, from, to));
  return mapValues(renamed, (inner) => {
    if (!isObject(inner)) return inner;
    let object = inner;
    const dependsOn = get(object, "DependsOn");
    if (isList(dependsOn) && typeof get(object, "Type") === "string") {
      object = setKey(object, "DependsOn", renameDependsOn(dependsOn, from, to));
    }
    if (get(object, "Type") === "Cleanup") object = renameCleanupSources(object, from, to);
    return object;
  });
}

function renameDependsOn(list: readonly Value[], from: string, to: string): Value {
  let changed = false;
  const renamed = list.map((item) => {
    if (item === from) {
      changed = true;
      return to;
    }
    if (isObject(item) && get(item, "Step") === from) {
      changed = true;
      return setKey(item, "Step", to);
    }
    return item;
  });
  return changed ? renamed : list;
}

function renameCleanupSources(step: ObjectValue, from: string, to: string): ObjectValue {
  const args = get(step, "Arguments");
  if (args === undefined) return step;
  const renamed = mapValues(args, (inner) =>
    isObject(inner) && get(inner, "StepName") === from ? setKey(inner, "StepName", to) : inner,
  );
  return setKey(step, "Arguments", renamed);
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
