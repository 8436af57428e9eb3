import { lookup } from "../../definition/byName";
import { type Path, printPath, startsWith } from "../../definition/path";
import { getIn } from "../../definition/value";
import { analyseStep } from "../../graph/analyseStep";
import type { Finding, Rule } from "../problem";

export const cacheBrokenByRunTimeValue: Rule = {
  code: "cache-broken-by-run-time-value",
  severity: "warning",
  why: "A cached result is found by the step's arguments (developer guide, Caching pipeline steps, lists them by type). A value that is new in each execution makes them differ every time.",
  withKey: "CacheConfig",
  checkStep({ key, name, type, step }) {
    const fields = lookup(keyFields, type);
    if (fields === undefined || getIn(step, ["CacheConfig", "Enabled"]) !== true) return [];
    return analyseStep(step).references.flatMap(({ reference, field }): Finding[] => {
      if (reference.kind !== "execution" || !newEachTime.has(reference.variable)) return [];
      if (!fields.some((path) => startsWith(field, path))) return [];
      const message = `${name} is cached, but ${printPath(field.slice(1))} holds Execution.${reference.variable}, which is new in each execution: nothing is ever found.`;
      return [{ step: key, at: field, message }];
    });
  },
};

const newEachTime = new Set([
  "StartDateTime",
  "CurrentDateTime",
  "PipelineExecutionId",
  "PipelineExecutionArn",
  "TrainingJobName",
  "ProcessingJobName",
]);

function below(...members: readonly string[]): readonly Path[] {
  return members.map((member) => ["Arguments", member]);
}

/** The arguments by which a cached result is found (pipeline-definition 2.0.2). */
const keyFields: Readonly<Record<string, readonly Path[]>> = {
  Processing: below("AppSpecification", "Environment", "ProcessingInputs"),
  Training: below(
    "AlgorithmSpecification",
    "CheckpointConfig",
    "DebugHookConfig",
    "DebugRuleConfigurations",
    "Environment",
    "HyperParameters",
    "InputDataConfig",
  ),
  Tuning: below("HyperParameterTuningJobConfig", "TrainingJobDefinition", "TrainingJobDefinitions"),
  AutoML: below("AutoMLJobConfig", "AutoMLJobObjective", "InputDataConfig", "ProblemType"),
  Transform: below("DataProcessing", "Environment", "ModelName", "TransformInput"),
  EMR: below("ClusterId", "StepConfig"),
};
