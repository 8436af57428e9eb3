import { removeDependsOn } from "../../edits/dependsOn";
import type { Rule } from "../problem";
import { eachDependency } from "./eachDependency";

export const dependsOnFail: Rule = {
  code: "depends-on-fail",
  severity: "error",
  why: "A Fail step ends the execution, so nothing can follow it; the service answers “… can not depends on FailStep” (the SDK's integration test test_fail_steps.py).",
  withKey: "DependsOn",
  checkLinks(entry, neighbours) {
    const { key, name } = entry;
    return eachDependency(entry, ({ step: upstream }) => {
      if (neighbours.step(upstream)?.stepType.endsExecution !== true) return null;
      return {
        message: `${name} waits for ${upstream}, but a Fail step ends the execution: nothing can follow it.`,
        fixes: [{ label: `Let ${name} not wait for ${upstream}`, recipe: removeDependsOn(key, upstream) }],
      };
    });
  },
};
