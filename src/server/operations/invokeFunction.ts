import { OperationError } from "../../contract/operationError";
import { calling } from "../aws/awsError";
import type { Operation } from "./operation";

/** Calls the real function once, as the pipeline would: what it returned, or why it failed, and the end of its log. */
export const invokeFunction: Operation<"invokeFunction"> = async ({ target, functionArn, event }, { regions }) => {
  const { services } = await regions.region(target);
  if (services === null) {
    const message = "The local region has no functions of its own. Attach the step's code, or choose an AWS target.";
    throw new OperationError({ kind: "unsupported", name: "NoFunctions", message });
  }
  const lambda = await services.lambda();
  const { Payload, FunctionError, LogResult } = await calling("Invoke", () => lambda.invoke(functionArn, event));
  const answer = Payload === undefined ? "null" : new TextDecoder().decode(Payload);
  const log = LogResult === undefined ? "" : Buffer.from(LogResult, "base64").toString("utf8");
  if (FunctionError === undefined) return { value: answer, failure: null, log };
  return { value: null, failure: reasonOf(answer, FunctionError), log };
};

/** Lambda's own form of an error: `{"errorType", "errorMessage", "stackTrace"}` (developer guide, invocation-retries). */
function reasonOf(answer: string, kind: string): string {
  try {
    const { errorType = kind, errorMessage = "", stackTrace = [] } = JSON.parse(answer);
    return [`${errorType}: ${errorMessage}`, ...stackTrace].join("\n").trim();
  } catch {
    return `${kind}: ${answer}`;
  }
}
