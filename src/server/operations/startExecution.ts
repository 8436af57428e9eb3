import { answered } from "../aws/awsError";
import { sendOnce } from "../aws/sendOnce";
import { parallelism } from "../aws/shapes";
import type { Operation } from "./operation";

const operation = "StartPipelineExecution";

export const startExecution: Operation<"startExecution"> = async (request, { regions }) => {
  const { target, pipeline, parameters, displayName, description, maxParallelSteps, only, token } = request;
  const region = await regions.region(target);
  const input = {
    PipelineName: pipeline,
    PipelineParameters: parameters.map(({ name, value }) => ({ Name: name, Value: value })),
    PipelineExecutionDisplayName: displayName,
    PipelineExecutionDescription: description,
    ParallelismConfiguration: parallelism(maxParallelSteps),
    SelectiveExecutionConfig: only && {
      SourcePipelineExecutionArn: only.source ?? undefined,
      SelectedSteps: only.steps.map((StepName) => ({ StepName })),
    },
    ClientRequestToken: token,
  };
  const send = async () => {
    const started = await region.write.startPipelineExecution(input);
    return { executionArn: answered(started.PipelineExecutionArn, operation) };
  };
  return sendOnce(region, { operation, send });
};
