import type { StepLog } from "../../contract/executions";
import { OperationError } from "../../contract/operationError";
import { calling } from "../aws/awsError";
import { listSteps } from "../aws/listSteps";
import { logPlaceOf } from "../aws/logPlace";
import type { Operation } from "./operation";

const none: StepLog = { where: null, lines: [], next: null };
const mostLines = 1000;

/** What the code behind a step wrote: from CloudWatch, or what a handler printed in the local region. */
export const stepLog: Operation<"stepLog"> = async (request, { regions }) => {
  const { target, executionArn, step } = request;
  if (target.kind === "local") {
    const local = await regions.local();
    const details = await calling("stepLog", async () => local.stepDetails(executionArn, step));
    const log = details?.log ?? null;
    if (log === null) return none;
    const lines = log === "" ? [] : log.split("\n").map((text, index) => ({ id: String(index), at: null, text }));
    return { where: "the local region", lines, next: null };
  }
  const { read, services } = await regions.region(target);
  const found = (await listSteps(read, executionArn)).find(({ StepName }) => StepName === step);
  const place = found === undefined ? null : logPlaceOf(found);
  if (place === null || services === null) return none;
  const { group, streams, from, to } = place;
  const logs = await services.logs();
  try {
    const page = await calling("FilterLogEvents", () =>
      logs.filterLogEvents({
        ...{ logGroupName: group, limit: mostLines, nextToken: request.next },
        ...(streams === null ? {} : { logStreamNamePrefix: streams }),
        ...{ startTime: Math.max(from, request.after ?? 0), ...(to === null ? {} : { endTime: to }) },
      }),
    );
    const lines = (page.events ?? []).map(({ eventId, timestamp, message }) => ({
      id: eventId ?? `${timestamp} ${message}`,
      at: timestamp === undefined ? null : new Date(timestamp).toISOString(),
      text: (message ?? "").replace(/\n$/, ""),
    }));
    return { where: group, lines, next: page.nextToken ?? null };
  } catch (thrown) {
    // Nothing was written there yet: the group is made with the first line.
    if (thrown instanceof OperationError && thrown.error.kind === "notFound") return { ...none, where: group };
    throw thrown;
  }
};
