import { lookup } from "../../pipeline/definition/byName";
import type { FieldItem } from "./item";

const nouns: Readonly<Record<string, string>> = {
  Arguments: "argument",
  HyperParameters: "hyperparameter",
  Environment: "environment variable",
};

/** What one entry of a map is: "hyperparameter". */
export function entryNoun(map: FieldItem): string {
  return lookup(nouns, map.name) ?? "entry";
}
