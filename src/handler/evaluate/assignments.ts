import type { Target } from "../code/code";
import { copyOf, elementOf, merge, readKey, removeKey, setKey } from "./dicts";
import { readMember } from "./members";
import { operate } from "./operations";
import type { Run } from "./run";
import { alternatives, constantNumber, type Frame, joinAll, type Known, listOfAny, unknownValue } from "./values";

/** Puts a value into a name, a member or a pattern; gives what stands there afterwards. */
export function assignTo(run: Run, target: Target, operator: string, value: Known, frame: Frame): Known {
  switch (target.kind) {
    case "name": {
      const home = homeOf(run, target.name, target.declares, frame);
      const key = `${home.id}/${target.name}`;
      const before = run.state?.names.get(key) ?? unknownValue;
      const after = combined(run, operator, before, value);
      run.state?.names.set(key, after);
      return after;
    }
    case "member": {
      const of = run.evaluate(target.of, frame);
      const key = run.evaluate(target.key, frame);
      if (operator === "delete") {
        removeKey(run, of, key);
        return unknownValue;
      }
      const before = operator === "=" ? unknownValue : readKey(run, of, key, target.at);
      const after = combined(run, operator, before, value);
      setKey(run, of, key, after, target.at);
      return after;
    }
    case "list":
      assignItems(run, target, value, frame);
      return value;
    case "object":
      assignMembers(run, target, value, frame);
      return value;
    default:
      return value;
  }
}

function combined(run: Run, operator: string, before: Known, value: Known): Known {
  if (operator === "=") return value;
  if (["||=", "&&=", "??="].includes(operator)) return joinAll([before, value]);
  if (operator === "|=" && alternatives(before).some(({ kind }) => kind === "dict")) {
    merge(run, before, value, 0);
    return before;
  }
  return operate(operator.slice(0, -1), [before, value], run.language);
}

/** The frame whose name it is. */
function homeOf(run: Run, name: string, declares: "function" | "block" | "no", frame: Frame): Frame {
  if (declares === "block") return frame;
  let home: Frame = frame;
  if (declares === "function") {
    while (!home.isFunction && home.parent !== null) home = home.parent;
    if (!home.outer.has(name)) return home;
    home = home.parent ?? home;
  }
  for (let one: Frame | null = home; one !== null; one = one.parent) {
    if (run.state?.names.has(`${one.id}/${name}`)) return one;
    home = one;
  }
  return home;
}

function assignItems(run: Run, { items }: Extract<Target, { kind: "list" }>, value: Known, frame: Frame): void {
  items.forEach(({ target, isRest, fallback }, place) => {
    const found = isRest
      ? listOfAny(elementOf(run, value))
      : joinAll(
          alternatives(value).map((one) =>
            one.kind === "list" ? readKey(run, one, constantNumber(place, false), 0) : unknownValue,
          ),
        );
    const other = fallback === null ? null : run.evaluate(fallback, frame);
    assignTo(run, target, "=", withFallback(found, other), frame);
  });
}

function assignMembers(
  run: Run,
  { items, rest }: Extract<Target, { kind: "object" }>,
  value: Known,
  frame: Frame,
): void {
  const taken: string[] = [];
  for (const { key, target, fallback, at } of items) {
    const name = run.evaluate(key, frame);
    if (name.kind === "scalar" && name.text !== null) taken.push(name.text);
    const found = readMember(run, value, name, false, at);
    const other = fallback === null ? null : run.evaluate(fallback, frame);
    assignTo(run, target, "=", withFallback(found, other), frame);
  }
  if (rest === null) return;
  const others = copyOf(run, value, 0);
  for (const name of taken)
    removeKey(run, others, { kind: "scalar", type: "String", isGuess: false, text: name, number: null, madeOf: null });
  assignTo(run, rest, "=", others, frame);
}

/** A value that comes from elsewhere is likely of the type of what stands in for it. */
export function withFallback(found: Known, other: Known | null): Known {
  if (other === null) return found;
  if (found.kind === "unknown" && other.kind === "scalar") return { ...other, isGuess: true, text: null, number: null };
  return found.kind === "unknown" || alternatives(found).some(({ kind }) => kind === "unknown" || kind === "none")
    ? joinAll([found, other])
    : found;
}
