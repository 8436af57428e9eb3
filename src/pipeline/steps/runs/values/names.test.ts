import { expect, it } from "vitest";
import { executionContextOf } from "./names";

it.each(["111122223333", "aws"])(
  "reads an execution's ARN under the account %s: that of a managed pipeline is `aws`",
  (account) => {
    const pipelineArn = `arn:aws:sagemaker:eu-west-1:${account}:pipeline/p`;
    expect(executionContextOf(`${pipelineArn}/execution/e1`, "2026-01-01")).toMatchObject({
      region: "eu-west-1",
      account,
      pipelineArn,
      executionId: "e1",
    });
    expect(executionContextOf(pipelineArn, "2026-01-01")).toBeNull();
  },
);
