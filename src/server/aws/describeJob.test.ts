import { describe, expect, it } from "vitest";
import { runList } from "../../pipeline/steps/runs";
import { localClients } from "./clients";
import { callOf, describeJob } from "./describeJob";

/** A SageMaker that knows one training job. */
const { read } = localClients({
  handle: async ({ headers, body }) => {
    const known =
      headers["x-amz-target"] === "SageMaker.DescribeTrainingJob" && JSON.parse(body).TrainingJobName === "job-1";
    const answer = known
      ? {
          TrainingJobName: "job-1",
          ModelArtifacts: { S3ModelArtifacts: "s3://b/model.tar.gz" },
          CreationTime: 1,
          HyperParameters: { "a.b": "1" },
        }
      : { __type: "ResourceNotFound", message: "no such job" };
    return {
      status: known ? 200 : 400,
      headers: { "content-type": "application/x-amz-json-1.1" },
      body: JSON.stringify(answer),
    };
  },
});
const arn = "arn:aws:sagemaker:eu-west-1:111122223333:training-job/job-1";

describe("what a step at AWS gave", () => {
  it("is read from the job behind it, by the paths that references use", async () => {
    const outputs = await describeJob(read, { TrainingJob: { Arn: arn } });
    expect(new Map(outputs?.map(({ path, value }) => [path, value]))).toEqual(
      new Map([
        ["TrainingJobName", '"job-1"'],
        ["ModelArtifacts", '{"S3ModelArtifacts":"s3://b/model.tar.gz"}'],
        ["HyperParameters", '{"a.b":"1"}'],
        ["CreationTime", '"1970-01-01T00:00:01.000Z"'],
      ]),
    );
  });

  it("is not known of a step without a job", async () => {
    expect(await describeJob(read, undefined)).toBeNull();
    expect(await describeJob(read, { Condition: { Outcome: "True" } })).toBeNull();
  });

  it("is asked for by calls that the installed SDK has", () => {
    const described = runList.flatMap(({ describedBy }) => describedBy ?? []);
    expect(described.length).toBeGreaterThan(8);
    for (const one of described) expect(() => callOf(read, one)).not.toThrow();
  });

  it("fails with AWS's error when the job is gone", async () => {
    await expect(describeJob(read, { TrainingJob: { Arn: `${arn}x` } })).rejects.toMatchObject({
      error: { kind: "notFound", operation: "DescribeTrainingJob" },
    });
  });
});
