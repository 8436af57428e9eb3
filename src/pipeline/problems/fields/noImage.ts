import { lastName } from "../../definition/path";
import { get, isObject } from "../../definition/value";
import type { Rule } from "../problem";
import { isMissing } from "./requiredMissing";

/** The structures that run something, and what says what they run. */
const runs: Readonly<Record<string, readonly string[]>> = {
  AlgorithmSpecification: ["TrainingImage", "AlgorithmName"],
  HyperParameterAlgorithmSpecification: ["TrainingImage", "AlgorithmName"],
  ContainerDefinition: ["Image", "ModelPackageName"],
  ModelPackageContainerDefinition: ["Image"],
};

export const noImage: Rule = {
  code: "no-image",
  severity: "warning",
  why: "A training job needs TrainingImage or AlgorithmName, and a container of a model needs Image or ModelPackageName (API AlgorithmSpecification, ContainerDefinition): the API marks neither as required, and the job fails without both.",
  looksAt: ["objects"],
  looksWhere: ({ zone, shapeName }) => zone === "request" && Object.hasOwn(runs, shapeName),
  checkField({ value, place, at, entry, isExpression }, report) {
    const either = Object.hasOwn(runs, place.shapeName) ? (runs[place.shapeName] ?? []) : [];
    if (!isObject(value) || isExpression || either.some((member) => !isMissing(get(value, member)))) return;
    const name = lastName(at);
    const where = name.startsWith("[") ? "A container" : name;
    report({ message: `${where} of ${entry.name} has ${lacks(either)}: nothing says what runs.` });
  },
};

function lacks(either: readonly string[]): string {
  return either.length === 1 ? `no ${either[0]}` : `neither ${either.join(" nor ")}`;
}
