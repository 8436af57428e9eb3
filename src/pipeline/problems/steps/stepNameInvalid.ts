import { hasHole } from "../../definition/holes";
import { renameStep } from "../../edits/renameStep";
import { freeName, stepNames, whyNotStepName } from "../../graph/stepNames";
import type { Fix, Rule } from "../problem";

export const stepNameInvalid: Rule = {
  code: "step-name-invalid",
  severity: "error",
  why: "A step's name is 1 to 64 letters, digits, hyphens and underscores (API StepName; the official schema says the same).",
  checkStep({ key, name }) {
    const message = whyNotStepName(name);
    return message === null || hasHole(name) ? [] : [{ step: key, at: ["Name"], message, fixes: rename(key, name) }];
  },
};

/** The name with what does not fit replaced by hyphens. */
function rename(key: string, name: string): readonly Fix[] {
  const fitting = name
    .trim()
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .slice(0, 64);
  if (!/[A-Za-z0-9]/.test(fitting)) return [];
  return [
    {
      label: `Rename to ${fitting}`,
      recipe: (document) => renameStep(key, freeName(fitting, stepNames(document.definition)))(document),
    },
  ];
}
