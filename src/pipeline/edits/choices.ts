import type { Path } from "../definition/path";
import { get, getIn, isObject, type KeyOrder, removeKey, setIn, type Value } from "../definition/value";
import type { Choice } from "../steps/stepType";
import { EditRefused, editStep, type Recipe } from "./edit";

/**
 * Chooses one of the members that exclude each other: it stays as it is, or begins as `draft`; the others go, and with them what
 * goes with one of them alone. `at` is the structure that the members stand in, relative to the step.
 */
export function chooseMember(
  key: string,
  at: Path,
  choice: Choice,
  member: string,
  draft: Value,
  order?: KeyOrder,
): Recipe {
  return (document) =>
    editStep(document, key, (step) => {
      const around = getIn(step, at) ?? {};
      if (!isObject(around)) throw new EditRefused("There is no structure here to choose in.");
      const others = choice.members.filter((other) => other !== member);
      const stray = others.flatMap((other) => choice.with?.[other] ?? []);
      const without = [...others, ...stray].reduce(removeKey, around);
      const isGiven = get(without, member) !== undefined;
      if (isGiven && without === around) return step;
      const left = setIn(step, at, without, order);
      const after = isGiven ? left : setIn(left, [...at, member], draft, order);
      return isObject(after) ? after : step;
    });
}
