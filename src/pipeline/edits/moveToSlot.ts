import type { PipelineDocument } from "../definition/document";
import { getIn, isList, removeIn, setIn, type Value } from "../definition/value";
import type { SlotOf } from "../graph/slotOf";
import { listSteps, rootsOf, stepAt } from "../graph/stepTree";
import { whyNotAllIn, whyNotInSlot } from "../wiring/slots";
import { EditRefused, type Recipe, withDefinition } from "./edit";
import { foldSlots } from "./folded";

/** Moves a step, with all inside it, into a container's slot, at its end; one that is folded opens, so that it is seen there. */
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
  const moved = withDefinition(without, setIn(without.definition, list, [...steps, step]));
  return foldSlots(container, [slot], false)(moved);
}

/** Moves a step out of its container, to the place behind it; a step at the top stays. */
export function moveOutOfSlot(key: string): Recipe {
  return (document) => {
    const { step, path, parent } = stepAt(document.definition, key);
    if (parent === null) return document;
    const without = withDefinition(document, removeIn(document.definition, path));
    const enclosing = listSteps(without.definition).find((entry) => entry.key === parent);
    if (enclosing === undefined) throw new Error(`There is no container ${parent}.`);
    const list = enclosing.path.slice(0, -1);
    const index = Number(enclosing.path.at(-1)) + 1;
    const steps = getIn(without.definition, list);
    if (!isList(steps)) throw new Error("A container lies in a list of steps.");
    return withDefinition(without, setIn(without.definition, list, steps.toSpliced(index, 0, step)));
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
