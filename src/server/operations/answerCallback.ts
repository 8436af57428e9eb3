import { answered } from "../aws/awsError";
import { sendOnce } from "../aws/sendOnce";
import type { Operation } from "./operation";

/** Answers a callback that waits: with outputs it succeeds, without them it fails. */
export const answerCallback: Operation<"answerCallback"> = async (request, { regions }) => {
  const { target, callbackToken, outputs, failureReason, token } = request;
  const region = await regions.region(target);
  const of = { CallbackToken: callbackToken, ClientRequestToken: token };
  const operation = `SendPipelineExecutionStep${outputs === null ? "Failure" : "Success"}`;
  const send = async () => {
    const answer =
      outputs === null
        ? await region.write.sendPipelineExecutionStepFailure({ ...of, FailureReason: failureReason })
        : await region.write.sendPipelineExecutionStepSuccess({
            ...of,
            OutputParameters: outputs.map(({ name, value }) => ({ Name: name, Value: value })),
          });
    return { executionArn: answered(answer.PipelineExecutionArn, operation) };
  };
  return sendOnce(region, { operation, send });
};
