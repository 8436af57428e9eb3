import { get, isObject, keys, removeKey, setKey, type Value } from "../definition/value";
import { type Recipe, withDefinition } from "./edit";

/** The order in which the SDK writes a definition's keys. */
const rootOrder = ["Version", "Metadata", "Parameters", "PipelineExperimentConfig", "MlflowConfig", "Steps"];

/**
 * Sets a member of a structure beside the steps, by a text or an expression. "" takes the member away; the whole key goes with the last
 * of `members`, which stand there in their order.
 */
export function setConfigMember(key: string, members: readonly string[], member: string, value: Value): Recipe {
  return (document) => {
    const { definition } = document;
    const before = get(definition, key);
    const config = isObject(before) ? before : {};
    const after = value === "" ? removeKey(config, member) : setKey(config, member, value, members);
    if (after === config) return document;
    if (keys(after).length === 0) return withDefinition(document, removeKey(definition, key));
    return withDefinition(document, setKey(definition, key, after, rootOrder));
  };
}
