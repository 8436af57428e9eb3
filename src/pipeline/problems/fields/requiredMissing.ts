import { type Path, parsePath, printPath } from "../../definition/path";
import { get, getIn, has, isObject, type ObjectValue, type Value } from "../../definition/value";
import { oncePerObject, oncePerStep } from "../../remember";
import type { Place } from "../../schema/place";
import { placesOf } from "../../schema/placesOf";
import { isStepRole } from "../../schema/stepRole";
import type { StepType } from "../../schema/stepType";
import { stepTypeOf } from "../../steps";
import { remove } from "../fixes";
import type { Finding, Rule } from "../problem";

export const requiredMissing: Rule = {
  code: "required-missing",
  severity: "error",
  why: "The AWS API requires this field; the service checks the arguments of a step against its API when the pipeline is created.",
  checkStep({ key, name, type, step }, model) {
    const stepType = stepTypeOf(type);
    const missing: Path[] = type === "" ? [["Type"]] : [];
    for (const path of requiredInEnvelope(stepType)) if (isMissing(getIn(step, path))) missing.push(path);
    if (stepType.argumentsForm === "request" && !isObject(get(step, "Arguments"))) {
      const members = requiredOf(placesOf(stepType, model).below("Arguments"));
      missing.push(...members.map((member) => ["Arguments", member]));
    }
    const { requiredWithout } = stepType.api;
    if (requiredWithout !== undefined) missing.push(...missingWithout(step, requiredWithout));
    return missing.length === 0 ? none : missing.map((at): Finding => ({ step: key, at, message: needs(name, at) }));
  },
  looksAt: ["objects"],
  looksWhere: (place) =>
    place.zone === "request" &&
    (requiredOf(place).length > 0 || rolesOf(place).length > 0 || place.choice?.required === true),
  checkField({ value, place, at, entry, isExpression }, report) {
    if (!isObject(value) || isExpression) return;
    const required = requiredOf(place);
    for (let i = 0; i < required.length; i++) {
      const member = required[i] as string;
      if (!isMissing(get(value, member))) continue;
      const path = [...at, member];
      report({ at: path, message: needs(entry.name, path) });
    }
    for (const role of rolesOf(place)) {
      if (get(value, role) !== "") continue;
      const path = [...at, role];
      report({
        at: path,
        message: `${role} of ${entry.name} is empty. Fill it in, or remove it: then the step takes the pipeline's role.`,
        fixes: [remove(entry.key, path)],
      });
    }
    const { choice } = place;
    if (choice?.required === true && !choice.members.some((member) => has(value, member))) {
      report({ message: `${entry.name} needs ${choice.members.join(" or ")}.` });
    }
  },
};

/** The required fields that only the step's own type knows of. */
const requiredInEnvelope = oncePerObject(({ ownFields = [] }: StepType): readonly Path[] =>
  ownFields.flatMap((field) => (field.required ? [parsePath(field.path) ?? []] : [])),
);

const requiredOf = oncePerStep((place: Place): readonly string[] =>
  [...place.members()].filter(({ required }) => required).map(({ name }) => name),
);

/** The members that name the step's role: left out, they are the pipeline's; an empty text is none. */
const rolesOf = oncePerStep((place: Place): readonly string[] =>
  [...place.members()].filter(({ name, dropped }) => !dropped && isStepRole(name)).map(({ name }) => name),
);

const none: readonly never[] = [];

/** What the request needs where another member is not there. */
function missingWithout(
  step: ObjectValue,
  requiredWithout: NonNullable<StepType["api"]["requiredWithout"]>,
): readonly Path[] {
  const request = get(step, "Arguments");
  if (!isObject(request)) return none;
  const missing: Path[] = [];
  for (const other in requiredWithout) {
    if (has(request, other)) continue;
    for (const member of requiredWithout[other] ?? none)
      if (isMissing(get(request, member))) missing.push(["Arguments", member]);
  }
  return missing;
}

function needs(name: string, at: Path): string {
  return `${name || "This step"} needs ${printPath(at[0] === "Arguments" ? at.slice(1) : at)}.`;
}

/** Absent, null, or an empty text: drafts hold "" where the author has to type. */
export function isMissing(value: Value | undefined): boolean {
  return value === undefined || value === null || value === "";
}
