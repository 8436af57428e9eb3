import type { PipelineExecutionStep, SageMaker } from "@aws-sdk/client-sagemaker";
import type { StepRun } from "../../contract/executions";
import { calling } from "../aws/awsError";
import { describeJob } from "../aws/describeJob";
import type { Regions } from "../aws/regions";
import { allPages, type Handlers, moment } from "./handlers";

const mostExecutions = 200;
const mostSteps = 10_000;

type ExecutionRoutes = Pick<
  Handlers,
  | "startExecution"
  | "stopExecution"
  | "describeExecution"
  | "listExecutions"
  | "listSteps"
  | "stepDetails"
  | "parametersForExecution"
  | "definitionForExecution"
>;

export function executionRoutes(regions: Regions): ExecutionRoutes {
  return {
    startExecution: async ({ target, pipeline, parameters, displayName, description, maxParallelSteps, token }) => {
      const { write } = await regions.region(target);
      const started = await calling("StartPipelineExecution", () =>
        write.startPipelineExecution({
          PipelineName: pipeline,
          PipelineParameters: parameters.map(({ name, value }) => ({ Name: name, Value: value })),
          PipelineExecutionDisplayName: displayName,
          PipelineExecutionDescription: description,
          ParallelismConfiguration: parallelism(maxParallelSteps),
          ClientRequestToken: token,
        }),
      );
      return { executionArn: started.PipelineExecutionArn ?? "" };
    },
    stopExecution: async ({ target, executionArn, token }) => {
      const { write } = await regions.region(target);
      const stopped = await calling("StopPipelineExecution", () =>
        write.stopPipelineExecution({ PipelineExecutionArn: executionArn, ClientRequestToken: token }),
      );
      return { executionArn: stopped.PipelineExecutionArn ?? executionArn };
    },
    describeExecution: async ({ target, executionArn }) => {
      const { read } = await regions.region(target);
      const found = await calling("DescribePipelineExecution", () =>
        read.describePipelineExecution({ PipelineExecutionArn: executionArn }),
      );
      return {
        arn: found.PipelineExecutionArn ?? executionArn,
        pipelineArn: found.PipelineArn ?? null,
        status: found.PipelineExecutionStatus ?? "Unknown",
        displayName: found.PipelineExecutionDisplayName ?? null,
        description: found.PipelineExecutionDescription ?? null,
        failureReason: found.FailureReason ?? null,
        started: moment(found.CreationTime),
        lastModified: moment(found.LastModifiedTime),
        versionId: found.PipelineVersionId ?? null,
      };
    },
    listExecutions: async ({ target, pipeline }) => {
      const { read } = await regions.region(target);
      const { items, more } = await allPages(
        (nextToken) =>
          calling("ListPipelineExecutions", () =>
            read.listPipelineExecutions({
              PipelineName: pipeline,
              SortBy: "CreationTime",
              SortOrder: "Descending",
              MaxResults: 100,
              NextToken: nextToken,
            }),
          ),
        (page) => page.PipelineExecutionSummaries,
        mostExecutions,
      );
      const executions = items.map((summary) => ({
        arn: summary.PipelineExecutionArn ?? "",
        pipelineArn: null,
        status: summary.PipelineExecutionStatus ?? "Unknown",
        displayName: summary.PipelineExecutionDisplayName ?? null,
        description: summary.PipelineExecutionDescription ?? null,
        failureReason: summary.PipelineExecutionFailureReason ?? null,
        started: moment(summary.StartTime),
        lastModified: null,
        versionId: null,
      }));
      return { executions, more };
    },
    listSteps: async ({ target, executionArn }) => {
      const steps = await listSteps((await regions.region(target)).read, executionArn);
      return { steps: steps.map(stepRun) };
    },
    stepDetails: async ({ target, executionArn, step }) => {
      if (target.kind === "local") return (await regions.local()).stepDetails(executionArn, step) ?? nothingKnown;
      const { read } = await regions.region(target);
      const found = (await listSteps(read, executionArn)).find(({ StepName }) => StepName === step);
      const outputs = found === undefined ? null : await describeJob(read, found.Metadata);
      return outputs === null ? nothingKnown : { request: null, outputs };
    },
    parametersForExecution: async ({ target, executionArn }) => {
      const { read } = await regions.region(target);
      const { items } = await allPages(
        (nextToken) =>
          calling("ListPipelineParametersForExecution", () =>
            read.listPipelineParametersForExecution({
              PipelineExecutionArn: executionArn,
              MaxResults: 100,
              NextToken: nextToken,
            }),
          ),
        (page) => page.PipelineParameters,
        mostSteps,
      );
      return { parameters: items.map(({ Name, Value }) => ({ name: Name ?? "", value: Value ?? "" })) };
    },
    definitionForExecution: async ({ target, executionArn }) => {
      const { read } = await regions.region(target);
      const found = await calling("DescribePipelineDefinitionForExecution", () =>
        read.describePipelineDefinitionForExecution({ PipelineExecutionArn: executionArn }),
      );
      return { definition: found.PipelineDefinition ?? "", created: moment(found.CreationTime) };
    },
  };
}

const nothingKnown = { request: null, outputs: [] };

async function listSteps(read: SageMaker, executionArn: string): Promise<readonly PipelineExecutionStep[]> {
  const { items } = await allPages(
    (nextToken) =>
      calling("ListPipelineExecutionSteps", () =>
        read.listPipelineExecutionSteps({
          PipelineExecutionArn: executionArn,
          SortOrder: "Ascending",
          MaxResults: 100,
          NextToken: nextToken,
        }),
      ),
    (page) => page.PipelineExecutionSteps,
    mostSteps,
  );
  return items;
}

export function parallelism(maxParallelSteps: number | undefined) {
  return maxParallelSteps === undefined ? undefined : { MaxParallelExecutionSteps: maxParallelSteps };
}

/** One entry of AWS's step list. `Metadata` holds exactly one member, named after the kind of step. */
export function stepRun(step: PipelineExecutionStep): StepRun {
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
    outcome: metadata?.Condition?.Outcome ?? null,
    arn,
    outputs: outputs.map(({ Name, Value }) => ({ name: Name ?? "", value: Value ?? "" })),
    metadata: metadata === undefined ? null : JSON.stringify(metadata),
  };
}
