import { printPath } from "../../definition/path";
import type { Rule } from "../problem";
import { hiddenBehind } from "./outsideOf";

export const branchStepReadOutside: Rule = {
  code: "branch-step-read-outside",
  severity: "warning",
  why: "A step of the branch that is not taken does not run and has no outputs (the SDK's integration test test_step_decorator.py), so whoever reads it from outside waits forever.",
  ofKinds: ["step"],
  checkReference({ entry: { key, name }, neighbours, found, read }, report) {
    const behind = read === null ? null : hiddenBehind(neighbours, read.source.key, key, "branch");
    if (read === null || behind === null) return;
    report({
      message: `${printPath(found.field)} reads ${read.source.name}, which lies in a branch of ${behind.container}. If that branch is not taken, ${name} never runs.`,
    });
  },
};
