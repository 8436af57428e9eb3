import { hasHole } from "../../definition/holes";
import { eachEntry, get, isList, isObject, type ObjectValue } from "../../definition/value";
import { analysisOf } from "../../graph/stepTree";
import { executionVariables, isExecutionVariable } from "../../references/executionVariables";
import { isExpression, readReference } from "../../references/read";
import { splitJsonPath, whyNotRead } from "../../simulate/values/jsonPath";
import { readInstead } from "../fixes";
import { nearest } from "../nearest";
import type { Field, Report, Rule } from "../problem";

export const referenceMalformed: Rule = {
  code: "reference-malformed",
  severity: "error",
  why: "A reference is Parameters.NAME, Execution.VARIABLE, Steps.NAME.PROPERTY or ForEach.CurrentItem, read with Get, Std:Join or Std:JsonGet: nothing else is in the SDK's grammar (properties.py, functions.py).",
  looksAt: ["objects", "expressions"],
  checkField(field, report) {
    const key = field.onlyKey;
    if (key === null || !isObject(field.value)) return;
    if (key === "Get") checkGet(field, get(field.value, key), report);
    else if (key === "Std:Join") checkJoin(field, get(field.value, key), report);
    else if (key === "Std:JsonGet") checkJsonGet(field, get(field.value, key), report);
    else if (key.startsWith("Std:")) {
      report({
        severity: "info",
        message: `${field.entry.name} holds ${key}, an expression that Stepwire does not know. It is kept as it is, and what it reads is an edge.`,
      });
    }
  },
};

type Inner = ReturnType<typeof get>;

function checkGet({ entry, at }: Field, inner: Inner, report: Report): void {
  if (typeof inner !== "string") {
    // A member of that name, somewhere in a value that is no reference, is none.
    if (at[0] === "Arguments") report({ message: `Get in ${entry.name} must be the text of a reference.` });
    return;
  }
  // All of a step are read already, but for those in its list of what it waits for.
  if ((at[0] !== "DependsOn" && analysisOf(entry).isSound) || hasHole(inner)) return;
  const reference = readReference(inner);
  if (reference.kind === "malformed") {
    const meant = mended(inner);
    report({
      message: `"${inner}" in ${entry.name} is no reference.${meant === null ? "" : ` Did you mean ${meant}?`}`,
      fixes: meant === null ? [] : [readInstead(`Read ${meant}`, entry.key, [...at], meant)],
    });
  } else if (reference.kind === "execution" && !isExecutionVariable(reference.variable)) {
    const close = nearest(reference.variable, executionVariables);
    report({
      severity: "warning",
      message: `${entry.name} reads Execution.${reference.variable}, a variable that the SDK does not know.${close === null ? "" : ` Did you mean ${close}?`}`,
      fixes: close === null ? [] : [readInstead(`Read ${close}`, entry.key, [...at], `Execution.${close}`)],
    });
  }
}

const roots = ["Parameters", "Execution", "Steps"];

/** The reference that a text almost is: its root misspelt. */
function mended(text: string): string | null {
  const dot = text.indexOf(".");
  const root = dot < 0 ? null : nearest(text.slice(0, dot), roots);
  const meant = root === null ? "" : root + text.slice(dot);
  return meant !== "" && readReference(meant).kind !== "malformed" ? meant : null;
}

function checkJoin({ entry }: Field, inner: Inner, report: Report): void {
  if (!isObject(inner) || !isList(get(inner, "Values"))) {
    report({ message: `Std:Join in ${entry.name} needs Values, the list of what it joins.` });
    return;
  }
  if (typeof get(inner, "On") !== "string") {
    report({ severity: "warning", message: `Std:Join in ${entry.name} needs On, the text between its values.` });
  }
  checkKeys(inner, ["On", "Values"], "Std:Join", entry.name, report);
}

function checkJsonGet({ entry }: Field, inner: Inner, report: Report): void {
  const sources = ["PropertyFile", "S3Uri"].filter((key) => get(inner, key) !== undefined);
  if (!isObject(inner) || sources.length !== 1) {
    report({ message: `Std:JsonGet in ${entry.name} needs a PropertyFile or an S3Uri, and one of them only.` });
    return;
  }
  const path = get(inner, "Path");
  if (isExpression(path)) {
    report({ message: `The Path of Std:JsonGet in ${entry.name} is a reference; it must be written out.` });
  } else if (typeof path !== "string" || path === "") {
    report({
      message: `Std:JsonGet in ${entry.name} needs the Path of the value in the file, such as metrics.mse.value.`,
    });
  } else if (!hasHole(path) && splitJsonPath(path) === null) {
    report({ severity: "warning", message: `Std:JsonGet in ${entry.name}: ${whyNotRead(path)}` });
  }
  checkKeys(inner, ["PropertyFile", "S3Uri", "Path"], "Std:JsonGet", entry.name, report);
}

function checkKeys(inner: ObjectValue, known: readonly string[], name: string, step: string, report: Report): void {
  eachEntry(inner, (key) => {
    if (!known.includes(key)) report({ severity: "warning", message: `${name} in ${step} knows no ${key}.` });
  });
}
