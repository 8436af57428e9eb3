import type { PipelineDocument } from "../definition/document";
import { getIn, isList, removeIn, setIn, type Value } from "../definition/value";
import { containersOf, listSteps, stepAt, stepsInside } from "../graph/stepTree";
import { stepTypeOf } from "../steps";
import { EditRefused, type Recipe, withDefinition } from "./edit";

/** Why a step cannot move into a container's slot; null when it can. */
export function whyNotInSlot(
  document: PipelineDocument,
  key: string,
  container: string,
  slotKey: string,
): string | null {
  const { definition } = document;
  const step = stepAt(definition, key);
  const slot = stepTypeOf(stepAt(definition, container).type).slots.find((candidate) => candidate.key === slotKey);
  if (slot === undefined) return `${container} has no ${slotKey}.`;
  if (key === container) return "A step cannot move into itself.";
  if (stepsInside(definition, key).includes(container)) return `${container} lies inside ${key}.`;
  const moving = [key, ...stepsInside(definition, key)].map((inside) => stepAt(definition, inside));
  const around = [container, ...containersOf(definition, container)];
  for (const name of around) {
    const { type } = stepAt(definition, name);
    for (const candidate of stepTypeOf(type).slots) {
      const refused = moving.find((entry) => candidate.refuses.includes(entry.type));
      if (refused !== undefined) {
        return `SageMaker takes no ${stepTypeOf(refused.type).label} step inside a ${stepTypeOf(type).label}.`;
      }
    }
  }
  return step.parent === container && step.slot === slotKey ? `${key} is there already.` : null;
}

/** Moves a step, with all inside it, into a container's slot, at its end. */
export function moveToSlot(key: string, container: string, slot: string): Recipe {
  return (document) => {
    const why = whyNotInSlot(document, key, container, slot);
    if (why !== null) throw new EditRefused(why);
    const { step, path } = stepAt(document.definition, key);
    const without = withDefinition(document, removeIn(document.definition, path));
    const list = [...stepAt(without.definition, container).path, "Arguments", slot];
    const before = getIn(without.definition, list);
    const steps: readonly Value[] = isList(before) ? before : [];
    return withDefinition(without, setIn(without.definition, list, [...steps, step]));
  };
}

/** Moves a step out of its container, to the place behind it; a step at the top stays. */
export function moveOutOfSlot(key: string): Recipe {
  return (document) => {
    const { step, path, parent } = stepAt(document.definition, key);
    if (parent === null) return document;
    const without = withDefinition(document, removeIn(document.definition, path));
    const around = listSteps(without.definition).find((entry) => entry.key === parent);
    if (around === undefined) throw new Error(`There is no container ${parent}.`);
    const list = around.path.slice(0, -1);
    const place = Number(around.path.at(-1)) + 1;
    const steps = getIn(without.definition, list);
    if (!isList(steps)) throw new Error("A container lies in a list of steps.");
    return withDefinition(without, setIn(without.definition, list, steps.toSpliced(place, 0, step)));
  };
}
