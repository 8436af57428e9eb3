import { describe, expect, it } from "vitest";
import { durationOf, headingOf, labelOf, lowered, unitOf } from "./label";

describe("a field's label", () => {
  it.each([
    ["S3Uri", "S3 URI"],
    ["InstanceType", "Instance type"],
    ["ChannelName", "Channel name"],
    ["ContentType", "Content type"],
    ["S3OutputPath", "S3 output path"],
    ["MaxRuntimeInSeconds", "Maximum run time"],
    ["VolumeSizeInGB", "Volume size"],
    ["RoleArn", "Role ARN"],
    ["KmsKeyId", "KMS key ID"],
    ["VpcConfig", "VPC config"],
    ["HyperParameters", "Hyperparameters"],
    ["SupportedResponseMIMETypes", "Supported response MIME types"],
    ["EnableSageMakerMetricsTimeSeries", "Enable SageMaker metrics time series"],
    ["TensorBoardOutputConfig", "TensorBoard output config"],
    ["S3DataDistributionType", "S3 data distribution type"],
    ["ModelDataUrl", "Model data URL"],
    ["TrainingPlanArns", "Training plan ARNs"],
    ["ModelDataETag", "Model data ETag"],
    ["FunctionArn", "Function ARN"],
  ])("says %s as %s", (name, label) => {
    expect(labelOf(name)).toBe(label);
  });

  it("goes on in a sentence in lower case, unless its first word has a spelling of its own", () => {
    expect(["Training job", "AutoML channel", "S3 URI", "MLflow config", "Tag"].map(lowered)).toEqual([
      "training job",
      "AutoML channel",
      "S3 URI",
      "MLflow config",
      "tag",
    ]);
  });

  it("leaves names of people's own alone", () => {
    expect(labelOf("max_depth")).toBe("max_depth");
    expect(labelOf("bucket")).toBe("bucket");
  });

  it("keeps the unit apart", () => {
    expect(unitOf("VolumeSizeInGB")).toBe("GB");
    expect(unitOf("MaxRuntimeInSeconds")).toBe("seconds");
    expect(unitOf("InstanceCount")).toBeNull();
    expect(durationOf(3600)).toBe("1 h");
    expect(durationOf(5400)).toBe("1 h 30 min");
    expect(durationOf(30)).toBe("");
  });

  it("leaves config out of a heading that says enough", () => {
    expect(headingOf("InputDataConfig")).toBe("Input data");
    expect(headingOf("VpcConfig")).toBe("VPC config");
  });
});
