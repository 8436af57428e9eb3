import { removeSteps } from "../../edits/removeSteps";
import type { StepEntry } from "../../graph/stepTree";
import type { Rule } from "../problem";
import { stepsOfOneName } from "./stepsOfOneName";

export const stepInTwoPlaces: Rule = {
  code: "step-in-two-places",
  severity: "error",
  why: "A step stands in a pipeline once: the service rejects a step that is both in the list of steps and in a branch (SDK pipeline.py; developer guide, Troubleshooting).",
  checkDefinition({ graph }) {
    return stepsOfOneName(graph)
      .filter(({ isSameStep }) => isSameStep)
      .map(({ entry, first }) => ({
        step: entry.key,
        at: [],
        message: `${entry.name} stands ${where(first)} and ${where(entry)}. Keep one of them.`,
        fixes: [
          { label: `Remove the one ${where(entry)}`, recipe: removeSteps([entry.key]) },
          { label: `Remove the one ${where(first)}`, recipe: removeSteps([first.key]) },
        ],
      }));
  },
};

function where({ parent, slot }: StepEntry): string {
  return parent === null ? "in Steps" : `in ${slot} of ${parent}`;
}
