import { entries, get, isObject, type ObjectValue, type Value } from "../../definition/value";
import { stepsByKey } from "../../graph/stepTree";
import { executionVariables, jobNameOf } from "../../steps/runs/values/names";
import { type Expectations, expectationsOf } from "../samples/expectations";
import { sampleFile } from "../samples/sampleFiles";
import type { DocumentLocation } from "../values/documents";
import { resolve } from "../values/resolve";
import { type RunInput, usualParameters } from "./run";
import type { SimulatedStep, Simulation } from "./simulate";

/** What an expression comes to in a simulation. */
export interface ReadValue {
  readonly value: Value;
  /** The item of a loop that it was read for: its first; null outside of a loop's body. */
  readonly item: Value | null;
}

/**
 * Reads single expressions with what a simulation knows, wherever they stand: in a step that ran, in one of a branch that was not taken,
 * or in no step at all (`null`). Null for what has no value there.
 */
export function valueReader(
  definition: ObjectValue,
  simulation: Simulation,
  { parameters, context, samples }: RunInput,
): (step: string | null, expression: Value) => ReadValue | null {
  const first = new Map<string, SimulatedStep>();
  for (const step of simulation.steps) {
    if (step.status !== "NotRun" && !first.has(step.key)) first.set(step.key, step);
  }
  const execution: ReadonlyMap<string, Value> = executionVariables(context);
  const outputsOf = (step: string) => first.get(step)?.outputs;
  const config = get(definition, "PipelineExperimentConfig");
  const experiment = new Map(
    isObject(config) ? entries(resolve(config, { parameters, execution, outputsOf }).value) : [],
  );
  const steps = stepsByKey(definition);
  let expectations: Expectations | null = null;
  const fileAt = (step: string, run: SimulatedStep | undefined) => (location: DocumentLocation) => {
    const entry = steps.get(step);
    expectations ??= expectationsOf(definition, usualParameters(definition, parameters));
    const reader = { name: run?.name ?? step, iteration: run?.iteration ?? null };
    return entry === undefined ? undefined : sampleFile({ ...reader, entry }, location, expectations, samples);
  };
  return (step, expression) => {
    const run = step === null ? undefined : first.get(step);
    const item = run?.iteration?.item ?? null;
    const job = step === null ? null : jobNameOf(context, run?.name ?? step);
    const jobs: [string, Value][] =
      job === null
        ? []
        : [
            ["TrainingJobName", job],
            ["ProcessingJobName", job],
          ];
    const { value, unresolved } = resolve(expression, {
      parameters,
      execution: new Map([...execution, ...jobs]),
      outputsOf,
      experiment,
      ...(step !== null && { fileAt: fileAt(step, run) }),
      ...(item !== null && { currentItem: item }),
    });
    return unresolved.length > 0 ? null : { value, item };
  };
}
