import type { Value } from "../definition/value";
import { setConfigMember } from "./configMember";
import type { Recipe } from "./edit";

/**
 * Names the experiment or trial that runs are kept in, by a text or an expression. "" takes the name away; without any name the whole key goes, for it means
 * that SageMaker keeps no experiment.
 */
export function setExperiment(member: "ExperimentName" | "TrialName", name: Value): Recipe {
  return setConfigMember("PipelineExperimentConfig", ["ExperimentName", "TrialName"], member, name);
}
