import type { PipelineExecutionStep } from "@aws-sdk/client-sagemaker";
import type { StepRun } from "../../contract/executions";
import { listSteps as listIn } from "../aws/listSteps";
import { moment } from "../aws/shapes";
import type { Operation } from "./operation";

export const listSteps: Operation<"listSteps"> = async ({ target, executionArn }, { regions }) => {
  const steps = await listIn((await regions.region(target)).read, executionArn);
  return { steps: steps.map(stepRun) };
};

/** One entry of AWS's step list. `Metadata` holds exactly one member, named after the kind of step. */
function stepRun(step: PipelineExecutionStep): StepRun {
  const metadata = step.Metadata;
  const [held] = Object.values(metadata ?? {}) as readonly (object | undefined)[];
  const arn = held !== undefined && "Arn" in held && typeof held.Arn === "string" ? held.Arn : null;
  const outputs = metadata?.Lambda?.OutputParameters ?? metadata?.Callback?.OutputParameters ?? [];
  return {
    name: step.StepName ?? "",
    displayName: step.StepDisplayName ?? null,
    status: step.StepStatus ?? "Unknown",
    started: moment(step.StartTime),
    ended: moment(step.EndTime),
    failureReason: step.FailureReason ?? null,
    attempts: step.AttemptCount ?? 0,
    // Old responses carry the result with an empty ARN where nothing was reused.
    cachedFrom: step.CacheHitResult?.SourcePipelineExecutionArn || null,
    callbackToken: step.EndTime === undefined ? (metadata?.Callback?.CallbackToken ?? null) : null,
    outcome: metadata?.Condition?.Outcome ?? null,
    arn,
    outputs: outputs.map(({ Name, Value }) => ({ name: Name ?? "", value: Value ?? "" })),
    metadata: metadata === undefined ? null : JSON.stringify(metadata),
  };
}
