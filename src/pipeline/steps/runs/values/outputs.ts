import { parseValue } from "../../../definition/parse";
import { type Path, printPath } from "../../../definition/path";
import { get, isList, isObject, type Value } from "../../../definition/value";

/**
 * What a step gave, by printed path (`printPath` of what stands behind `Steps.NAME.`): `ModelArtifacts.S3ModelArtifacts`,
 * `OutputParameters.train_path`. A value may be a whole structure; `outputAt` looks into it.
 */
export type Outputs = ReadonlyMap<string, Value>;

export const noOutputs: Outputs = new Map();

/** The keys by which AWS names an element of a list. */
const namingKeys = ["OutputName", "InputName", "MetricName", "ChannelName", "VariantName", "Name"];

/** Steps into a value as a reference does: by key, by index, by an element's name, and into JSON text. */
export function lookInto(value: Value | undefined, path: Path): Value | undefined {
  let at = value;
  for (const segment of path) {
    if (typeof at === "string") at = structureIn(at);
    if (typeof segment === "number") at = isList(at) ? at[segment] : undefined;
    else if (isList(at)) at = at.find((item) => namingKeys.some((key) => get(item, key) === segment));
    else at = get(at, segment);
    if (at === undefined) return undefined;
  }
  return at;
}

/** The structure or list that a text holds as JSON: a Job's document, a ForEach's items and each of them. */
export function structureIn(text: string): Value | undefined {
  const result = parseValue(text);
  return result.ok && (isObject(result.value) || isList(result.value)) ? result.value : undefined;
}

/** The output at a path, or undefined. The longest path that is there is looked into. */
export function outputAt(outputs: Outputs, path: Path): Value | undefined {
  for (let length = path.length; length > 0; length--) {
    const value = outputs.get(printPath(path.slice(0, length)));
    if (value === undefined) continue;
    const found = lookInto(value, path.slice(length));
    if (found !== undefined) return found;
  }
  return undefined;
}
