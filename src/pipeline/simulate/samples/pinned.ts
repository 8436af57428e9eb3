import { type Path, parsePath, samePath } from "../../definition/path";
import { entries, get, type Value } from "../../definition/value";
import { lookInto } from "../../steps/runs/values/outputs";
import type { StepSample } from "../../steps/runs/values/stepSample";

/** What a person pinned for one output, in any of the forms in which it may be kept; undefined where it is the default. */
export function pinnedValue(sample: StepSample, path: Path): Value | undefined {
  const [first, name] = path;
  if (path.length === 2 && first === "PropertyFiles" && typeof name === "string") {
    return get(sample.propertyFiles, name) ?? lookInto(sample.outputs, path) ?? get(sample.outputs, name);
  }
  for (const [at, value] of pinnedOutputs(sample)) if (samePath(at, path)) return value;
  const found = lookInto(sample.outputs, path);
  // A declared output may be given by its bare name, as the Lambda function returns it.
  return found === undefined && first === "OutputParameters" ? lookInto(sample.outputs, path.slice(1)) : found;
}

/** The outputs of a sample with their paths, as far as they are written as paths. */
export function pinnedOutputs({ outputs }: StepSample): readonly (readonly [Path, Value])[] {
  return entries(outputs).flatMap(([key, value]) => {
    const path = parsePath(key);
    return path === null ? [] : [[path, value] as const];
  });
}
