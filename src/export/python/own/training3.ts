import { get, isList, type Value } from "../../../pipeline/definition/value";
import { type Argument, call, type Expr, list } from "../layout";
import type { OwnClass, Writing } from "../sdk";
import { hasKeys, type StepParts, stepsReadIn } from "../stepParts";
import { quoted } from "../text";
import { filled, hyperparameters, Keywords, map, only } from "./operands";
import { shape, shapes } from "./shapes3";
import * as of from "./trainingShapes3";

const request =
  "AlgorithmSpecification OutputDataConfig StoppingCondition ResourceConfig RoleArn InputDataConfig HyperParameters Environment Tags VpcConfig EnableNetworkIsolation EnableInterContainerTrafficEncryption EnableManagedSpotTraining CheckpointConfig RetryStrategy".split(
    " ",
  );

/** What version 2 writes into each request and a `ModelTrainer` of version 3 has no words for: it is put in behind it. */
const unsaid = ["DebugHookConfig", "ProfilerConfig"];

/** A `ModelTrainer` of version 3 that trains. */
export const training3: OwnClass = {
  takes: ["CacheConfig", "RetryPolicies"],
  write(step, writing) {
    const args = only(step.args, ...request, ...unsaid);
    if (args === null || unsaid.some((key) => stepsReadIn(get(args, key)).length > 0)) return null;
    const made = trainer(args, writing);
    const followed = made === null ? null : followedBy(args, writing);
    const channels = followed === null ? null : inputs(get(args, "InputDataConfig"), writing);
    if (made === null || followed === null || channels === null) return null;
    const variable = writing.put(step.name, "trainer", made);
    for (const [method, value] of followed) writing.call(`${variable}.${method}`, value);
    putRight(step, writing);
    return { of: "TrainingStep", args: [["step_args", call(`${variable}.train`, ...channels)]] };
  },
};

/** It sends hyperparameters even where there are none. */
function putRight({ name, args }: StepParts, writing: Writing): void {
  if (get(args, "HyperParameters") === undefined) writing.amend(name, "HyperParameters", undefined);
  for (const key of unsaid) {
    const value = get(args, key);
    if (value !== undefined) writing.amend(name, key, value);
  }
}

function trainer(args: Value, writing: Writing): Expr | null {
  const algorithm = get(args, "AlgorithmSpecification");
  if (!hasKeys(algorithm, "TrainingInputMode", "TrainingImage", "MetricDefinitions?")) return null;
  const [image, role] = [get(algorithm, "TrainingImage") ?? null, get(args, "RoleArn")];
  const say = new Keywords();
  say.must("training_image", filled(image, writing));
  // It names the job after its image, which is not known yet; Pipelines names it itself.
  if (typeof image !== "string") say.must("base_job_name", '"train"');
  // Any role but an ARN it looks up.
  say.must("role", typeof role === "string" && /^arn:.*:iam::/s.test(role) ? quoted(role) : null);
  say.must("compute", compute(args, writing));
  say.must("stopping_condition", shape(of.stoppingCondition, get(args, "StoppingCondition"), writing));
  say.must("output_data_config", shape(of.outputDataConfig, get(args, "OutputDataConfig"), writing));
  const mode = get(algorithm, "TrainingInputMode") ?? null;
  say.unless("training_input_mode", mode, "File", filled(mode, writing));
  say.may("hyperparameters", get(args, "HyperParameters"), (value) => hyperparameters(value, writing));
  say.may("environment", get(args, "Environment"), (value) => map(value, writing));
  say.may("tags", get(args, "Tags"), (value) => shapes(of.tag, value, writing));
  say.may("checkpoint_config", get(args, "CheckpointConfig"), (value) => shape(of.checkpointConfig, value, writing));
  const net = networking(args, writing);
  if (net !== "") say.must("networking", net);
  return say.fits ? writing.make("ModelTrainer", ...say.args, ["sagemaker_session", "session"]) : null;
}

/** What is said to a trainer that is there. */
function followedBy(args: Value, writing: Writing): readonly (readonly [method: string, value: Expr])[] | null {
  const say = new Keywords();
  const metrics = get(get(args, "AlgorithmSpecification"), "MetricDefinitions");
  say.may("with_metric_definitions", metrics, (value) => shapes(of.metricDefinition, value, writing));
  say.may("with_retry_strategy", get(args, "RetryStrategy"), (value) => shape(of.retryStrategy, value, writing));
  return say.fits ? (say.args as readonly (readonly [string, Expr])[]) : null;
}

/** The instances; that they are spot ones is one more word of theirs. */
function compute(args: Value, writing: Writing): Expr | null {
  const spot = flags(args, { EnableManagedSpotTraining: "enable_managed_spot_training" });
  return spot === null ? null : shape(of.compute, get(args, "ResourceConfig"), writing, spot);
}

/** "" where nothing is said of it. */
function networking(args: Value, writing: Writing): Expr | null {
  const vpc = get(args, "VpcConfig");
  const said = flags(args, {
    EnableNetworkIsolation: "enable_network_isolation",
    EnableInterContainerTrafficEncryption: "enable_inter_container_traffic_encryption",
  });
  if (said === null) return null;
  if (vpc !== undefined) return shape(of.networking, vpc, writing, said);
  return said.length === 0 ? "" : writing.make(of.networking.of, ...said);
}

/** What is on or off; null where that is known at run time alone. */
function flags(args: Value, names: Readonly<Record<string, string>>): readonly Argument[] | null {
  const there = Object.entries(names).filter(([key]) => get(args, key) !== undefined);
  const isKnown = there.every(([key]) => typeof get(args, key) === "boolean");
  return isKnown ? there.map(([key, name]) => [name, get(args, key) === true ? "True" : "False"] as const) : null;
}

/** What `train` is called with. */
function inputs(value: Value | undefined, writing: Writing): readonly Argument[] | null {
  if (value === undefined) return [];
  if (!isList(value) || value.length === 0) return null;
  const names = value.map((channel) => get(channel, "ChannelName"));
  if (names.some((name) => typeof name !== "string") || new Set(names).size < names.length) return null;
  const written = value.map((channel) => shape(of.channel, channel, writing));
  return written.every((channel) => channel !== null) ? [["input_data_config", list(written)]] : null;
}
