import { athena } from "./athena";
import { autoMl } from "./autoMl";
import { bedrockCustomModel } from "./bedrockCustomModel";
import { bedrockCustomModelDeployment } from "./bedrockCustomModelDeployment";
import { bedrockModelImport } from "./bedrockModelImport";
import { bedrockProvisionedModelThroughput } from "./bedrockProvisionedModelThroughput";
import { callback } from "./callback";
import { clarifyCheck } from "./clarifyCheck";
import { cleanup } from "./cleanup";
import { condition } from "./condition";
import { emr } from "./emr";
import { emrServerless } from "./emrServerless";
import { endpoint } from "./endpoint";
import { endpointConfig } from "./endpointConfig";
import { fail } from "./fail";
import { forEach } from "./forEach";
import { hubContent } from "./hubContent";
import { inferenceComponent } from "./inferenceComponent";
import { job } from "./job";
import { lambda } from "./lambda";
import { lineage } from "./lineage";
import { model } from "./model";
import { processing } from "./processing";
import { qualityCheck } from "./qualityCheck";
import { registerModel } from "./registerModel";
import type { StepType } from "./stepType";
import { training } from "./training";
import { transform } from "./transform";
import { tuning } from "./tuning";
import { unknownStepType } from "./unknown";

/**
 * All step types that Stepwire knows, in the palette's order within each group. A new type is one file beside these and one line
 * here; `registry.test.ts` then says what it still lacks.
 */
const registry = {
  Processing: processing,
  EMR: emr,
  EMRServerless: emrServerless,
  Athena: athena,
  Transform: transform,
  Cleanup: cleanup,
  Training: training,
  Tuning: tuning,
  AutoML: autoMl,
  Job: job,
  Model: model,
  RegisterModel: registerModel,
  EndpointConfig: endpointConfig,
  Endpoint: endpoint,
  InferenceComponent: inferenceComponent,
  HubContent: hubContent,
  BedrockCustomModel: bedrockCustomModel,
  BedrockCustomModelDeployment: bedrockCustomModelDeployment,
  BedrockModelImport: bedrockModelImport,
  BedrockProvisionedModelThroughput: bedrockProvisionedModelThroughput,
  Condition: condition,
  ForEach: forEach,
  Fail: fail,
  Lambda: lambda,
  Callback: callback,
  Lineage: lineage,
  ClarifyCheck: clarifyCheck,
  QualityCheck: qualityCheck,
} satisfies Readonly<Record<string, StepType>>;

export const stepTypes: Readonly<Record<string, StepType>> = registry;

export const stepTypeList: readonly StepType[] = Object.values(registry);

const byType: ReadonlyMap<string, StepType> = new Map(Object.entries(registry));

export function isKnownStepType(type: string): boolean {
  return byType.has(type);
}

/** The step type of a `Type` string; one that the registry does not know gets a type that keeps it as it is. */
export function stepTypeOf(type: string): StepType {
  return byType.get(type) ?? unknownStepType(type);
}
