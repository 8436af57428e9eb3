import { answered } from "../aws/awsError";
import { sendOnce } from "../aws/sendOnce";
import type { Operation } from "./operation";

const operation = "UpdatePipelineExecution";

/** Names and describes an execution. Sent twice it is the same: in doubt it is sent again, though the operation takes no token. */
export const updateExecution: Operation<"updateExecution"> = async (
  { target, executionArn, displayName, description },
  { regions },
) => {
  const region = await regions.region(target);
  const send = async () => {
    const updated = await region.write.updatePipelineExecution({
      PipelineExecutionArn: executionArn,
      PipelineExecutionDisplayName: displayName,
      PipelineExecutionDescription: description,
    });
    return { executionArn: answered(updated.PipelineExecutionArn, operation) };
  };
  return sendOnce(region, { operation, send });
};
