import { listSteps } from "../../../pipeline/graph/stepTree";
import { stepTypeOf } from "../../../pipeline/steps";
import type { EditorState } from "../../session/editorState";
import { nothing } from "../../session/selection";
import { fieldsCalledInParts } from "./fieldsCalled";

/** A place of the pipeline that was looked for. */
export interface FoundSpot {
  readonly step: string;
  /** One of its fields, by its printed path. */
  readonly field?: string;
  /** "Train", "S3Uri of Train". */
  readonly label: string;
  /** Its type, or what stands in the field. */
  readonly hint: string;
}

const mostFields = 100;

/** The steps that are called as what is looked for, then the fields where name, value or reference has all of its words. */
export function* spotsCalledInParts(state: EditorState, wanted: string): Generator<undefined, readonly FoundSpot[]> {
  const called = stepsCalled(state, wanted);
  yield;
  // In the same order, whichever of them is selected by going there.
  const fields = yield* fieldsCalledInParts({ ...state, selection: nothing }, wanted, mostFields);
  const spots = fields.map(({ step, field, label, value }) => {
    return { step, field, label: `${label} of ${step}`, hint: value };
  });
  return [...called, ...spots];
}

/** The steps alone, which are few beside their fields: they are found at once. */
export function stepsCalled(state: EditorState, wanted: string): readonly FoundSpot[] {
  const words = wanted.trim().toLowerCase().split(/\s+/);
  const steps = listSteps(state.document.definition).map(({ key, type }) => {
    return { step: key, label: key, hint: stepTypeOf(type).label };
  });
  const called = steps.filter(({ label, hint }) => {
    const said = `${label} ${hint}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
  const beginsWith = ({ label }: { readonly label: string }) => label.toLowerCase().startsWith(words[0] ?? "");
  called.sort((left, right) => Number(beginsWith(right)) - Number(beginsWith(left)));
  return called;
}
