import type { HandlerOutput } from "../../handler/readHandler";
import type { ParameterType } from "../../pipeline/definition/parameters";
import { get, isList, keys, type ObjectValue, text } from "../../pipeline/definition/value";
import type { Recipe } from "../../pipeline/edits/edit";
import { setField } from "../../pipeline/edits/fields";
import { declareOutput, setOutputType } from "../../pipeline/edits/outputs";

/** What a found output is to the step. */
export type Standing =
  | { readonly kind: "new" }
  | { readonly kind: "declared" }
  | { readonly kind: "differs"; readonly type: string };

export function declaredTypes(step: ObjectValue): ReadonlyMap<string, string> {
  const list = get(step, "OutputParameters");
  const pairs = (isList(list) ? list : []).map(
    (one) => [text(get(one, "OutputName")) ?? "", text(get(one, "OutputType")) ?? "String"] as const,
  );
  return new Map(pairs);
}

export function standingOf({ name, type, guess }: HandlerOutput, declared: ReadonlyMap<string, string>): Standing {
  const own = declared.get(name);
  if (own === undefined) return { kind: "new" };
  // A guess is no reason to doubt what somebody declared.
  return own === type || guess ? { kind: "declared" } : { kind: "differs", type: own };
}

/** The members of the event that the step does not give. */
export function missingArguments(step: ObjectValue, inputs: readonly { readonly name: string }[]): readonly string[] {
  const present = new Set(keys(get(step, "Arguments")));
  return inputs.map(({ name }) => name).filter((name) => !present.has(name));
}

export interface Taken {
  readonly outputs: readonly { readonly name: string; readonly type: ParameterType }[];
  readonly inputs: readonly string[];
}

/** Declares the outputs, sets the types of those that are declared, and adds empty arguments. */
export function takeOver(key: string, step: ObjectValue, { outputs, inputs }: Taken): Recipe {
  const declared = declaredTypes(step);
  const recipes = [
    ...outputs.map(({ name, type }) =>
      declared.has(name) ? setOutputType(key, name, type) : declareOutput(key, name, type),
    ),
    ...inputs.map((name) => setField(key, ["Arguments", name], "")),
  ];
  return (document) => recipes.reduce((changed, recipe) => recipe(changed), document);
}

/** "3 outputs and 2 arguments". */
export function countsInWords({ outputs, inputs }: Taken): string {
  return `${some(outputs.length, "output")} and ${some(inputs.length, "argument")}`;
}

function some(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "Declare 2 outputs and add 1 argument". */
export function takenInWords({ outputs, inputs }: Taken): string {
  const parts = [
    outputs.length > 0 ? `declare ${some(outputs.length, "output")}` : "",
    inputs.length > 0 ? `add ${some(inputs.length, "argument")}` : "",
  ].filter((part) => part !== "");
  const said = parts.join(" and ");
  return said === "" ? "Declare outputs" : said.charAt(0).toUpperCase() + said.slice(1);
}
