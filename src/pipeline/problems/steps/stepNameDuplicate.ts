import { renameStep } from "../../edits/renameStep";
import { freeName } from "../../graph/stepNames";
import type { Rule } from "../problem";
import { stepsOfOneName } from "./stepsOfOneName";

export const stepNameDuplicate: Rule = {
  code: "step-name-duplicate",
  severity: "error",
  why: "Step names are unique over the whole pipeline, branches and loops included: the SDK refuses duplicates, because a reference would not say which step it means.",
  checkDefinition({ graph }) {
    const doubled = stepsOfOneName(graph).filter(({ isSameStep }) => !isSameStep);
    if (doubled.length === 0) return [];
    const taken = new Set(graph.steps.map(({ name }) => name));
    return doubled.map(({ entry: { key, name } }) => ({
      step: key,
      at: ["Name"],
      say() {
        const other = freeName(name, taken);
        return {
          message: `Another step is called ${name} already. Rename one of them.`,
          fixes: [{ label: `Rename this one to ${other}`, recipe: renameStep(key, other) }],
        };
      },
    }));
  },
};
