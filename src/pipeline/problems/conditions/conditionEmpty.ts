import { get, getIn, isList } from "../../definition/value";
import type { Finding, Rule } from "../problem";
import { conditionsOf } from "./eachCondition";

export const conditionEmpty: Rule = {
  code: "condition-empty",
  severity: "warning",
  why: "All conditions of the list must hold, and of an empty list it is not known what the service makes of it: the SDK does not check, no page of AWS says.",
  types: ["Condition"],
  checkStep({ key, name, step }) {
    const at = ["Arguments", "Conditions"];
    const list = getIn(step, at);
    const whole: Finding[] =
      isList(list) && list.length === 0
        ? [{ step: key, at, message: `${name} compares nothing yet. Add a condition.` }]
        : [];
    const empty = conditionsOf(step).filter((one) => one.type === "Or" && isEmpty(get(one.condition, "Conditions")));
    return [
      ...whole,
      ...empty.map((one) => ({ step: key, at: one.at, message: `An Or in ${name} holds no conditions.` })),
    ];
  },
};

function isEmpty(list: ReturnType<typeof get>): boolean {
  return isList(list) && list.length === 0;
}
