import { findCycles } from "../graph/order";
import type { Rule } from "./problem";

export const cycle: Rule = {
  code: "cycle",
  severity: "error",
  why: "Steps that wait for each other can never start; the service answers with a validation exception, the SDK with “Cycle detected in pipeline step graph.”",
  checkDefinition({ graph }) {
    return findCycles(graph).map((keys) => ({
      step: keys[0] ?? null,
      at: [],
      message:
        keys.length === 1
          ? `${keys[0]} waits for itself. Remove the reference or the DependsOn entry that points back.`
          : `${[...keys, keys[0]].join(" → ")}: these steps wait for each other, so none can start. Remove one of the edges.`,
    }));
  },
};
