import { lambda, pipeline } from "../../../testing/steps";
import type { RuleCases } from "../../../testing/sweepRules";

const sound = pipeline([lambda("A")]);
export const cases: RuleCases = {
  "definition-too-large": {
    bad: pipeline([lambda("A", { Arguments: { x: "y".repeat(1_050_000) } })]),
    good: pipeline([lambda("A", { Arguments: { x: "y".repeat(1_000_000) } })]),
    says: { severity: "error", step: null },
  },
  "experiment-name-invalid": {
    bad: pipeline([lambda("A")], [], { PipelineExperimentConfig: { ExperimentName: "no spaces", TrialName: "t" } }),
    good: pipeline([lambda("A")], [], {
      PipelineExperimentConfig: { ExperimentName: "no-spaces", TrialName: { Get: "Execution.PipelineExecutionId" } },
    }),
    says: { severity: "warning", path: "PipelineExperimentConfig.ExperimentName" },
    fixes: { "Write no-spaces": { "PipelineExperimentConfig.ExperimentName": "no-spaces" } },
  },
  "pipeline-name-long": {
    bad: sound,
    good: sound,
    says: {
      severity: "warning",
      step: null,
      message: "This pipeline's name has 83 characters; SageMaker may refuse more than 82.",
    },
    fixes: { "Shorten the name": {} },
    surroundings: { name: "n".repeat(83) },
  },
  "unknown-key": {
    bad: pipeline([lambda("A", { DisplayNam: "x" })]),
    good: pipeline([lambda("A", { DisplayName: "x", CacheConfig: { Enabled: true, ExpireAfter: "P1D" } })]),
    says: {
      step: "A",
      path: "DisplayNam",
      severity: "warning",
      message: "DisplayNam is no key of a Lambda step, and stands in A. Did you mean DisplayName?",
    },
    fixes: {
      "Call it DisplayName": { "Steps[0].DisplayName": "x" },
      "Remove DisplayNam": { "Steps[0].DisplayNam": undefined },
    },
  },
};
