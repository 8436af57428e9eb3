import {
  eachEntry,
  get,
  isList,
  isObject,
  LosslessNumber,
  type ObjectValue,
  OrderedObject,
  type Value,
} from "../definition/value";
import type { StepEntry } from "../graph/stepTree";

/** At least as many characters as a definition has, given those that each step has by itself. */
export function roughSize(definition: ObjectValue, steps: readonly StepEntry[], sizes: readonly number[]): number {
  let size = straysIn(get(definition, "Steps"));
  eachEntry(definition, (key, value) => {
    size += key.length * 1.25 + 4 + (key === "Steps" ? 3 : sizeOf(value));
  });
  for (let i = 0; i < steps.length; i++) {
    size += sizes[i] as number;
    const { stepType, step } = steps[i] as StepEntry;
    for (const { key } of stepType.slots) size += key.length + 7 + straysIn(get(get(step, "Arguments"), key));
  }
  return size;
}

/** What stands in a list of steps and is none: nobody else measures it. */
function straysIn(list: Value | undefined): number {
  if (list === undefined) return 0;
  if (!isList(list)) return sizeOf(list);
  let size = 0;
  for (let i = 0; i < list.length; i++) if (!isObject(list[i])) size += sizeOf(list[i] as Value);
  return size;
}

/** Quotes, commas and colons are counted in; a quarter more, for characters that must be escaped. */
function sizeOf(value: Value): number {
  if (typeof value === "string") return value.length * 1.25 + 3;
  if (typeof value !== "object" || value === null) return 24;
  let size = 3;
  if (isList(value)) for (let i = 0; i < value.length; i++) size += sizeOf(value[i] as Value);
  else if (value instanceof LosslessNumber) size += value.value.length;
  else if (value instanceof OrderedObject)
    for (const [key, inner] of value.list) size += key.length * 1.25 + 4 + sizeOf(inner);
  else for (const key in value) size += key.length * 1.25 + 4 + sizeOf(value[key] as Value);
  return size;
}
