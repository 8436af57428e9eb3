import { moveOutOfSlot } from "../../edits/moveToSlot";
import type { Rule } from "../problem";

export const conditionNested: Rule = {
  code: "condition-nested",
  severity: "warning",
  why: "“SageMaker Pipelines doesn't support the use of nested condition steps” (developer guide, 2023), while the SDK compiles them: it is not known whether the service takes this.",
  types: ["Condition"],
  checkLinks({ key, name }, neighbours) {
    const outer = neighbours.containers(key).find(({ container }) => neighbours.step(container)?.type === "Condition");
    if (outer === undefined) return [];
    return [
      {
        step: key,
        at: [],
        message: `${name} is a condition in a branch of ${outer.container}, which SageMaker may refuse. Put its conditions into one step.`,
        fixes: [{ label: `Move ${name} out`, recipe: moveOutOfSlot(key) }],
      },
    ];
  },
};
