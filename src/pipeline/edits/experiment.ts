import { get, isObject, keys, removeKey, setKey, type Value } from "../definition/value";
import { type Recipe, withDefinition } from "./edit";

/** The order in which the SDK writes a definition's keys (pipeline-definition 1.1). */
export const rootOrder = ["Version", "Metadata", "Parameters", "PipelineExperimentConfig", "MlflowConfig", "Steps"];

/**
 * Names the experiment or trial that runs are kept in, by a text or an expression. "" takes the name away; without any name the whole key goes, for it means
 * that SageMaker keeps no experiment (pipeline-definition 1.4).
 */
export function setExperiment(member: "ExperimentName" | "TrialName", name: Value): Recipe {
  return (document) => {
    const { definition } = document;
    const before = get(definition, "PipelineExperimentConfig");
    const config = isObject(before) ? before : {};
    const after =
      name === "" ? removeKey(config, member) : setKey(config, member, name, ["ExperimentName", "TrialName"]);
    if (after === config) return document;
    if (keys(after).length === 0) return withDefinition(document, removeKey(definition, "PipelineExperimentConfig"));
    return withDefinition(document, setKey(definition, "PipelineExperimentConfig", after, rootOrder));
  };
}
