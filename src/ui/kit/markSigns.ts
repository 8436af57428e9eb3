import type { Verb } from "../../pipeline/compare/words";

/** What tells the marks of a comparison apart where no colour is seen. */
export const markSigns: Readonly<Record<Verb, string>> = {
  added: "+",
  removed: "−",
  changed: "~",
  moved: "⇄",
  renamed: "≡",
};

/** What differs in a comparison, in the page's own colours. */
export const markColours: Readonly<Record<Verb, string>> = {
  added: "success",
  removed: "error",
  changed: "warning",
  moved: "info",
  renamed: "info",
};
