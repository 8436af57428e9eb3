import { lookup } from "../../pipeline/definition/byName";
import { entries, get, isList, isObject, type ObjectValue, text, type Value } from "../../pipeline/definition/value";

/** A step taken apart, as a program needs it. */
export interface StepParts {
  readonly name: string;
  readonly type: string;
  readonly step: ObjectValue;
  /** Empty where there are none. */
  readonly args: ObjectValue;
  /** The steps inside, by slot. */
  readonly slots: ReadonlyMap<string, readonly StepParts[]>;
}

/** The keys that a step of any type may have. */
export const everywhere: readonly string[] = ["Name", "Type", "Arguments", "DependsOn", "DisplayName", "Description"];

export const slotsOf: Readonly<Record<string, readonly string[]>> = {
  Condition: ["IfSteps", "ElseSteps"],
  ForEach: ["ForEachBody"],
};

/** The steps of a list, null where one of them is none: no program of steps can be written of it. */
export function partsOf(steps: Value | undefined): readonly StepParts[] | null {
  if (!isList(steps)) return null;
  const parts = steps.map(partOf);
  return parts.every((part) => part !== null) ? parts : null;
}

function partOf(step: Value): StepParts | null {
  if (!isObject(step)) return null;
  const name = text(get(step, "Name"));
  const type = text(get(step, "Type"));
  const args = get(step, "Arguments") ?? {};
  if (name === undefined || name === "" || type === undefined || !isObject(args)) return null;
  const slots = new Map<string, readonly StepParts[]>();
  for (const slot of lookup(slotsOf, type) ?? []) {
    const inside = get(args, slot);
    if (inside === undefined) continue;
    const parts = partsOf(inside);
    if (parts === null) return null;
    slots.set(slot, parts);
  }
  return { name, type, step, args, slots };
}

/** Each step, nested ones before their container. */
export function everyStep(steps: readonly StepParts[]): readonly StepParts[] {
  return steps.flatMap((step) => [...everyStep([...step.slots.values()].flat()), step]);
}

/** True where an object has these keys and no others; those with `?` may be left out. */
export function hasKeys(value: Value | undefined, ...wanted: readonly string[]): value is ObjectValue {
  if (!isObject(value)) return false;
  const known = new Set(wanted.map((key) => key.replace("?", "")));
  const there = entries(value).map(([key]) => key);
  return there.every((key) => known.has(key)) && wanted.every((key) => key.endsWith("?") || there.includes(key));
}

/** The steps whose outputs are read somewhere in a value, in order. */
export function stepsReadIn(value: Value | undefined): readonly string[] {
  if (isList(value)) return value.flatMap(stepsReadIn);
  if (!isObject(value)) return [];
  const name = /^(?:Steps|IterationOutput)\.([^.[]+)/.exec(text(get(value, "Get")) ?? "")?.[1];
  return [...(name === undefined ? [] : [name]), ...entries(value).flatMap(([, item]) => stepsReadIn(item))];
}
