import { withoutNames } from "../definition/byName";
import type { PipelineDocument } from "../definition/document";
import { removeIn, type Value } from "../definition/value";
import { listSteps, stepsInside } from "../graph/stepTree";
import { type Recipe, withDefinition } from "./edit";
import { withoutSteps } from "./groups";

/** The steps that go with these: those inside them too. */
export function withInside(document: PipelineDocument, keys: readonly string[]): ReadonlySet<string> {
  return new Set(keys.flatMap((key) => [key, ...stepsInside(document.definition, key)]));
}

/**
 * Removes steps, and with a container those inside it. What others read of them stays as it is and becomes a problem:
 * a field is never emptied silently.
 */
export function removeSteps(keys: readonly string[]): Recipe {
  return (document) => {
    const gone = withInside(document, keys);
    const places = listSteps(document.definition).filter(({ key, parent }) => gone.has(key) && !gone.has(parent ?? ""));
    if (places.length === 0) return document;
    // From the end, so that the places before stay right.
    const definition = places.reduceRight<Value>((rest, { path }) => removeIn(rest, path), document.definition);
    return {
      ...withDefinition(document, definition),
      layout: withoutNames(document.layout, gone),
      folded: withoutNames(document.folded, gone),
      pins: withoutNames(document.pins, gone),
      samples: withoutNames(document.samples, gone),
      groups: withoutSteps(document.groups, gone),
    };
  };
}
