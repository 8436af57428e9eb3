import { type Path, parsePath, printPath } from "../../definition/path";
import { get, getIn, isObject, type ObjectValue, type Value } from "../../definition/value";
import { oncePerObject } from "../../remember";
import type { ApiModel, StructureShape } from "../../schema/model";
import { shapeAt } from "../../schema/shapeAt";
import type { StepType } from "../../schema/stepType";
import { stepTypeOf } from "../../steps";
import type { Finding, Rule } from "../problem";
import { placesOf } from "./placesOf";

export const requiredMissing: Rule = {
  code: "required-missing",
  severity: "error",
  why: "The AWS API requires this field; the service checks the arguments of a step against its API when the pipeline is created.",
  checkStep({ key, name, type, step }, model) {
    const stepType = stepTypeOf(type);
    const missing: Path[] = type === "" ? [["Type"]] : [];
    for (const path of requiredBeside(stepType)) if (isMissing(getIn(step, path))) missing.push(path);
    if (stepType.argumentsForm === "request" && !isObject(get(step, "Arguments"))) {
      missing.push(...missingArguments(model, stepType));
    }
    missing.push(...missingByRule(type, step));
    const choices = missingChoices(key, name, step, stepType);
    return missing.length === 0
      ? choices
      : [...missing.map((at): Finding => ({ step: key, at, message: needs(name, at) })), ...choices];
  },
  looksAt: ["objects"],
  looksWhere: ({ zone, shape }) => zone === "request" && shape?.kind === "structure" && requiredOf(shape).length > 0,
  checkField({ value, shape, at, stepType, entry, isExpression }, report) {
    if (shape?.kind !== "structure" || !isObject(value) || isExpression) return;
    for (const member of requiredOf(shape)) {
      if (!isMissing(get(value, member))) continue;
      const path = [...at, member];
      if (!isExcused(path, stepType)) report({ at: path, message: needs(entry.name, path) });
    }
  },
};

/** The required fields that only the step's own type knows of. */
const requiredBeside = oncePerObject(({ ownFields = [] }: StepType): readonly Path[] =>
  ownFields.flatMap((field) => (field.required ? [parsePath(field.path) ?? []] : [])),
);

/** What the request needs, where there is none at all. */
function missingArguments(model: ApiModel | null, stepType: StepType): readonly Path[] {
  const root = shapeAt(model, stepType, ["Arguments"])?.shape;
  if (root?.kind !== "structure") return [];
  return requiredOf(root).flatMap((member) =>
    isExcused(["Arguments", member], stepType) ? [] : [["Arguments", member]],
  );
}

const none: readonly never[] = [];

/** A training job that is no serverless fine-tuning needs an algorithm and machines (pipeline-definition 8.2). */
function missingByRule(type: string, step: ObjectValue): readonly Path[] {
  const request = get(step, "Arguments");
  if (type !== "Training" || !isObject(request) || get(request, "ServerlessJobConfig") !== undefined) return none;
  return ["AlgorithmSpecification", "ResourceConfig"]
    .filter((member) => isMissing(get(request, member)))
    .map((member) => ["Arguments", member]);
}

/** Structures that need one of several members, and have none. */
function missingChoices(key: string, name: string, step: ObjectValue, stepType: StepType): readonly Finding[] {
  if (stepType.choices === undefined || stepType.api.hint === true) return none;
  return stepType.choices
    .filter((choice) => choice.required)
    .flatMap((choice) =>
      placesOf(step, choice)
        .filter((place) => choice.members.every((member) => get(getIn(step, place), member) === undefined))
        .map((place) => ({ step: key, at: place, message: `${name} needs ${choice.members.join(" or ")}.` })),
    );
}

function needs(name: string, at: Path): string {
  return `${name || "This step"} needs ${printPath(at[0] === "Arguments" ? at.slice(1) : at)}.`;
}

/** Absent, null, or an empty text: drafts hold "" where the author has to type. */
export function isMissing(value: Value | undefined): boolean {
  return value === undefined || value === null || value === "";
}

/** Members that the step type's own rules settle (2.3: a serverless Training), by their path below `Arguments`. */
function isExcused(at: Path, stepType: StepType): boolean {
  const printed = printPath(at.slice(1).filter((segment) => typeof segment === "string"));
  return stepType.api.dropped.includes(printed) || (stepType.api.optional ?? []).includes(printed);
}

const requiredOf = oncePerObject(({ members }: StructureShape): readonly string[] =>
  members.filter((member) => member.required).map(({ name }) => name),
);
