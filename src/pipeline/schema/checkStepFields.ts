import type { OwnField } from "./stepType";

const rest = { required: false, literalOnly: false } as const;

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
  {
    path: "ModelPackageGroupName",
    label: "Model package group name",
    kind: "string",
    ...rest,
    documentation: "The group whose latest approved model gives the baseline, unless one is supplied.",
  },
  {
    path: "SkipCheck",
    label: "Skip the check",
    kind: "boolean",
    ...rest,
    documentation: "When true, nothing is compared with the baseline.",
  },
  {
    path: "FailOnViolation",
    label: "Fail on violation",
    kind: "boolean",
    ...rest,
    documentation: "When true, a violation fails the step; true unless given.",
  },
  {
    path: "RegisterNewBaseline",
    label: "Register a new baseline",
    kind: "boolean",
    ...rest,
    documentation: "When true, what is calculated becomes the new baseline.",
  },
];

export const suppliedConstraints: OwnField = {
  path: "SuppliedBaselineConstraints",
  label: "Supplied baseline constraints",
  kind: "string",
  ...rest,
  documentation: "S3 URI of the baseline to compare with; it goes before that of the group.",
};

export const suppliedStatistics: OwnField = {
  path: "SuppliedBaselineStatistics",
  label: "Supplied baseline statistics",
  kind: "string",
  ...rest,
  documentation: "S3 URI of the baseline to compare with; it goes before that of the group.",
};

export const checkedModelName: OwnField = {
  path: "ModelName",
  label: "Model name",
  kind: "string",
  ...rest,
  documentation: "The model to check: MODEL_BIAS and MODEL_EXPLAINABILITY only.",
};

/** A processing job with the inputs and the output that a check's container asks for. */
export function checkArguments(inputs: readonly (readonly [name: string, path: string])[], output: string) {
  return {
    ProcessingResources: { ClusterConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 } },
    AppSpecification: { ImageUri: "" },
    RoleArn: "",
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
