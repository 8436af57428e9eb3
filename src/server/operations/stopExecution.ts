import type { AppError } from "../../contract/appError";
import { answered } from "../aws/awsError";
import { sendOnce } from "../aws/sendOnce";
import type { Operation } from "./operation";

const operation = "StopPipelineExecution";
const stopped: readonly (string | undefined)[] = ["Stopping", "Stopped"];

export const stopExecution: Operation<"stopExecution"> = async ({ target, executionArn, token }, { regions }) => {
  const region = await regions.region(target);
  const of = { PipelineExecutionArn: executionArn };
  const send = async () => {
    const answer = await region.write.stopPipelineExecution({ ...of, ClientRequestToken: token });
    return { executionArn: answered(answer.PipelineExecutionArn, operation) };
  };
  /** What stops already may be refused; then the first sending did it. */
  const settle = async ({ kind }: AppError) => {
    if (kind !== "validation" && kind !== "conflict") return null;
    const found = await region.read.describePipelineExecution(of).catch(() => null);
    return stopped.includes(found?.PipelineExecutionStatus) ? { executionArn } : null;
  };
  return sendOnce(region, { operation, send, settle });
};
