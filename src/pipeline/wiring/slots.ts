import type { PipelineDocument } from "../definition/document";
import { deriveGraph } from "../graph/deriveGraph";
import { pathBetween } from "../graph/order";
import type { SlotOf } from "../graph/slotOf";
import { containersOf, stepAt, stepsInside } from "../graph/stepTree";
import type { Slot } from "../schema/stepType";
import { stepTypeOf } from "../steps";

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
