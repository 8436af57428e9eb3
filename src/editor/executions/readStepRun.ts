/** What one step of an execution was sent and what it gave, as rows to read: where, what, and where it came from. */
import type { StepRun } from "../../contract/executions";
import { parseValue } from "../../pipeline/definition/parse";
import { type Path, printPath, startsWith } from "../../pipeline/definition/path";
import { serialise } from "../../pipeline/definition/serialise";
import { entries, get, isList, isObject, type ObjectValue, type Value } from "../../pipeline/definition/value";
import { stepsByKey } from "../../pipeline/graph/stepTree";
import { readExpression } from "../../pipeline/references/read";
import { outputsFromMetadata } from "../../pipeline/simulate/metadata";
import { type ExecutionContext, executionContextOf } from "../../pipeline/simulate/names";
import type { Outputs } from "../../pipeline/simulate/outputs";
import { parameterValues } from "../../pipeline/simulate/parameters";
import { ownArguments } from "../../pipeline/simulate/plan";
import type { Unresolved } from "../../pipeline/simulate/resolve";
import { resolvedArguments } from "../../pipeline/simulate/resolvedArguments";
import { type Simulation, simulate } from "../../pipeline/simulate/simulate";
import { expressionWords } from "../../pipeline/steps/expressionWords";
import type { ShownExecution } from "./createExecutions";
import { bodyStepOf } from "./runView";

export interface ValueRow {
  /** Printed path: of the request without `Arguments`, of the output. */
  readonly path: string;
  /** Null where nobody tells. */
  readonly value: string | null;
  /** The reference or the text that it came from, null for a literal. */
  readonly from: string | null;
  /** Why there is no value. */
  readonly why: string | null;
}

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
    sent: rowsOf(ownArguments(entry), resolution.value, ["Arguments"], resolution.unresolved),
    gave: [...(outputsByStep.get(name) ?? [])].map(([path, value]) => ({
      path,
      value: said(value),
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

/** One row for each leaf and for each expression of what was written, with the value that it came to. */
function rowsOf(written: Value, sent: Value | undefined, path: Path, unresolved: readonly Unresolved[]): ValueRow[] {
  if (readExpression(written) !== null) {
    const open = unresolved.find((one) => startsWith(one.path, path));
    const value = open === undefined && sent !== undefined ? said(sent) : null;
    return [{ path: printPath(path.slice(1)), value, from: originOf(written), why: open?.why ?? null }];
  }
  if (isList(written) && written.length > 0) {
    return written.flatMap((item, index) =>
      rowsOf(item, isList(sent) ? sent[index] : undefined, [...path, index], unresolved),
    );
  }
  const members = entries(written);
  if (isObject(written) && members.length > 0) {
    return members.flatMap(([key, item]) => rowsOf(item, get(sent, key), [...path, key], unresolved));
  }
  return path.length < 2 ? [] : [{ path: printPath(path.slice(1)), value: said(written), from: null, why: null }];
}

/** `Preprocess · train_path`, `Parameter Bucket`; a text with references in it in a few words. */
function originOf(written: Value): string {
  const expression = readExpression(written);
  if (expression?.kind !== "get") return expressionWords(written);
  const { reference } = expression;
  switch (reference.kind) {
    case "step":
      return `${reference.step} · ${reference.property}`;
    case "parameter":
      return `Parameter ${reference.name}`;
    case "execution":
      return `Execution ${reference.variable}`;
    default:
      return expressionWords(written);
  }
}

function said(value: Value): string {
  return typeof value === "string" ? value : serialise(value);
}
