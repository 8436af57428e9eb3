/** The branches and loops of a document, and what could move into one. */
import type { PipelineDocument } from "../../../pipeline/definition/document";
import { deriveGraph } from "../../../pipeline/graph/deriveGraph";
import { fedOnlyBy, neededOnlyBy } from "../../../pipeline/graph/onlyFed";
import type { SlotOf } from "../../../pipeline/graph/slotOf";
import { listSteps, stepAt } from "../../../pipeline/graph/stepTree";
import { stepTypeOf } from "../../../pipeline/steps";
import { whyNotAllIn } from "../../../pipeline/wiring/slots";
import { named } from "../words";

export function slotsOf({ definition }: PipelineDocument): readonly SlotOf[] {
  return listSteps(definition).flatMap(({ key, type }) =>
    stepTypeOf(type).slots.map(({ key: slot }) => ({ container: key, slot })),
  );
}

/** Why steps cannot move into a slot; null where they can. */
export function whyNotMoved(document: PipelineDocument, keys: readonly string[], to: SlotOf): string | null {
  const there = keys.every((key) => {
    const { parent, slot } = stepAt(document.definition, key);
    return parent === to.container && slot === to.slot;
  });
  return there ? `${named(keys)} ${keys.length === 1 ? "is" : "are"} there already.` : whyNotAllIn(document, keys, to);
}

/** What goes along with steps that move: what only they feed; else what only they need. */
export interface Rest {
  readonly keys: readonly string[];
  readonly how: "feeds" | "needs";
}

/** What could move along with steps, before they do. */
export function restOf({ definition }: PipelineDocument, keys: readonly string[]): readonly Rest[] {
  const graph = deriveGraph(definition);
  const all: readonly Rest[] = [
    { keys: fedOnlyBy(graph, keys), how: "feeds" },
    { keys: neededOnlyBy(graph, keys), how: "needs" },
  ];
  return all.filter((rest) => rest.keys.length > 0);
}

const mostNamed = 3;

/** "More runs only after Train." */
export function restInWords({ keys, how }: Rest, moved: readonly string[]): string {
  const some = keys.length <= mostNamed ? keys.join(", ") : `${keys.slice(0, mostNamed).join(", ")} …`;
  const one = keys.length === 1;
  const them = moved.length === 1 ? (moved[0] ?? "") : "them";
  if (how === "feeds") return `${some} ${one ? "runs" : "run"} only after ${them}.`;
  return `${some} ${one ? "leads" : "lead"} to ${them} alone.`;
}

/** "with what only it feeds: More" */
export function alongInWords({ keys, how }: Rest, moving: readonly string[]): string {
  const one = moving.length === 1;
  const verb = one ? how : how.slice(0, -1);
  return `with what only ${one ? "it" : "they"} ${verb}: ${named(keys)}`;
}
