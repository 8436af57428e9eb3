import { entries, get, isList, text, type Value } from "../../../pipeline/definition/value";
import { type Argument, call, type Expr, list } from "../layout";
import type { OwnClass, Writing } from "../sdk";
import { hasKeys, type StepParts } from "../stepParts";
import { quoted } from "../text";
import { instanceType, Keywords, map, only, operand, records, role, texts } from "./operands";

/** How a version of the SDK writes where a job reads and where it writes; null where it would send something else. */
export interface Channels {
  input(value: Value, writing: Writing): Expr | null;
  output(value: Value, writing: Writing): Expr | null;
  /** False where it would write some of them otherwise, and that could not be put right. */
  suits?(args: Value): boolean;
  /** Puts right what it leaves out although it is in the request. */
  repair?(step: StepParts, writing: Writing): void;
}

const request = [
  "ProcessingResources AppSpecification RoleArn ProcessingInputs ProcessingOutputConfig Environment NetworkConfig",
  "StoppingCondition Tags",
]
  .join(" ")
  .split(" ");

/** A `Processor` that is run: the same in both versions but for its channels. */
export function processing(channels: Channels): OwnClass {
  return {
    takes: ["CacheConfig", "RetryPolicies", "PropertyFiles"],
    write(step, writing) {
      const args = only(step.args, ...request);
      const files = propertyFiles(step, writing);
      if (args === null || files === null || channels.suits?.(args) === false) return null;
      const job = processor(args, writing);
      const run = job === null ? null : runOf(step, channels, writing);
      if (job === null || run === null) return null;
      channels.repair?.(step, writing);
      const variable = writing.put(step.name, "processor", job);
      const written = files.map(([name, file]) => writing.putFile(step.name, name, file));
      return {
        of: "ProcessingStep",
        args: [
          ["step_args", call(`${variable}.run`, ...run)],
          written.length === 0 ? null : ["property_files", list(written)],
        ],
      };
    },
  };
}

function processor(args: Value, writing: Writing): Expr | null {
  const cluster = get(get(args, "ProcessingResources"), "ClusterConfig");
  const app = get(args, "AppSpecification");
  const isKnown =
    hasKeys(get(args, "ProcessingResources"), "ClusterConfig") &&
    hasKeys(cluster, "InstanceType", "InstanceCount", "VolumeSizeInGB", "VolumeKmsKeyId?") &&
    hasKeys(app, "ImageUri", "ContainerArguments?", "ContainerEntrypoint?");
  if (!isKnown) return null;
  const keywords = new Keywords();
  keywords.must("role", role(get(args, "RoleArn"), writing));
  keywords.must("image_uri", operand(get(app, "ImageUri"), "text", writing));
  keywords.must("instance_count", operand(get(cluster, "InstanceCount"), "number", writing));
  keywords.must("instance_type", instanceType(get(cluster, "InstanceType"), writing));
  const size = get(cluster, "VolumeSizeInGB");
  keywords.unless("volume_size_in_gb", size, 30, operand(size, "number", writing));
  keywords.may("volume_kms_key", get(cluster, "VolumeKmsKeyId"), (key) => operand(key, "text", writing));
  keywords.may("entrypoint", get(app, "ContainerEntrypoint"), (value) => texts(value, writing));
  keywords.may("env", get(args, "Environment"), (value) => map(value, writing));
  keywords.may("tags", get(args, "Tags"), (value) => records(value, ["Key", "Value"], writing));
  keywords.may("network_config", get(args, "NetworkConfig"), (value) => network(value, writing));
  keywords.may("max_runtime_in_seconds", get(args, "StoppingCondition"), (value) =>
    hasKeys(value, "MaxRuntimeInSeconds") ? operand(get(value, "MaxRuntimeInSeconds"), "number", writing) : null,
  );
  const key = get(get(args, "ProcessingOutputConfig"), "KmsKeyId");
  keywords.may("output_kms_key", key, (value) => operand(value, "text", writing));
  return keywords.fits ? writing.make("Processor", ...keywords.args, ["sagemaker_session", "session"]) : null;
}

function network(value: Value, writing: Writing): Expr | null {
  if (!hasKeys(value, "EnableNetworkIsolation", "EnableInterContainerTrafficEncryption?", "VpcConfig?")) return null;
  const keywords = new Keywords();
  keywords.must("enable_network_isolation", operand(get(value, "EnableNetworkIsolation"), "flag", writing));
  keywords.may("encrypt_inter_container_traffic", get(value, "EnableInterContainerTrafficEncryption"), (flag) =>
    operand(flag, "flag", writing),
  );
  const vpc = get(value, "VpcConfig");
  if (vpc !== undefined) {
    if (!hasKeys(vpc, "SecurityGroupIds?", "Subnets?") || entries(vpc).length === 0) return null;
    keywords.may("security_group_ids", get(vpc, "SecurityGroupIds"), (ids) => texts(ids, writing));
    keywords.may("subnets", get(vpc, "Subnets"), (ids) => texts(ids, writing));
  }
  return keywords.fits ? writing.make("NetworkConfig", ...keywords.args) : null;
}

/** What the job is run with. */
function runOf({ args }: StepParts, channels: Channels, writing: Writing): readonly Argument[] | null {
  const config = get(args, "ProcessingOutputConfig");
  const outputs = get(config, "Outputs");
  if (config !== undefined && (!hasKeys(config, "Outputs", "KmsKeyId?") || !isList(outputs))) return null;
  const keywords = new Keywords();
  const each = (write: Channels["input"]) => (value: Value) => {
    if (!isList(value) || value.length === 0) return null;
    const written = value.map((item) => write(item, writing));
    return written.every((item) => item !== null) ? list(written) : null;
  };
  keywords.may("inputs", get(args, "ProcessingInputs"), each(channels.input));
  keywords.may("outputs", outputs, each(channels.output));
  keywords.may("arguments", get(get(args, "AppSpecification"), "ContainerArguments"), (value) => texts(value, writing));
  return keywords.fits ? keywords.args : null;
}

/** By name; null where one is not as the SDK would write it. */
function propertyFiles({ step }: StepParts, writing: Writing): readonly (readonly [name: string, file: Expr])[] | null {
  const files = get(step, "PropertyFiles");
  if (files === undefined) return [];
  if (!isList(files) || files.length === 0) return null;
  const names = files.map((file) => text(get(file, "PropertyFileName")) ?? "");
  const isKnown = (file: Value) =>
    hasKeys(file, "PropertyFileName", "OutputName", "FilePath") &&
    entries(file).every(([, value]) => typeof value === "string");
  if (!files.every(isKnown) || names.includes("") || new Set(names).size < names.length) return null;
  return files.map((file, index) => {
    const name = names[index] ?? "";
    const [output, path] = [text(get(file, "OutputName")) ?? "", text(get(file, "FilePath")) ?? ""];
    const args = [
      ["name", quoted(name)],
      ["output_name", quoted(output)],
      ["path", quoted(path)],
    ] as const;
    return [name, writing.make("PropertyFile", ...args)] as const;
  });
}

const s3Input = ["S3Uri", "LocalPath", "S3DataType", "S3InputMode", "S3DataDistributionType", "S3CompressionType"];

/** What both versions ask of an input: each of its six keys, zipped data through a pipe alone. */
export function isS3Input(value: Value | undefined): boolean {
  if (!hasKeys(value, ...s3Input)) return false;
  return get(value, "S3CompressionType") !== "Gzip" || get(value, "S3InputMode") === "Pipe";
}
