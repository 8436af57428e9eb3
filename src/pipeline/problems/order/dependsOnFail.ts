import { removeDependsOn } from "../../edits/dependsOn";
import { analysisOf } from "../../graph/stepTree";
import type { Finding, Rule } from "../problem";

export const dependsOnFail: Rule = {
  code: "depends-on-fail",
  severity: "error",
  why: "A Fail step ends the execution, so nothing can follow it; the service answers “… can not depends on FailStep” (the SDK's integration test test_fail_steps.py).",
  withKey: "DependsOn",
  checkLinks(entry, neighbours) {
    const { key, name } = entry;
    const { dependsOn } = analysisOf(entry);
    return dependsOn.flatMap(({ step: upstream, index }): Finding[] => {
      if (neighbours.step(upstream)?.stepType.endsExecution !== true) return [];
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
