import type { Path } from "../../definition/path";
import { get, isList, isObject, text, type Value } from "../../definition/value";
import { setField } from "../../edits/fields";
import { putInDefinition } from "../fixes";
import type { Finding, Fix, Rule } from "../problem";

const sayTheStep = "Write the step itself here: an object with Name, Type and Arguments.";

export const stepsMalformed: Rule = {
  code: "steps-malformed",
  severity: "error",
  why: "Steps, and each branch or body, is a list of step objects; the service answers “Unable to parse pipeline definition. Expecting start of Json Object.” (or Array) to anything else (issues 2345 and 3908 of the Python SDK).",
  checkDefinition({ definition }) {
    const steps = get(definition, "Steps");
    return steps === undefined ? [] : wrongIn(steps, ["Steps"], null, "", (value) => putInDefinition(["Steps"], value));
  },
  checkStep({ key, name, step, stepType }) {
    if (stepType.slots.length === 0) return none;
    const args = get(step, "Arguments");
    return stepType.slots.flatMap((slot): readonly Finding[] => {
      const at = ["Arguments", slot.key];
      const inside = get(args, slot.key);
      return inside === undefined ? none : wrongIn(inside, at, key, ` of ${name}`, (value) => setField(key, at, value));
    });
  },
};

const none: readonly Finding[] = [];

function wrongIn(
  steps: Value,
  at: Path,
  step: string | null,
  of: string,
  write: (value: Value) => Fix["recipe"],
): readonly Finding[] {
  const list = String(at.at(-1));
  if (!isList(steps)) {
    const fixes = isObject(steps) ? [{ label: "Put it into a list", recipe: write([steps]) }] : [];
    return [{ step, at, message: `${list}${of} must be a list of steps.`, fixes }];
  }
  return steps.flatMap((entry, index): readonly Finding[] => {
    if (isObject(entry)) return none;
    const said = text(entry);
    const what = said === undefined ? "something else" : `the name "${said}"`;
    return [{ step, at: [...at, index], message: `${list}[${index}]${of} is no step, but ${what}. ${sayTheStep}` }];
  });
}
