import { describe, expect, it } from "vitest";
import { declares, lambda } from "../../../testing/steps";
import type { ObjectValue, Value } from "../../definition/value";
import { metadataOf, outputsFromMetadata } from "./metadata";

const prep: ObjectValue = lambda("Prep", {
  OutputParameters: declares({ statusCode: "Integer", ok: "Boolean", train_path: "String" }),
});

describe("metadata", () => {
  it("of a Lambda step carries its outputs as texts, and gives them back typed", () => {
    const outputs = new Map<string, Value>([
      ["OutputParameters.statusCode", 200],
      ["OutputParameters.ok", true],
      ["OutputParameters.train_path", "s3://b/train.csv"],
    ]);
    const about = {
      step: prep,
      name: "Prep",
      request: {},
      envelope: {},
      outputs,
      outcome: null,
      failureReason: null,
    };
    const metadata = metadataOf(about);
    expect(metadata).toEqual({
      Lambda: {
        Arn: "arn:aws:lambda:eu-west-1:111122223333:function:f",
        OutputParameters: [
          { Name: "statusCode", Value: "200" },
          { Name: "ok", Value: "true" },
          { Name: "train_path", Value: "s3://b/train.csv" },
        ],
      },
    });
    expect(outputsFromMetadata(prep, metadata ?? undefined)).toEqual(outputs);
  });

  it("of a training job gives its name and ARN", () => {
    const Arn = "arn:aws:sagemaker:us-east-1:111122223333:training-job/pipelines-abc-Train-x";
    expect([...outputsFromMetadata({ Name: "Train", Type: "Training" }, { TrainingJob: { Arn } })]).toEqual([
      ["TrainingJobArn", Arn],
      ["TrainingJobName", "pipelines-abc-Train-x"],
    ]);
  });

  it("of a condition gives its outcome", () => {
    const outputs = outputsFromMetadata({ Name: "C", Type: "Condition" }, { Condition: { Outcome: "False" } });
    expect(outputs.get("Outcome")).toBe(false);
  });

  it("that is absent gives nothing", () => {
    expect(outputsFromMetadata(prep, undefined).size).toBe(0);
  });
});
