import { get, isObject, keys, removeKey, setKey, type Value } from "../definition/value";
import { type Recipe, withDefinition } from "./edit";
import { rootOrder } from "./experiment";

export type MlflowMember = "MlflowResourceArn" | "MlflowExperimentName";

const members: readonly MlflowMember[] = ["MlflowResourceArn", "MlflowExperimentName"];

/** Says where runs are tracked in MLflow, by a text or an expression (pipeline-definition 1.5, 8.3). "" takes a member away; the whole key goes with the last one. */
export function setMlflow(member: MlflowMember, value: Value): Recipe {
  return (document) => {
    const { definition } = document;
    const before = get(definition, "MlflowConfig");
    const config = isObject(before) ? before : {};
    const after = value === "" ? removeKey(config, member) : setKey(config, member, value, members);
    if (after === config) return document;
    if (keys(after).length === 0) return withDefinition(document, removeKey(definition, "MlflowConfig"));
    return withDefinition(document, setKey(definition, "MlflowConfig", after, rootOrder));
  };
}
