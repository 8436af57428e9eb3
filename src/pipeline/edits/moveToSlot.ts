import type { PipelineDocument } from "../definition/document";
import { getIn, isList, removeIn, setIn, type Value } from "../definition/value";
import { deriveGraph } from "../graph/deriveGraph";
import { pathBetween } from "../graph/order";
import { containersOf, listSteps, stepAt, stepsInside } from "../graph/stepTree";
import { stepTypeOf } from "../steps";
import type { Slot } from "../steps/stepType";
import { EditRefused, type Recipe, withDefinition } from "./edit";

/** A container's place for other steps: Gate and IfSteps. */
export interface SlotOf {
  readonly container: string;
  readonly slot: string;
}

/** Why a step cannot move into a container's slot; null when it can. */
export function whyNotInSlot(
  document: PipelineDocument,
  key: string,
  container: string,
  slotKey: string,
): string | null {
  const { definition } = document;
  const step = stepAt(definition, key);
  const slot = slotAt(document, { container, slot: slotKey });
  if (slot === undefined) return `${container} has no ${slotKey}.`;
  if (key === container) return "A step cannot move into itself.";
  const inside = stepsInside(definition, key);
  if (inside.includes(container)) return `${container} lies inside ${key}.`;
  const types = [key, ...inside].map((moving) => stepAt(definition, moving).type);
  const refused = refusedType(document, types, container);
  if (refused !== null) return refused;
  if (step.parent === container && step.slot === slotKey) return `${key} is there already.`;
  return closedCycle(document, [key, ...inside], container, slot);
}

/** Why a new step of a type cannot be in a container's slot; null when it can. */
export function whyTypeNotInSlot(document: PipelineDocument, type: string, { container }: SlotOf): string | null {
  return refusedType(document, [type], container);
}

/** What a slot says: "True of Gate". */
export function slotInWords(document: PipelineDocument, at: SlotOf): string {
  return `${slotAt(document, at)?.label ?? at.slot} of ${at.container}`;
}

function slotAt({ definition }: PipelineDocument, { container, slot }: SlotOf): Slot | undefined {
  return stepTypeOf(stepAt(definition, container).type).slots.find(({ key }) => key === slot);
}

function refusedType({ definition }: PipelineDocument, types: readonly string[], container: string): string | null {
  for (const name of [container, ...containersOf(definition, container)]) {
    const { type } = stepAt(definition, name);
    for (const slot of stepTypeOf(type).slots) {
      const refused = types.find((moving) => slot.refuses.includes(moving));
      if (refused !== undefined) {
        return `SageMaker takes no ${stepTypeOf(refused).label} step inside a ${stepTypeOf(type).label}.`;
      }
    }
  }
  return null;
}

/** A step runs after the container that holds it: what the container waits for cannot be in it, nor in a loop what waits for the loop. */
function closedCycle(
  { definition }: PipelineDocument,
  moving: readonly string[],
  container: string,
  { edge }: Slot,
): string | null {
  const graph = deriveGraph(definition);
  const [key = ""] = moving;
  if (moving.some((step) => pathBetween(graph, step, container) !== null)) {
    return `${container} waits for ${key}: inside it, ${key} would have to wait for ${container}.`;
  }
  if (edge !== "each") return null;
  const held = new Set([...moving, ...stepsInside(definition, container)]);
  for (const { from } of moving.flatMap((step) => graph.into.get(step) ?? [])) {
    if (held.has(from) || pathBetween(graph, container, from) === null) continue;
    const what = from === container ? container : `${from}, which waits for ${container}`;
    return `${key} waits for ${what}: inside it, ${key} would hold up its end.`;
  }
  return null;
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

/** Moves steps into one slot, or (`null`) out of all containers; those that are there already stay. Their order among each other stays too. */
export function moveAllTo(keys: readonly string[], to: SlotOf | null): Recipe {
  return (document) => {
    const chosen = listSteps(document.definition).filter(({ key }) => keys.includes(key));
    if (to === null) {
      // Each goes right behind its container: the last first.
      return chosen.reduceRight((before, { key, depth }) => outBy(key, depth)(before), document);
    }
    return chosen
      .filter(({ parent, slot }) => parent !== to.container || slot !== to.slot)
      .reduce((before, { key }) => moveToSlot(key, to.container, to.slot)(before), document);
  };
}

function outBy(key: string, levels: number): Recipe {
  return (document) => Array.from({ length: levels }).reduce<PipelineDocument>(moveOutOfSlot(key), document);
}
