import { getIn, isList } from "../../definition/value";
import { moveOutOfSlot } from "../../edits/moveToSlot";
import { stepTypeOf } from "../../steps";
import type { Finding, Rule } from "../problem";

export const forEachBody: Rule = {
  code: "for-each-body",
  severity: "error",
  why: "“for_each_body must be a non-empty list of steps”, and “step type 'Fail' is not allowed in for_each_body. Disallowed types: Condition, Fail, ForEach.” (for_each_step.py of the SDK)",
  checkStep({ key, name, type, step }) {
    const { slots } = stepTypeOf(type);
    const slot = slots.length === 0 ? undefined : slots.find(({ edge }) => edge === "each");
    if (slot === undefined) return none;
    const body = getIn(step, ["Arguments", slot.key]);
    if (isList(body) && body.length > 0) return [];
    return [
      {
        step: key,
        at: ["Arguments", slot.key],
        message: `${name} has no steps in its body. Move or add a step into it.`,
      },
    ];
  },
  checkLinks({ key, name, type, parent }, neighbours) {
    const container = parent === null ? undefined : neighbours.step(parent);
    if (container === undefined) return none;
    const slot = stepTypeOf(container.type).slots.find(({ edge }) => edge === "each");
    if (slot === undefined || !slot.refuses.includes(type)) return [];
    const message = `${name} lies in ${container.name}, and SageMaker takes no ${stepTypeOf(type).label} step in the body of a ForEach.`;
    const finding: Finding = { step: container.key, at: ["Arguments", slot.key], message };
    return [{ ...finding, fixes: [{ label: `Move ${name} out`, recipe: moveOutOfSlot(key) }] }];
  },
};

const none: readonly Finding[] = [];
