import { withRenamed } from "../definition/byName";
import { setIn } from "../definition/value";
import { whyNotRename } from "../graph/stepNames";
import { stepAt } from "../graph/stepTree";
import { renameStepsIn } from "../references/write";
import { codeOfRenamed } from "./codeOf";
import { EditRefused, type Recipe, withDefinition } from "./edit";
import { renamedInGroups } from "./groups";

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
      folded: withRenamed(document.folded, key, to),
      pins: withRenamed(document.pins, key, to),
      codeOf: codeOfRenamed(document, key, to),
      samples: withRenamed(document.samples, key, to),
      groups: renamedInGroups(document.groups, key, to),
    };
  };
}
