import { get, keys } from "../../definition/value";
import { removeField, setField } from "../../edits/fields";
import { oncePerObject } from "../../remember";
import { placesOf } from "../../schema/placesOf";
import type { StepType } from "../../schema/stepType";
import type { Finding, Rule } from "../problem";

export const keyTooDeep: Rule = {
  code: "key-too-deep",
  severity: "error",
  why: "DependsOn, CacheConfig, RetryPolicies, FunctionArn and their like stand in the step itself, beside Arguments (the official schema); inside they are members that the API does not know, and have no effect.",
  checkStep({ key, name, step, stepType }, model) {
    const args = get(step, "Arguments");
    if (!keys(args).some((member) => standsBeside(stepType, member))) return none;
    const root = placesOf(stepType, model).below("Arguments");
    return keys(args).flatMap((member): Finding[] => {
      if (!standsBeside(stepType, member) || get(step, member) !== undefined) return [];
      const isArgument = stepType.argumentsForm === "request" && !root.below(member).isStranger;
      if (isArgument) return [];
      const value = get(args, member) ?? null;
      const away = removeField(key, ["Arguments", member]);
      return [
        {
          step: key,
          at: ["Arguments", member],
          message: `${member} of ${name} stands one level too deep: it belongs beside Arguments.`,
          fixes: [{ label: `Move ${member} up`, recipe: (document) => setField(key, [member], value)(away(document)) }],
        },
      ];
    });
  },
};

const none: readonly Finding[] = [];

/** True for a key that a step of the type has beside its arguments. A Lambda's own arguments may be called anything else. */
export function standsBeside(stepType: StepType, key: string): boolean {
  return keysBeside(stepType).has(key);
}

const keysBeside = oncePerObject(({ envelope, ownFields = [], argumentsForm }: StepType): ReadonlySet<string> => {
  const shared = argumentsForm === "open" ? ["DependsOn"] : ["DependsOn", "DisplayName"];
  return new Set([...envelope, ...ownFields.map(({ path }) => path), ...shared]);
});
