// What SageMaker Pipelines makes of AWS's requests: arguments that the API has under no one name, members that Pipelines adds, drops
// or does not need, and what AWS says that the installed SDK does not carry.

/**
 * Shapes by name. `members`: name → `{ shape, required?, text? }`; a shape in brackets is a list of it. `text` is its documentation,
 * for what AWS has no sentence for. Beside the shapes of AWS there are String, Integer, Any, and Opaque: a structure of which no
 * member is known.
 */
export const composed = {
  // 2.13
  EMRArguments: {
    text: "A step of an EMR cluster: one that is there, or one that is made for it.",
    members: {
      StepConfig: { shape: "StepConfig", required: true, text: "What the cluster runs." },
      ClusterId: {
        shape: "String",
        text: "The ID of the cluster that runs the step. Give this or ClusterConfig. The cluster must be starting, running or waiting.",
      },
      ExecutionRoleArn: {
        shape: "String",
        text: "The Amazon Resource Name (ARN) of the runtime role of the step. Only with ClusterId.",
      },
      ClusterConfig: {
        shape: "RunJobFlowInput",
        text: "The cluster that SageMaker Pipelines makes for this step and ends after it. Give this or ClusterId.",
      },
    },
  },
  // 2.14: PascalCase outside, the API's camelCase inside.
  EMRServerlessArguments: {
    text: "A job run of an EMR Serverless application: one that is there, or one that is made for it.",
    members: {
      ExecutionRoleArn: {
        shape: "String",
        required: true,
        text: "The Amazon Resource Name (ARN) of the role that the job runs with. It stands in JobConfig as well.",
      },
      JobConfig: { shape: "StartJobRunRequest", required: true, text: "What the application runs." },
      ApplicationId: {
        shape: "String",
        text: "The ID of the application that runs the job. Give this or ApplicationConfig.",
      },
      ApplicationConfig: {
        shape: "CreateApplicationRequest",
        text: "The application that SageMaker Pipelines makes for this step. Give this or ApplicationId.",
      },
    },
  },
  // 2.18, 8.6
  LineageArguments: {
    text: "Entities of SageMaker ML Lineage, and how they belong together. At least one of the four lists.",
    members: {
      Actions: { shape: "[CreateActionRequest]", text: "Actions to record: a training, a deployment." },
      Artifacts: { shape: "[CreateArtifactRequest]", text: "Artifacts to record: a dataset, a model." },
      Contexts: { shape: "[CreateContextRequest]", text: "Contexts to record: a pipeline, an endpoint." },
      Associations: {
        shape: "[LineageAssociation]",
        text: "What leads from one entity to another; at most 10 in a step.",
      },
    },
  },
  LineageAssociation: {
    text: "Leads from one entity to another.",
    members: {
      Source: { shape: "LineageEnd", required: true, text: "The entity where the association begins." },
      Destination: { shape: "LineageEnd", required: true, text: "The entity where the association ends." },
      AssociationType: { shape: "AssociationEdgeType", text: "How the two belong together." },
    },
  },
  BestCandidateProperties: {
    members: {
      ModelInsightsJsonReportPath: { shape: "String", text: "S3 URI of the report on the best model's quality." },
      ExplainabilityJsonReportPath: { shape: "String", text: "S3 URI of the report on what the best model looks at." },
    },
  },
  LineageEnd: {
    text: "An entity by its ARN, or by the name and type under which this step creates it.",
    members: {
      Arn: { shape: "String", text: "The Amazon Resource Name (ARN) of the entity. Give this, or Name and Type." },
      Name: { shape: "String", text: "The name under which this step creates the entity." },
      Type: { shape: "LineageEntity", text: "What the entity is: an Action, an Artifact or a Context." },
    },
  },
};

/**
 * What Bedrock's steps give: flat lists, in PascalCase (bedrock_steps.py:47-108). Texts, unless a kind follows the name; what is below a
 * structure the Python SDK does not say.
 */
const bedrockOutputs = {
  CustomModelOutputs:
    "ModelArn ModelName JobArn JobName BaseModelArn CustomizationType ModelKmsKeyArn HyperParameters:Opaque TrainingDataConfig:Opaque ValidationDataConfig:Opaque OutputDataConfig:Opaque TrainingMetrics:Opaque ValidationMetrics:Opaque CreationTime CustomizationConfig:Opaque ModelStatus FailureMessage",
  CustomModelDeploymentOutputs:
    "ModelDeploymentArn ModelDeploymentName ModelArn CreatedAt Status FailureMessage Description Tags:Opaque",
  ModelImportOutputs:
    "ImportedModelArn ImportedModelName JobArn JobName RoleArn ModelDataSource:Opaque Status FailureMessage CreationTime LastModifiedTime EndTime VpcConfig:Opaque ImportedModelKmsKeyArn",
  ProvisionedModelThroughputOutputs:
    "ProvisionedModelArn ProvisionedModelName ModelUnits:Integer DesiredModelUnits:Integer ModelArn DesiredModelArn FoundationModelArn Status CreationTime LastModifiedTime FailureMessage CommitmentDuration CommitmentExpirationTime",
};
for (const [name, list] of Object.entries(bedrockOutputs)) {
  const members = list.split(" ").map((one) => {
    const [member, shape = "String"] = one.split(":");
    return [member, { shape }];
  });
  composed[name] = { members: Object.fromEntries(members) };
}

/** Values of enums that the declarations name no member by, or that no declaration has. */
export const enums = {
  LineageEntity: ["Action", "Artifact", "Context"],
};

/** Per shape: members that `drop`, that are `optional` or `needed` other than in the API, and those that Pipelines has more. */
export const changed = {
  // 2.5, 3.3: of ListTrainingJobsForHyperParameterTuningJob, sorted best first.
  DescribeHyperParameterTuningJobResponse: {
    more: {
      TrainingJobSummaries: {
        shape: "[HyperParameterTrainingJobSummary]",
        text: "The training jobs that the tuning job launched, the best first; up to 50.",
      },
    },
  },
  // 3.3: made by Pipelines, not members of the response (automl_step.py:76-86).
  DescribeAutoMLJobResponse: { more: { BestCandidateProperties: { shape: "BestCandidateProperties" } } },
  // 2.6: only ensembling is supported; the SDK raises AutoMLStepInvalidModeError without it.
  CreateAutoMLJobRequest: { needed: ["AutoMLJobConfig"] },
  AutoMLJobConfig: { needed: ["Mode"] },
  // 2.13; ClusterId stands beside the members of the step that EMR describes (rst:562).
  Step: { more: { ClusterId: { shape: "String", text: "The ID of the cluster that ran the step." } } },
  StepConfig: { optional: ["Name"] },
  RunJobFlowInput: { drop: ["Name", "Steps", "AutoTerminationPolicy"] },
  JobFlowInstancesConfig: { drop: ["KeepJobFlowAliveWhenNoSteps", "TerminationProtected"] },
  // 2.14: the application is named beside the job or made for it.
  StartJobRunRequest: { drop: ["clientToken"], optional: ["applicationId"] },
  CreateApplicationRequest: { drop: ["clientToken"], optional: ["releaseLabel", "type"] },
  // 8.1: written by the Python SDK 3.x (CustomerDetails) and its evaluation templates (VpcConfig); not in CreateJobRequest.
  CreateJobRequest: {
    more: {
      CustomerDetails: { shape: "Any", text: "Written by the SageMaker Python SDK; the API does not describe it." },
      VpcConfig: {
        shape: "VpcConfig",
        text: "The VPC that the job runs in. Written by the SageMaker Python SDK; the API does not describe it.",
      },
    },
  },
};

/** Values that AWS has and the installed SDK has not. `sdk.test.ts` fails when it has: delete the line then. */
export const newerValues = {
  JobCategory: ["SyntheticDataGeneration", "DataQualityEvaluation", "DataTransformation"],
};
