import type { Verb } from "../../pipeline/compare/words";

/** What differs in a comparison, in the page's own colours. */
export const markColours: Readonly<Record<Verb, string>> = {
  added: "success",
  removed: "error",
  changed: "warning",
  moved: "info",
  renamed: "info",
};
