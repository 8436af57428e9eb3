import type { StructureShape } from "../../api/model";
import { shapeAt } from "../../api/shapeAt";
import { type Path, parsePath, printPath } from "../../definition/path";
import { get, getIn, isObject, type ObjectValue, type Value } from "../../definition/value";
import { isExpression } from "../../references/read";
import { stepTypeOf } from "../../steps";
import type { StepType } from "../../steps/stepType";
import type { Finding, Rule } from "../problem";
import { placesOf } from "./placesOf";

export const requiredMissing: Rule = {
  code: "required-missing",
  severity: "error",
  why: "The AWS API requires this field; the service checks the arguments of a step against its API when the pipeline is created.",
  checkStep({ key, name, type, step }, model) {
    const stepType = stepTypeOf(type);
    const missing: Path[] = type === "" ? [["Type"]] : [];
    for (const field of stepType.ownFields ?? []) {
      const path = parsePath(field.path) ?? [];
      if (field.required && isMissing(getIn(step, path))) missing.push(path);
    }
    const root = shapeAt(model, stepType, ["Arguments"])?.shape;
    if (stepType.argumentsForm === "request" && root?.kind === "structure" && !isObject(get(step, "Arguments"))) {
      for (const member of requiredOf(root)) {
        if (!isExcused(["Arguments", member], stepType)) missing.push(["Arguments", member]);
      }
    }
    missing.push(...missingByRule(type, step));
    return [
      ...missing.map((at): Finding => ({ step: key, at, message: needs(name, at) })),
      ...missingChoices(key, name, step, stepType),
    ];
  },
  looksAt: "objects",
  checkField({ value, shape, at, stepType, entry }, report) {
    if (shape?.kind !== "structure" || stepType.argumentsForm !== "request") return;
    if (!isObject(value) || isExpression(value)) return;
    for (const member of requiredOf(shape)) {
      if (!isMissing(get(value, member))) continue;
      const path = [...at, member];
      if (!isExcused(path, stepType)) report({ at: path, message: needs(entry.name, path) });
    }
  },
};

/** A training job that is no serverless fine-tuning needs an algorithm and machines (pipeline-definition 8.2). */
function missingByRule(type: string, step: ObjectValue): readonly Path[] {
  const request = get(step, "Arguments");
  if (type !== "Training" || !isObject(request) || get(request, "ServerlessJobConfig") !== undefined) return [];
  return ["AlgorithmSpecification", "ResourceConfig"]
    .filter((member) => isMissing(get(request, member)))
    .map((member) => ["Arguments", member]);
}

/** Structures that need one of several members, and have none. */
function missingChoices(key: string, name: string, step: ObjectValue, stepType: StepType): readonly Finding[] {
  return (stepType.choices ?? [])
    .filter((choice) => choice.required && stepType.api.hint !== true)
    .flatMap(({ at, members }) =>
      placesOf(step, at)
        .filter((place) => members.every((member) => get(getIn(step, place), member) === undefined))
        .map((place) => ({ step: key, at: place, message: `${name} needs ${members.join(" or ")}.` })),
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

const remembered = new WeakMap<StructureShape, readonly string[]>();

function requiredOf(shape: StructureShape): readonly string[] {
  let required = remembered.get(shape);
  if (required === undefined) {
    required = shape.members.filter((member) => member.required).map(({ name }) => name);
    remembered.set(shape, required);
  }
  return required;
}
