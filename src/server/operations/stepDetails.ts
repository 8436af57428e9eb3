import { calling } from "../aws/awsError";
import { describeJob } from "../aws/describeJob";
import { listSteps } from "../aws/listSteps";
import type { Operation } from "./operation";

/** SageMaker tells how often a step was tried (`AttemptCount`), and not when. */
const nothingKnown = { request: null, outputs: [], log: null, attempts: null };

export const stepDetails: Operation<"stepDetails"> = async ({ target, executionArn, step }, { regions }) => {
  if (target.kind === "local") {
    const local = await regions.local();
    const details = await calling("stepDetails", async () => local.stepDetails(executionArn, step));
    if (details === null) return nothingKnown;
    const attempts = details.attempts.map(({ began, ended, reason }) => ({
      ...{ began: new Date(began).toISOString(), ended: ended === null ? null : new Date(ended).toISOString(), reason },
    }));
    return { ...details, attempts };
  }
  const { read } = await regions.region(target);
  const found = (await listSteps(read, executionArn)).find(({ StepName }) => StepName === step);
  const outputs = found === undefined ? null : await describeJob(read, found.Metadata);
  return outputs === null ? nothingKnown : { ...nothingKnown, outputs };
};
