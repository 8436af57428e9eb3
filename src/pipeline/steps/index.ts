import type { StepType } from "../schema/stepType";
import { athena } from "./types/athena";
import { autoMl } from "./types/autoMl";
import { bedrockCustomModel } from "./types/bedrockCustomModel";
import { bedrockCustomModelDeployment } from "./types/bedrockCustomModelDeployment";
import { bedrockModelImport } from "./types/bedrockModelImport";
import { bedrockProvisionedModelThroughput } from "./types/bedrockProvisionedModelThroughput";
import { callback } from "./types/callback";
import { clarifyCheck } from "./types/clarifyCheck";
import { cleanup } from "./types/cleanup";
import { condition } from "./types/condition";
import { emr } from "./types/emr";
import { emrServerless } from "./types/emrServerless";
import { endpoint } from "./types/endpoint";
import { endpointConfig } from "./types/endpointConfig";
import { fail } from "./types/fail";
import { forEach } from "./types/forEach";
import { hubContent } from "./types/hubContent";
import { inferenceComponent } from "./types/inferenceComponent";
import { job } from "./types/job";
import { lambda } from "./types/lambda";
import { lineage } from "./types/lineage";
import { model } from "./types/model";
import { processing } from "./types/processing";
import { qualityCheck } from "./types/qualityCheck";
import { registerModel } from "./types/registerModel";
import { training } from "./types/training";
import { transform } from "./types/transform";
import { tuning } from "./types/tuning";
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

/** The `Type` strings that Stepwire knows. */
export type KnownStepType = keyof typeof registry;

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
