import { get, isList, text, type Value } from "../definition/value";
import type { ItemChange } from "./changes";
import { compareValues } from "./compareValues";

/** What differs between two lists of pipeline parameters, by name. */
export function compareParameters(before: Value | undefined, after: Value | undefined): readonly ItemChange[] {
  const olds = byName(before);
  const news = byName(after);
  const changes: ItemChange[] = [];
  for (const [name, parameter] of news) {
    const old = olds.get(name);
    const fields = old === undefined ? [] : compareValues(old, parameter);
    if (old === undefined || fields.length > 0) {
      changes.push({ name, type: typeOf(parameter), change: old === undefined ? "added" : "changed", fields });
    }
  }
  for (const [name, parameter] of olds) {
    if (!news.has(name)) changes.push({ name, type: typeOf(parameter), change: "removed", fields: [] });
  }
  return changes;
}

function typeOf(parameter: Value): string {
  return text(get(parameter, "Type")) ?? "";
}

function byName(parameters: Value | undefined): ReadonlyMap<string, Value> {
  const list = isList(parameters) ? parameters : [];
  return new Map(list.map((parameter, i) => [text(get(parameter, "Name")) ?? `#${i + 1}`, parameter]));
}
