import { setField } from "../../edits/fields";
import { isKnownStepType, stepTypeList } from "../../steps";
import { nearest } from "../nearest";
import type { Rule } from "../problem";

export const unknownStepType: Rule = {
  code: "unknown-step-type",
  severity: "info",
  why: "The service gets new step types often, so Stepwire keeps a type that it does not know as it is, and can check only its references.",
  checkStep({ key, name, type }) {
    if (type === "" || isKnownStepType(type)) return [];
    const close = nearest(
      type,
      stepTypeList.map((stepType) => stepType.type),
    );
    const guess = close === null ? "It is kept as it is." : `Did you mean ${close}?`;
    return [
      {
        step: key,
        at: ["Type"],
        message: `${name} is a ${type} step, a type that Stepwire does not know. ${guess}`,
        fixes: close === null ? [] : [{ label: `Make it a ${close} step`, recipe: setField(key, ["Type"], close) }],
      },
    ];
  },
};
