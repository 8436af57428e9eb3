/** Values to start executions with, kept by a name with the document. */
import { withName, withoutNames } from "../definition/byName";
import { objectOf, sameValue } from "../definition/value";
import { EditRefused, type Recipe } from "./edit";

/**
 * Keeps values under a name; what was kept under it gives way.
 *
 * @throws EditRefused for a name of spaces alone
 */
export function keepPreset(name: string, values: ReadonlyMap<string, string>): Recipe {
  return (document) => {
    const called = name.trim();
    if (called === "") throw new EditRefused("A preset needs a name.");
    const kept = objectOf([...values]);
    const before = document.presets.get(called);
    if (before !== undefined && sameValue(before, kept)) return document;
    return { ...document, presets: withName(document.presets, called, kept) };
  };
}

/** Forgets a preset. */
export function forgetPreset(name: string): Recipe {
  return (document) => {
    const presets = withoutNames(document.presets, new Set([name]));
    return presets === document.presets ? document : { ...document, presets };
  };
}
