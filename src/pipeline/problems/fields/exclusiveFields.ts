import { lastName, type Path, printPath } from "../../definition/path";
import { getIn, has, isObject } from "../../definition/value";
import type { StepEntry } from "../../graph/stepTree";
import type { Choice } from "../../schema/stepType";
import { stepTypeOf } from "../../steps";
import { remove } from "../fixes";
import type { Finding, Rule, Severity } from "../problem";
import { placesOf } from "./placesOf";

export const exclusiveFields: Rule = {
  code: "exclusive-fields",
  severity: "error",
  why: "These fields say the same thing in two ways, and the API takes one of them (API reference of the request; the SDK's own checks).",
  looksAt: ["objects"],
  looksWhere: ({ zone, shape }) => zone === "request" && shape?.kind === "structure" && shape.union === true,
  checkField({ shape, value, at, entry, isExpression }, report) {
    if (shape?.kind !== "structure" || shape.union !== true) return;
    if (!isObject(value) || isExpression) return;
    const set = shape.members.map(({ name }) => name).filter((name) => has(value, name));
    if (set.length < 2) return;
    report({
      message: `${lastName(at)} of ${entry.name} takes one of ${inWords(set)}, and has ${set.length}.`,
      fixes: set.map((name) => remove(entry.key, [...at, name])),
    });
  },
  checkStep(entry) {
    const { choices, api } = stepTypeOf(entry.type);
    if (choices === undefined) return none;
    const severity = api.hint === true ? "info" : "error";
    const findings: Finding[] = [];
    for (const choice of choices) {
      for (const place of placesOf(entry.step, choice)) findings.push(...chosenIn(entry, choice, place, severity));
    }
    return findings;
  },
};

const none: readonly Finding[] = [];

/** What is wrong with a choice at one of its places: two of its members are set, or what goes with another one. */
function chosenIn(
  { key, name, step }: StepEntry,
  { members, with: partners }: Choice,
  place: Path,
  severity: Severity,
): readonly Finding[] {
  const around = getIn(step, place);
  const set = members.filter((member) => has(around, member));
  if (set.length === 0 || (set.length === 1 && partners === undefined)) return none;
  const where = place.length > 1 ? `${printPath(place.slice(1))} of ${name}` : name;
  if (set.length > 1) {
    const fixes = set.map((member) => remove(key, [...place, member]));
    const message = `${where} takes one of ${inWords(set)}, and has ${set.length}.`;
    return [{ step: key, at: [...place, set[1] ?? ""], severity, message, fixes }];
  }
  return Object.entries(partners ?? {})
    .filter(([member]) => !has(around, member))
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
}

/** `A and B`, `A, B and C`. */
export function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
