/**
 * One execution of a pipeline as a state machine without a clock: who may start now, what it is sent, what follows when it ends.
 * `simulate` drives it at once; the local region drives it along a time line. Every function returns a new `Run`.
 */

import type { Samples } from "../../definition/document";
import { entries, get, isObject, type ObjectValue, objectOf, removeKey, type Value } from "../../definition/value";
import type { StepEntry } from "../../graph/stepTree";
import { runOfType } from "../../steps/runs";
import { type ExecutionContext, executionVariables, jobNameOf } from "../../steps/runs/values/names";
import { noOutputs, type Outputs } from "../../steps/runs/values/outputs";
import { type Expectations, expectationsOf } from "../samples/expectations";
import { sampleFile } from "../samples/sampleFiles";
import { declaredParameters } from "../values/parameters";
import { resolve, type Scope, type Unresolved } from "../values/resolve";
import { enclosingLoop, ownArguments, planOf, type RunPlan } from "./plan";

export interface RunInput {
  /** Values of all parameters, typed (`parameterValues`). */
  readonly parameters: ReadonlyMap<string, Value>;
  readonly context: ExecutionContext;
  /** The user's samples by step key (`readStepSample` says in which forms). */
  readonly samples?: Samples;
  /** Names of steps that are to fail. */
  readonly failures?: ReadonlySet<string>;
  /** How many steps may run at a time; without it as many as are ready. */
  readonly maxParallel?: number;
  /** The keys of the steps that may run; without it all. */
  readonly only?: ReadonlySet<string>;
  /** Steps that succeeded before (a retried execution keeps them), by name. */
  readonly kept?: ReadonlyMap<string, StepRun>;
}

export type StepRunStatus = "Executing" | "Succeeded" | "Failed" | "Stopped";

/** One iteration of a ForEach. */
export interface Iteration {
  readonly forEach: string;
  readonly index: number;
  readonly item: Value;
}

/** A step that was started. */
export interface StepRun {
  /** The step's key, or `<body>-<index>` in a ForEach. */
  readonly name: string;
  readonly entry: StepEntry;
  readonly iteration: Iteration | null;
  readonly status: StepRunStatus;
  /** The step's `Arguments` with every expression resolved; without the steps in its slots. */
  readonly request: Value;
  /** What stands beside `Arguments` (`ModelPackageGroupName`, `SkipCheck`, `FunctionArn` …), resolved. */
  readonly envelope: Value;
  /** Places without a value, relative to the step; a step that has any fails. */
  readonly unresolved: readonly Unresolved[];
  readonly outputs: Outputs;
  /** Of a Condition that succeeded. */
  readonly outcome: boolean | null;
  readonly failureReason: string | null;
  /** How often it was tried; without it once. */
  readonly attempts?: number;
  /** What retry policies did; without it there is nothing to say. */
  readonly retries?: string;
}

/** A step that may still come. */
export interface Waiting {
  readonly name: string;
  readonly entry: StepEntry;
  readonly iteration: Iteration | null;
}

export interface Run {
  readonly plan: RunPlan;
  readonly input: RunInput;
  readonly expectations: Expectations;
  /** `PipelineExperimentConfig`, resolved. */
  readonly experiment: ReadonlyMap<string, Value>;
  readonly started: ReadonlyMap<string, StepRun>;
  /** In the order in which they came to wait: that of the document, iterations behind. */
  readonly waiting: ReadonlyMap<string, Waiting>;
  /** What is decided of waiting steps; `judge` keeps it. */
  readonly verdicts: ReadonlyMap<string, "ready" | "never">;
  /** How many items each ForEach that has begun goes over. */
  readonly iterations: ReadonlyMap<string, number>;
  /** True once a Fail step ended the execution, or it was stopped: nothing new starts. */
  readonly closed: boolean;
  readonly stopped: boolean;
}

/** A run before its first step; `startRun` in `advance.ts` also says which steps are ready. */
export function newRun(definition: ObjectValue, input: RunInput): Run {
  const plan = planOf(definition);
  const kept = input.kept ?? new Map<string, StepRun>();
  const comes = ({ key }: StepEntry) => !kept.has(key) && input.only?.has(key) !== false;
  const waiting = new Map(plan.atStart.filter(comes).map((entry) => [entry.key, waitingFor(entry, null)]));
  const expectations = expectationsOf(definition, usualParameters(definition, input.parameters));
  const started = new Map([...kept].filter(([, { iteration }]) => iteration === null || kept.has(iteration.forEach)));
  const experiment = experimentOf(definition, input);
  const nothingYet = { verdicts: new Map(), iterations: new Map(), closed: false, stopped: false };
  return { plan, input, expectations, experiment, started, waiting, ...nothingYet };
}

/**
 * Samples fit the defaults, not the values of this run: so a pipeline run as it is takes the branch that its author meant, and another
 * threshold can take the other one.
 */
export function usualParameters(
  definition: ObjectValue,
  given: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  const defaults = declaredParameters(definition).flatMap(({ name, defaultValue }): (readonly [string, Value])[] => {
    return defaultValue === undefined ? [] : [[name, defaultValue]];
  });
  return new Map([...given, ...defaults]);
}

function experimentOf(definition: ObjectValue, { parameters, context }: RunInput): ReadonlyMap<string, Value> {
  const config = get(definition, "PipelineExperimentConfig");
  const scope = { parameters, execution: executionVariables(context), outputsOf: () => undefined };
  return new Map(isObject(config) ? entries(resolve(config, scope).value) : []);
}

export function waitingFor(entry: StepEntry, iteration: Iteration | null): Waiting {
  return { name: iteration === null ? entry.key : `${entry.key}-${iteration.index}`, entry, iteration };
}

/** The run of a step that another one means by its name: a sibling in the same iteration, else the step itself. */
export function runOf(run: Run, name: string, iteration: Iteration | null): StepRun | undefined {
  return run.started.get(runName(run, name, iteration));
}

export function runName(run: Run, name: string, iteration: Iteration | null): string {
  if (iteration === null) return name;
  const entry = run.plan.graph.byKey.get(name);
  const sibling = entry !== undefined && enclosingLoop(run.plan.graph, entry) === iteration.forEach;
  return sibling ? `${name}-${iteration.index}` : name;
}

/** What the expressions of a step can read at this moment. */
function scopeOf(run: Run, step: Waiting): Scope {
  const { name, iteration } = step;
  const { parameters, context, samples } = run.input;
  const job = jobNameOf(context, name);
  const execution = new Map<string, Value>([
    ...executionVariables(context),
    ["TrainingJobName", job],
    ["ProcessingJobName", job],
  ]);
  const outputsOf = (step: string) => {
    const other = runOf(run, step, iteration);
    return other === undefined || other.status === "Executing" ? undefined : other.outputs;
  };
  return {
    parameters,
    execution,
    outputsOf,
    fileAt: (location) => sampleFile(step, location, run.expectations, samples),
    experiment: run.experiment,
    ...(iteration === null ? {} : { currentItem: iteration.item }),
  };
}

/** Keys whose values are names and literals, never expressions that a run resolves. */
const structural = new Set(["Name", "Type", "DependsOn", "Arguments"]);

/** What a step is sent at this moment: its own `Arguments`, and the expressions that stand beside them (the check steps have some). */
export function requestOf(run: Run, step: Waiting) {
  const scope = scopeOf(run, step);
  const request = resolve(withoutSelector(step.entry), scope, ["Arguments"]);
  const envelope = resolve(objectOf(entries(step.entry.step).filter(([key]) => !structural.has(key))), scope);
  return {
    request: request.value,
    envelope: envelope.value,
    unresolved: [...request.unresolved, ...envelope.unresolved],
  };
}

/** A ForEach's Selector reads each iteration once all have ended, not at the start. */
function withoutSelector(entry: StepEntry): Value {
  const own = ownArguments(entry);
  return runOfType(entry.type).ends === "withItsBody" && isObject(own) ? removeKey(own, "Selector") : own;
}

export function startedStep(run: Run, step: Waiting): StepRun {
  const nothingYet = { outputs: noOutputs, outcome: null, failureReason: null };
  return { ...step, status: "Executing", ...requestOf(run, step), ...nothingYet };
}
