/**
 * What the rest of a definition expects a step's outputs to be like. A sample that no one gave then fits: a compared number makes its
 * condition true, a ForEach's items are a list with the members that its body reads, a JSON file has what is read from it.
 */

import { lookup } from "../../definition/byName";
import { lastName, type Path, printPath, samePath } from "../../definition/path";
import { serialise } from "../../definition/serialise";
import { get, isList, isObject, isScalar, type ObjectValue, setKey, type Value } from "../../definition/value";
import { analyseStep } from "../../graph/analyseStep";
import { listSteps } from "../../graph/stepTree";
import { listReferences, readExpression } from "../../references/read";
import { runOfType } from "../../steps/runs";
import type { Expectation } from "../../steps/runs/values/expectation";
import { type DocumentLocation, documentOf, visitJsonGets } from "../values/documents";
import { splitJsonPath } from "../values/jsonPath";
import { fittingValue, mirrored, opposites } from "./fittingValue";

/** By step name; under null what is expected of files in S3 that no step is said to write, their `output` as `documentOf` has it. */
export type Expectations = ReadonlyMap<string | null, readonly Expectation[]>;

/** Collects what every expression of the definition reads. `parameters` tell what a compared parameter is. */
export function expectationsOf(definition: ObjectValue, parameters: ReadonlyMap<string, Value>): Expectations {
  const found = new Map<string | null, Expectation[]>();
  const add: Add = (step, output, inside, value, isLocation = false) => {
    const list = found.get(step) ?? [];
    list.push({ output, inside, value, isLocation });
    found.set(step, list);
  };
  for (const { step, type } of listSteps(definition)) {
    const args = get(step, "Arguments");
    const { ends } = runOfType(type);
    if (ends === "byComparing") expectInConditions(get(args, "Conditions"), parameters, add);
    if (ends === "withItsBody") expectItems(args, add);
    readsOf(step, add);
  }
  return found;
}

type Add = (step: string | null, output: Path, inside: Path, value: Value | undefined, isLocation?: boolean) => void;

/** Fields that take a place in S3, as AWS names them. */
const locationFields = /^(S3Uri|S3OutputPath|ModelDataUrl)$/;

function readsOf(step: ObjectValue, add: Add): void {
  for (const { reference, field, path } of analyseStep(step).references) {
    if (reference.kind !== "step" || reference.segments[0] === "PropertyFiles") continue;
    const isLocation = samePath(field, path) && locationFields.test(lastName(field));
    add(reference.step, reference.segments, [], undefined, isLocation);
  }
  visitJsonGets(step, (source, path) => {
    const location = documentOf(source);
    if (location !== null) expectInFile(location, path, undefined, add);
  });
}

function expectInConditions(
  conditions: Value | undefined,
  parameters: ReadonlyMap<string, Value>,
  add: Add,
  wanted = true,
): void {
  if (!isList(conditions)) return;
  for (const condition of conditions) {
    const type = String(get(condition, "Type"));
    const inner = get(condition, "Condition");
    if (inner !== undefined) expectInConditions([inner], parameters, add, !wanted);
    expectInConditions(get(condition, "Conditions"), parameters, add, wanted);
    const left = get(condition, "LeftValue") ?? get(condition, "QueryValue");
    const values = get(condition, "Values");
    const right = get(condition, "RightValue") ?? (isList(values) ? values[0] : undefined);
    const sign = wanted ? type : (lookup(opposites, type) ?? "");
    expectOperand(left, sign, literalOf(right, parameters), add);
    expectOperand(right, lookup(mirrored, sign) ?? sign, literalOf(left, parameters), add);
  }
}

function expectOperand(operand: Value | undefined, type: string, literal: Value | undefined, add: Add): void {
  if (literal !== undefined) expectAt(operand, fittingValue(type, literal), add);
}

function literalOf(value: Value | undefined, parameters: ReadonlyMap<string, Value>): Value | undefined {
  const expression = readExpression(value);
  if (expression?.kind === "get" && expression.reference.kind === "parameter") {
    return parameters.get(expression.reference.name);
  }
  return expression === null && isScalar(value) ? value : undefined;
}

function expectItems(args: Value | undefined, add: Add): void {
  const items = get(args, "IterableItems");
  const samples = sampleItems(get(args, "ForEachBody") ?? []);
  expectAt(items, serialise(samples), add);
  const sample = samples[0] ?? "";
  if (isList(items)) for (const item of items) expectAt(item, isScalar(sample) ? sample : serialise(sample), add);
}

/** Notes the value that would do where an expression reads an output or a step's JSON file. */
function expectAt(value: Value | undefined, wanted: Value, add: Add): void {
  const expression = readExpression(value);
  if (expression?.kind === "get" && expression.reference.kind === "step") {
    add(expression.reference.step, expression.reference.segments, [], wanted);
  }
  if (expression?.kind !== "jsonGet") return;
  const location = documentOf(expression.source);
  if (location !== null) expectInFile(location, expression.path, wanted, add);
}

/** Of a path that is not read here nothing is known but that there is a file. */
function expectInFile({ step, output }: DocumentLocation, path: string, wanted: Value | undefined, add: Add): void {
  const inside = splitJsonPath(path);
  if (inside === null) add(step, output, [], {});
  else add(step, output, inside, wanted);
}

/** Two items; objects with the members that the body reads, where it reads any. */
function sampleItems(body: Value): readonly Value[] {
  const members = new Set<string>();
  for (const { reference } of listReferences(body)) {
    const first = reference.kind === "currentItem" ? reference.segments[0] : undefined;
    if (typeof first === "string") members.add(first);
  }
  return [1, 2].map((number) => {
    if (members.size === 0) return `sample-item-${number}`;
    return Object.fromEntries([...members].map((member) => [member, `sample-${member}-${number}`]));
  });
}

/** A JSON document that has a value at every path that is read from it. */
export function sampleDocument(expectations: readonly Expectation[]): Value {
  const byPath = new Map<string, { path: Path; value: Value | undefined }>();
  for (const { inside, value } of expectations) {
    const key = printPath(inside);
    const known = byPath.get(key);
    byPath.set(key, { path: inside, value: known?.value ?? value });
  }
  let document: Value = {};
  const inOrder = [...byPath.values()].sort((left, right) => rank(left.path) - rank(right.path));
  for (const { path, value } of inOrder) document = put(document, path, value ?? 0.5);
  return document;
}

/** The whole of a file before what lies in it; what counts from a list's end last, when the list is as long as it gets. */
function rank(path: Path): number {
  if (path.length === 0) return 0;
  return path.some((segment) => typeof segment === "number" && segment < 0) ? 2 : 1;
}

/** Like `setIn`, but a list grows as far as the path asks. */
function put(root: Value, path: Path, value: Value): Value {
  const [segment, ...rest] = path;
  if (segment === undefined) return value;
  if (typeof segment === "string") {
    const object = isObject(root) ? root : {};
    return setKey(object, segment, put(get(object, segment) ?? null, rest, value));
  }
  const list = isList(root) ? [...root] : [];
  const index = segment < 0 ? Math.max(list.length + segment, 0) : segment;
  while (list.length <= index || list.length + segment < 0) list.push(null);
  list[index] = put(list[index] ?? null, rest, value);
  return list;
}
