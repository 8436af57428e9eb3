import type { Fix } from "../../pipeline/problems/problem";
import { editing } from "./editing";

/** Does what a problem offers as its cure. */
export const applyFix = editing<{ readonly fix: Fix }>({
  id: "problems.fix",
  group: "Fields",
  palette: false,
  label: (_, { fix }) => fix.label,
  recipe: (_, { fix }) => fix.recipe,
  done: (_, { fix }) => `Done: ${fix.label}.`,
});
