import type { ObjectValue, Value } from "../../definition/value";
import { stepsByKey } from "../../graph/stepTree";
import { type ExecutionContext, executionVariables, jobNameOf } from "../../steps/runs/values/names";
import type { Outputs } from "../../steps/runs/values/outputs";
import { ownArguments } from "../engine/plan";
import { type Resolution, resolve } from "./resolve";

export interface KnownValues {
  readonly parameters: ReadonlyMap<string, Value>;
  readonly execution: ExecutionContext;
  /** What is known of each step's outputs, by step name: from metadata (`outputsFromMetadata`) or from samples. */
  readonly outputsByStep: ReadonlyMap<string, Outputs>;
}

/**
 * A step's own `Arguments` with the values that are known of an execution: what the step was sent. What no one knows stays an
 * expression and is listed in `unresolved`. Null when the definition has no such step.
 */
export function resolvedArguments(definition: ObjectValue, step: string, known: KnownValues): Resolution | null {
  const entry = stepsByKey(definition).get(step);
  if (entry === undefined) return null;
  const job = jobNameOf(known.execution, step);
  const execution = new Map<string, Value>([
    ...executionVariables(known.execution),
    ["TrainingJobName", job],
    ["ProcessingJobName", job],
  ]);
  const outputsOf = (name: string) => known.outputsByStep.get(name);
  return resolve(ownArguments(entry), { parameters: known.parameters, execution, outputsOf }, ["Arguments"]);
}
