import { calling } from "../aws/awsError";
import type { Operation } from "./operation";

export const stopExecution: Operation<"stopExecution"> = async ({ target, executionArn, token }, { regions }) => {
  const { write } = await regions.region(target);
  const stopped = await calling("StopPipelineExecution", () =>
    write.stopPipelineExecution({ PipelineExecutionArn: executionArn, ClientRequestToken: token }),
  );
  return { executionArn: stopped.PipelineExecutionArn ?? executionArn };
};
