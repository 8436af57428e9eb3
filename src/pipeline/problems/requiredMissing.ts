import type { ApiModel } from "../api/model";
import { type Path, parsePath, printPath } from "../definition/path";
import { entries, get, getIn, isList, isObject, type Value } from "../definition/value";
import { isExpression } from "../references/read";
import { stepTypeOf } from "../steps";
import type { StepType } from "../steps/stepType";
import type { Finding, Rule } from "./problem";

export const requiredMissing: Rule = {
  code: "required-missing",
  severity: "error",
  why: "The AWS API requires this field; the service checks the arguments of a step against its API when the pipeline is created.",
  checkStep({ key, name, type, step }, model) {
    const stepType = stepTypeOf(type);
    const missing: Path[] = [];
    for (const field of stepType.ownFields ?? []) {
      const path = parsePath(field.path) ?? [];
      if (field.required && isMissing(getIn(step, path))) missing.push(path);
    }
    const shape = model?.request ?? null;
    if (model !== null && shape !== null && stepType.argumentsForm === "request") {
      collect(get(step, "Arguments") ?? {}, shape, ["Arguments"], model, stepType, missing);
    }
    return missing.map(
      (at): Finding => ({ step: key, at, message: `${name || "This step"} needs ${printPath(withoutArguments(at))}.` }),
    );
  },
};

function withoutArguments(path: Path): Path {
  return path[0] === "Arguments" ? path.slice(1) : path;
}

/** Absent, null, or an empty text: drafts hold "" where the author has to type. */
function isMissing(value: Value | undefined): boolean {
  return value === undefined || value === null || value === "";
}

/** Members that the step type's own rules settle (2.3: a serverless Training), by their path below `Arguments`. */
function isExcused(at: Path, stepType: StepType): boolean {
  const printed = printPath(at.slice(1).filter((segment) => typeof segment === "string"));
  return stepType.api.dropped.includes(printed) || (stepType.api.optional ?? []).includes(printed);
}

function collect(
  value: Value,
  shapeName: string,
  at: Path,
  model: ApiModel,
  stepType: StepType,
  missing: Path[],
): void {
  const shape = model.shapes[shapeName];
  if (shape === undefined || isExpression(value)) return;
  if (shape.kind === "structure" && isObject(value)) {
    for (const member of shape.members) {
      const inner = get(value, member.name);
      const path = [...at, member.name];
      if (inner === undefined || isMissing(inner)) {
        if (member.required && !isExcused(path, stepType)) missing.push(path);
      } else {
        collect(inner, member.shape, path, model, stepType, missing);
      }
    }
  } else if (shape.kind === "list" && isList(value)) {
    value.forEach((item, index) => {
      collect(item, shape.of, [...at, index], model, stepType, missing);
    });
  } else if (shape.kind === "map" && isObject(value)) {
    for (const [key, item] of entries(value)) collect(item, shape.of, [...at, key], model, stepType, missing);
  }
}
