import { describe, expect, it } from "vitest";
import { stepTypeList } from "../../pipeline/steps";
import { runOfType } from "../../pipeline/steps/runs";
import { definitionOf } from "../../testing/load";
import { definitionFullOf, naughtyTexts } from "../../testing/naughty";
import { forEach, lambda, model, pipeline, processing, read, training } from "../../testing/steps";
import { notInPolicy, policyOf } from "./policy";

const role = "arn:aws:iam::111122223333:role/Own";
const policy = (steps: readonly object[], own: string | null = null) =>
  policyOf(definitionOf(pipeline(steps)), own).Statement;
const actions = (steps: readonly object[]) => policy(steps).flatMap(({ Action }) => Action);

/** Source: developer guide, build-and-manage-access; managed policy AmazonSageMakerPipelinesIntegrations; each API's own actions. */
const must: Readonly<Record<string, readonly string[]>> = {
  Processing: [
    "sagemaker:CreateProcessingJob",
    "sagemaker:DescribeProcessingJob",
    "sagemaker:StopProcessingJob",
    "sagemaker:AddTags",
  ],
  ClarifyCheck: ["sagemaker:CreateProcessingJob", "sagemaker:DescribeProcessingJob"],
  QualityCheck: ["sagemaker:CreateProcessingJob", "sagemaker:DescribeProcessingJob"],
  Training: ["sagemaker:CreateTrainingJob", "sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob"],
  Tuning: [
    "sagemaker:CreateHyperParameterTuningJob",
    "sagemaker:DescribeHyperParameterTuningJob",
    "sagemaker:ListTrainingJobsForHyperParameterTuningJob",
    "sagemaker:DescribeTrainingJob",
  ],
  AutoML: ["sagemaker:CreateAutoMLJob", "sagemaker:DescribeAutoMLJob"],
  Transform: ["sagemaker:CreateTransformJob", "sagemaker:DescribeTransformJob"],
  Job: ["sagemaker:CreateJob", "sagemaker:DescribeJob"],
  Model: ["sagemaker:CreateModel", "sagemaker:DescribeModel"],
  RegisterModel: [
    "sagemaker:CreateModelPackage",
    "sagemaker:DescribeModelPackage",
    "sagemaker:CreateModelPackageGroup",
  ],
  EndpointConfig: ["sagemaker:CreateEndpointConfig"],
  Endpoint: ["sagemaker:CreateEndpoint", "sagemaker:DescribeEndpoint"],
  InferenceComponent: ["sagemaker:CreateInferenceComponent", "sagemaker:DescribeInferenceComponent"],
  HubContent: ["sagemaker:ImportHubContent", "sagemaker:DescribeHubContent"],
  Lineage: [
    "sagemaker:CreateAction",
    "sagemaker:CreateArtifact",
    "sagemaker:CreateContext",
    "sagemaker:AddAssociation",
  ],
  Lambda: ["lambda:InvokeFunction"],
  Callback: ["sqs:SendMessage"],
  EMR: [
    "elasticmapreduce:AddJobFlowSteps",
    "elasticmapreduce:DescribeStep",
    "elasticmapreduce:CancelSteps",
    "events:PutRule",
    "events:PutTargets",
  ],
  EMRServerless: ["emr-serverless:StartJobRun", "emr-serverless:GetJobRun", "emr-serverless:CancelJobRun"],
  Athena: ["athena:StartQueryExecution", "athena:GetQueryExecution"],
  BedrockCustomModel: ["bedrock:CreateCustomModel", "bedrock:GetCustomModel"],
  BedrockCustomModelDeployment: ["bedrock:CreateCustomModelDeployment"],
  BedrockModelImport: ["bedrock:CreateModelImportJob", "bedrock:GetModelImportJob"],
  BedrockProvisionedModelThroughput: ["bedrock:CreateProvisionedModelThroughput"],
  Cleanup: [],
  Condition: [],
  ForEach: [],
  Fail: [],
};

describe("the least that a pipeline's role is allowed", () => {
  it.each(stepTypeList.map(({ type }) => [type]))("has what a step %s asks", (type) => {
    expect(Object.keys(must)).toContain(type);
    expect(runOfType(type).asks).not.toBeNull();
    const asked = actions([{ Name: "A", Type: type, Arguments: {} }]);
    expect(asked).toEqual(expect.arrayContaining([...(must[type] ?? [])]));
    if (must[type]?.length === 0) expect(asked).toEqual([]);
  });

  it("passes the roles that steps name, each to its service, and nothing more", () => {
    const statements = policy([
      training("Train"),
      model("Model"),
      { Name: "E", Type: "EMR", Arguments: { ClusterId: "j-1ABC", ExecutionRoleArn: role } },
    ]);
    expect(statements.filter(({ Action }) => Action.includes("iam:PassRole"))).toEqual([
      {
        Sid: "PassRolesForTrainAndModel",
        Effect: "Allow",
        Action: ["iam:PassRole"],
        Resource: ["arn:aws:iam::111122223333:role/R"],
        Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
      },
      {
        Sid: "PassRolesForE",
        Effect: "Allow",
        Action: ["iam:PassRole"],
        Resource: [role],
        Condition: { StringEquals: { "iam:PassedToService": "elasticmapreduce.amazonaws.com" } },
      },
    ]);
    expect(statements.find(({ Sid }) => Sid === "ClustersForE")?.Resource).toEqual([
      "arn:aws:elasticmapreduce:*:*:cluster/j-1ABC",
    ]);
  });

  it("passes itself and writes logs for steps without a role, where it is named", () => {
    const without = [training("Train", { RoleArn: undefined })];
    expect(notInPolicy(definitionOf(pipeline(without)), null).join()).toMatch(
      /Train run with the pipeline's own role: name it/,
    );
    expect(notInPolicy(definitionOf(pipeline(without)), role)).toEqual([]);
    const sids = policy(without, role).map(({ Sid }) => Sid);
    expect(sids).toEqual(expect.arrayContaining(["PassItselfForTrain", "WriteLogsForTrain", "WriteMetricsForTrain"]));
    expect(policy([training("Train")], role).map(({ Sid }) => Sid)).not.toContain("WriteLogsForTrain");
  });

  it("reads, lists and writes what is named, of joins and parameters what is known", () => {
    const join = {
      "Std:Join": {
        On: "/",
        Values: ["s3:/", read("Parameters.Bucket"), "runs", read("Execution.PipelineExecutionId"), "x"],
      },
    };
    const definition = definitionOf(
      pipeline(
        [
          training("Train", {
            OutputDataConfig: { S3OutputPath: join, KmsKeyId: "alias/ml" },
            AlgorithmSpecification: {
              TrainingImage: "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1",
              TrainingInputMode: "File",
            },
          }),
          forEach("Each", [processing("Inner")]),
        ],
        [{ Name: "Bucket", Type: "String", DefaultValue: "acme" }],
      ),
    );
    const of = (sid: string) => policyOf(definition, null).Statement.find(({ Sid }) => Sid.startsWith(sid))?.Resource;
    expect(of("ReadObjectsForTrain")).toEqual(["arn:aws:s3:::b/in/train.csv*"]);
    expect(of("WriteObjectsForTrainAndInner")).toEqual(["arn:aws:s3:::acme/runs/*", "arn:aws:s3:::b/Inner/report*"]);
    expect(of("ListBucketsForTrainAndInner")).toEqual(["arn:aws:s3:::b", "arn:aws:s3:::acme"]);
    expect(of("PullImagesForTrain")).toEqual(["arn:aws:ecr:eu-west-1:141502667606:repository/sagemaker-xgboost"]);
    expect(of("UseKeysForTrain")).toEqual(["arn:aws:kms:*:*:alias/ml"]);
  });

  it("invokes the functions and fills the queues that are named", () => {
    const statements = policy([
      lambda("L"),
      {
        Name: "C",
        Type: "Callback",
        Arguments: {},
        SqsQueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs",
      },
      { Name: "D", Type: "Callback", Arguments: {}, SqsQueueUrl: read("Parameters.Queue") },
    ]);
    expect(statements.map(({ Resource }) => Resource)).toEqual([
      ["arn:aws:lambda:eu-west-1:111122223333:function:f"],
      ["arn:aws:sqs:eu-west-1:111122223333:jobs", "arn:aws:sqs:*:*:*"],
    ]);
  });

  it("deletes what a Cleanup names, and no more", () => {
    const cleanup = {
      Name: "Tidy",
      Type: "Cleanup",
      Arguments: { Resources: { S3: [{ StepName: "Inner" }] } },
      DependsOn: ["Inner"],
    };
    const deleting = policy([processing("Inner"), cleanup]).filter(({ Action }) => Action.includes("s3:DeleteObject"));
    expect(deleting.map(({ Resource }) => Resource)).toEqual([["arn:aws:s3:::b/Inner/report*"]]);
  });

  it("is of the partition of what the definition names", () => {
    const china = { ...lambda("L"), FunctionArn: "arn:aws-cn:lambda:cn-north-1:111122223333:function:f" };
    expect(policy([china])[0]?.Resource).toEqual(["arn:aws-cn:lambda:cn-north-1:111122223333:function:f"]);
  });

  it("says which steps it cannot know", () => {
    const definition = definitionOf(
      pipeline([{ Name: "X", Type: "New" }, training("T", { RoleArn: read("Parameters.Role") })]),
    );
    expect(notInPolicy(definition, null)).toEqual([
      "What steps of these types need is not known here: X. Add it to the policy.",
      "The role of T is known when the pipeline runs: add iam:PassRole for it.",
    ]);
  });

  it.each(naughtyTexts.map((text) => [text]))("has ids and ARNs of IAM's characters alone with %j", (text) => {
    const statements = policyOf(definitionOf(definitionFullOf(text)), null).Statement;
    expect(new Set(statements.map(({ Sid }) => Sid)).size).toBe(statements.length);
    for (const { Sid, Resource } of statements) {
      expect(Sid).toMatch(/^[A-Za-z0-9]+$/);
      for (const one of Resource) expect(one).toMatch(/^(\*|arn:aws[\w-]*:[\w:*/.+=,@-]+)$/);
    }
  });
});
