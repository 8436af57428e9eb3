import { getIn, type KeyOrder, keys, type Value } from "../definition/value";
import type { ApiModel } from "./model";
import { placeAt, placesOf } from "./placesOf";
import type { StepType } from "./stepType";

/**
 * Where a new key goes in a structure of a step: the keys of the step type's draft first, in its order, then the API's members in
 * theirs; slots, which hold whole steps, come last. A map's keys have no order but that of their writing.
 */
export function keyOrder(model: ApiModel | null | undefined, stepType: StepType): KeyOrder {
  let draft: Value | undefined;
  return (at) => {
    if (at.length === 0) return stepKeys(stepType);
    const members = [...placeAt(stepType, model, at).members()];
    const fields = members.filter(({ slot }) => slot === null).map(({ name }) => name);
    if (fields.length === 0) return [];
    draft ??= stepType.create();
    const inDraft = keys(getIn(draft, at.map(firstElement)));
    const slots = members.filter(({ slot }) => slot !== null).map(({ name }) => name);
    return [...new Set([...inDraft.filter((key) => !slots.includes(key)), ...fields, ...slots])];
  };
}

/** The keys of a step of this type, in the order in which they are written. */
export function stepKeys(stepType: StepType): readonly string[] {
  return Array.from(placesOf(stepType, null).members(), ({ name }) => name);
}

/** Every element of a list is written like the draft's first. */
function firstElement(segment: string | number): string | number {
  return typeof segment === "number" ? 0 : segment;
}
