/** Steps for tests: sound as they are, and changed in one place. */
const role = "arn:aws:iam::111122223333:role/R";

/** `{"Get": …}` */
export const read = (text: string) => ({ Get: text });

/** A condition that compares two references. */
export const compares = (Type: string, left: string, right: string) => ({
  Type,
  LeftValue: read(left),
  RightValue: read(right),
});

export const lambda = (Name: string, rest: object = {}) => ({
  Name,
  Type: "Lambda",
  Arguments: {},
  FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f",
  OutputParameters: [{ OutputName: "path", OutputType: "String" }],
  ...rest,
});

/** The output parameters that a step declares, by their types. */
export const declares = (types: Readonly<Record<string, string>>) =>
  Object.entries(types).map(([OutputName, OutputType]) => ({ OutputName, OutputType }));

/** A training job; `args` go into its arguments, `channel` is where its channel train reads. */
export const training = (
  Name: string,
  args: object = {},
  rest: object = {},
  channel: unknown = "s3://b/in/train.csv",
) => ({
  Name,
  Type: "Training",
  Arguments: {
    AlgorithmSpecification: { TrainingImage: "i", TrainingInputMode: "File" },
    OutputDataConfig: { S3OutputPath: "s3://b/models" },
    ResourceConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 },
    StoppingCondition: { MaxRuntimeInSeconds: 3600 },
    RoleArn: role,
    InputDataConfig: [
      { ChannelName: "train", DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: channel } } },
    ],
    ...args,
  },
  ...rest,
});

/** A processing job with one output, `report`. */
export const processing = (Name: string, args: object = {}, rest: object = {}) => ({
  Name,
  Type: "Processing",
  Arguments: {
    ProcessingResources: { ClusterConfig: { InstanceType: "ml.m5.large", InstanceCount: 1, VolumeSizeInGB: 30 } },
    AppSpecification: { ImageUri: "i" },
    RoleArn: role,
    ProcessingOutputConfig: {
      Outputs: [
        {
          OutputName: "report",
          S3Output: {
            S3Uri: `s3://b/${Name}/report`,
            LocalPath: "/opt/ml/processing/report",
            S3UploadMode: "EndOfJob",
          },
        },
      ],
    },
    ...args,
  },
  ...rest,
});

export const model = (Name: string, args: object = {}, rest: object = {}) => ({
  Name,
  Type: "Model",
  Arguments: { ExecutionRoleArn: role, PrimaryContainer: { Image: "i", ModelDataUrl: "s3://x/m.tar.gz" }, ...args },
  ...rest,
});

export const condition = (
  Name: string,
  Conditions: unknown,
  IfSteps: readonly object[] = [],
  ElseSteps: readonly object[] = [],
) => ({
  Name,
  Type: "Condition",
  Arguments: { Conditions, IfSteps, ElseSteps },
});

export const equal = { Type: "Equals", LeftValue: 1, RightValue: 1 };

export const fail = (Name: string, rest: object = {}) => ({
  Name,
  Type: "Fail",
  Arguments: { ErrorMessage: "no" },
  ...rest,
});

export const forEach = (Name: string, ForEachBody: readonly object[], args: object = {}) => ({
  Name,
  Type: "ForEach",
  Arguments: { IterableItems: ["a", "b"], MaxConcurrency: 2, ...args, ForEachBody },
});

/** A definition of steps, and of parameters. */
export const pipeline = (Steps: readonly object[], Parameters: readonly object[] = [], rest: object = {}) => ({
  Version: "2020-12-01",
  Metadata: {},
  Parameters,
  ...rest,
  Steps,
});
