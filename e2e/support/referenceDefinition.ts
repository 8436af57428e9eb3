/** The definition that the reference scenario must produce, value for value. */
export const referenceDefinition = {
  Version: "2020-12-01",
  Metadata: {},
  Parameters: [{ Name: "Bucket", Type: "String", DefaultValue: "my-bucket" }],
  Steps: [
    {
      Name: "Preprocess",
      Type: "Lambda",
      Arguments: { bucket: { Get: "Parameters.Bucket" }, prefix: "churn" },
      FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:preprocess",
      OutputParameters: [
        { OutputName: "statusCode", OutputType: "Integer" },
        { OutputName: "body", OutputType: "String" },
        { OutputName: "train_path", OutputType: "String" },
      ],
    },
    {
      Name: "Train",
      Type: "Training",
      Arguments: {
        AlgorithmSpecification: {
          TrainingImage: "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1",
          TrainingInputMode: "File",
        },
        OutputDataConfig: { S3OutputPath: "s3://my-bucket/models" },
        ResourceConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 },
        StoppingCondition: { MaxRuntimeInSeconds: 3600 },
        RoleArn: "arn:aws:iam::111122223333:role/SageMakerRole",
        InputDataConfig: [
          {
            ChannelName: "train",
            ContentType: "text/csv",
            DataSource: {
              S3DataSource: {
                S3DataType: "S3Prefix",
                S3DataDistributionType: "FullyReplicated",
                S3Uri: { Get: "Steps.Preprocess.OutputParameters['train_path']" },
              },
            },
          },
        ],
      },
    },
    {
      Name: "CreateModel",
      Type: "Model",
      Arguments: {
        ExecutionRoleArn: "arn:aws:iam::111122223333:role/SageMakerRole",
        PrimaryContainer: {
          Image: "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1",
          ModelDataUrl: { Get: "Steps.Train.ModelArtifacts.S3ModelArtifacts" },
        },
      },
    },
  ],
};
