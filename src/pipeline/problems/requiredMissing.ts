import type { ApiModel, StructureShape } from "../api/model";
import { type Path, parsePath, printPath, type Segment } from "../definition/path";
import { eachEntry, get, getIn, isList, isObject, type Value } from "../definition/value";
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

interface Members {
  readonly required: readonly string[];
  /** The shape of each member by its name. */
  readonly shapes: ReadonlyMap<string, string>;
}

const remembered = new WeakMap<StructureShape, Members>();

function membersOf(shape: StructureShape): Members {
  let members = remembered.get(shape);
  if (members === undefined) {
    const required = shape.members.filter((member) => member.required).map(({ name }) => name);
    members = { required, shapes: new Map(shape.members.map((member) => [member.name, member.shape])) };
    remembered.set(shape, members);
  }
  return members;
}

/** Walks shape and value side by side with one path; a path is made only for what is missing. */
function collect(
  value: Value,
  shapeName: string,
  at: Segment[],
  model: ApiModel,
  stepType: StepType,
  missing: Path[],
): void {
  const shape = model.shapes[shapeName];
  if (shape === undefined || typeof value !== "object" || value === null) return;
  const into = (segment: Segment, inner: Value, name: string) => {
    if (typeof inner !== "object" || inner === null) return;
    at.push(segment);
    collect(inner, name, at, model, stepType, missing);
    at.pop();
  };
  if (isList(value)) {
    if (shape.kind === "list") for (let i = 0; i < value.length; i++) into(i, value[i] as Value, shape.of);
    return;
  }
  if (!isObject(value) || isExpression(value)) return;
  if (shape.kind === "structure") {
    const { required, shapes } = membersOf(shape);
    for (const name of required) {
      if (isMissing(get(value, name)) && !isExcused([...at, name], stepType)) missing.push([...at, name]);
    }
    eachEntry(value, (key, inner) => {
      const name = shapes.get(key);
      if (name !== undefined) into(key, inner, name);
    });
  } else if (shape.kind === "map") {
    eachEntry(value, (key, inner) => into(key, inner, shape.of));
  }
}
