import type { Page } from "@playwright/test";
import type { Editor } from "./editor";

/** What a person does with one step of a type: the fields to fill in, the field and the output to wire. */
export interface StepCase {
  readonly type: string;
  /** Label, text, and the path where labels repeat. */
  readonly fill: readonly (readonly [label: string, text: string, path?: string])[];
  /** The field, behind `Arguments`, that reads the value of the Lambda before it. */
  readonly input: string;
  /** The output that the Lambda behind it reads; null for a type that gives none. */
  readonly output: string | null;
  /** The output is on no port of the card: the Lambda's argument is made first and reads it by the reference picker. */
  readonly byReference?: string;
  /** Declared first. */
  readonly declares?: string;
  /** What to choose in a list of the form: its label, and the option. */
  readonly choose?: readonly [label: string, option: string];
  /** What has a form or a gesture of its own. The step is selected before and after. */
  readonly build?: (editor: Editor, page: Page) => Promise<void>;
  /** Fields that are there only when the input is wired. */
  readonly fillAfter?: readonly (readonly [label: string, text: string])[];
}

/** A step drawn into the loop's body. */
async function giveBody(editor: Editor): Promise<void> {
  await editor.addByClick("Lambda");
  await editor.dropOnStep(editor.canvas.getByLabel("Each of ForEach", { exact: true }), "Lambda");
  await editor.selectStep("ForEach");
}

/** A step whose outputs are deleted. */
async function giveSource(editor: Editor, page: Page): Promise<void> {
  await editor.addByClick("Processing");
  await editor.selectStep("Cleanup");
  await editor.region("Inspector").getByLabel("Clean up after a step").click();
  await page.getByRole("option", { name: "Processing Processing", exact: true }).click();
}

const role = "arn:aws:iam::111122223333:role/Pipelines";
const image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/churn:1";
const bucket = "s3://churn";

export const stepCases: readonly (readonly StepCase[])[] = [
  [
    {
      type: "Processing",
      fill: [
        ["Image URI", image],
        ["Role ARN", role],
        ["S3 URI", `${bucket}/prepared`, "Outputs[0].S3Output.S3Uri"],
      ],
      input: "ProcessingInputs[0].S3Input.S3Uri",
      output: "ProcessingOutputConfig.Outputs['output'].S3Output.S3Uri",
    },
    { type: "EMR", fill: [["Cluster ID", "j-ABC"]], input: "StepConfig.HadoopJarStep.Args[1]", output: "ClusterId" },
    {
      type: "EMRServerless",
      fill: [
        ["Execution role ARN", role],
        ["executionRoleArn", role],
        ["Application ID", "00f"],
      ],
      input: "JobConfig.jobDriver.sparkSubmit.entryPoint",
      output: "ApplicationId",
      byReference: "application",
    },
    {
      type: "Athena",
      fill: [["Output location", `${bucket}/queries`]],
      input: "QueryString",
      output: "S3OutputLocation",
    },
    {
      type: "Transform",
      fill: [
        ["S3 URI", `${bucket}/in`],
        ["S3 output path", `${bucket}/out`],
      ],
      input: "ModelName",
      output: "TransformOutput.S3OutputPath",
    },
  ],
  [
    {
      type: "Training",
      fill: [
        ["S3 output path", `${bucket}/models`],
        ["Role ARN", role],
        ["Training image", image],
      ],
      input: "InputDataConfig[0].DataSource.S3DataSource.S3Uri",
      output: "ModelArtifacts.S3ModelArtifacts",
    },
    {
      type: "Tuning",
      fill: [
        ["S3 output path", `${bucket}/models`],
        ["Role ARN", role],
        ["Training image", image],
        ["Metric name", "validation:rmse"],
        ["Name", "eta", "ContinuousParameterRanges[0].Name"],
        ["Minimum value", "0.1"],
        ["Maximum value", "0.5"],
      ],
      input: "TrainingJobDefinition.InputDataConfig[0].DataSource.S3DataSource.S3Uri",
      output: "BestTrainingJob.TrainingJobName",
    },
    {
      type: "AutoML",
      fill: [
        ["Target attribute name", "churned"],
        ["S3 output path", `${bucket}/models`],
        ["Role ARN", role],
      ],
      input: "InputDataConfig[0].DataSource.S3DataSource.S3Uri",
      output: "BestCandidate.InferenceContainers[0].ModelDataUrl",
    },
    { type: "Job", fill: [["Role ARN", role]], input: "JobConfigDocument", output: "JobArn" },
  ],
  [
    {
      type: "Model",
      fill: [
        ["Image", image],
        ["Execution role ARN", role],
      ],
      input: "PrimaryContainer.ModelDataUrl",
      output: "ModelName",
    },
    {
      type: "RegisterModel",
      fill: [
        ["Model package group name", "churn"],
        ["Image", image],
      ],
      input: "InferenceSpecification.Containers[0].ModelDataUrl",
      output: "ModelPackageArn",
    },
    {
      type: "EndpointConfig",
      fill: [["Variant name", "Blue"]],
      input: "ProductionVariants[0].ModelName",
      output: "EndpointConfigName",
    },
    {
      type: "Endpoint",
      fill: [["Endpoint config name", "churn-config"]],
      input: "EndpointName",
      output: "EndpointArn",
    },
    {
      type: "InferenceComponent",
      fill: [
        ["Inference component name", "churn-part"],
        ["Endpoint name", "churn"],
      ],
      input: "Specification.ModelName",
      output: "InferenceComponentName",
    },
  ],
  [
    {
      type: "HubContent",
      fill: [["Hub content name", "churn"]],
      input: "HubName",
      output: "HubContentArn",
    },
    {
      type: "BedrockCustomModel",
      fill: [
        ["Model name", "churn"],
        ["Role ARN", role],
      ],
      input: "ModelSourceConfig.S3DataSource.S3Uri",
      output: "ModelArn",
    },
    {
      type: "BedrockCustomModelDeployment",
      fill: [["Model deployment name", "churn"]],
      input: "ModelArn",
      output: "ModelDeploymentArn",
    },
    {
      type: "BedrockModelImport",
      fill: [
        ["Job name", "import"],
        ["Imported model name", "churn"],
        ["Role ARN", role],
      ],
      input: "ModelDataSource.S3DataSource.S3Uri",
      output: "ImportedModelArn",
    },
    {
      type: "BedrockProvisionedModelThroughput",
      fill: [["Provisioned model name", "churn"]],
      input: "ModelId",
      output: "ProvisionedModelArn",
    },
  ],
  [
    { type: "Fail", fill: [], input: "ErrorMessage", output: null },
    {
      type: "Lambda",
      fill: [["Function ARN", "arn:aws:lambda:eu-west-1:111122223333:function:score"]],
      declares: "given",
      input: "made",
      output: "given",
    },
    {
      type: "Callback",
      fill: [["SQS queue URL", "https://sqs.eu-west-1.amazonaws.com/111122223333/asked"]],
      declares: "given",
      input: "made",
      output: "given",
    },
    {
      type: "Lineage",
      fill: [
        ["Artifact name", "model"],
        ["Artifact type", "Model"],
      ],
      input: "Artifacts[0].Source.SourceUri",
      output: "ArtifactArns['model']",
    },
  ],
  [
    {
      type: "ClarifyCheck",
      fill: [
        ["Image URI", image],
        ["Role ARN", role],
        ["S3 URI", `${bucket}/config.json`, "ProcessingInputs[0].S3Input.S3Uri"],
        ["S3 URI", `${bucket}/report`, "Outputs[0].S3Output.S3Uri"],
      ],
      choose: ["Check type", "MODEL_BIAS"],
      input: "ProcessingInputs[1].S3Input.S3Uri",
      output: "CalculatedBaselineConstraints",
    },
    {
      type: "QualityCheck",
      fill: [
        ["Image URI", image],
        ["Role ARN", role],
        ["S3 URI", `${bucket}/report`, "Outputs[0].S3Output.S3Uri"],
      ],
      choose: ["Check type", "MODEL_QUALITY"],
      input: "ProcessingInputs[0].S3Input.S3Uri",
      output: "CalculatedBaselineStatistics",
    },
  ],
  [
    {
      type: "Condition",
      fill: [],
      input: "Conditions[0].LeftValue",
      fillAfter: [["Right side of condition 1", "ready"]],
      output: "Outcome",
      byReference: "passed",
    },
    { type: "ForEach", fill: [], build: giveBody, input: "IterableItems", output: "Status", byReference: "status" },
    { type: "Cleanup", fill: [], build: giveSource, input: "Resources.S3[0].S3Uris[0]", output: null },
  ],
];
