import { lastName, printPath } from "../../definition/path";
import { has, isObject } from "../../definition/value";
import type { Shape, StructureShape } from "../../schema/model";
import type { Choice } from "../../schema/stepType";
import { remove } from "../fixes";
import type { Field, Report, Rule } from "../problem";

export const exclusiveFields: Rule = {
  code: "exclusive-fields",
  severity: "error",
  why: "These fields say the same thing in two ways, and the API takes one of them (API reference of the request; the SDK's own checks).",
  looksAt: ["objects"],
  looksWhere: ({ zone, shape, choice }) => zone === "request" && (choice !== null || isUnion(shape)),
  checkField(field, report) {
    const { shape, value, place, isExpression } = field;
    if (!isObject(value) || isExpression) return;
    if (place.choice !== null) checkChoice(field, place.choice, report);
    if (!isUnion(shape)) return;
    const set = shape.members.map(({ name }) => name).filter((name) => has(value, name));
    if (set.length > 1) report(takesOne(field, `${lastName(field.at)} of ${field.entry.name}`, set));
  },
};

function isUnion(shape: Shape | null): shape is StructureShape {
  return shape?.kind === "structure" && shape.union === true;
}

/** Two of the members of a choice are set, or what goes with another one. */
function checkChoice(field: Field, { members, with: partners }: Choice, report: Report): void {
  const { value, at, entry } = field;
  let count = 0;
  for (const member of members) if (has(value, member)) count += 1;
  if (count === 0 || (count === 1 && partners === undefined)) return;
  const set = members.filter((member) => has(value, member));
  const where = at.length > 1 ? `${printPath(at.slice(1))} of ${entry.name}` : entry.name;
  if (set.length > 1) {
    report({ at: [...at, set[1] ?? ""], ...takesOne(field, where, set) });
    return;
  }
  for (const [member, companions] of Object.entries(partners ?? {})) {
    if (has(value, member)) continue;
    for (const companion of companions.filter((name) => has(value, name))) {
      const path = [...at, companion];
      const message = `${companion} of ${where} goes with ${member} alone.`;
      report({ at: path, message, fixes: [remove(entry.key, path)] });
    }
  }
}

function takesOne({ entry, at }: Field, where: string, set: readonly string[]) {
  return {
    message: `${where} takes one of ${inWords(set)}, and has ${set.length}.`,
    fixes: set.map((name) => remove(entry.key, [...at, name])),
  };
}

/** `A and B`, `A, B and C`. */
export function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
