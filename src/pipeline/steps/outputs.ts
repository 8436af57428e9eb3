import { lookup } from "../definition/byName";
import { type Path, parsePath, printPath, type Segment } from "../definition/path";
import { get, getIn, isList, keys, type ObjectValue, text, type Value } from "../definition/value";
import { splitProperty } from "../references/propertyPath";
import { isExpression } from "../references/read";
import { oncePerObject } from "../remember";
import { listOutputs, outputKindOf, type ResponseOutput, type ValueKind } from "../schema/listOutputs";
import type { ApiModel, ApiModels, Shape } from "../schema/model";
import { outputAt } from "../schema/placesOf";
import type { StepType } from "../schema/stepType";
import { stepTypeOf } from "./index";
import { bodySteps, selectedStep } from "./iteration";

export type { ValueKind } from "../schema/listOutputs";

/** A value that a step offers to others. */
export interface StepOutput {
  /** What stands behind `Steps.NAME.`, written as the Python SDK writes it. */
  readonly path: string;
  /** Its last key: `S3ModelArtifacts`, `train_path`. */
  readonly label: string;
  /** What tells it apart from others with the same label: the name or place of the element it lies in. */
  readonly detail: string | null;
  readonly kind: ValueKind;
  /** Shown as a port without being in use. */
  readonly isDefaultPort: boolean;
  /** The key of its text in `ApiDocumentation`. */
  readonly documentationKey: string | null;
}

const kindOfType: ReadonlyMap<string, ValueKind> = new Map([
  ["String", "string"],
  ["Integer", "integer"],
  ["Float", "float"],
  ["Boolean", "boolean"],
]);

/**
 * Every scalar and property file that a step offers: what it declares, what its type always has, the members of its response; the
 * default ports first. `models` lets a ForEach look into the steps of its body.
 */
export function outputsOf(
  step: ObjectValue,
  model: ApiModel | null | undefined,
  stepType: StepType,
  models?: ApiModels,
): readonly StepOutput[] {
  // Only a loop has a body to look into.
  return listOutputsOf(step, model ?? null, stepType, stepType.slots.length === 0 ? undefined : models);
}

const listOutputsOf = oncePerObject(
  (
    step: ObjectValue,
    model: ApiModel | null,
    stepType: StepType,
    models: ApiModels | undefined,
  ): readonly StepOutput[] => {
    const found = [
      ...declaredOutputs(step, stepType),
      ...propertyFiles(step, stepType),
      ...(stepType.ownOutputs ?? []).map(({ path, kind }) => output(path, kind, stepType)),
      ...iterationOutputs(step, stepType, models),
      ...responseOutputs(step, model, stepType),
    ];
    return [...found.filter((one) => one.isDefaultPort), ...found.filter((one) => !one.isDefaultPort)];
  },
);

/** The kind of the output that a reference names by its text behind `Steps.NAME.`; `unknown` where nothing says it. */
export function outputKind(
  step: ObjectValue,
  model: ApiModel | null | undefined,
  stepType: StepType,
  property: string,
  models?: ApiModels,
): ValueKind {
  const segments = splitProperty(property);
  return segments === null ? "unknown" : outputKindAt(step, model, stepType, property, segments, models);
}

/** The same for a reference that is split already: `segments` are those of `property`. */
export function outputKindAt(
  step: ObjectValue,
  model: ApiModel | null | undefined,
  stepType: StepType,
  property: string,
  segments: readonly Segment[],
  models?: ApiModels,
): ValueKind {
  const root = segments[0];
  if (root === "OutputParameters" && stepType.outputsForm === "declared") {
    return segments.length > 2 ? "unknown" : declaredKind(step, segments[1]);
  }
  if (root === "PropertyFiles" && stepType.namedLists?.PropertyFiles !== undefined) {
    return namesIn(step, stepType, "PropertyFiles").includes(String(segments[1])) ? "propertyFile" : "unknown";
  }
  const own = stepType.ownOutputs?.find(({ path }) => path === property);
  if (own !== undefined) return own.kind;
  const inBody = bodyOutput(step, stepType, segments);
  if (inBody !== null) {
    const type = text(get(inBody.step, "Type")) ?? "";
    return outputKind(inBody.step, models?.get(type), stepTypeOf(type), inBody.property, models);
  }
  if (isInDocument(stepType, segments)) return "string";
  return outputKindOf(outputAt(stepType, model, segments).shape);
}

/** Below an output that holds JSON text (a Job's `JobConfigDocument`) everything is read as text. */
function isInDocument({ documents }: StepType, segments: readonly Segment[]): boolean {
  if (documents === undefined) return false;
  return documents.some((document) => {
    const start = parsePath(document) ?? [];
    return segments.length > start.length && start.every((segment, i) => segments[i] === segment);
  });
}

/** A name that a reference uses and the step does not declare: an output parameter, a Processing output, a property file. */
export interface UndeclaredName {
  readonly name: string;
  /** Printed path of the list, relative to the step, where it would have to be declared. */
  readonly list: string;
  readonly declared: readonly string[];
}

/** Finds the name in a reference that the step itself would have to declare and does not; null where all is well or not known. */
export function undeclaredName(
  step: ObjectValue,
  stepType: StepType,
  segments: readonly Segment[],
): UndeclaredName | null {
  for (const { prefix, start, at, list, naming, isOpen } of namedListsOf(stepType)) {
    const name = segments[start.length];
    if (typeof name !== "string" || isOpen || !start.every((segment, i) => segments[i] === segment)) continue;
    if (mayBeNamed(getIn(step, at), naming, name)) return null;
    return { name, list, declared: namesIn(step, stepType, prefix) };
  }
  return null;
}

/** True where an element has the name, or one that is computed and may be any. */
function mayBeNamed(list: Value | undefined, naming: string, name: string): boolean {
  if (!isList(list)) return false;
  for (let i = 0; i < list.length; i++) {
    const said = get(list[i], naming);
    if (said === name ? name !== "" : isExpression(said)) return true;
  }
  return false;
}

/** A list in the step that names outputs, its paths read. */
interface NamingList {
  readonly prefix: string;
  readonly start: Path;
  readonly list: string;
  readonly at: Path;
  readonly naming: string;
  readonly isOpen: boolean;
}
const namedListsOf = oncePerObject(({ namedLists = {} }: StepType): readonly NamingList[] =>
  Object.entries(namedLists).map(([prefix, { at, name, more }]) => ({
    prefix,
    start: parsePath(prefix) ?? [],
    list: at,
    at: parsePath(at) ?? [],
    naming: name,
    isOpen: more === true,
  })),
);

/** The names that the step's own list gives, where outputs are addressed by name. */
function namesIn(step: ObjectValue, stepType: StepType, prefix: string): readonly string[] {
  const named = lookup(stepType.namedLists ?? {}, prefix);
  const list = named === undefined ? undefined : getIn(step, parsePath(named.at) ?? []);
  if (named === undefined || !isList(list)) return [];
  const names = list.map((item) => text(get(item, named.name)) ?? "").filter((name) => name !== "");
  return [...new Set(names)];
}

function declaredOutputs(step: ObjectValue, stepType: StepType): readonly StepOutput[] {
  if (stepType.outputsForm !== "declared") return [];
  return namesIn(step, stepType, "OutputParameters").map((name) =>
    output(`OutputParameters['${name}']`, declaredKind(step, name), stepType),
  );
}

function declaredKind(step: ObjectValue, name: Segment | undefined): ValueKind {
  const list = get(step, "OutputParameters");
  const declared = isList(list) ? list.find((item) => text(get(item, "OutputName")) === name) : undefined;
  return kindOfType.get(text(get(declared, "OutputType")) ?? "") ?? "unknown";
}

function propertyFiles(step: ObjectValue, stepType: StepType): readonly StepOutput[] {
  return namesIn(step, stepType, "PropertyFiles").map((name) =>
    output(`PropertyFiles.${name}`, "propertyFile", stepType),
  );
}

function responseOutputs(
  step: ObjectValue,
  model: ApiModel | null | undefined,
  stepType: StepType,
): readonly StepOutput[] {
  const elements = (at: Path, shape: Shape): readonly Segment[] => elementsOf(step, stepType, at, shape);
  return listOutputs(model, stepType, { elements }).map((found) => responseOutput(found, stepType));
}

const responseOutput = oncePerObject(
  ({ path, kind, documentationKey }: ResponseOutput, stepType: StepType): StepOutput => ({
    ...output(path, kind, stepType),
    documentationKey,
  }),
);

/** The names or places of a list's elements and the keys of a map: the response repeats what the request says. */
function elementsOf(step: ObjectValue, stepType: StepType, at: Path, shape: Shape): readonly Segment[] {
  const printed = printPath(at);
  if (lookup(stepType.namedLists ?? {}, printed) !== undefined) return namesIn(step, stepType, printed);
  const asked = getIn(step, ["Arguments", ...at]);
  if (shape.kind === "map") return keys(asked);
  return isList(asked) && asked.length > 0 ? asked.map((_, index) => index) : [0];
}

/** What the steps in a loop's body offer to those outside: of the first iteration, and of the selected one. */
function iterationOutputs(step: ObjectValue, stepType: StepType, models: ApiModels | undefined): readonly StepOutput[] {
  return bodySteps(step, stepType).flatMap((body) => {
    const name = text(get(body, "Name")) ?? "";
    const roots = [`IterationOutputs[0].${name}`, ...(selectedStep(step) === name ? ["Selected"] : [])];
    const type = text(get(body, "Type")) ?? "";
    const offered = outputsOf(body, models?.get(type), stepTypeOf(type), models);
    return roots.flatMap((root) =>
      offered
        .filter(({ kind }) => kind !== "propertyFile")
        .map((one) => ({ ...one, path: `${root}.${one.path}`, detail: root, isDefaultPort: false })),
    );
  });
}

/** The body step that `IterationOutputs[i].BODY.…` or `Selected.…` reads, and what it reads of it. */
function bodyOutput(
  step: ObjectValue,
  stepType: StepType,
  segments: readonly Segment[],
): { readonly step: ObjectValue; readonly property: string } | null {
  const root = segments[0];
  if (root !== "IterationOutputs" && root !== "Selected") return null;
  const [, index, name] = segments;
  const isIteration = root === "IterationOutputs" && typeof index === "number" && typeof name === "string";
  const wanted = isIteration ? name : root === "Selected" ? selectedStep(step) : null;
  if (wanted === null) return null;
  const body = bodySteps(step, stepType).find((one) => text(get(one, "Name")) === wanted);
  return body === undefined ? null : { step: body, property: printPath(segments.slice(isIteration ? 3 : 1)) };
}

function output(path: string, kind: ValueKind, stepType: StepType): StepOutput {
  return { path, ...named(path, stepType), kind, documentationKey: null };
}

type Named = Pick<StepOutput, "label" | "detail" | "isDefaultPort">;

const namesOf = oncePerObject((_: StepType) => new Map<string, Named>());

/** What the path of an output says of it. The steps of a type share most paths: each is read once. */
function named(path: string, stepType: StepType): Named {
  const known = namesOf(stepType);
  if (known.size > 2_000) known.clear();
  let found = known.get(path);
  if (found === undefined) {
    const segments = splitProperty(path) ?? [path];
    const last = segments.at(-1) ?? path;
    found = {
      label: typeof last === "number" ? `[${last}]` : last,
      detail: detailOf(path, segments),
      isDefaultPort: stepType.outputPorts.some((port) => matches(parsePath(port) ?? [], segments)),
    };
    known.set(path, found);
  }
  return found;
}

/** The innermost element before the last segment: `train` of `Outputs['train'].S3Output.S3Uri`. */
function detailOf(path: string, segments: readonly Segment[]): string | null {
  for (const segment of segments.slice(0, -1).reverse()) {
    if (typeof segment === "number") return `[${segment}]`;
    if (path.includes(`['${segment}']`)) return segment;
  }
  return null;
}

function matches(pattern: Path, segments: readonly Segment[]): boolean {
  return pattern.length === segments.length && pattern.every((one, i) => one === "*" || one === segments[i]);
}
