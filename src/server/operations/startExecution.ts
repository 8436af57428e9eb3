import { calling } from "../aws/awsError";
import { parallelism } from "../aws/shapes";
import type { Operation } from "./operation";

export const startExecution: Operation<"startExecution"> = async (request, { regions }) => {
  const { target, pipeline, parameters, displayName, description, maxParallelSteps, token } = request;
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
};
