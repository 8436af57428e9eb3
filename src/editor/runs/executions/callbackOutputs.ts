/** What a callback's answer has to give: the outputs that its step declares, in texts of their types. */
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { declaredOutputs } from "../../../pipeline/steps/runs/values/sampleRequest";
import { typedValue } from "../../../pipeline/steps/runs/values/typedValue";
import { bodyStepOf } from "./runView";
import type { ShownExecution } from "./shownExecution";

export interface CallbackOutput {
  readonly name: string;
  readonly type: string;
}

/** Of a step by its name in the execution's list. */
export function outputsOfCallback({ definition }: ShownExecution, name: string): readonly CallbackOutput[] {
  if (definition === null) return [];
  const entry = stepsByKey(definition).get(bodyStepOf(name, definition) ?? name);
  return entry === undefined ? [] : declaredOutputs(entry.step);
}

const longest = 1024;

/** Why a text cannot be given for an output; null where it can. */
export function refusalOfOutput({ name, type }: CallbackOutput, text: string): string | null {
  if (text.length > longest) return `${name} takes at most ${longest} characters.`;
  if (typedValue(type, text) !== null) return null;
  const such = type === "Integer" ? "a whole number" : type === "Float" ? "a number" : "true or false";
  return `${name} is declared ${type}: write ${such}.`;
}
