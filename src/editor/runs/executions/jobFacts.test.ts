import { expect, it } from "vitest";
import { jobFactsOf } from "./jobFacts";

it("what describes a job tells why it failed, what it measured and where it wrote", () => {
  const described = {
    TrainingJobName: "job-1",
    FailureReason: "AlgorithmError: exit code 1",
    ExitMessage: "ValueError: no rows",
    FinalMetricDataList: [{ MetricName: "validation:rmse", Value: 2.5, Timestamp: "2026-11-29T10:00:00Z" }],
    ModelArtifacts: { S3ModelArtifacts: "s3://b/model.tar.gz" },
    ProcessingOutputConfig: { Outputs: [{ S3Output: { S3Uri: "s3://b/out", LocalPath: "/opt/ml" } }] },
  };
  const outputs = Object.entries(described).map(([path, value]) => ({ path, value: JSON.stringify(value) }));
  expect(jobFactsOf({ outputs })).toEqual({
    reasons: ["ValueError: no rows", "AlgorithmError: exit code 1"],
    metrics: [{ name: "validation:rmse", value: "2.5" }],
    artefacts: [
      { path: "ModelArtifacts.S3ModelArtifacts", location: "s3://b/model.tar.gz" },
      { path: "ProcessingOutputConfig.Outputs[0].S3Output.S3Uri", location: "s3://b/out" },
    ],
  });
  expect(jobFactsOf({ outputs: [{ path: "A", value: "no JSON" }] })).toEqual({
    reasons: [],
    metrics: [],
    artefacts: [],
  });
});
