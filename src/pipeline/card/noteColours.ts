import type { Colour } from "../definition/document";

/** The colours of notes and groups, for the light and for the dark. */
export const noteColours: Readonly<Record<Colour, readonly [light: string, dark: string]>> = {
  yellow: ["#8a6d00", "#d9b84a"],
  blue: ["#0055b8", "#7fb5ff"],
  green: ["#0b6b3a", "#63cf97"],
  red: ["#a81e1e", "#ff9a94"],
  grey: ["#4a5362", "#b6bec9"],
};
