/** Reads the three kinds of expression: `Get`, `Std:Join`, `Std:JsonGet`. */
import { endOfName, type Path, type Segment } from "../definition/path";
import { append } from "../definition/shortList";
import { get, isList, isObject, type ObjectValue, OrderedObject, onlyKey, type Value } from "../definition/value";
import { oncePerObject } from "../remember";
import { isExecutionVariable } from "./executionVariables";
import { splitProperty } from "./propertyPath";
import { SharedPaths } from "./sharedPaths";

/** What the text of a `Get` points at. `property` is what stands behind `Steps.NAME.`, as written. */
export type Reference =
  | { readonly kind: "parameter"; readonly name: string }
  | { readonly kind: "execution"; readonly variable: string }
  | { readonly kind: "experiment"; readonly member: string }
  | { readonly kind: "step"; readonly step: string; readonly property: string; readonly segments: readonly Segment[] }
  | { readonly kind: "currentItem"; readonly segments: readonly Segment[] }
  | {
      readonly kind: "iterationOutput";
      readonly step: string;
      readonly property: string;
      readonly segments: readonly Segment[];
    }
  | { readonly kind: "malformed"; readonly text: string };

/** Reads the text of a `Get`; never throws, text that no rule knows comes back as `malformed`. */
export function readReference(text: string): Reference {
  if (!text.startsWith("Steps.")) return readOther(text);
  return readStep(text, "Steps.".length, "step") ?? { kind: "malformed", text };
}

/** False where no rule knows the text, and for a variable that the SDK does not know. */
export function isKnownReference(reference: Reference): boolean {
  return reference.kind === "execution" ? isExecutionVariable(reference.variable) : reference.kind !== "malformed";
}

/** Remembered: a parameter is read in many places. */
const readOther = oncePerObject((text: string): Reference => readOtherKind(text) ?? { kind: "malformed", text });

function readOtherKind(text: string): Reference | null {
  if (text.startsWith("IterationOutput.")) return readStep(text, "IterationOutput.".length, "iterationOutput");
  if (text.startsWith("Parameters.")) {
    const name = text.slice("Parameters.".length);
    return /^[A-Za-z0-9_-]+$/.test(name) ? { kind: "parameter", name } : null;
  }
  if (text.startsWith("Execution.")) {
    const variable = text.slice("Execution.".length);
    return /^[A-Za-z]+$/.test(variable) ? { kind: "execution", variable } : null;
  }
  if (text.startsWith("PipelineExperimentConfig.")) {
    const member = text.slice("PipelineExperimentConfig.".length);
    return member === "ExperimentName" || member === "TrialName" ? { kind: "experiment", member } : null;
  }
  if (text === "ForEach.CurrentItem") return { kind: "currentItem", segments: [] };
  if (text.startsWith("ForEach.CurrentItem.") || text.startsWith("ForEach.CurrentItem[")) {
    const rest = text.slice("ForEach.CurrentItem".length);
    const segments = splitProperty(rest.startsWith(".") ? rest.slice(1) : rest);
    return segments === null ? null : { kind: "currentItem", segments };
  }
  return null;
}

/** A step's name holds no dot, so the first dot ends it. */
function readStep(text: string, start: number, kind: "step" | "iterationOutput"): Reference | null {
  const end = endOfName(text, start);
  const isDot = text[end] === ".";
  const property = isDot ? text.slice(end + 1) : text.slice(end);
  if (end === start || (isDot && property === "")) return null;
  const segments = property === "" ? nothing : splitProperty(property);
  return segments === null ? null : { kind, step: text.slice(start, end), property, segments };
}

const nothing: readonly Segment[] = [];

export type Expression =
  | { readonly kind: "get"; readonly text: string; readonly reference: Reference }
  | { readonly kind: "join"; readonly on: string; readonly values: readonly Value[] }
  | { readonly kind: "jsonGet"; readonly source: ObjectValue; readonly path: string };

/** Reads a value as an expression; null when it is a literal. An object is an expression only when the function is its one key. */
export function readExpression(value: Value | undefined): Expression | null {
  if (!isObject(value)) return null;
  const key = onlyKey(value);
  if (key !== "Get" && key !== "Std:Join" && key !== "Std:JsonGet") return null;
  const inner = get(value, key);
  if (key === "Get" && typeof inner === "string") {
    return { kind: "get", text: inner, reference: readReference(inner) };
  }
  if (key === "Std:Join" && isObject(inner)) {
    const values = get(inner, "Values");
    const on = get(inner, "On");
    return { kind: "join", on: typeof on === "string" ? on : "", values: isList(values) ? values : [] };
  }
  if (key === "Std:JsonGet" && isObject(inner)) {
    const path = get(inner, "Path");
    return { kind: "jsonGet", source: inner, path: typeof path === "string" ? path : "" };
  }
  return null;
}

/** True where `readExpression` reads one; cheaper, because it does not read the reference. */
export function isExpression(value: Value | undefined): boolean {
  return typeof value === "object" && value !== null && isObject(value) && isExpressionOf(value, onlyKey(value));
}

/** The same of an object whose only key is known. */
export function isExpressionOf(value: ObjectValue, key: string | null): boolean {
  if (key === "Get") return typeof get(value, key) === "string";
  return (key === "Std:Join" || key === "Std:JsonGet") && isObject(get(value, key));
}

/**
 * True for an object that looks like an expression and is none of the three: one key, `Std:…`. The SDK of November 2026 (3.30) has
 * `IfExpression` and `Omit`, whose JSON is not public: such a value stands for any other, and nothing is said against it.
 */
export function isUnknownExpression(key: string | null): boolean {
  return key?.startsWith("Std:") === true && key !== "Std:Join" && key !== "Std:JsonGet";
}

/** One `Get` somewhere in a value. */
export interface FoundReference {
  readonly reference: Reference;
  readonly text: string;
  /** Where the `{"Get": …}` object stands. */
  readonly path: Path;
  /** The field it serves: the outermost expression around it (a Join, a JsonGet), or itself. */
  readonly field: Path;
  /** The JSON path, when it is read through `Std:JsonGet`. */
  readonly jsonPath: string | null;
}

/**
 * Lists every reference in a value, in document order. Bare strings that look like references are none.
 * `skip` keeps out of what lies at a path (the steps inside a container); it is asked of paths of at most two segments.
 * `shared` holds the paths that are taken where they have been made already.
 */
export function listReferences(
  value: Value,
  base: Path = [],
  skip: ((path: Path) => boolean) | null = null,
  shared = new SharedPaths(),
): readonly FoundReference[] {
  const collector = new Collector([...base], skip, shared);
  collector.visit(value, -1, null);
  return collector.found ?? none;
}

const none: readonly FoundReference[] = [];

/** Walks with one path that grows and shrinks: most places hold no reference, and no path is made for them. */
class Collector {
  found: FoundReference[] | null = null;
  private readonly at: Segment[];
  private readonly skip: ((path: Path) => boolean) | null;
  private readonly shared: SharedPaths;

  constructor(at: Segment[], skip: ((path: Path) => boolean) | null, shared: SharedPaths) {
    this.at = at;
    this.skip = skip;
    this.shared = shared;
  }

  /** `field` is the length of the path of the outermost expression around, -1 outside of one. */
  visit(value: Value, field: number, jsonPath: string | null): void {
    if (typeof value !== "object" || value === null) return;
    if (this.skip !== null && this.at.length <= 2 && this.skip(this.at)) return;
    if (isList(value)) {
      for (let i = 0; i < value.length; i++) this.step(i, value[i] as Value, field, jsonPath);
      return;
    }
    if (!isObject(value)) return;
    const key = onlyKey(value);
    const expression = key === "Get" || key === "Std:Join" || key === "Std:JsonGet" ? readExpression(value) : null;
    if (expression?.kind === "get") {
      const path = this.shared.of(this.at, this.at.length);
      const enclosing = field < 0 ? path : this.shared.of(this.at, field);
      const { reference, text } = expression;
      const found: FoundReference = { reference, text, path, field: enclosing, jsonPath };
      this.found = append(this.found, found);
      return;
    }
    const inside = expression === null || field >= 0 ? field : this.at.length;
    this.members(value, inside, expression?.kind === "jsonGet" ? expression.path : jsonPath);
  }

  /** No function is made for an object: there are many. */
  private members(value: ObjectValue, field: number, jsonPath: string | null): void {
    if (value instanceof OrderedObject) for (const [key, item] of value.list) this.step(key, item, field, jsonPath);
    else for (const key in value) this.step(key, value[key] as Value, field, jsonPath);
  }

  private step(segment: Segment, value: Value, field: number, jsonPath: string | null): void {
    if (typeof value !== "object" || value === null) return;
    this.at.push(segment);
    this.visit(value, field, jsonPath);
    this.at.pop();
  }
}
