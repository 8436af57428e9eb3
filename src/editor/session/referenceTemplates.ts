/** The pipelines that the start page offers: a Lambda function prepares data, a training step trains on it, a model is made of it. */
import { createDocument, type Layout, type PipelineDocument } from "../../pipeline/definition/document";
import type { ObjectValue, Value } from "../../pipeline/definition/value";

export interface Template {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly document: PipelineDocument;
}

const image = "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1";
const role = "arn:aws:iam::111122223333:role/SageMakerRole";
const layout: Layout = new Map([
  ["Preprocess", { x: 60, y: 140 }],
  ["Train", { x: 420, y: 60 }],
  ["CreateModel", { x: 800, y: 140 }],
]);

function churnTraining(trainingData: Value): ObjectValue {
  return {
    Version: "2020-12-01",
    Metadata: {},
    Parameters: [{ Name: "Bucket", Type: "String", DefaultValue: "my-bucket" }],
    Steps: [preprocess, train(trainingData), createModel],
  };
}

const preprocess: ObjectValue = {
  Name: "Preprocess",
  Type: "Lambda",
  Arguments: { bucket: { Get: "Parameters.Bucket" }, prefix: "churn" },
  FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:preprocess",
  OutputParameters: [
    { OutputName: "statusCode", OutputType: "Integer" },
    { OutputName: "body", OutputType: "String" },
    { OutputName: "train_path", OutputType: "String" },
  ],
};

function train(trainingData: Value): ObjectValue {
  return {
    Name: "Train",
    Type: "Training",
    Arguments: {
      AlgorithmSpecification: { TrainingImage: image, TrainingInputMode: "File" },
      OutputDataConfig: { S3OutputPath: "s3://my-bucket/models" },
      ResourceConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 },
      StoppingCondition: { MaxRuntimeInSeconds: 3600 },
      RoleArn: role,
      InputDataConfig: [
        {
          ChannelName: "train",
          ContentType: "text/csv",
          DataSource: {
            S3DataSource: {
              S3DataType: "S3Prefix",
              S3DataDistributionType: "FullyReplicated",
              S3Uri: trainingData,
            },
          },
        },
      ],
    },
  };
}

const createModel: ObjectValue = {
  Name: "CreateModel",
  Type: "Model",
  Arguments: {
    ExecutionRoleArn: role,
    PrimaryContainer: { Image: image, ModelDataUrl: { Get: "Steps.Train.ModelArtifacts.S3ModelArtifacts" } },
  },
};

function template(id: string, title: string, summary: string, definition: ObjectValue): Template {
  return { id, title, summary, document: { ...createDocument(id, id, definition), layout } };
}

export const templates: readonly Template[] = [
  template(
    "churn-training",
    "Lambda → Training → Model",
    "A function prepares the data and says where it lies; the training step reads that from its output.",
    churnTraining({ Get: "Steps.Preprocess.OutputParameters['train_path']" }),
  ),
  template(
    "churn-training-typed",
    "The same, before it is wired",
    "The path is typed into the training step: the function floats alone. Drag train_path to S3Uri to connect them.",
    churnTraining("s3://my-bucket/churn/train.csv"),
  ),
];
