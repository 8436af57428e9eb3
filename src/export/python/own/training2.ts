import { entries, get, isList, isObject, sameValue, type Value } from "../../../pipeline/definition/value";
import { call, dict, type Expr } from "../layout";
import type { OwnClass, Writing } from "../sdk";
import { hasKeys } from "../stepParts";
import { quoted } from "../text";
import {
  filled,
  hyperparameters,
  instanceType,
  Keywords,
  location,
  map,
  only,
  operand,
  records,
  role,
  texts,
} from "./operands";

const request =
  "AlgorithmSpecification OutputDataConfig StoppingCondition ResourceConfig RoleArn InputDataConfig HyperParameters Environment Tags VpcConfig EnableNetworkIsolation EnableInterContainerTrafficEncryption EnableManagedSpotTraining CheckpointConfig DebugHookConfig ProfilerConfig RetryStrategy".split(
    " ",
  );

/** An `Estimator` of version 2 that is fitted. */
export const training2: OwnClass = {
  takes: ["CacheConfig", "RetryPolicies"],
  write(step, writing) {
    const args = only(step.args, ...request);
    const made = args === null ? null : estimator(args, writing);
    const channels = args === null ? null : inputs(get(args, "InputDataConfig"), writing);
    if (made === null || channels === null) return null;
    const variable = writing.put(step.name, "estimator", made);
    return { of: "TrainingStep", args: [["step_args", call(`${variable}.fit`, channels === "" ? null : channels)]] };
  },
};

function estimator(args: Value, writing: Writing): Expr | null {
  const [algorithm, output, stop, cluster] = [
    get(args, "AlgorithmSpecification"),
    get(args, "OutputDataConfig"),
    get(args, "StoppingCondition"),
    get(args, "ResourceConfig"),
  ];
  const isKnown =
    hasKeys(
      algorithm,
      "TrainingInputMode",
      "TrainingImage",
      "ContainerEntrypoint?",
      "ContainerArguments?",
      "MetricDefinitions?",
    ) &&
    hasKeys(output, "S3OutputPath", "KmsKeyId?") &&
    hasKeys(stop, "MaxRuntimeInSeconds", "MaxWaitTimeInSeconds?") &&
    hasKeys(cluster, "VolumeSizeInGB", "InstanceCount", "InstanceType", "VolumeKmsKeyId?", "KeepAlivePeriodInSeconds?");
  if (!isKnown) return null;
  const say = new Keywords();
  const text = (value: Value) => operand(value, "text", writing);
  const whole = (value: Value) => operand(value, "number", writing);
  const path = get(output, "S3OutputPath") ?? null;
  say.must("image_uri", text(get(algorithm, "TrainingImage") ?? null));
  say.must("role", role(get(args, "RoleArn"), writing));
  say.must("instance_count", whole(get(cluster, "InstanceCount") ?? null));
  say.must("instance_type", instanceType(get(cluster, "InstanceType"), writing));
  const [size, seconds, mode] = [
    get(cluster, "VolumeSizeInGB") ?? null,
    get(stop, "MaxRuntimeInSeconds") ?? null,
    get(algorithm, "TrainingInputMode") ?? null,
  ];
  say.unless("volume_size", size, 30, whole(size));
  say.unless("max_run", seconds, 86_400, whole(seconds));
  say.unless("input_mode", mode, "File", text(mode));
  say.must("output_path", location(path, writing));
  say.may("output_kms_key", get(output, "KmsKeyId"), text);
  say.may("volume_kms_key", get(cluster, "VolumeKmsKeyId"), text);
  say.may("keep_alive_period_in_seconds", get(cluster, "KeepAlivePeriodInSeconds"), whole);
  say.may("container_entry_point", get(algorithm, "ContainerEntrypoint"), (value) => texts(value, writing));
  say.may("container_arguments", get(algorithm, "ContainerArguments"), (value) => texts(value, writing));
  say.may("metric_definitions", get(algorithm, "MetricDefinitions"), (value) =>
    records(value, ["Name", "Regex"], writing),
  );
  say.may("hyperparameters", get(args, "HyperParameters"), (value) => hyperparameters(value, writing));
  say.may("environment", get(args, "Environment"), (value) => map(value, writing));
  say.may("tags", get(args, "Tags"), (value) => records(value, ["Key", "Value"], writing));
  const vpc = get(args, "VpcConfig");
  if (vpc !== undefined && !hasKeys(vpc, "Subnets", "SecurityGroupIds")) return null;
  say.may("subnets", get(vpc, "Subnets"), (value) => texts(value, writing));
  say.may("security_group_ids", get(vpc, "SecurityGroupIds"), (value) => texts(value, writing));
  const isTrue = (value: Value) => (value === true ? "True" : null);
  say.may("enable_network_isolation", get(args, "EnableNetworkIsolation"), isTrue);
  say.may("encrypt_inter_container_traffic", get(args, "EnableInterContainerTrafficEncryption"), isTrue);
  say.may("use_spot_instances", get(args, "EnableManagedSpotTraining"), isTrue);
  const wait = get(stop, "MaxWaitTimeInSeconds");
  if (wait !== undefined && get(args, "EnableManagedSpotTraining") !== true) return null;
  say.may("max_wait", wait, whole);
  const checkpoint = get(args, "CheckpointConfig");
  if (checkpoint !== undefined && !hasKeys(checkpoint, "S3Uri", "LocalPath?")) return null;
  say.may("checkpoint_s3_uri", get(checkpoint, "S3Uri"), (value) => location(value, writing));
  say.may("checkpoint_local_path", get(checkpoint, "LocalPath"), text);
  const retry = get(args, "RetryStrategy");
  if (retry !== undefined && !hasKeys(retry, "MaximumRetryAttempts")) return null;
  say.may("max_retry_attempts", get(retry, "MaximumRetryAttempts"), whole);
  if (!debugging(args, path, say)) return null;
  return say.fits ? writing.make("Estimator", ...say.args, ["sagemaker_session", "session"]) : null;
}

/** The SDK's debugger and profiler, which are on where nothing is said, and write beside the model. */
function debugging(args: Value, path: Value, say: Keywords): boolean {
  const [hook, profiler] = [get(args, "DebugHookConfig"), get(args, "ProfilerConfig")];
  if (hook === undefined) say.must("debugger_hook_config", "False");
  else if (!sameValue(hook, { S3OutputPath: path, CollectionConfigurations: [] })) return false;
  if (sameValue(profiler, { DisableProfiler: true })) say.must("disable_profiler", "True");
  else return sameValue(profiler, { S3OutputPath: path, DisableProfiler: false });
  return true;
}

/** Channels by name; "" where there are none. */
function inputs(value: Value | undefined, writing: Writing): Expr | null {
  if (value === undefined) return "";
  if (!isList(value) || value.length === 0) return null;
  const names = value.map((channel) => get(channel, "ChannelName"));
  if (names.some((name) => typeof name !== "string" || name === "") || new Set(names).size < names.length) return null;
  const written = value.map((channel) => input(channel, writing));
  if (!written.every((channel) => channel !== null)) return null;
  return dict(written.map((channel, index) => [quoted(String(names[index])), channel] as const));
}

function input(channel: Value, writing: Writing): Expr | null {
  const source = get(get(channel, "DataSource"), "S3DataSource");
  const isKnown =
    hasKeys(
      channel,
      "DataSource",
      "ChannelName",
      "CompressionType?",
      "ContentType?",
      "RecordWrapperType?",
      "InputMode?",
    ) &&
    hasKeys(get(channel, "DataSource"), "S3DataSource") &&
    hasKeys(source, "S3DataType", "S3Uri", "S3DataDistributionType", "AttributeNames?");
  if (!isKnown || !isObject(source)) return null;
  const say = new Keywords();
  const text = (value: Value) => filled(value, writing);
  say.must("s3_data", location(get(source, "S3Uri"), writing));
  const [distribution, type] = [get(source, "S3DataDistributionType") ?? null, get(source, "S3DataType") ?? null];
  say.unless("distribution", distribution, "FullyReplicated", text(distribution));
  say.unless("s3_data_type", type, "S3Prefix", text(type));
  say.may("compression", get(channel, "CompressionType"), text);
  say.may("content_type", get(channel, "ContentType"), text);
  say.may("record_wrapping", get(channel, "RecordWrapperType"), text);
  say.may("input_mode", get(channel, "InputMode"), text);
  say.may("attribute_names", get(source, "AttributeNames"), (value) => texts(value, writing));
  return say.fits && entries(source).length > 0 ? writing.make("TrainingInput", ...say.args) : null;
}
