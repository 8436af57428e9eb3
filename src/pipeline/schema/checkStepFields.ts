import type { OwnField } from "./stepType";

function field(path: string, label: string, kind: OwnField["kind"], documentation: string): OwnField {
  return { path, label, kind, required: false, literalOnly: false, documentation };
}

export function checkTypeField(values: readonly string[]): OwnField {
  return {
    path: "CheckType",
    label: "Check type",
    kind: "string",
    enum: values,
    required: true,
    literalOnly: true,
    documentation: "What is checked.",
  };
}

/** What both have beside `Arguments`, in the order in which it is written. */
export const checkFields: readonly OwnField[] = [
  field(
    "ModelPackageGroupName",
    "Model package group name",
    "string",
    "The group whose latest approved model gives the baseline, unless one is supplied.",
  ),
  field("SkipCheck", "Skip the check", "boolean", "When true, nothing is compared with the baseline."),
  field("FailOnViolation", "Fail on violation", "boolean", "When true, a violation fails the step; true unless given."),
  field(
    "RegisterNewBaseline",
    "Register a new baseline",
    "boolean",
    "When true, what is calculated becomes the new baseline.",
  ),
];

export const suppliedConstraints = field(
  "SuppliedBaselineConstraints",
  "Supplied baseline constraints",
  "string",
  "S3 URI of the baseline to compare with; it goes before that of the group.",
);

export const suppliedStatistics = field(
  "SuppliedBaselineStatistics",
  "Supplied baseline statistics",
  "string",
  "S3 URI of the baseline to compare with; it goes before that of the group.",
);

export const checkedModelName = field(
  "ModelName",
  "Model name",
  "string",
  "The model to check: MODEL_BIAS and MODEL_EXPLAINABILITY only.",
);

/** A processing job with the inputs and the output that a check's container asks for. */
export function checkArguments(inputs: readonly (readonly [name: string, path: string])[], output: string) {
  return {
    ProcessingResources: { ClusterConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 } },
    AppSpecification: { ImageUri: "" },
    ProcessingInputs: inputs.map(([InputName, LocalPath]) => ({
      InputName,
      S3Input: { S3Uri: "", LocalPath, S3DataType: "S3Prefix", S3InputMode: "File" },
    })),
    ProcessingOutputConfig: {
      Outputs: [
        {
          OutputName: output,
          S3Output: { S3Uri: "", LocalPath: "/opt/ml/processing/output", S3UploadMode: "EndOfJob" },
        },
      ],
    },
  };
}

/** What both write beside `Arguments` besides the kind of check. */
export const checkDefaults = { SkipCheck: false, FailOnViolation: true, RegisterNewBaseline: false };
