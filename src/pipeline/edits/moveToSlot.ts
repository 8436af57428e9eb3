import type { PipelineDocument } from "../definition/document";
import { getIn, isList, removeIn, setIn, type Value } from "../definition/value";
import { deriveGraph } from "../graph/deriveGraph";
import { pathBetween } from "../graph/order";
import type { SlotOf } from "../graph/slotOf";
import { containersOf, listSteps, rootsOf, stepAt, stepsInside } from "../graph/stepTree";
import type { Slot } from "../schema/stepType";
import { stepTypeOf } from "../steps";
import { EditRefused, type Recipe, withDefinition } from "./edit";

/** Why a step cannot move into a container's slot; null when it can. */
export function whyNotInSlot(document: PipelineDocument, key: string, container: string, slot: string): string | null {
  const { parent, slot: at } = stepAt(document.definition, key);
  const why = whyNotAllIn(document, [key], { container, slot });
  return why === null && parent === container && at === slot ? `${key} is there already.` : why;
}

/** Why steps cannot be in a container's slot together; null when they can. */
export function whyNotAllIn(document: PipelineDocument, keys: readonly string[], to: SlotOf): string | null {
  const { definition } = document;
  const { container } = to;
  const slot = slotAt(document, to);
  if (slot === undefined) return `${container} has no ${to.slot}.`;
  const moving: string[] = [];
  for (const key of keys) {
    if (key === container) return "A step cannot move into itself.";
    const inside = stepsInside(definition, key);
    if (inside.includes(container)) return `${container} lies inside ${key}.`;
    moving.push(key, ...inside);
  }
  const types = moving.map((key) => stepAt(definition, key).type);
  return refusedType(document, types, container) ?? closedCycle(document, moving, container, slot);
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
  const early = moving.find((key) => pathBetween(graph, key, container) !== null);
  if (early !== undefined) {
    return `${container} waits for ${early}: inside it, ${early} would have to wait for ${container}.`;
  }
  if (edge !== "each") return null;
  const held = new Set([...moving, ...stepsInside(definition, container)]);
  for (const { from, to } of moving.flatMap((key) => graph.into.get(key) ?? [])) {
    if (held.has(from) || pathBetween(graph, container, from) === null) continue;
    const what = from === container ? container : `${from}, which waits for ${container}`;
    return `${to} waits for ${what}: inside it, ${to} would hold up its end.`;
  }
  return null;
}

/** Moves a step, with all inside it, into a container's slot, at its end. */
export function moveToSlot(key: string, container: string, slot: string): Recipe {
  return (document) => {
    const why = whyNotInSlot(document, key, container, slot);
    if (why !== null) throw new EditRefused(why);
    return appended(document, key, { container, slot });
  };
}

function appended(document: PipelineDocument, key: string, { container, slot }: SlotOf): PipelineDocument {
  const { step, path } = stepAt(document.definition, key);
  const without = withDefinition(document, removeIn(document.definition, path));
  const list = [...stepAt(without.definition, container).path, "Arguments", slot];
  const before = getIn(without.definition, list);
  const steps: readonly Value[] = isList(before) ? before : [];
  return withDefinition(without, setIn(without.definition, list, [...steps, step]));
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

/**
 * Moves steps into one slot, or (`null`) out of all containers; those that are there already stay. What lies in one of them moves with
 * it. Their order among each other stays.
 */
export function moveAllTo(keys: readonly string[], to: SlotOf | null): Recipe {
  return (document) => {
    const roots = rootsOf(document.definition, keys);
    const chosen = listSteps(document.definition).filter(({ key }) => roots.includes(key));
    if (to === null) {
      // Each goes right behind its container: the last first.
      return chosen.reduceRight((before, { key, depth }) => outBy(key, depth)(before), document);
    }
    const why = whyNotAllIn(document, roots, to);
    if (why !== null) throw new EditRefused(why);
    return chosen
      .filter(({ parent, slot }) => parent !== to.container || slot !== to.slot)
      .reduce((before, { key }) => appended(before, key, to), document);
  };
}

function outBy(key: string, levels: number): Recipe {
  return (document) => Array.from({ length: levels }).reduce<PipelineDocument>(moveOutOfSlot(key), document);
}
