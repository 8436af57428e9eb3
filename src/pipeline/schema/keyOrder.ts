import type { Path } from "../definition/path";
import { stepKeys } from "../definition/stepKeys";
import { getIn, type KeyOrder, keys, type Value } from "../definition/value";
import type { ApiModel } from "./model";
import { shapeAt } from "./shapeAt";
import type { StepType } from "./stepType";

/**
 * Where a new key goes in a structure of a step: the keys of the step type's draft first, in its order, then the API's members in
 * theirs; slots, which hold whole steps, come last. A map's keys have no order but that of their writing.
 */
export function keyOrder(model: ApiModel | null | undefined, stepType: StepType): KeyOrder {
  let draft: Value | undefined;
  return (at) => {
    if (at.length === 0) return stepKeys;
    draft ??= stepType.create();
    const inDraft = keys(getIn(draft, at.map(firstElement)));
    const shape = shapeAt(model, stepType, at)?.shape;
    if (shape?.kind !== "structure") return [];
    const slots = isArguments(at) ? stepType.slots.map(({ key }) => key) : [];
    const fields = [...inDraft.filter((key) => !slots.includes(key)), ...shape.members.map(({ name }) => name)];
    return [...new Set([...fields, ...slots])];
  };
}

/** Every element of a list is written like the draft's first. */
function firstElement(segment: string | number): string | number {
  return typeof segment === "number" ? 0 : segment;
}

function isArguments(at: Path): boolean {
  return at.length === 1 && at[0] === "Arguments";
}
