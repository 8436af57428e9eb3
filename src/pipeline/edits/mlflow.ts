import { get, isObject, keys, removeKey, setKey } from "../definition/value";
import { type Recipe, withDefinition } from "./edit";
import { rootOrder } from "./experiment";

export type MlflowMember = "MlflowResourceArn" | "MlflowExperimentName";

const members: readonly MlflowMember[] = ["MlflowResourceArn", "MlflowExperimentName"];

/** Says where runs are tracked in MLflow (pipeline-definition 1.5). "" takes a member away; the whole key goes with the last one. */
export function setMlflow(member: MlflowMember, text: string): Recipe {
  return (document) => {
    const { definition } = document;
    const before = get(definition, "MlflowConfig");
    const config = isObject(before) ? before : {};
    const after = text === "" ? removeKey(config, member) : setKey(config, member, text, members);
    if (after === config) return document;
    if (keys(after).length === 0) return withDefinition(document, removeKey(definition, "MlflowConfig"));
    return withDefinition(document, setKey(definition, "MlflowConfig", after, rootOrder));
  };
}
