import { describe, expect, it } from "vitest";
import { chipParts, partsInWords } from "./chipParts";

describe("a reference is shown", () => {
  it.each([
    [{ Get: "Steps.Preprocess.OutputParameters['train_path']" }, "Preprocess train_path"],
    [{ Get: "Steps.Train.ModelArtifacts.S3ModelArtifacts" }, "Train S3ModelArtifacts"],
    [{ Get: "Parameters.Bucket" }, "Parameter Bucket"],
    [{ Get: "Execution.PipelineName" }, "Execution PipelineName"],
    [{ Get: "ForEach.CurrentItem.region" }, "Current item region"],
    [{ "Std:Join": { On: "", Values: [{ Get: "Parameters.Count" }] } }, "Parameter Count"],
    [{ "Std:Join": { On: "/", Values: ["s3:/", { Get: "Parameters.Bucket" }, 2] } }, "s3:/ / Parameter Bucket / 2"],
    [
      { "Std:JsonGet": { PropertyFile: { Get: "Steps.Evaluate.PropertyFiles.Report" }, Path: "mse.value" } },
      "Evaluate Report mse.value",
    ],
    [{ "Std:JsonGet": { S3Uri: { "Std:Join": { On: "", Values: [] } }, Path: "" } }, "JSON file in S3"],
    [
      { "Std:JsonGet": { S3Uri: { "Std:Join": { On: "", Values: ["s3://b/r.json"] } }, Path: "auc" } },
      "s3://b/r.json auc",
    ],
  ])("%j as %s", (value, words) => {
    expect(partsInWords(chipParts(value) ?? [])).toBe(words);
  });

  it("only where it is one", () => {
    expect(chipParts("Steps.Train.ModelName")).toBeNull();
    expect(chipParts({ Get: "Parameters.A", More: 1 })).toBeNull();
  });
});
