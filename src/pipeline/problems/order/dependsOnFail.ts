import { removeDependsOn } from "../../edits/dependsOn";
import { analyseStep } from "../../graph/analyseStep";
import { stepTypeOf } from "../../steps";
import type { Finding, Rule } from "../problem";

export const dependsOnFail: Rule = {
  code: "depends-on-fail",
  severity: "error",
  why: "A Fail step ends the execution, so nothing can follow it; the service answers “… can not depends on FailStep” (the SDK's integration test test_fail_steps.py).",
  withKey: "DependsOn",
  checkLinks({ key, name, step }, around) {
    return analyseStep(step).dependsOn.flatMap(({ step: upstream, index }): Finding[] => {
      if (stepTypeOf(around.step(upstream)?.type ?? "").endsExecution !== true) return [];
      return [
        {
          step: key,
          at: ["DependsOn", index],
          message: `${name} waits for ${upstream}, but a Fail step ends the execution: nothing can follow it.`,
          fixes: [{ label: `Let ${name} not wait for ${upstream}`, recipe: removeDependsOn(key, upstream) }],
        },
      ];
    });
  },
};
