import { parsePath } from "../../../pipeline/definition/path";
import { parameterRows } from "./parameterForm";
import { runValuesOf } from "./runValues";
import { bodyStepOf } from "./runView";
import type { ShownExecution } from "./shownExecution";

/** What a simulation can take over from an execution: what steps gave, and the parameters that were not their defaults. */
export function learnedOf(shown: ShownExecution) {
  const known = runValuesOf(shown);
  if (known === null) return { gave: [], given: [] };
  const { definition, outputsByStep } = known;
  const gave = [...outputsByStep].flatMap(([name, outputs]) => {
    // One item's values are no sample for all of them.
    if (bodyStepOf(name, definition) !== null) return [];
    return [...outputs].flatMap(([text, value]) => {
      const path = parsePath(text);
      return path === null ? [] : [{ step: name, path, value }];
    });
  });
  const defaults = new Map(parameterRows(definition).map(({ name, defaultText }) => [name, defaultText]));
  const given = (shown.parameters ?? []).filter(({ name, value }) => defaults.get(name) !== value);
  return { gave, given };
}
