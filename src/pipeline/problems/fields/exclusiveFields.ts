import { lastName, printPath } from "../../definition/path";
import { getIn, has, isObject } from "../../definition/value";
import { isExpression } from "../../references/read";
import { stepTypeOf } from "../../steps";
import { remove } from "../fixes";
import type { Finding, Rule } from "../problem";
import { placesOf } from "./placesOf";

export const exclusiveFields: Rule = {
  code: "exclusive-fields",
  severity: "error",
  why: "These fields say the same thing in two ways, and the API takes one of them (API reference of the request; the SDK's own checks).",
  looksAt: "objects",
  checkField({ shape, value, at, entry, stepType }, report) {
    if (shape?.kind !== "structure" || shape.union !== true || stepType.argumentsForm !== "request") return;
    if (!isObject(value) || isExpression(value)) return;
    const set = shape.members.map(({ name }) => name).filter((name) => has(value, name));
    if (set.length < 2) return;
    report({
      message: `${lastName(at)} of ${entry.name} takes one of ${inWords(set)}, and has ${set.length}.`,
      fixes: set.map((name) => remove(entry.key, [...at, name])),
    });
  },
  checkStep({ key, name, type, step }) {
    const stepType = stepTypeOf(type);
    const severity = stepType.api.hint === true ? "info" : "error";
    return (stepType.choices ?? []).flatMap(({ at, members, with: partners = {} }) =>
      placesOf(step, at).flatMap((place): Finding[] => {
        const around = getIn(step, place);
        const set = members.filter((member) => has(around, member));
        const where = place.length > 1 ? `${printPath(place.slice(1))} of ${name}` : name;
        if (set.length > 1) {
          const fixes = set.map((member) => remove(key, [...place, member]));
          const message = `${where} takes one of ${inWords(set)}, and has ${set.length}.`;
          return [{ step: key, at: [...place, set[1] ?? ""], severity, message, fixes }];
        }
        return Object.entries(partners)
          .filter(([member]) => !has(around, member) && set.length > 0)
          .flatMap(([member, companions]) =>
            companions
              .filter((companion) => has(around, companion))
              .map((companion) => ({
                step: key,
                at: [...place, companion],
                severity,
                message: `${companion} of ${where} goes with ${member} alone.`,
                fixes: [remove(key, [...place, companion])],
              })),
          );
      }),
    );
  },
};

/** `A and B`, `A, B and C`. */
export function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
