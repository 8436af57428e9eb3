import { listParameters } from "../../definition/parameters";
import type { Rule } from "../problem";

export const parameterWithoutDefault: Rule = {
  code: "parameter-without-default",
  severity: "info",
  why: "Its value must be given whenever an execution starts, and a schedule can start only pipelines whose parameters all have defaults (triggers.py of the SDK).",
  checkDefinition({ definition }) {
    return listParameters(definition)
      .filter(({ defaultValue }) => defaultValue === undefined)
      .map(({ name, index }) => ({
        step: null,
        at: ["Parameters", index],
        message: `${name} has no default: its value must be given at every start.`,
      }));
  },
};
