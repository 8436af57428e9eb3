import type { Verb } from "./words";

/** What tells the marks of a comparison apart where no colour is seen. */
export const markSigns: Readonly<Record<Verb, string>> = {
  added: "+",
  removed: "−",
  changed: "~",
  moved: "⇄",
  renamed: "≡",
};
