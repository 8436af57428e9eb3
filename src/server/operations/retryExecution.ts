import type { AppError } from "../../contract/appError";
import { answered } from "../aws/awsError";
import { sendOnce } from "../aws/sendOnce";
import type { Operation } from "./operation";

const operation = "RetryPipelineExecution";
const goesOn: readonly (string | undefined)[] = ["Executing", "Stopping"];

/** Goes on with a failed or stopped execution from what failed; what succeeded is kept. */
export const retryExecution: Operation<"retryExecution"> = async ({ target, executionArn, token }, { regions }) => {
  const region = await regions.region(target);
  const of = { PipelineExecutionArn: executionArn };
  const send = async () => {
    const answer = await region.write.retryPipelineExecution({ ...of, ClientRequestToken: token });
    return { executionArn: answered(answer.PipelineExecutionArn, operation) };
  };
  /** What goes on already may be refused; then the first sending did it. */
  const settle = async ({ kind }: AppError) => {
    if (kind !== "validation" && kind !== "conflict") return null;
    const found = await region.read.describePipelineExecution(of).catch(() => null);
    return goesOn.includes(found?.PipelineExecutionStatus) ? { executionArn } : null;
  };
  return sendOnce(region, { operation, send, settle });
};
