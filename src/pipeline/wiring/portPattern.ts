import { type Path, parsePath } from "../definition/path";
import { getIn, isList, keys, type ObjectValue } from "../definition/value";
import { oncePerObject } from "../remember";
import type { StepType } from "../schema/stepType";

/** The default ports' patterns as paths: `"*"` for each key of a map, -1 for each element of a list. */
const patternsOf = oncePerObject(({ inputPorts }: StepType): readonly Path[] => inputPorts.map(readPattern));

/** The highest index that a path can have: no list is so long. */
const eachElement = 999_999_999;

function readPattern(pattern: string): Path {
  const path = parsePath(pattern.replaceAll("[]", `[${eachElement}]`)) ?? [];
  return path.map((part) => (part === eachElement ? -1 : part));
}

/** True when a field is one of those that its type shows as ports by default. */
export function portFits(stepType: StepType, path: Path): boolean {
  return patternsOf(stepType).some(
    (parts) =>
      parts.length === path.length &&
      parts.every(
        (part, i) =>
          part === path[i] ||
          (part === "*" && typeof path[i] === "string") ||
          (part === -1 && typeof path[i] === "number"),
      ),
  );
}

/** Of a list of mere values (the arguments of a job) so many are ports by themselves; a card is no list of words. */
const mostValues = 4;

/** Of a map or list so many are ports by themselves: nobody reads a longer card, and 190,000 rows held the page up for seven seconds. */
export const mostPorts = 60;

/** The default ports that a step has now: one for each element and key that is there, as far as a card is read. */
export function defaultPorts(stepType: StepType, step: ObjectValue): readonly Path[] {
  return patternsOf(stepType).flatMap((parts) => {
    const ports = expand(step, [], parts);
    return ports.slice(0, parts.at(-1) === -1 ? mostValues : mostPorts);
  });
}

function expand(step: ObjectValue, done: Path, rest: Path): Path[] {
  const [part, ...further] = rest;
  if (part === undefined) return [done];
  const here = getIn(step, done);
  if (part === -1) return isList(here) ? here.flatMap((_, index) => expand(step, [...done, index], further)) : [];
  if (part === "*") return keys(here).flatMap((key) => expand(step, [...done, key], further));
  return expand(step, [...done, part], further);
}
