import { lastName, printPath } from "../../definition/path";
import { bounds, envelopeBounds } from "../../schema/beyond";
import { placeBeside } from "../placeInApi";
import type { Field, Rule } from "../problem";

export const textTooLong: Rule = {
  code: "text-too-long",
  severity: "error",
  why: "The service checks the length of literals when the pipeline is created: “Model Validation failed: string '…' with length=260 cannot be greater …” (issues 314 and 5224 of the Python SDK; the API's own limits).",
  looksAt: ["texts"],
  looksWhere: (place) => place === placeBeside || bounds[place.member]?.of === "length",
  checkField(field, report) {
    if (typeof field.value !== "string" || field.value.length < 64) return;
    const bound = boundOf(field);
    // A step's name has a rule of its own.
    if (bound?.of !== "length" || bound.max === undefined || field.value.length <= bound.max || field.at[0] === "Name")
      return;
    const last = lastName(field.at);
    const name = last.startsWith("[") ? printPath(field.at.slice(-2)) : last;
    report({
      message: `${name} of ${field.entry.name} has ${field.value.length} characters; SageMaker takes at most ${bound.max}.`,
    });
  },
};

/** The bound of a member of the request, or of what stands beside `Arguments`. */
function boundOf({ place, at }: Field) {
  if (place.member !== "") return bounds[place.member];
  if (at[0] === "Arguments") return undefined;
  return envelopeBounds[printPath(at).replace(/\[\d+\]/g, "[]")];
}
