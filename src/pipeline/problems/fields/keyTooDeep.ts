import { get, has, keys, type ObjectValue, someKey, type Value } from "../../definition/value";
import { removeField, setField } from "../../edits/fields";
import { oncePerObject } from "../../remember";
import { placesOf } from "../../schema/placesOf";
import type { StepType } from "../../schema/stepType";
import { remove } from "../fixes";
import type { Finding, Fix, Rule } from "../problem";

export const keyTooDeep: Rule = {
  code: "key-too-deep",
  severity: "error",
  why: "DependsOn, CacheConfig, RetryPolicies, FunctionArn and their like stand in the step itself, beside Arguments (the official schema); inside they are members that the API does not know, and have no effect.",
  checkStep({ key, name, step, stepType }, model) {
    const args = get(step, "Arguments");
    const beside = keysBeside(stepType);
    if (!someKey(args, (member) => beside.has(member))) return none;
    const root = placesOf(stepType, model).below("Arguments");
    return keys(args).flatMap((member): Finding[] => {
      if (!beside.has(member)) return [];
      // One that the API has in its request too stands where it should.
      if (stepType.argumentsForm === "request" && !root.below(member).isStranger) return [];
      const message = `${member} of ${name} stands one level too deep: it belongs beside Arguments.`;
      return [{ step: key, at: ["Arguments", member], message, fixes: [cure(key, step, member, get(args, member))] }];
    });
  },
};

const none: readonly Finding[] = [];

/** It moves up; where the step has one already, that one counts, and this one goes. */
function cure(key: string, step: ObjectValue, member: string, value: Value = null): Fix {
  const at = ["Arguments", member];
  if (has(step, member)) return remove(key, at);
  const away = removeField(key, at);
  return { label: `Move ${member} up`, recipe: (document) => setField(key, [member], value)(away(document)) };
}

/** True for a key that a step of the type has beside its arguments, and that is not what an argument may well be called. */
export function standsBeside(stepType: StepType, key: string): boolean {
  return keysBeside(stepType).has(key);
}

const plainWords: readonly string[] = ["Name", "Type", "DisplayName", "Description", "Arguments"];

const keysBeside = oncePerObject(
  (stepType: StepType): ReadonlySet<string> =>
    new Set(
      Array.from(placesOf(stepType, null).members())
        .filter(({ name, dropped }) => !dropped && !plainWords.includes(name))
        .map(({ name }) => name),
    ),
);
