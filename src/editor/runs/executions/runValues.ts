/** The values of an execution: its parameters, and what its steps gave. */
import type { StepRun } from "../../../contract/executions";
import { parseValue } from "../../../pipeline/definition/parse";
import { serialise } from "../../../pipeline/definition/serialise";
import type { ObjectValue, Value } from "../../../pipeline/definition/value";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { type Simulation, simulate } from "../../../pipeline/simulate/engine/simulate";
import { parameterValues } from "../../../pipeline/simulate/values/parameters";
import { outputsFromMetadata } from "../../../pipeline/steps/runs/metadata";
import { type ExecutionContext, executionContextOf } from "../../../pipeline/steps/runs/values/names";
import type { Outputs } from "../../../pipeline/steps/runs/values/outputs";
import { bodyStepOf } from "./runView";
import type { ShownExecution } from "./shownExecution";

interface RunValues {
  readonly definition: ObjectValue;
  readonly context: ExecutionContext;
  readonly parameters: ReadonlyMap<string, Value>;
  /** By the step's name in the execution's list. */
  readonly outputsByStep: ReadonlyMap<string, Outputs>;
  /** The same run as the local region computes it; null for one in AWS. */
  readonly simulation: Simulation | null;
}

/** As far as they are known; null as long as too little of the execution is. */
export function runValuesOf(shown: ShownExecution): RunValues | null {
  const { definition, execution, arn } = shown;
  const context = executionContextOf(arn, execution?.started ?? "");
  if (definition === null || context === null) return null;
  const given = new Map((shown.parameters ?? []).map(({ name, value }) => [name, value]));
  const parameters = parameterValues(definition, given).values;
  const simulation = shown.target.kind === "local" ? simulationOf(definition, parameters, context) : null;
  return { definition, context, parameters, outputsByStep: outputsOf(shown, definition, simulation), simulation };
}

const simulations = new WeakMap<ObjectValue, { readonly seed: string; readonly simulation: Simulation }>();

/** The local region runs by simulation, so the same simulation gives the values that it does not list. */
function simulationOf(
  definition: ObjectValue,
  parameters: ReadonlyMap<string, Value>,
  context: ExecutionContext,
): Simulation {
  const seed = JSON.stringify([context, [...parameters].map(([name, value]) => [name, serialise(value)])]);
  const known = simulations.get(definition);
  if (known?.seed === seed) return known.simulation;
  const simulation = simulate(definition, { parameters, context });
  simulations.set(definition, { seed, simulation });
  return simulation;
}

/** Outputs by the step's name in the list: what the service tells, and in the local region what it computed. */
function outputsOf(
  { steps }: ShownExecution,
  definition: ObjectValue,
  simulation: Simulation | null,
): ReadonlyMap<string, Outputs> {
  const byKey = stepsByKey(definition);
  const simulated = new Map(simulation?.steps.map((step) => [step.name, step]));
  return new Map(
    steps.flatMap((run): readonly (readonly [string, Outputs])[] => {
      const entry = byKey.get(bodyStepOf(run.name, definition) ?? run.name);
      if (entry === undefined) return [];
      const told = outputsFromMetadata(entry.step, metadataOf(run));
      const computed = run.status === "Succeeded" ? simulated.get(run.name) : undefined;
      return [[run.name, new Map([...(computed?.outputs ?? []), ...told])]];
    }),
  );
}

function metadataOf({ metadata }: StepRun): Value | undefined {
  const parsed = metadata === null ? null : parseValue(metadata);
  return parsed?.ok === true ? parsed.value : undefined;
}
