import { printPath } from "../../definition/path";
import type { Finding, Rule } from "../problem";
import { readsOf } from "../reads";
import { hiddenBehind } from "./outsideOf";

export const branchStepReadOutside: Rule = {
  code: "branch-step-read-outside",
  severity: "warning",
  why: "A step of the branch that is not taken does not run and has no outputs (the SDK's integration test test_step_decorator.py), so whoever reads it from outside waits forever.",
  checkLinks(entry, around) {
    const { key, name } = entry;
    return readsOf(entry, around).flatMap(({ found, source }): Finding[] => {
      const behind = hiddenBehind(around, source.key, key, "branch");
      if (behind === null) return [];
      const message = `${printPath(found.field)} reads ${source.name}, which lies in a branch of ${behind.container}. If that branch is not taken, ${name} never runs.`;
      return [{ step: key, at: found.field, message }];
    });
  },
};
