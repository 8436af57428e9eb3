/** Where an execution stands at a moment. */
import type { ObjectValue, Value } from "../pipeline/definition/value";
import { oncePerObject } from "../pipeline/remember";
import { parameterValues } from "../pipeline/simulate/values/parameters";
import { executionContextOf } from "../pipeline/steps/runs/values/names";
import type { Execution } from "./lookup";
import { readDefinition } from "./refuseDefinition";
import type { ExecutionRecord, PipelineVersion } from "./state/records";
import { type TimedStep, type Timeline, timelineOf } from "./timeline";

/** Records are replaced when they change, so what follows from one is remembered by it. */
const timelineOfVersion = oncePerObject(compute);

export function timelineFor(found: Execution): Timeline {
  return timelineOfVersion(found.execution, versionOf(found));
}

/** The version that an execution runs, whatever the pipeline is by now. */
export function versionOf({ pipeline, execution }: Execution): PipelineVersion {
  const version = pipeline.versions.find(({ id }) => id === execution.version);
  if (version === undefined) throw new Error(`${pipeline.arn} has no version ${execution.version}.`);
  return version;
}

/** A version's definition, read once. */
export const definitionOf = oncePerObject(
  (version: PipelineVersion): ObjectValue => readDefinition(version.definition),
);

function compute(execution: ExecutionRecord, version: PipelineVersion): Timeline {
  const definition = definitionOf(version);
  const context = executionContextOf(execution.arn, new Date(execution.createdAt).toISOString());
  if (context === null) throw new Error(`${execution.arn} is not the ARN of an execution.`);
  const parameters: ReadonlyMap<string, Value> = parameterValues(
    definition,
    new Map(execution.parameters.map(({ Name, Value }) => [Name, Value])),
  ).values;
  const { description, firstDescription = description } = execution;
  const failures = failuresAskedFor(firstDescription);
  const limit = execution.maxParallel === null ? {} : { maxParallel: execution.maxParallel };
  const { attempts, limits = [], stepSeconds } = execution;
  return timelineOf({ definition, input: { parameters, context, failures, ...limit }, attempts, limits, stepSeconds });
}

/**
 * Steps that an execution's description asks to fail, to try what then happens: `stepwire:fail=Train`, several with commas
 * (`stepwire:fail=Train,Eval`). An iteration of a ForEach goes by `<body>-<index>`. A retry lets them succeed.
 */
export function failuresAskedFor(description: string | null): ReadonlySet<string> {
  const asked = /stepwire:fail=([A-Za-z0-9\-_,]+)/.exec(description ?? "")?.[1] ?? "";
  return new Set(asked.split(",").filter((name) => name !== ""));
}

export type ExecutionStatus = Timeline["status"] | "Executing" | "Stopping";

export function executionStatus(timeline: Timeline, now: number): ExecutionStatus {
  if (now >= timeline.endedAt) return timeline.status;
  return timeline.stoppedAt !== null && now >= timeline.stoppedAt ? "Stopping" : "Executing";
}

export function executionStatusOf(found: Execution, now: number): ExecutionStatus {
  return executionStatus(timelineFor(found), now);
}

export type StepStatus = "Starting" | "Executing" | "Stopping" | "Stopped" | "Failed" | "Succeeded";

/** How much of a step's time it is Starting. */
const startingShare = 0.2;

export function stepStatus(step: TimedStep, timeline: Timeline, execution: ExecutionRecord, now: number): StepStatus {
  if (now >= step.endedAt && step.end.status !== "Executing") return step.end.status;
  if (timeline.stoppedAt !== null && now >= timeline.stoppedAt) return "Stopping";
  return now < step.startedAt + execution.stepSeconds * 1000 * startingShare ? "Starting" : "Executing";
}
