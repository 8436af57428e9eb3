import { removeDependsOn } from "../../edits/dependsOn";
import type { Recipe } from "../../edits/edit";
import { moveToSlot } from "../../edits/moveToSlot";
import { analysisOf } from "../../graph/stepTree";
import { stepTypeOf } from "../../steps";
import type { Finding, Rule } from "../problem";

export const dependsOnCondition: Rule = {
  code: "depends-on-condition",
  severity: "warning",
  why: "A user reports that a pipeline with a step that depends on a Condition is refused (issue 3565 of the Python SDK); the SDK itself permits it. A branch, or a reference to the condition's Outcome, is sure to work.",
  withKey: "DependsOn",
  checkLinks(entry, neighbours) {
    const { key, name, type } = entry;
    const { dependsOn } = analysisOf(entry);
    if (dependsOn.length === 0) return [];
    const mine = new Set(neighbours.containers(key).map(({ container }) => container));
    return dependsOn.flatMap(({ step: upstream, index }): Finding[] => {
      const condition = neighbours.step(upstream);
      if (condition?.type !== "Condition") return [];
      const isInside = mine.has(upstream);
      const move = { label: `Move ${name} into the True branch`, recipe: moveInto(key, upstream, condition.key) };
      const drop = { label: `Let ${name} not wait for ${upstream}`, recipe: removeDependsOn(key, upstream) };
      const canMove = !isInside && !stepTypeOf(type).slots.length;
      return [
        {
          step: key,
          at: ["DependsOn", index],
          message: `${name} waits for the condition ${upstream}, which SageMaker may refuse. Put it into a branch, or read Outcome.`,
          fixes: canMove ? [move, drop] : [drop],
        },
      ];
    });
  },
};

/** In the branch it waits by being there. */
function moveInto(key: string, upstream: string, condition: string): Recipe {
  return (document) => moveToSlot(key, condition, "IfSteps")(removeDependsOn(key, upstream)(document));
}
