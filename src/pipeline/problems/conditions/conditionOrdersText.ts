import { get, isNumber, type Value } from "../../definition/value";
import { setField } from "../../edits/fields";
import { convert } from "../fields/kindMismatch";
import type { Finding, Fix, Rule } from "../problem";
import { conditionsOf } from "./eachCondition";
import { operandKind } from "./operandKind";

const orders = /^(?:GreaterThan|LessThan)/;
const operands = ["LeftValue", "RightValue"] as const;

export const conditionOrdersText: Rule = {
  code: "condition-orders-text",
  severity: "warning",
  why: "GreaterThan and LessThan order numbers; texts are ordered letter by letter, where “10” comes before “6” (conditions.py; the SDK's local executor compares the values as they are).",
  types: ["Condition"],
  checkLinks({ key, name, step }, neighbours) {
    return conditionsOf(step).flatMap(({ condition, type, at }): Finding[] => {
      if (!orders.test(type)) return [];
      return operands.flatMap((operand): Finding[] => {
        const value = get(condition, operand);
        if (typeof value !== "string") return [];
        // Beside a number or a boolean it is of another kind: another rule says so.
        const other = operandKind(
          get(condition, operand === "LeftValue" ? "RightValue" : "LeftValue") ?? null,
          neighbours,
        );
        if (other === "number" || other === "boolean") return [];
        const path = [...at, operand];
        const message = `${name} orders by the text "${value.slice(0, 40)}", where ${type} compares numbers.`;
        return [{ step: key, at: path, message, fixes: asNumber(key, path, value) }];
      });
    });
  },
};

function asNumber(key: string, path: readonly (string | number)[], value: Value): readonly Fix[] {
  const number = convert(value, "float");
  return number === null || !isNumber(number)
    ? []
    : [{ label: `Write ${String(number)}`, recipe: setField(key, path, number) }];
}
