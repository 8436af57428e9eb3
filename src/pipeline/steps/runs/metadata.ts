import { get, isObject, type ObjectValue, text, type Value } from "../../definition/value";
import { runOfType } from "./index";
import type { EndedStep } from "./values/metadata";
import { noOutputs, type Outputs } from "./values/outputs";

/** What a step's metadata says of its outputs. `metadata` is the object with one key (`TrainingJob`, `Lambda` …), or undefined. */
export function outputsFromMetadata(step: ObjectValue, metadata: Value | undefined): Outputs {
  const { metadata: known } = runOf(step);
  const inner = known === null ? undefined : get(metadata, known.key);
  return known !== null && isObject(inner) ? known.read(inner, step) : noOutputs;
}

/** The metadata of a step that ended, as the service lists it; null for a type that has none. */
export function metadataOf(ended: EndedStep): Value | null {
  const { metadata } = runOf(ended.step);
  const inner = metadata?.write(ended) ?? null;
  return metadata === null || inner === null ? null : { [metadata.key]: inner };
}

function runOf(step: ObjectValue) {
  return runOfType(text(get(step, "Type")) ?? "");
}
