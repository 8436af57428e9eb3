import { type Path, printPath } from "../../../definition/path";
import { entries, isList, isObject, type Value } from "../../../definition/value";

export interface JsonLeaf {
  /** As `Std:JsonGet` has it: `metrics.mse.value`, `folds[0].auc`. */
  readonly path: string;
  readonly value: Value;
}

/** The texts, numbers and booleans of a JSON file, in its order, at most `most` of them: what one reference can read. */
export function jsonLeaves(json: Value, most: number): readonly JsonLeaf[] {
  return leavesBelow(json, []).slice(0, most);
}

function leavesBelow(value: Value, at: Path): readonly JsonLeaf[] {
  if (isList(value)) return value.flatMap((inner, index) => leavesBelow(inner, [...at, index]));
  if (isObject(value)) return entries(value).flatMap(([key, inner]) => leavesBelow(inner, [...at, key]));
  return value === null || at.length === 0 ? [] : [{ path: printPath(at), value }];
}
