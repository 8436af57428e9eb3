/** Puts values in the place of expressions: what a step is really sent. */
import type { Path } from "../../definition/path";
import { entries, get, isList, isObject, objectOf, type Value } from "../../definition/value";
import { type Expression, type Reference, readExpression } from "../../references/read";
import { joinText } from "../../steps/runs/values/joinText";
import { lookInto, type Outputs, outputAt, structureIn } from "../../steps/runs/values/outputs";
import { type DocumentLocation, documentOf } from "./documents";
import { readJsonPath } from "./jsonPath";

/** What expressions can read. */
export interface Scope {
  /** Parameter values by name, typed as declared. */
  readonly parameters: ReadonlyMap<string, Value>;
  /** Execution variables by name, `StartDateTime` and so on. */
  readonly execution: ReadonlyMap<string, Value>;
  /** What a step gave; undefined while it has not finished. */
  readonly outputsOf: (step: string) => Outputs | undefined;
  /** The content of a file in S3 that no step of the definition is said to write (`DocumentLocation.step` is null). */
  readonly fileAt?: (location: DocumentLocation) => Value | undefined;
  /** The item of the iteration, inside a ForEach's body. */
  readonly currentItem?: Value;
  /** `PipelineExperimentConfig.ExperimentName` and `.TrialName`. */
  readonly experiment?: ReadonlyMap<string, Value>;
}

/** A place whose expression has no value (yet), and why. */
export interface Unresolved {
  readonly path: Path;
  /** The expression's text: `Steps.Prep.OutputParameters['train_path']`, or the function's name. */
  readonly expression: string;
  readonly why: string;
}

export interface Resolution {
  /** The value with each expression replaced; where one has no value the expression stays. */
  readonly value: Value;
  readonly unresolved: readonly Unresolved[];
}

/** Resolves every expression in a value. Never throws. `base` is put before each reported path. */
export function resolve(value: Value, scope: Scope, base: Path = []): Resolution {
  const unresolved: Unresolved[] = [];
  return { value: resolveAt(value, scope, base, unresolved), unresolved };
}

function resolveAt(value: Value, scope: Scope, path: Path, unresolved: Unresolved[]): Value {
  const expression = readExpression(value);
  if (expression !== null) {
    const result = evaluate(expression, scope);
    if (result.ok) return result.value;
    unresolved.push({ path, expression: result.expression, why: result.why });
    return value;
  }
  if (isList(value)) return value.map((item, index) => resolveAt(item, scope, [...path, index], unresolved));
  if (isObject(value)) {
    return objectOf(entries(value).map(([key, item]) => [key, resolveAt(item, scope, [...path, key], unresolved)]));
  }
  return value;
}

type Evaluated =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly expression: string; readonly why: string };

function evaluate(expression: Expression, scope: Scope): Evaluated {
  switch (expression.kind) {
    case "get": {
      const value = referenced(expression.reference, scope);
      if (value !== undefined) return { ok: true, value };
      return { ok: false, expression: expression.text, why: whyNot(expression.reference, scope) };
    }
    case "join":
      return evaluateJoin(expression.on, expression.values, scope);
    case "jsonGet":
      return evaluateJsonGet(expression.source, expression.path, scope);
  }
}

function evaluateJoin(on: string, values: readonly Value[], scope: Scope): Evaluated {
  const parts: string[] = [];
  for (const part of values) {
    const inner = readExpression(part);
    if (inner === null) {
      parts.push(joinText(part));
      continue;
    }
    const result = evaluate(inner, scope);
    if (!result.ok) return result;
    parts.push(joinText(result.value));
  }
  return { ok: true, value: parts.join(on) };
}

function evaluateJsonGet(source: Value, path: string, scope: Scope): Evaluated {
  const expression = "Std:JsonGet";
  const location = documentOf(source);
  if (location === null)
    return { ok: false, expression, why: "It names neither a property file nor a step's S3 file." };
  const uri = readExpression(get(source, "S3Uri"));
  const where = uri === null ? null : evaluate(uri, scope);
  if (where?.ok === false) return where;
  const { step, file } = location;
  const outputs = step === null ? undefined : scope.outputsOf(step);
  if (step !== null && outputs === undefined) return { ok: false, expression, why: `Step ${step} has not finished.` };
  const document = outputs === undefined ? scope.fileAt?.(location) : outputAt(outputs, location.output);
  if (document === undefined) {
    const why = step === null ? `There is no sample of the file ${file}.` : `Step ${step} has no file ${file}.`;
    return { ok: false, expression, why };
  }
  const content = typeof document === "string" ? (structureIn(document) ?? document) : document;
  const found = readJsonPath(content, path);
  return found.ok ? found : { ok: false, expression, why: found.why };
}

function referenced(reference: Reference, scope: Scope): Value | undefined {
  switch (reference.kind) {
    case "parameter":
      return scope.parameters.get(reference.name);
    case "execution":
      return scope.execution.get(reference.variable);
    case "experiment":
      return scope.experiment?.get(reference.member);
    case "step": {
      const outputs = scope.outputsOf(reference.step);
      return outputs === undefined ? undefined : outputAt(outputs, reference.segments);
    }
    case "currentItem":
      return lookInto(scope.currentItem, reference.segments);
    case "iterationOutput":
    case "malformed":
      return undefined;
  }
}

function whyNot(reference: Reference, scope: Scope): string {
  switch (reference.kind) {
    case "parameter":
      return `Parameter ${reference.name} has no value.`;
    case "execution":
      return `Execution.${reference.variable} has no value here.`;
    case "experiment":
      return `The definition has no PipelineExperimentConfig.${reference.member}.`;
    case "step":
      return scope.outputsOf(reference.step) === undefined
        ? `Step ${reference.step} has not finished.`
        : `Step ${reference.step} has no output ${reference.property}.`;
    case "currentItem":
      return scope.currentItem === undefined
        ? "There is no current item outside a ForEach's body."
        : "The current item has no such member.";
    case "iterationOutput":
      return "IterationOutput can be read only by the ForEach's Selector.";
    case "malformed":
      return "It is not a reference.";
  }
}
