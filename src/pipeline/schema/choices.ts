import { type Path, parsePath } from "../definition/path";
import { get, getIn, isList, isObject, type ObjectValue } from "../definition/value";
import type { Choice, StepType } from "./stepType";

/** One place in a step where members exclude each other. */
export interface ChoiceHere {
  readonly choice: Choice;
  /** The structure that the members stand in. */
  readonly at: Path;
  /** The members that are given: one where all is well. */
  readonly given: readonly string[];
  /** Members that are given although they go with a member that is not (`Choice.with`). */
  readonly stray: readonly string[];
}

const everyElement = 4_294_967_295;

/** The choices of a step as it is now: one for each structure that is there, each element of a list by itself. */
export function choicesOf(step: ObjectValue, stepType: StepType): readonly ChoiceHere[] {
  return (stepType.choices ?? []).flatMap((choice) =>
    placesOf(step, choice.at).map((at): ChoiceHere => {
      const around = getIn(step, at);
      const isGiven = (name: string) => get(around, name) !== undefined;
      const given = choice.members.filter(isGiven);
      const others = Object.entries(choice.with ?? {});
      const stray = others.flatMap(([member, names]) => (given.includes(member) ? [] : names.filter(isGiven)));
      return { choice, at, given, stray };
    }),
  );
}

function placesOf(step: ObjectValue, pattern: string): readonly Path[] {
  const path = parsePath(pattern.replaceAll("[]", `[${everyElement}]`)) ?? [];
  let places: readonly Path[] = [[]];
  for (const segment of path) {
    places = places.flatMap((at) => {
      if (segment !== everyElement) return [[...at, segment]];
      const list = getIn(step, at);
      return isList(list) ? list.map((_, index) => [...at, index]) : [];
    });
  }
  return places.filter((at) => isObject(getIn(step, at)));
}
