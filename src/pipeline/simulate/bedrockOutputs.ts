import { arnOf, jobNameOf, tokenFrom } from "./names";
import { askedText, type OutputsOfType, type SampleRequest } from "./sampleRequest";

function bedrockArn({ context, name }: SampleRequest, kind: string): string {
  return arnOf(context, `${kind}/${tokenFrom(`${context.executionId}/${name}/${kind}`, 12).toLowerCase()}`, "bedrock");
}

function asked({ request, context, name }: SampleRequest, member: string): string {
  return askedText(request, member) ?? jobNameOf(context, name);
}

export const customModel: OutputsOfType = (sample) => [
  [["ModelArn"], bedrockArn(sample, "custom-model/imported")],
  [["ModelName"], asked(sample, "ModelName")],
  [["ModelStatus"], "Active"],
];

export const customModelDeployment: OutputsOfType = (sample) => [
  [["ModelDeploymentArn"], bedrockArn(sample, "custom-model-deployment")],
  [["ModelDeploymentName"], asked(sample, "ModelDeploymentName")],
  [["Status"], "Active"],
];

export const modelImport: OutputsOfType = (sample) => [
  [["JobArn"], bedrockArn(sample, "model-import-job")],
  [["JobName"], asked(sample, "JobName")],
  [["ImportedModelArn"], bedrockArn(sample, "imported-model")],
  [["ImportedModelName"], asked(sample, "ImportedModelName")],
  [["Status"], "Completed"],
];

export const provisionedThroughput: OutputsOfType = (sample) => [
  [["ProvisionedModelArn"], bedrockArn(sample, "provisioned-model")],
  [["ProvisionedModelName"], asked(sample, "ProvisionedModelName")],
  [["Status"], "InService"],
];
