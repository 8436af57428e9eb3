import type { Path } from "../definition/path";
import { get, getIn, isObject, type KeyOrder, removeKey, setIn, type Value } from "../definition/value";
import type { Choice } from "../schema/stepType";
import { EditRefused, editStep, type Recipe } from "./edit";

/**
 * Chooses one of the members that exclude each other: it stays as it is, or begins as `draft`; the others go, and with them what
 * goes with one of them alone. Null chooses none. `at` is the structure that the members stand in, relative to the step.
 */
export function chooseMember(
  key: string,
  at: Path,
  choice: Choice,
  member: string | null,
  draft: Value,
  order?: KeyOrder,
): Recipe {
  return (document) =>
    editStep(document, key, (step) => {
      const enclosing = getIn(step, at) ?? {};
      if (!isObject(enclosing)) throw new EditRefused("There is no structure here to choose in.");
      const others = choice.members.filter((other) => other !== member);
      const stray = others.flatMap((other) => choice.with?.[other] ?? []);
      const without = [...others, ...stray].reduce(removeKey, enclosing);
      const isDone = member === null || get(without, member) !== undefined;
      if (isDone && without === enclosing) return step;
      const left = setIn(step, at, without, order);
      return isDone ? left : begun(setIn(left, [...at, member], draft, order), at, choice, member, order);
    });
}

/** What the chosen member cannot be without begins with it. */
function begun(step: Value, at: Path, choice: Choice, member: string, order: KeyOrder | undefined): Value {
  const along = (choice.with?.[member] ?? []).filter((name) => choice.begins?.[name] !== undefined);
  return along
    .filter((name) => getIn(step, [...at, name]) === undefined)
    .reduce((after, name) => setIn(after, [...at, name], choice.begins?.[name] ?? "", order), step);
}
