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
          : `${inWords(keys)}: these steps wait for each other, so none can start. Remove one of the edges.`,
      fixes: cures(graph, keys),
    }));
  },
};

/** So many steps are named, and so many edges offered to be taken away: a longer cycle nobody reads to its end. */
const named = 20;

function inWords(keys: readonly string[]): string {
  const others = keys.length - named;
  const shown = others > 0 ? [...keys.slice(0, named), `… ${others.toLocaleString("en")} more …`] : keys;
  return [...shown, keys[0]].join(" → ");
}

/** Edges that are there for order alone can go without taking a value from anybody. */
function cures(graph: Graph, keys: readonly string[]): readonly Fix[] {
  return keys.slice(0, named).flatMap((key, index) => {
    const from = keys.at(index - 1) ?? key;
    const edge = graph.into.get(key)?.find((one) => one.from === from);
    const isOrder = edge?.reasons.every(({ kind }) => kind === "order") ?? false;
    return isOrder ? [{ label: `Let ${key} not wait for ${from}`, recipe: removeDependsOn(key, from) }] : [];
  });
}
