import { get, text, type Value } from "../pipeline/definition/value";
import { runOfType } from "../pipeline/steps/runs";
import { metadataOf } from "../pipeline/steps/runs/metadata";
import { joinText } from "../pipeline/steps/runs/values/joinText";
import { type Operation, type Output, seconds } from "./call";
import { type Execution, executionOf } from "./lookup";
import { pageOf } from "./paging";
import { type StepStatus, stepStatus, timelineFor } from "./progress";
import { inOrder } from "./requests";
import type { TimedStep } from "./timedStep";

/** Steps that have started, newest first unless asked otherwise. What is not reached, or not taken, is not listed. */
export const listPipelineExecutionSteps: Operation = (call, input) => {
  const found = executionOf(call, input);
  const { steps } = timelineFor(found);
  const started = steps.filter(({ startedAt }) => startedAt <= call.now).toSorted((a, b) => a.startedAt - b.startedAt);
  const { items, ...more } = pageOf(input, inOrder(input, started), ({ end }) => end.name);
  return { PipelineExecutionSteps: items.map((step) => itemOf(step, found, call.now)), ...more };
};

function itemOf(step: TimedStep, found: Execution, now: number): Output {
  const { end } = step;
  const definition = end.entry.step;
  const status = stepStatus(step, timelineFor(found), found.execution, now);
  const ended = status === "Succeeded" || status === "Failed" || status === "Stopped";
  return {
    StepName: end.name,
    StepDisplayName: text(get(definition, "DisplayName")),
    StepDescription: text(get(definition, "Description")),
    StartTime: seconds(step.startedAt),
    EndTime: ended ? seconds(step.endedAt) : undefined,
    StepStatus: status,
    FailureReason: status === "Failed" ? (end.failureReason ?? undefined) : undefined,
    CacheHitResult: from(ended ? step.cachedFrom : null),
    SelectiveExecutionResult: from(step.copiedFrom),
    AttemptCount: step.tries.filter(({ began }) => began <= now).length,
    Metadata: metadataAt(step, status) ?? undefined,
    IterationContext:
      end.iteration === null
        ? undefined
        : { ParentStepName: end.iteration.forEach, Index: end.iteration.index, Item: joinText(end.iteration.item) },
  };
}

function from(SourcePipelineExecutionArn: string | null): Output | undefined {
  return SourcePipelineExecutionArn === null ? undefined : { SourcePipelineExecutionArn };
}

/** Absent while a step is Starting; before it succeeds, only what holds from its start: a job's ARN. */
function metadataAt({ end, outputs, callbackToken }: TimedStep, status: StepStatus): Value | null {
  const { entry, name, request, envelope, failureReason } = end;
  const about = { step: entry.step, name, request, envelope, failureReason, callbackToken };
  if (status === "Starting" || end.unresolved.length > 0) return null;
  if (status === "Succeeded") return metadataOf({ ...about, outputs: end.outputs, outcome: end.outcome });
  // What starts no job has nothing to tell before its end.
  if (runOfType(entry.type).ends !== "withOutputs") {
    return status === "Failed" ? metadataOf({ ...about, outputs: end.outputs, outcome: null }) : null;
  }
  const known = new Map([...outputs].filter(([path]) => !path.startsWith("OutputParameters")));
  return metadataOf({ ...about, outputs: known, outcome: null });
}
