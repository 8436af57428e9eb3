/** Where an execution stands at a moment. */
import type { ObjectValue, Value } from "../pipeline/definition/value";
import { deriveGraph } from "../pipeline/graph/deriveGraph";
import { oncePerObject } from "../pipeline/remember";
import { declaredParameters } from "../pipeline/simulate/values/parameters";
import { executionContextOf } from "../pipeline/steps/runs/values/names";
import { typedValue } from "../pipeline/steps/runs/values/typedValue";
import { reusableRuns } from "./caching";
import { failuresAskedFor } from "./failures";
import type { Execution } from "./lookup";
import { recently } from "./recently";
import { readDefinition } from "./refuseDefinition";
import type { Attempt, ExecutionRecord, PipelineRecord, PipelineVersion } from "./state/records";
import { copyOf } from "./storedRuns";
import type { TimedStep, Timeline } from "./timedStep";
import { timelineOf } from "./timeline";

/** As many as run at once, and then some; the others are worked out again when someone asks. */
const mostTimelines = 300;

/** Records are replaced when they change, so what follows from one is remembered by it. */
const timelineOfVersion = recently(mostTimelines, compute);

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
  const types = new Map(declaredParameters(definition).map(({ name, type }) => [name, type]));
  // They were checked at the start; a default may be what a given value may not: empty.
  const parameters = new Map<string, Value>(
    execution.parameters.map(({ Name, Value }) => [Name, typedValue(types.get(Name) ?? "String", Value) ?? Value]),
  );
  const { description, firstDescription = description, maxParallel, selection } = execution;
  const input = {
    ...{ parameters, context, ...failuresAskedFor(firstDescription) },
    ...(maxParallel !== null && { maxParallel }),
    ...(selection !== undefined && { only: new Set(selection.steps) }),
  };
  const { attempts, limits = [], stepSeconds, createdAt } = execution;
  const graph = deriveGraph(definition);
  const copies = selection?.copies.flatMap((copy) => copyOf(copy, graph, createdAt)) ?? [];
  return timelineOf({ definition, input, attempts, limits, copies, stepSeconds });
}

/** The Lambda steps of a version whose handler is run: those whose names have one attached. */
export function handledIn(version: PipelineVersion, attached: ReadonlySet<string>): Partial<Attempt> {
  if (attached.size === 0) return {};
  const steps = deriveGraph(definitionOf(version)).steps.filter(
    ({ type, name }) => type === "Lambda" && attached.has(name),
  );
  return steps.length === 0 ? {} : { handled: steps.map(({ name }) => name) };
}

/** What an attempt may take over that begins now in a version; nothing is looked for where no step of it asks for caching. */
export function reusableIn(pipeline: PipelineRecord, { definition }: PipelineVersion, now: number): Partial<Attempt> {
  if (!definition.includes("CacheConfig")) return {};
  const reusable = reusableRuns(pipeline, (execution) => timelineFor({ pipeline, execution }), now);
  return reusable.length === 0 ? {} : { reusable };
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
