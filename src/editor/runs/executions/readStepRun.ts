/** What one step of an execution was sent and what it gave, as rows to read: where, what, and where it came from. */
import type { StepRun } from "../../../contract/executions";
import { parseValue } from "../../../pipeline/definition/parse";
import { serialise } from "../../../pipeline/definition/serialise";
import type { ObjectValue, Value } from "../../../pipeline/definition/value";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { ownArguments } from "../../../pipeline/simulate/engine/plan";
import { type Simulation, simulate } from "../../../pipeline/simulate/engine/simulate";
import { parameterValues } from "../../../pipeline/simulate/values/parameters";
import { resolvedArguments } from "../../../pipeline/simulate/values/resolvedArguments";
import { shownValue, type ValueRow, valueRows } from "../../../pipeline/simulate/values/valueRows";
import { outputsFromMetadata } from "../../../pipeline/steps/runs/metadata";
import { type ExecutionContext, executionContextOf } from "../../../pipeline/steps/runs/values/names";
import type { Outputs } from "../../../pipeline/steps/runs/values/outputs";
import type { ShownExecution } from "./createExecutions";
import { bodyStepOf } from "./runView";

export type { ValueRow };

export interface StepValues {
  readonly sent: readonly ValueRow[];
  readonly gave: readonly ValueRow[];
}

const nothing: StepValues = { sent: [], gave: [] };

/** Reads what is known of a step, by its name in the execution's list. */
export function readStepRun(shown: ShownExecution, name: string): StepValues {
  const { definition, execution, arn } = shown;
  const context = executionContextOf(arn, execution?.started ?? "");
  if (definition === null || context === null) return nothing;
  const key = bodyStepOf(name, definition) ?? name;
  const entry = stepsByKey(definition).get(key);
  const run = shown.steps.find((step) => step.name === name);
  if (entry === undefined || run === undefined) return nothing;
  const parameters = parametersOf(shown, definition);
  const simulation = shown.target.kind === "local" ? simulationOf(definition, parameters, context) : null;
  const outputsByStep = outputsOf(shown, definition, simulation);
  // An iteration's request is known to the local region alone: SageMaker does not tell the item.
  const iteration = key === name ? undefined : simulation?.steps.find((step) => step.name === name);
  const resolution =
    iteration === undefined
      ? resolvedArguments(definition, key, { parameters, execution: context, outputsByStep })
      : { value: iteration.request ?? {}, unresolved: iteration.unresolved };
  if (resolution === null) return nothing;
  return {
    sent: valueRows(ownArguments(entry), resolution.value, ["Arguments"], resolution.unresolved),
    gave: [...(outputsByStep.get(name) ?? [])].map(([path, value]) => ({
      path,
      value: shownValue(value),
      from: null,
      why: null,
    })),
  };
}

function parametersOf({ parameters }: ShownExecution, definition: ObjectValue): ReadonlyMap<string, Value> {
  return parameterValues(definition, new Map((parameters ?? []).map(({ name, value }) => [name, value]))).values;
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
  return new Map(
    steps.flatMap((run): readonly (readonly [string, Outputs])[] => {
      const entry = byKey.get(bodyStepOf(run.name, definition) ?? run.name);
      if (entry === undefined) return [];
      const told = outputsFromMetadata(entry.step, metadataOf(run));
      const computed = run.status === "Succeeded" ? simulation?.steps.find(({ name }) => name === run.name) : undefined;
      return [[run.name, new Map([...(computed?.outputs ?? []), ...told])]];
    }),
  );
}

function metadataOf({ metadata }: StepRun): Value | undefined {
  const parsed = metadata === null ? null : parseValue(metadata);
  return parsed?.ok === true ? parsed.value : undefined;
}
