import type { AppError } from "../../contract/appError";
import { answered } from "../aws/awsError";
import { describePipeline } from "../aws/describePipeline";
import { sendOnce } from "../aws/sendOnce";
import type { Operation } from "./operation";

const operation = "DeletePipeline";

export const deletePipeline: Operation<"deletePipeline"> = async ({ target, pipeline, token }, { regions }) => {
  const region = await regions.region(target);
  const { arn: pipelineArn } = await describePipeline(region, pipeline);
  const send = async () => {
    const deleted = await region.write.deletePipeline({ PipelineName: pipeline, ClientRequestToken: token });
    return { pipelineArn: answered(deleted.PipelineArn, operation) };
  };
  /** What is gone when it is sent again went by the first sending. */
  const settle = async ({ kind }: AppError) => (kind === "notFound" ? { pipelineArn } : null);
  return sendOnce(region, { operation, send, settle });
};
