import { lookup } from "../../definition/byName";
import { hasHole } from "../../definition/holes";
import { lastName, printPath } from "../../definition/path";
import { bounds } from "../../schema/beyond";
import type { Rule } from "../problem";

export const textTooLong: Rule = {
  code: "text-too-long",
  severity: "error",
  why: "The service checks the length of literals when the pipeline is created: “Model Validation failed: string '…' with length=260 cannot be greater …” (issues 314 and 5224 of the Python SDK; the API's own limits).",
  looksAt: ["texts"],
  // A step's name has a rule of its own.
  looksWhere: ({ member, pattern }) => lookup(bounds, member)?.of === "length" && pattern !== "Name",
  checkField(field, report) {
    if (typeof field.value !== "string" || field.value.length < 64) return;
    const max = lookup(bounds, field.place.member)?.max;
    if (max === undefined || field.value.length <= max || hasHole(field.value)) return;
    const last = lastName(field.at);
    const name = last.startsWith("[") ? printPath(field.at.slice(-2)) : last;
    report({
      message: `${name} of ${field.entry.name} has ${field.value.length} characters; SageMaker takes at most ${max}.`,
    });
  },
};
