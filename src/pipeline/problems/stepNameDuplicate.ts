import type { Rule } from "./problem";

export const stepNameDuplicate: Rule = {
  code: "step-name-duplicate",
  severity: "error",
  why: "Step names are unique over the whole pipeline, branches and loops included: the SDK refuses duplicates, because a reference would not say which step it means.",
  checkDefinition({ graph }) {
    return graph.steps
      .filter(({ key, name }) => name !== "" && key !== name)
      .map(({ key, name }) => ({
        step: key,
        at: ["Name"],
        message: `Another step is called ${name} already. Rename one of them.`,
      }));
  },
};
