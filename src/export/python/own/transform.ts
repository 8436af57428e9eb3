import { get, type Value } from "../../../pipeline/definition/value";
import { call, type Expr } from "../layout";
import type { OwnClass, Writing } from "../sdk";
import { hasKeys } from "../stepParts";
import { filled, instanceType, Keywords, location, map, operand, records } from "./operands";

/** A `Transformer` that transforms; the two versions take the same. */
export const transform: OwnClass = {
  takes: ["CacheConfig", "RetryPolicies"],
  write({ name, args }, writing) {
    const isKnown = hasKeys(
      args,
      "ModelName",
      "TransformInput",
      "TransformOutput",
      "TransformResources",
      "BatchStrategy?",
      "MaxConcurrentTransforms?",
      "MaxPayloadInMB?",
      "Environment?",
      "DataProcessing?",
      "Tags?",
    );
    const made = isKnown ? transformer(args, writing) : null;
    const called = isKnown ? input(args, writing) : null;
    if (made === null || called === null) return null;
    const variable = writing.put(name, "transformer", made);
    return { of: "TransformStep", args: [["step_args", call(`${variable}.transform`, ...called.args)]] };
  },
};

function transformer(args: Value, writing: Writing): Expr | null {
  const [output, cluster, model] = [
    get(args, "TransformOutput"),
    get(args, "TransformResources"),
    get(args, "ModelName"),
  ];
  if (!hasKeys(output, "S3OutputPath", "Accept?", "AssembleWith?", "KmsKeyId?")) return null;
  if (!hasKeys(cluster, "InstanceCount", "InstanceType", "VolumeKmsKeyId?")) return null;
  const text = (value: Value) => filled(value, writing);
  const whole = (value: Value) => operand(value, "number", writing);
  const say = new Keywords();
  say.must("model_name", text(model ?? null));
  say.must("instance_count", whole(get(cluster, "InstanceCount") ?? null));
  say.must("instance_type", instanceType(get(cluster, "InstanceType"), writing));
  say.may("strategy", get(args, "BatchStrategy"), text);
  say.may("assemble_with", get(output, "AssembleWith"), text);
  say.must("output_path", location(get(output, "S3OutputPath"), writing));
  say.may("output_kms_key", get(output, "KmsKeyId"), text);
  say.may("accept", get(output, "Accept"), text);
  say.may("max_concurrent_transforms", get(args, "MaxConcurrentTransforms"), whole);
  say.may("max_payload", get(args, "MaxPayloadInMB"), whole);
  say.may("tags", get(args, "Tags"), (value) => records(value, ["Key", "Value"], writing));
  say.may("env", get(args, "Environment"), (value) => map(value, writing));
  // Of a model that is named the SDK asks the service, to name the job after its image; Pipelines names it itself.
  if (typeof model === "string") say.must("base_transform_job_name", '"transform"');
  say.may("volume_kms_key", get(cluster, "VolumeKmsKeyId"), text);
  return say.fits ? writing.make("Transformer", ...say.args, ["sagemaker_session", "session"]) : null;
}

/** What `transform` is called with. */
function input(args: Value, writing: Writing): Keywords | null {
  const [given, processing] = [get(args, "TransformInput"), get(args, "DataProcessing")];
  const source = get(get(given, "DataSource"), "S3DataSource");
  const isKnown =
    hasKeys(given, "DataSource", "ContentType?", "CompressionType?", "SplitType?") &&
    hasKeys(get(given, "DataSource"), "S3DataSource") &&
    hasKeys(source, "S3DataType", "S3Uri") &&
    (processing === undefined || hasKeys(processing, "InputFilter?", "OutputFilter?", "JoinSource?"));
  if (!isKnown) return null;
  const text = (value: Value) => filled(value, writing);
  const say = new Keywords();
  const type = get(source, "S3DataType") ?? null;
  say.must("data", location(get(source, "S3Uri"), writing));
  say.unless("data_type", type, "S3Prefix", text(type));
  say.may("content_type", get(given, "ContentType"), text);
  say.may("compression_type", get(given, "CompressionType"), text);
  say.may("split_type", get(given, "SplitType"), text);
  const before = say.args.length;
  say.may("input_filter", get(processing, "InputFilter"), text);
  say.may("output_filter", get(processing, "OutputFilter"), text);
  say.may("join_source", get(processing, "JoinSource"), text);
  // Nothing but that it is there cannot be said.
  if (processing !== undefined && say.args.length === before) return null;
  return say.fits ? say : null;
}
