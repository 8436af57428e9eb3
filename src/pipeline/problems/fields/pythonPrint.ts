import { lastName, printPath } from "../../definition/path";
import { asText, parameterReference } from "../../references/write";
import { put } from "../fixes";
import type { Rule } from "../problem";

/** How the classes of the Python SDK print themselves: no text that a person means. */
const printed =
  /Parameter(?:String|Integer|Float|Boolean)\(name='([^']{1,64})'|<sagemaker\.[\w.]{1,80}|<[\w.]{1,80} object at 0x[0-9a-f]{4,16}>|(?:Properties|ExecutionVariable|Join|JsonGet)\((?:step_name|name|on|step|path)=/;

export const pythonPrint: Rule = {
  code: "python-print",
  severity: "warning",
  why: "The text is what Python prints of an object of the SDK, frozen when the definition was written: the container gets these words in place of a value (issue 2978 of the Python SDK: “argument -k: invalid int value: \"ParameterInteger(name='KFold', …”).",
  looksAt: ["texts"],
  checkField({ value, at, entry }, report) {
    if (typeof value !== "string" || value.length < 12) return;
    // One of the two is in each of them, and in few other texts.
    if (!value.includes("(") && !value.includes("<")) return;
    const found = printed.exec(value);
    if (found === null) return;
    const parameter = found[1];
    const last = lastName(at);
    const name = last.startsWith("[") ? printPath(at.slice(-2)) : last;
    report({
      message: `${name} of ${entry.name} holds what Python prints of ${parameter === undefined ? "an object" : `the parameter ${parameter}`}, not its value. Read it by a reference.`,
      fixes:
        parameter === undefined
          ? []
          : [put(`Read the parameter ${parameter}`, entry, [...at], asText(parameterReference(parameter)))],
    });
  },
};
