/** What would change between two definitions, said by step and by parameter. Order of keys means nothing to SageMaker, so it is no change. */
import type { FieldChange, ItemChange } from "../../contract/deploy";
import { parseDefinition } from "../../pipeline/definition/parse";
import { type Path, printPath } from "../../pipeline/definition/path";
import { serialise } from "../../pipeline/definition/serialise";
import {
  get,
  isList,
  isObject,
  keys,
  type ObjectValue,
  removeIn,
  removeKey,
  text,
  type Value,
} from "../../pipeline/definition/value";
import { listSteps, type StepEntry } from "../../pipeline/graph/stepTree";
import { stepTypeOf } from "../../pipeline/steps";

export interface DefinitionChanges {
  readonly steps: ItemChange[];
  readonly parameters: ItemChange[];
  readonly definition: FieldChange[];
}

/** Longest text of a value in a plan; a whole training step still fits. */
const longest = 4000;

/** Keys whose values say who may do what, which code runs, and where data goes. */
const sensitiveKey =
  /(?:RoleArn|KmsKeyId|FunctionArn|SqsQueueUrl|Image|ImageUri|TrainingImage|S3Uri|S3OutputPath|ModelDataUrl|EntryPoint|ContainerEntrypoint|SecurityGroupIds|Subnets|EnableNetworkIsolation)$/;

export function compareDefinitions(before: ObjectValue, after: ObjectValue): DefinitionChanges {
  return {
    steps: compareSteps(listSteps(before), listSteps(after)),
    parameters: compareParameters(get(before, "Parameters"), get(after, "Parameters")),
    definition: compareRest(before, after),
  };
}

/** True when two texts are the same definition: the same text, or the same values in other clothes. */
export function sameDefinition(left: string, right: string): boolean {
  if (left === right) return true;
  const [ours, theirs] = [parseDefinition(left), parseDefinition(right)];
  return ours.ok && theirs.ok && compareValues(ours.value, theirs.value).length === 0;
}

/** The leaves that differ, the sensitive ones first. */
export function compareValues(before: Value | undefined, after: Value | undefined): FieldChange[] {
  const changes: FieldChange[] = [];
  collect(before, after, [], changes);
  return [...changes.filter(({ sensitive }) => sensitive), ...changes.filter(({ sensitive }) => !sensitive)];
}

function collect(before: Value | undefined, after: Value | undefined, path: Path, changes: FieldChange[]): void {
  if (isObject(before) && isObject(after)) {
    for (const key of new Set([...keys(before), ...keys(after)])) {
      collect(get(before, key), get(after, key), [...path, key], changes);
    }
  } else if (isList(before) && isList(after)) {
    for (let i = 0; i < Math.max(before.length, after.length); i++) collect(before[i], after[i], [...path, i], changes);
  } else if (print(before) !== print(after)) {
    const sensitive = path.some((segment) => typeof segment === "string" && sensitiveKey.test(segment));
    changes.push({ path: printPath(path), before: clip(print(before)), after: clip(print(after)), sensitive });
  }
}

function print(value: Value | undefined): string | null {
  return value === undefined ? null : serialise(value);
}

function clip(printed: string | null): string | null {
  return printed === null || printed.length <= longest ? printed : `${printed.slice(0, longest)}…`;
}

function compareSteps(before: readonly StepEntry[], after: readonly StepEntry[]): ItemChange[] {
  const olds = new Map(before.map((entry) => [entry.key, entry]));
  const news = new Set(after.map(({ key }) => key));
  const changes: ItemChange[] = [];
  for (const entry of after) {
    const old = olds.get(entry.key);
    const item = { name: entry.key, type: entry.type };
    const fields = compareValues(old === undefined ? undefined : ownPart(old), ownPart(entry));
    if (old === undefined) changes.push({ ...item, change: "added", fields: [] });
    else if (fields.length > 0) changes.push({ ...item, change: "changed", fields });
    else if (old.parent !== entry.parent || old.slot !== entry.slot) changes.push({ ...item, change: "moved", fields });
  }
  for (const { key, type } of before) {
    if (!news.has(key)) changes.push({ name: key, type, change: "removed", fields: [] });
  }
  return changes;
}

/** A step without the steps inside it: those are compared by themselves. */
function ownPart({ step, type }: StepEntry): Value {
  return stepTypeOf(type).slots.reduce<Value>((rest, { key }) => removeIn(rest, ["Arguments", key]), step);
}

function compareParameters(before: Value | undefined, after: Value | undefined): ItemChange[] {
  const olds = byName(before);
  const news = byName(after);
  const changes: ItemChange[] = [];
  for (const [name, parameter] of news) {
    const old = olds.get(name);
    const item = { name, type: text(get(parameter, "Type")) ?? "" };
    const fields = compareValues(old, parameter);
    if (old === undefined) changes.push({ ...item, change: "added", fields: [] });
    else if (fields.length > 0) changes.push({ ...item, change: "changed", fields });
  }
  for (const [name, parameter] of olds) {
    if (!news.has(name)) {
      changes.push({ name, type: text(get(parameter, "Type")) ?? "", change: "removed", fields: [] });
    }
  }
  return changes;
}

function byName(parameters: Value | undefined): ReadonlyMap<string, Value> {
  const list = isList(parameters) ? parameters : [];
  return new Map(list.map((parameter, i) => [text(get(parameter, "Name")) ?? `#${i + 1}`, parameter]));
}

function compareRest(before: ObjectValue, after: ObjectValue): FieldChange[] {
  const rest = (definition: ObjectValue) => removeKey(removeKey(definition, "Steps"), "Parameters");
  const changes = compareValues(rest(before), rest(after));
  const order = orderOf(before);
  const newOrder = orderOf(after);
  // Told only where the steps themselves stayed: an added step changes the order of course.
  const sameSteps = [...order].sort().join("\n") === [...newOrder].sort().join("\n");
  if (sameSteps && order.join("\n") !== newOrder.join("\n")) {
    changes.push({ path: "Steps", before: order.join(", "), after: newOrder.join(", "), sensitive: false });
  }
  return changes;
}

/** The places of the steps, for a change of order alone. */
function orderOf(definition: ObjectValue): readonly string[] {
  return listSteps(definition).map(({ key }) => key);
}
