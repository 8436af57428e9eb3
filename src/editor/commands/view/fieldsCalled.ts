import { type Path, printPath } from "../../../pipeline/definition/path";
import { entries, isList, isObject, type Value } from "../../../pipeline/definition/value";
import { listSteps, type StepEntry } from "../../../pipeline/graph/stepTree";
import { expressionWords } from "../../../pipeline/references/expressionWords";
import { isExpression } from "../../../pipeline/references/read";
import { oncePerStep } from "../../../pipeline/remember";
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

/**
 * The fields with a value where name, step and value have all the words of a search, those of the selected step first; in many small parts,
 * for of thousands of steps each field is looked at.
 */
export function* fieldsCalledInParts(
  state: EditorState,
  wanted: string,
  most: number,
): Generator<undefined, readonly FieldSpot[]> {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const selected = selectedStep(state);
  const found: FieldSpot[] = [];
  const steps = listSteps(state.document.definition);
  const first = steps.filter(({ key }) => key === selected);
  for (const entry of [...first, ...steps.filter(({ key }) => key !== selected)]) {
    const { key } = entry;
    const own = ` of ${key}`.toLowerCase();
    const said = saidBy.isKnown(entry) ? saidBy(entry) : undefined;
    yield;
    if (said !== undefined && !words.every((word) => own.includes(word) || said.includes(word))) continue;
    const all: string[] = [];
    for (const { path, label, value } of fieldsIn(entry)) {
      yield;
      const its = printed({ label, value });
      if (said === undefined) all.push(its);
      if (!words.every((word) => own.includes(word) || its.includes(word))) continue;
      found.push({ step: key, field: printPath(path), label, value });
      if (found.length === most) return found;
    }
    if (said === undefined) saidBy.put(entry, all.join("\n"));
  }
  return found;
}

/** All that the fields of a step say, remembered with the step: at the next letter most steps need not be looked through. */
const saidBy = oncePerStep((entry: StepEntry) => [...fieldsIn(entry)].map(printed).join("\n"));

const printed = ({ label, value }: Pick<FieldSpot, "label" | "value">) => `${label}\n${value}`.toLowerCase();

function* fieldsIn({ type, step }: StepEntry) {
  const slots = new Set(stepTypeOf(type).slots.map(({ key: slot }) => slot));
  for (const { path, value } of leaves(step, [], slots)) {
    const label = String(path.findLast((segment) => typeof segment === "string"));
    yield { path, label, value: expressionWords(value) };
  }
}

/** All that has a value; the steps inside a container are not its fields. */
function* leaves(value: Value, path: Path, slots: ReadonlySet<string>): Generator<{ path: Path; value: Value }> {
  if (isExpression(value) || (!isObject(value) && !isList(value))) yield { path, value };
  else if (isList(value)) {
    for (const [index, element] of value.entries()) yield* leaves(element, [...path, index], slots);
  } else {
    for (const [key, member] of entries(value)) {
      const isOther = path.length === 0 ? key === "Type" : path.length === 1 && slots.has(key);
      if (!isOther) yield* leaves(member, [...path, key], slots);
    }
  }
}
