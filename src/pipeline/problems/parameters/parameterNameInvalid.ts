import { hasHole } from "../../definition/holes";
import { listParameters, whyNotParameterName } from "../../definition/parameters";
import type { Finding, Rule } from "../problem";

export const parameterNameInvalid: Rule = {
  code: "parameter-name-invalid",
  severity: "warning",
  why: "A parameter's name is letters, digits, hyphens and underscores (API PipelineParameterName), at most 64 of them (official schema).",
  checkDefinition({ definition }) {
    return listParameters(definition).flatMap(({ name, index }): Finding[] => {
      const message = whyNotParameterName(name);
      if (message === null || hasHole(name)) return [];
      // The API itself takes 256 characters; other characters it does not.
      const severity = /^[A-Za-z0-9_-]{1,256}$/.test(name) ? "warning" : "error";
      return [{ step: null, at: ["Parameters", index, "Name"], severity, message }];
    });
  },
};
