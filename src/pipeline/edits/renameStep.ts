import { withRenamed } from "../definition/byName";
import { type ObjectValue, setIn } from "../definition/value";
import { stepAt } from "../graph/stepTree";
import { renameStepsIn } from "../references/write";
import { EditRefused, type Recipe, withDefinition } from "./edit";
import { stepNames, whyNotBesideIterations, whyNotStepName } from "./stepNames";

/** Why a step cannot take a name in this document; null when it can. */
export function whyNotRename(definition: ObjectValue, from: string, to: string): string | null {
  if (to === from) return null;
  const taken = stepNames(definition);
  if (taken.has(to)) return `There is a step ${to} already; a name stands for one step.`;
  return whyNotStepName(to) ?? whyNotBesideIterations(definition, from, to);
}

/** Renames a step and rewrites everything that names it, in one go; its place, pins and samples come along. */
export function renameStep(key: string, to: string): Recipe {
  return (document) => {
    const { name, path } = stepAt(document.definition, key);
    if (name === to) return document;
    const why = whyNotRename(document.definition, name, to);
    if (why !== null) throw new EditRefused(why);
    const named = setIn(document.definition, [...path, "Name"], to);
    // Of two steps of one name only the first is meant by references: renaming the second leaves them alone.
    const definition = key === name ? renameStepsIn(named, new Map([[name, to]])) : named;
    return {
      ...withDefinition(document, definition),
      layout: withRenamed(document.layout, key, to),
      pins: withRenamed(document.pins, key, to),
      samples: withRenamed(document.samples, key, to),
    };
  };
}
