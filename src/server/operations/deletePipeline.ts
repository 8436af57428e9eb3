import { calling } from "../aws/awsError";
import type { Operation } from "./operation";

export const deletePipeline: Operation<"deletePipeline"> = async ({ target, pipeline, token }, { regions }) => {
  const { write } = await regions.region(target);
  const deleted = await calling("DeletePipeline", () =>
    write.deletePipeline({ PipelineName: pipeline, ClientRequestToken: token }),
  );
  return { pipelineArn: deleted.PipelineArn ?? "" };
};
