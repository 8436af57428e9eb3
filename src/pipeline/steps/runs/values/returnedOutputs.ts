/** What a handler's return value gives the pipeline: the outputs that the step declares, as SageMaker takes them. */

import { parseValue } from "../../../definition/parse";
import { get, isObject, type ObjectValue, type Value } from "../../../definition/value";
import { joinText } from "./joinText";
import { declaredOutputs } from "./sampleRequest";
import { typedValue } from "./typedValue";

export type ReturnedOutputs =
  | {
      readonly ok: true;
      readonly outputs: readonly { readonly Name: string; readonly Value: string }[];
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

const longest = 1024;

/**
 * What a function's return value, as JSON text, gives a step, or why the step fails with it. Notes say what would surprise.
 * Each declared output is a key of the object that is returned; its value travels as text of at most 1,024 characters. A structure becomes
 * its JSON text, which nothing can look into (developer guide, build-and-manage-steps).
 */
export function outputsReturned(step: ObjectValue, returned: string): ReturnedOutputs {
  const declared = declaredOutputs(step);
  const parsed = parseValue(returned);
  const value: Value = parsed.ok ? parsed.value : null;
  if (declared.length === 0) return { ok: true, outputs: [], notes: [] };
  if (!isObject(value)) {
    const names = declared.map(({ name }) => name).join(", ");
    return refused(
      `The function returned ${kindOf(value)}, and the step declares the outputs ${names}: return an object with these keys.`,
    );
  }
  const outputs: { Name: string; Value: string }[] = [];
  const notes: string[] = [];
  for (const { name, type } of declared) {
    const given = get(value, name);
    if (given === undefined || given === null) {
      notes.push(`The function returned no '${name}': a step that reads this output fails.`);
      continue;
    }
    const text = joinText(given);
    if (text.length > longest)
      return refused(`Output '${name}' has ${text.length} characters: at most ${longest} are taken.`);
    if (typedValue(type, text) === null) {
      return refused(
        `Output '${name}' is declared ${type}, and the function returned ${kindOf(given)}: ${excerpt(text)}.`,
      );
    }
    if (typeof given === "object")
      notes.push(`Output '${name}' is ${kindOf(given)}: it becomes its JSON text, and nothing can look into it.`);
    outputs.push({ Name: name, Value: text });
  }
  return { ok: true, outputs, notes };
}

function refused(reason: string): ReturnedOutputs {
  return { ok: false, reason: `ClientError: ${reason}` };
}

function kindOf(value: Value): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "an object";
  return typeof value === "string" ? "a text" : typeof value === "boolean" ? "a boolean" : "a number";
}

function excerpt(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
