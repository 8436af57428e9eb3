/**
 * A step's metadata in ListPipelineExecutionSteps, and the outputs that can be read from it (pipeline-definition 6.6). Written by the
 * local region, read by whoever shows an execution, of the local region or of AWS.
 */
import { parsePath, printPath } from "../definition/path";
import { entries, get, getIn, isList, isObject, type ObjectValue, text, type Value } from "../definition/value";
import { type Outputs, outputAt } from "./outputs";
import { typedValue } from "./parameters";
import { joinText } from "./resolve";
import { declaredOutputs } from "./sampleRequest";

/** The metadata key of each type whose metadata is one `Arn`, and the members of its Describe response that follow from that. */
const arnTypes: Readonly<Record<string, { readonly key: string; readonly arn: string; readonly name: string | null }>> =
  {
    Training: { key: "TrainingJob", arn: "TrainingJobArn", name: "TrainingJobName" },
    Processing: { key: "ProcessingJob", arn: "ProcessingJobArn", name: "ProcessingJobName" },
    Transform: { key: "TransformJob", arn: "TransformJobArn", name: "TransformJobName" },
    Tuning: { key: "TuningJob", arn: "HyperParameterTuningJobArn", name: "HyperParameterTuningJobName" },
    AutoML: { key: "AutoMLJob", arn: "AutoMLJobArn", name: "AutoMLJobName" },
    Model: { key: "Model", arn: "ModelArn", name: "ModelName" },
    RegisterModel: { key: "RegisterModel", arn: "ModelPackageArn", name: null },
    Endpoint: { key: "Endpoint", arn: "EndpointArn", name: "EndpointName" },
    EndpointConfig: { key: "EndpointConfig", arn: "EndpointConfigArn", name: "EndpointConfigName" },
    InferenceComponent: { key: "InferenceComponent", arn: "InferenceComponentArn", name: "InferenceComponentName" },
    BedrockCustomModel: { key: "BedrockCustomModel", arn: "ModelArn", name: null },
    BedrockCustomModelDeployment: { key: "BedrockCustomModelDeployment", arn: "ModelDeploymentArn", name: null },
    BedrockModelImport: { key: "BedrockModelImport", arn: "JobArn", name: null },
    BedrockProvisionedModelThroughput: {
      key: "BedrockProvisionedModelThroughput",
      arn: "ProvisionedModelArn",
      name: null,
    },
    Job: { key: "Job", arn: "JobArn", name: "JobName" },
  };

function arnType(type: string) {
  return Object.hasOwn(arnTypes, type) ? arnTypes[type] : undefined;
}

/** Types whose metadata repeats outputs under their own names. */
const repeated: Readonly<Record<string, readonly string[]>> = {
  EMR: ["ClusterId"],
  EMRServerless: ["ApplicationId", "JobRunId", "JobRunName", "LogFilePath"],
  Athena: ["QueryExecutionId", "S3OutputLocation"],
  HubContent: ["HubArn", "HubContentArn"],
  ClarifyCheck: ["BaselineUsedForDriftCheckConstraints", "CalculatedBaselineConstraints"],
  QualityCheck: [
    "BaselineUsedForDriftCheckStatistics",
    "BaselineUsedForDriftCheckConstraints",
    "CalculatedBaselineStatistics",
    "CalculatedBaselineConstraints",
  ],
  ForEach: ["Status", "InputItemCount", "TotalStepCount", "SucceededStepCount", "FailedStepCount", "StoppedStepCount"],
};

/** What a step's metadata says of its outputs. `metadata` is the object with one key (`TrainingJob`, `Lambda` …), or undefined. */
export function outputsFromMetadata(step: ObjectValue, metadata: Value | undefined): Outputs {
  const type = text(get(step, "Type")) ?? "";
  const simple = arnType(type);
  const inner = get(metadata, simple?.key ?? type);
  const outputs = new Map<string, Value>();
  if (!isObject(inner)) return outputs;
  const arn = text(get(inner, "Arn"));
  if (simple !== undefined && arn !== undefined) {
    outputs.set(simple.arn, arn);
    if (simple.name !== null) outputs.set(simple.name, arn.slice(arn.lastIndexOf("/") + 1));
  }
  if (type === "Condition") outputs.set("Outcome", /^true$/i.test(String(get(inner, "Outcome"))));
  if (type === "Lambda" || type === "Callback") addDeclared(step, inner, outputs);
  if (type === "Lineage") addLineageArns(inner, outputs);
  if (type === "EMR") {
    addIfThere(outputs, "Id", get(inner, "StepId"));
    addIfThere(outputs, "Name", get(inner, "StepName"));
  }
  for (const name of (Object.hasOwn(repeated, type) ? repeated[type] : undefined) ?? []) {
    addIfThere(outputs, name, get(inner, name));
  }
  return outputs;
}

function addIfThere(outputs: Map<string, Value>, name: string, value: Value | undefined): void {
  if (value !== undefined) outputs.set(name, value);
}

/** `ActionArns`, `ArtifactArns` and `ContextArns` are maps from the name in the request to an ARN. */
function addLineageArns(inner: Value, outputs: Map<string, Value>): void {
  for (const [kind, arns] of entries(inner)) {
    for (const [name, arn] of entries(arns)) outputs.set(printPath([kind, name]), arn);
  }
}

/** `OutputParameters` travel as texts; the declared type tells what they are. */
function addDeclared(step: ObjectValue, inner: Value, outputs: Map<string, Value>): void {
  const types = new Map(declaredOutputs(step).map(({ name, type }) => [name, type]));
  const list = get(inner, "OutputParameters");
  for (const item of isList(list) ? list : []) {
    const name = text(get(item, "Name"));
    const value = text(get(item, "Value"));
    if (name === undefined || value === undefined) continue;
    outputs.set(printPath(["OutputParameters", name]), typedValue(types.get(name) ?? "String", value) ?? value);
  }
}

export interface MetadataSource {
  readonly step: ObjectValue;
  readonly name: string;
  readonly request: Value;
  readonly beside: Value;
  readonly outputs: Outputs;
  readonly outcome: boolean | null;
  readonly failureReason: string | null;
}

/** The metadata of a step that ended, as the service lists it; null for a type that has none. */
export function metadataOf(source: MetadataSource): Value | null {
  const { step, outputs, beside } = source;
  const type = text(get(step, "Type")) ?? "";
  const simple = arnType(type);
  if (simple !== undefined) {
    const arn = outputs.get(simple.arn);
    return arn === undefined ? null : { [simple.key]: { Arn: arn } };
  }
  const own = Object.hasOwn(repeated, type) ? only(outputs, repeated[type] ?? []) : {};
  switch (type) {
    case "Condition":
      return source.outcome === null ? null : { Condition: { Outcome: source.outcome ? "True" : "False" } };
    case "Lambda":
      return { Lambda: { Arn: get(step, "FunctionArn") ?? "", OutputParameters: declaredPairs(outputs) } };
    case "Callback":
      return { Callback: { SqsQueueUrl: get(step, "SqsQueueUrl") ?? "", OutputParameters: declaredPairs(outputs) } };
    case "Fail":
      return { Fail: { ErrorMessage: source.failureReason ?? "" } };
    case "EMR":
      return { EMR: { ...own, StepId: outputs.get("Id") ?? "", StepName: outputs.get("Name") ?? source.name } };
    case "ClarifyCheck":
    case "QualityCheck":
      return { [type]: { CheckType: get(beside, "CheckType") ?? "", ...checkSettings(beside), ...own } };
    case "Cleanup":
      return { Cleanup: { CleanedSteps: cleanedSteps(source.request), FailedSteps: [], SkippedSteps: [] } };
    case "Lineage":
      return { Lineage: lineageArns(outputs) };
    default:
      return Object.hasOwn(repeated, type) ? { [type]: own } : null;
  }
}

/** What a check's metadata repeats of what stands beside `Arguments`. */
function checkSettings(beside: Value): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    ["ModelPackageGroupName", "SkipCheck", "RegisterNewBaseline"].flatMap((name) => {
      const value = get(beside, name);
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );
}

function cleanedSteps(request: Value): Value {
  const sources = getIn(request, ["Resources", "S3"]);
  return isList(sources) ? sources.flatMap((source) => text(get(source, "StepName")) ?? []) : [];
}

function only(outputs: Outputs, names: readonly string[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = outputAt(outputs, [name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function declaredPairs(outputs: Outputs): Value {
  return [...outputs].flatMap(([key, value]) => {
    const path = parsePath(key);
    return path?.[0] === "OutputParameters" ? [{ Name: String(path[1]), Value: joinText(value) }] : [];
  });
}

function lineageArns(outputs: Outputs): Value {
  const arns: Record<string, Record<string, Value>> = {};
  for (const [key, value] of outputs) {
    const path = parsePath(key);
    if (path === null || path.length !== 2) continue;
    const kind = String(path[0]);
    arns[kind] = { ...arns[kind], [String(path[1])]: value };
  }
  return arns;
}
