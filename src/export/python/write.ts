/** A whole program: what a person would have written to make this pipeline. */

import type { PipelineDocument } from "../../pipeline/definition/document";
import { entries, get, isObject, type ObjectValue, text, type Value } from "../../pipeline/definition/value";
import type { ApiModels } from "../../pipeline/schema/model";
import { classes, pipelineClass } from "./classes";
import { head, imports, main, region, session, unasked } from "./frame";
import { type Argument, call, dict, type Expr, list, print } from "./layout";
import { writeParameters } from "./parameters";
import { Program } from "./program";
import { rawProgram } from "./raw";
import type { Sdk } from "./sdk";
import { hasKeys, partsOf } from "./stepParts";
import { writeStep } from "./steps";
import { quoted } from "./text";

interface Source extends Pick<PipelineDocument, "name" | "definition"> {
  readonly models: ApiModels;
}

export interface Written {
  readonly text: string;
  /** Types of the steps that are not written with the SDK's own class, by name; null where no step is. */
  readonly fallbacks: ReadonlyMap<string, string> | null;
  /** Steps written with the SDK's own class of whose requests `definition()` puts some members right. */
  readonly amended: ReadonlySet<string>;
}

export function writeProgram({ definition, name, models }: Source, sdk: Sdk): Written {
  const parts = partsOf(get(definition, "Steps"));
  const program = parts === null ? null : new Program(sdk, models, parts);
  if (
    parts === null ||
    program === null ||
    program.hasTwins(parts) ||
    !writeParameters(get(definition, "Parameters"), program)
  ) {
    return { text: rawProgram(definition, name, sdk), fallbacks: null, amended: new Set() };
  }
  for (const step of parts) writeStep(step, program);
  const experiment = experimentConfig(get(definition, "PipelineExperimentConfig"), program);
  const mlflow = mlflowConfig(get(definition, "MlflowConfig"), program);
  const root = rootOf(
    definition,
    [experiment === undefined ? "PipelineExperimentConfig" : "", mlflow === undefined ? "MlflowConfig" : ""],
    program,
  );
  const written = pipelineClass(program, root);
  const own = program.use("Pipeline");
  const args: readonly (Argument | null)[] = [
    ["name", quoted(name)],
    program.parameters.size === 0 ? null : ["parameters", list([...program.parameters.values()])],
    ["pipeline_experiment_config", experiment ?? "None"],
    mlflow == null ? null : ["mlflow_config", mlflow],
    ["steps", list(parts.map((step) => program.variables.get(step.name) ?? ""))],
    ["sagemaker_session", "session"],
  ];
  program.space();
  program.assign("pipeline", call(written === null ? own : "WrittenPipeline", ...args));
  const amended = new Set([...program.managed, ...program.amended.keys()]);
  return { text: assemble(program, written), fallbacks: program.fallbacks, amended };
}

/** Null for none, undefined for one that the SDK would write in another way. */
function experimentConfig(value: Value | undefined, program: Program): Expr | null | undefined {
  if (value === null || value === undefined) return null;
  if (!hasKeys(value, "ExperimentName", "TrialName")) return undefined;
  return program.make(
    "PipelineExperimentConfig",
    ["experiment_name", program.value(get(value, "ExperimentName") ?? null)],
    ["trial_name", program.value(get(value, "TrialName") ?? null)],
  );
}

function mlflowConfig(value: Value | undefined, program: Program): Expr | null | undefined {
  if (value === null || value === undefined) return null;
  if (program.sdk.modules.MlflowConfig === undefined || !hasKeys(value, "MlflowResourceArn", "MlflowExperimentName"))
    return undefined;
  return program.make(
    "MlflowConfig",
    ["mlflow_resource_arn", program.value(get(value, "MlflowResourceArn") ?? null)],
    ["mlflow_experiment_name", program.value(get(value, "MlflowExperimentName") ?? null)],
  );
}

/** The statements that put the keys of the definition together; null where the SDK writes the same. */
function rootOf(definition: ObjectValue, odd: readonly string[], program: Program): readonly string[] | null {
  const { rootKeys } = program.sdk;
  const isAsWritten = (key: string, value: Value): boolean => {
    if (!rootKeys.includes(key) || odd.includes(key)) return false;
    if (key === "Version") return text(value) === "2020-12-01";
    return key !== "Metadata" || (isObject(value) && entries(value).length === 0);
  };
  const there = entries(definition);
  const isSame = there.length === rootKeys.length && there.every(([key, value]) => isAsWritten(key, value));
  if (isSame) return null;
  const items = there.map(([key, value]) => {
    const written = isAsWritten(key, value) ? `definition[${quoted(key)}]` : program.plain(value);
    return [quoted(key), written] as const;
  });
  return [
    `return json.dumps(${print({ kind: "call", of: "", args: [dict(items)] }, "        ", "return json.dumps").slice(1)}`,
  ];
}

function assemble(program: Program, written: string | null): string {
  const { needs, used, sdk, statements } = program;
  program.use("PipelineSession");
  program.use("telemetry_logging");
  const defined = [
    ...Object.entries(classes)
      .filter(([name]) => needs.has(name))
      .map(([, text]) => text),
    ...(written === null ? [] : [written]),
  ];
  const standard = ["argparse", ...(written === null ? [] : ["json"]), "logging", "os"]
    .map((name) => `import ${name}\n`)
    .join("");
  return [
    head(sdk),
    standard,
    `\nimport boto3\n${region}${imports(used, sdk)}`,
    ...defined.map((text) => `\n\n${text}`),
    `${defined.length > 0 ? "\n" : ""}\n${session}${used.has("ModelTrainer") || used.has("ModelBuilder") ? unasked : ""}`,
    "\n",
    ...statements,
    `\n\n${main}`,
  ].join("");
}
