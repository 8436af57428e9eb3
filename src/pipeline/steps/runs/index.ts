import type { KnownStepType } from "../index";
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
import type { RunsAs } from "./runsAs";
import { training } from "./training";
import { transform } from "./transform";
import { tuning } from "./tuning";
import { unknownRun } from "./unknown";

/**
 * What a run of each step type gives; a type that is missing is an error of the compiler. Apart from the types themselves: the page needs
 * those at once, and this only when something runs (docs/decisions/0010-runs-apart-from-types.md).
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
} satisfies Readonly<Record<KnownStepType, RunsAs>>;

const byType: ReadonlyMap<string, RunsAs> = new Map(Object.entries(registry));

export const runList: readonly RunsAs[] = Object.values(registry);

/** What a run of a type gives; of one that the registry does not know, nothing is known. */
export function runOfType(type: string): RunsAs {
  return byType.get(type) ?? unknownRun;
}
