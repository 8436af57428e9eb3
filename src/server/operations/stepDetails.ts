import { calling } from "../aws/awsError";
import { describeJob } from "../aws/describeJob";
import { listSteps } from "../aws/listSteps";
import type { Operation } from "./operation";

const nothingKnown = { request: null, outputs: [], log: null };

export const stepDetails: Operation<"stepDetails"> = async ({ target, executionArn, step }, { regions }) => {
  if (target.kind === "local") {
    const local = await regions.local();
    return (await calling("stepDetails", async () => local.stepDetails(executionArn, step))) ?? nothingKnown;
  }
  const { read } = await regions.region(target);
  const found = (await listSteps(read, executionArn)).find(({ StepName }) => StepName === step);
  const outputs = found === undefined ? null : await describeJob(read, found.Metadata);
  return outputs === null ? nothingKnown : { request: null, outputs, log: null };
};
