import { removeDependsOn } from "../../edits/dependsOn";
import type { Recipe } from "../../edits/edit";
import { moveToSlot } from "../../edits/moveToSlot";
import { stepTypeOf } from "../../steps";
import type { Rule } from "../problem";
import { eachDependency } from "./eachDependency";

export const dependsOnCondition: Rule = {
  code: "depends-on-condition",
  severity: "warning",
  why: "A user reports that a pipeline with a step that depends on a Condition is refused (issue 3565 of the Python SDK); the SDK itself permits it. A branch, or a reference to the condition's Outcome, is sure to work.",
  withKey: "DependsOn",
  checkLinks(entry, neighbours) {
    const { key, name, type } = entry;
    return eachDependency(entry, ({ step: upstream }) => {
      const condition = neighbours.step(upstream);
      if (condition?.type !== "Condition") return null;
      const isInside = neighbours.containers(key).some(({ container }) => container === upstream);
      const move = { label: `Move ${name} into the True branch`, recipe: moveInto(key, upstream, condition.key) };
      const drop = { label: `Let ${name} not wait for ${upstream}`, recipe: removeDependsOn(key, upstream) };
      const canMove = !isInside && !stepTypeOf(type).slots.length;
      return {
        message: `${name} waits for the condition ${upstream}, which SageMaker may refuse. Put it into a branch, or read Outcome.`,
        fixes: canMove ? [move, drop] : [drop],
      };
    });
  },
};

/** In the branch it waits by being there. */
function moveInto(key: string, upstream: string, condition: string): Recipe {
  return (document) => moveToSlot(key, condition, "IfSteps")(removeDependsOn(key, upstream)(document));
}
