import { get, objectOf } from "../../definition/value";
import { setField } from "../../edits/fields";
import { nearest } from "../nearest";
import type { Finding, Fix, Rule } from "../problem";
import { conditionsOf, type FoundCondition } from "./eachCondition";
import { conditionTypes } from "./operands";

export const conditionTypeUnknown: Rule = {
  code: "condition-type-unknown",
  severity: "error",
  why: "The SDK has Equals, GreaterThan, GreaterThanOrEqualTo, LessThan, LessThanOrEqualTo, In, Not and Or (conditions.py). NotEquals and NotIn stand in the official schema alone.",
  types: ["Condition"],
  checkStep({ key, name, step }) {
    return conditionsOf(step).flatMap((one): Finding[] => {
      if (one.type === "" || conditionTypes.includes(one.type)) return [];
      const fixes = cures(one, key);
      const at = [...one.at, "Type"];
      const isInSchema = one.type === "NotEquals" || one.type === "NotIn";
      if (isInSchema) {
        const message = `${name} compares by ${one.type}, which the SDK does not write. Write a Not around ${one.type.slice(3)}.`;
        return [{ step: key, at, severity: "warning", message, fixes }];
      }
      return [{ step: key, at, message: `${name} compares by ${one.type}, and there is no such condition.`, fixes }];
    });
  },
};

function cures({ condition, type, at }: FoundCondition, key: string): readonly Fix[] {
  if (type === "NotEquals") {
    const inner = objectOf([
      ["Type", "Equals"],
      ["LeftValue", get(condition, "LeftValue") ?? null],
      ["RightValue", get(condition, "RightValue") ?? null],
    ]);
    return [{ label: "Write Not Equals", recipe: setField(key, at, { Type: "Not", Condition: inner }) }];
  }
  const close = nearest(type, conditionTypes);
  return close === null ? [] : [{ label: `Use ${close}`, recipe: setField(key, [...at, "Type"], close) }];
}
