import { type Path, printPath } from "../../../pipeline/definition/path";
import { entries, getIn, isList, isObject, type Value } from "../../../pipeline/definition/value";
import { listSteps } from "../../../pipeline/graph/stepTree";
import { expressionWords } from "../../../pipeline/references/expressionWords";
import { isExpression } from "../../../pipeline/references/read";
import { stepTypeOf } from "../../../pipeline/steps";
import type { EditorState } from "../../session/editorState";
import { selectedStep } from "../../session/selectors";

export interface FieldSpot {
  readonly step: string;
  /** Printed, relative to the step. */
  readonly field: string;
  readonly label: string;
  /** What stands in it, in a line of words. */
  readonly value: string;
}

/** The fields with a value where name, step and value have all the words of a search: those of the selected step first. */
export function fieldsCalled(state: EditorState, wanted: string, most: number): readonly FieldSpot[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const selected = selectedStep(state);
  const found: FieldSpot[] = [];
  const steps = [...listSteps(state.document.definition)];
  steps.sort((left, right) => Number(right.key === selected) - Number(left.key === selected));
  for (const { key, type, step } of steps) {
    const slots = new Set(stepTypeOf(type).slots.map(({ key: slot }) => slot));
    for (const path of leaves(step, [], slots)) {
      const label = String(path.findLast((segment) => typeof segment === "string"));
      const value = expressionWords(getIn(step, path));
      const said = `${label} of ${key} ${value}`.toLowerCase();
      if (!words.every((word) => said.includes(word))) continue;
      found.push({ step: key, field: printPath(path), label, value });
      if (found.length === most) return found;
    }
  }
  return found;
}

/** The paths of all that has a value; the steps inside a container are not its fields. */
function* leaves(value: Value, path: Path, slots: ReadonlySet<string>): Generator<Path> {
  if (isExpression(value) || (!isObject(value) && !isList(value))) yield path;
  else if (isList(value)) {
    for (const [index, element] of value.entries()) yield* leaves(element, [...path, index], slots);
  } else {
    for (const [key, member] of entries(value)) {
      const isOther = path.length === 0 ? key === "Type" : path.length === 1 && slots.has(key);
      if (!isOther) yield* leaves(member, [...path, key], slots);
    }
  }
}
