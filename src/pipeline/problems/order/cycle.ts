import { removeDependsOn } from "../../edits/dependsOn";
import type { Graph } from "../../graph/deriveGraph";
import { findCycles } from "../../graph/order";
import type { Fix, Rule } from "../problem";

export const cycle: Rule = {
  code: "cycle",
  severity: "error",
  why: "Steps that wait for each other can never start; the service answers with a validation exception, the SDK with “Cycle detected in pipeline step graph.”",
  checkDefinition({ graph }) {
    return findCycles(graph).map((keys) => ({
      step: null,
      steps: keys,
      at: [],
      message:
        keys.length === 1
          ? `${keys[0]} waits for itself. Remove the reference or the DependsOn entry that points back.`
          : `${[...keys, keys[0]].join(" → ")}: these steps wait for each other, so none can start. Remove one of the edges.`,
      fixes: cures(graph, keys),
    }));
  },
};

/** Edges that are there for order alone can go without taking a value from anybody. */
function cures(graph: Graph, keys: readonly string[]): readonly Fix[] {
  return keys.flatMap((key, index) => {
    const from = keys.at(index - 1) ?? key;
    const edge = graph.into.get(key)?.find((one) => one.from === from);
    const isOrder = edge?.reasons.every(({ kind }) => kind === "order") ?? false;
    return isOrder ? [{ label: `Let ${key} not wait for ${from}`, recipe: removeDependsOn(key, from) }] : [];
  });
}
