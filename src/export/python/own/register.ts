import { entries, get, isList, isObject, type Value } from "../../../pipeline/definition/value";
import { type Argument, call, type Expr } from "../layout";
import type { OwnClass, Writing } from "../sdk";
import { hasKeys } from "../stepParts";
import { quoted } from "../text";
import { Keywords, location, map, operand, texts } from "./operands";

/** What differs between the versions: what a model is made with, and what its step is called. */
export interface Registered {
  /** Of an image, its artifacts and its environment, and how the variable of one is called. */
  model(image: Expr, artifacts: Expr, environment: Expr, writing: Writing): Expr;
  readonly variable: string;
  /** What the class puts behind the name that it is given. */
  readonly suffix: string;
}

/** A model of one container that is registered as a version of a group. */
export function register({ model, variable, suffix }: Registered): OwnClass {
  return {
    takes: ["RetryPolicies"],
    write({ name, args }, writing) {
      const specification = get(args, "InferenceSpecification");
      const [container, ...others] = listOf(get(specification, "Containers"));
      const isKnown =
        hasKeys(
          args,
          "ModelPackageGroupName",
          "InferenceSpecification",
          "ModelApprovalStatus",
          "SkipModelValidation",
          "ModelMetrics?",
          "DriftCheckBaselines?",
          "CustomerMetadataProperties?",
        ) && hasKeys(container, "Image", "Environment", "ModelDataUrl");
      const called = name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : "";
      if (!isKnown || others.length > 0 || called === "") return null;
      const image = operand(get(container, "Image"), "text", writing);
      const artifacts = location(get(container, "ModelDataUrl"), writing);
      const environment = environmentOf(get(container, "Environment") ?? null, writing);
      if (image === null || artifacts === null || environment === null) return null;
      const registered = registering(args, specification ?? null, writing);
      if (registered === null) return null;
      const made = writing.put(name, variable, model(image, artifacts, environment, writing));
      return { of: "ModelStep", name: called, args: [["step_args", call(`${made}.register`, ...registered)]] };
    },
  };
}

function listOf(value: Value | undefined): readonly Value[] {
  return isList(value) ? value : [];
}

/** One that may be empty, but has to be there. */
export function environmentOf(value: Value, writing: Writing): Expr | null {
  return isObject(value) && entries(value).length === 0 ? "{}" : map(value, writing);
}

/** What `register` is called with. */
function registering(args: Value, specification: Value, writing: Writing): readonly Argument[] | null {
  const isKnown = hasKeys(
    specification,
    "Containers",
    "SupportedContentTypes",
    "SupportedResponseMIMETypes",
    "SupportedRealtimeInferenceInstanceTypes?",
    "SupportedTransformInstanceTypes?",
  );
  if (!isKnown) return null;
  const say = new Keywords();
  const put = (name: string, key: string) => say.may(name, get(specification, key), (value) => texts(value, writing));
  say.must("model_package_group_name", operand(get(args, "ModelPackageGroupName"), "text", writing));
  put("content_types", "SupportedContentTypes");
  put("response_types", "SupportedResponseMIMETypes");
  put("inference_instances", "SupportedRealtimeInferenceInstanceTypes");
  put("transform_instances", "SupportedTransformInstanceTypes");
  say.must("approval_status", operand(get(args, "ModelApprovalStatus"), "text", writing));
  const skip = get(args, "SkipModelValidation") ?? null;
  say.unless("skip_model_validation", skip, "None", operand(skip, "text", writing));
  say.may("customer_metadata_properties", get(args, "CustomerMetadataProperties"), (value) => map(value, writing));
  say.may("model_metrics", get(args, "ModelMetrics"), (value) => measured(metrics, value, writing));
  say.may("drift_check_baselines", get(args, "DriftCheckBaselines"), (value) => measured(baselines, value, writing));
  return say.fits ? say.args : null;
}

interface Measures {
  readonly of: string;
  /** By group and member: how the class calls it, and what it is made of. */
  readonly groups: Readonly<
    Record<string, Readonly<Record<string, readonly [name: string, of: "MetricsSource" | "FileSource"]>>>
  >;
  /** The groups that the class writes where there is nothing in them. */
  readonly always: readonly string[];
}

const metrics: Measures = {
  of: "ModelMetrics",
  groups: {
    ModelQuality: {
      Statistics: ["model_statistics", "MetricsSource"],
      Constraints: ["model_constraints", "MetricsSource"],
    },
    ModelDataQuality: {
      Statistics: ["model_data_statistics", "MetricsSource"],
      Constraints: ["model_data_constraints", "MetricsSource"],
    },
    Bias: {
      Report: ["bias", "MetricsSource"],
      PreTrainingReport: ["bias_pre_training", "MetricsSource"],
      PostTrainingReport: ["bias_post_training", "MetricsSource"],
    },
    Explainability: { Report: ["explainability", "MetricsSource"] },
  },
  always: ["Bias", "Explainability"],
};

const baselines: Measures = {
  of: "DriftCheckBaselines",
  groups: {
    ModelQuality: metrics.groups.ModelQuality ?? {},
    ModelDataQuality: metrics.groups.ModelDataQuality ?? {},
    Bias: {
      ConfigFile: ["bias_config_file", "FileSource"],
      PreTrainingConstraints: ["bias_pre_training_constraints", "MetricsSource"],
      PostTrainingConstraints: ["bias_post_training_constraints", "MetricsSource"],
    },
    Explainability: {
      Constraints: ["explainability_constraints", "MetricsSource"],
      ConfigFile: ["explainability_config_file", "FileSource"],
    },
  },
  always: [],
};

function measured({ of, groups, always }: Measures, value: Value, writing: Writing): Expr | null {
  const keys = Object.keys(groups).map((group) => (always.includes(group) ? group : `${group}?`));
  if (!hasKeys(value, ...keys)) return null;
  const say = new Keywords();
  for (const [group, members] of Object.entries(groups)) {
    const there = get(value, group);
    if (there === undefined) continue;
    if (!hasKeys(there, ...Object.keys(members).map((member) => `${member}?`))) return null;
    if (entries(there).length === 0 && !always.includes(group)) return null;
    for (const [member, [name, source]] of Object.entries(members)) {
      say.may(name, get(there, member), (found) => sourceOf(source, found, writing));
    }
  }
  return say.fits && say.args.length > 0 ? writing.make(of, ...say.args) : null;
}

function sourceOf(of: "MetricsSource" | "FileSource", value: Value, writing: Writing): Expr | null {
  const type = of === "MetricsSource" ? "ContentType" : "ContentType?";
  if (!hasKeys(value, type, "S3Uri", "ContentDigest?")) return null;
  const say = new Keywords();
  const put = (name: string, key: string) => say.may(name, get(value, key), (found) => operand(found, "text", writing));
  put("content_type", "ContentType");
  put("s3_uri", "S3Uri");
  put("content_digest", "ContentDigest");
  return say.fits ? writing.make(of, ...say.args) : null;
}

/** Version 2. */
export const register2 = register({
  model: (image, artifacts, environment, writing) =>
    writing.make(
      "Model",
      ["image_uri", image],
      ["model_data", artifacts],
      ["env", environment],
      ["sagemaker_session", "session"],
    ),
  variable: "model",
  suffix: "-RegisterModel",
});

/** Version 3: a builder that is told of no role looks for one, and of no dependencies uploads what it finds. */
export const register3 = register({
  model: (image, artifacts, environment, writing) =>
    writing.make(
      "ModelBuilder",
      ["image_uri", image],
      ["s3_model_data_url", artifacts],
      ["env_vars", environment],
      ["role_arn", quoted("not-used")],
      ["dependencies", "{}"],
      ["sagemaker_session", "session"],
    ),
  variable: "builder",
  suffix: "",
});
