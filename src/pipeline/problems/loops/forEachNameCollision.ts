import { renameStep } from "../../edits/renameStep";
import { freeName } from "../../graph/stepNames";
import { stepTypeOf } from "../../steps";
import type { Finding, Rule } from "../problem";

export const forEachNameCollision: Rule = {
  code: "for-each-name-collision",
  severity: "error",
  why: "Every item of a ForEach starts a step named BODY-0, BODY-1 …, so the service refuses another step by such a name (for_each_step.py of the SDK; botocore IterationContext).",
  checkDefinition({ graph }) {
    const body = new Map<string, string>();
    for (const { name, parent, slot } of graph.steps) {
      if (parent === null) continue;
      const { slots } = stepTypeOf(graph.byKey.get(parent)?.type ?? "");
      if (slots.some(({ key, edge }) => key === slot && edge === "each")) body.set(name, parent);
    }
    if (body.size === 0) return [];
    const taken = new Set(graph.steps.map(({ name }) => name));
    return graph.steps.flatMap(({ key, name }): Finding[] => {
      const dash = name.lastIndexOf("-");
      const stem = name.slice(0, Math.max(dash, 0));
      const loop = body.get(stem);
      if (loop === undefined || !/^\d+$/.test(name.slice(dash + 1))) return [];
      const other = freeName(`${stem}_${name.slice(dash + 1)}`, taken);
      return [
        {
          step: key,
          at: ["Name"],
          message: `${name} is a name that ${loop} gives to an iteration of ${stem}. Rename it.`,
          fixes: [{ label: `Rename to ${other}`, recipe: renameStep(key, other) }],
        },
      ];
    });
  },
};
