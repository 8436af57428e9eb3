import { hasHole } from "../../definition/holes";
import { lastName } from "../../definition/path";
import { put } from "../fixes";
import { nearest } from "../nearest";
import type { Rule } from "../problem";

export const enumUnknown: Rule = {
  code: "enum-unknown",
  severity: "error",
  why: "The service checks literals against the values that its API knows: “failed to satisfy enum value set” (text of a CreatePipeline refusal). Where AWS adds values often, the installed SDK may only be behind.",
  looksAt: ["texts"],
  looksWhere: ({ zone, shape }) => zone === "request" && shape?.kind === "string" && shape.enum !== undefined,
  checkField({ shape, value, at, entry }, report) {
    if (shape?.kind !== "string" || shape.enum === undefined || typeof value !== "string" || value === "") return;
    if (shape.enum.includes(value) || hasHole(value)) return;
    const close = nearest(value, shape.enum);
    const few = shape.enum.length <= 6 ? shape.enum : close === null ? [] : [close];
    const options = few.length === 0 ? "" : ` It takes ${few.join(", ")}.`;
    const offered = close !== null ? [close] : few.slice(0, 3);
    report({
      severity: grows(lastName(at), shape.enum) ? "warning" : "error",
      message: `${lastName(at)} of ${entry.name} does not know "${value}".${options}`,
      fixes: offered.map((option) => put(`Use ${option}`, entry, [...at], option)),
    });
  },
};

/** Members whose values AWS adds to (instance types, job categories, techniques): one that is not listed may just be new. */
const growing = /Instance|Category|Technique|Evaluation|AmiVersion|Family|Framework|Region|Acceler|JobType|Peft/;

function grows(member: string, values: readonly string[]): boolean {
  return values.length > 12 || growing.test(member);
}
