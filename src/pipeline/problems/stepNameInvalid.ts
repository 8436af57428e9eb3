import { whyNotStepName } from "../edits/stepNames";
import type { Rule } from "./problem";

export const stepNameInvalid: Rule = {
  code: "step-name-invalid",
  severity: "error",
  why: "A step's name is 1 to 64 letters, digits, hyphens and underscores (API StepName; the official schema says the same).",
  checkStep({ key, name }) {
    const message = whyNotStepName(name);
    return message === null ? [] : [{ step: key, at: ["Name"], message }];
  },
};
