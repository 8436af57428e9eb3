import { removeDependsOn } from "../../edits/dependsOn";
import type { Rule } from "../problem";
import { eachDependency } from "./eachDependency";
import { hiddenBehind } from "./outsideOf";

export const dependsOnBranch: Rule = {
  code: "depends-on-branch",
  severity: "warning",
  why: "A step starts only when all that it waits for has completed, and a step of the branch that is not taken never does (issue 3565 of the Python SDK): the execution ends without this step.",
  withKey: "DependsOn",
  checkLinks(entry, neighbours) {
    const { key, name } = entry;
    return eachDependency(entry, ({ step: upstream }) => {
      const behind = neighbours.step(upstream) === undefined ? null : hiddenBehind(neighbours, upstream, key, "branch");
      if (behind === null) return null;
      return {
        message: `${name} waits for ${upstream}, which lies in a branch of ${behind.container}. If that branch is not taken, ${name} never runs.`,
        fixes: [{ label: `Let ${name} not wait for ${upstream}`, recipe: removeDependsOn(key, upstream) }],
      };
    });
  },
};
